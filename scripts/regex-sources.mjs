import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, parseSync, Visitor } from 'vite'

/**
 * One regular expression of the source.
 *
 * @typedef {object} Found
 * @property {string} place file and line, with `/` on every platform
 * @property {string} source
 * @property {string} flags
 *
 * @typedef {object} Site a `new RegExp(...)`
 * @property {string} place
 * @property {number} from where `RegExp` stands in the file
 *
 * @typedef {{ found: Found[], unseen: string[] }} Sources `unseen`: places of expressions that nothing builds at load time
 */

/**
 * Every regular expression below some folders: literals as they are written, `new RegExp(...)` as it comes out when its
 * module is loaded.
 *
 * @param {string} root the folder that places are told from
 * @param {readonly string[]} folders below it
 * @returns {Promise<Sources>}
 * @throws {Error} where a file cannot be parsed or a module not be loaded
 */
export async function regexSources(root, folders) {
  const files = folders.flatMap((folder) => codeFiles(join(root, folder)))
  /** @type {Found[]} */
  const found = []
  /** @type {Map<string, Site[]>} */
  const sites = new Map()
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const inFile = regexesIn(text, relative(root, file).replaceAll(sep, '/'))
    found.push(...inFile.literals)
    if (inFile.sites.length > 0) sites.set(file, inFile.sites)
  }
  const built = sites.size === 0 ? [] : await builtAtLoad(root, sites)
  const seen = new Set(built.map(({ place }) => place))
  const unseen = [...sites.values()].flat().filter(({ place }) => !seen.has(place))
  return { found: [...found, ...built], unseen: unseen.map(({ place }) => place) }
}

/**
 * @param {string} text of a module
 * @param {string} name its path, which says the language too
 * @returns {{ literals: Found[], sites: Site[] }}
 */
export function regexesIn(text, name) {
  const { program, errors } = parseSync(name, text)
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message}`)
  /** @param {number} offset */
  const place = (offset) => `${name}:${text.slice(0, offset).split('\n').length}`
  /** @type {Found[]} */
  const literals = []
  /** @type {Site[]} */
  const sites = []
  /** @param {import('vite').ESTree.NewExpression | import('vite').ESTree.CallExpression} call */
  const called = ({ callee }) => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp')
      sites.push({ place: place(callee.start), from: callee.start })
  }
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        literals.push({ place: place(node.start), source: node.regex.pattern, flags: node.regex.flags })
    },
    NewExpression: called,
    CallExpression: called,
  }).visit(program)
  return { literals, sites }
}

/**
 * Loads the modules with every `RegExp` of theirs replaced by one that tells what it builds.
 *
 * @param {string} root
 * @param {ReadonlyMap<string, readonly Site[]>} sites by file
 * @returns {Promise<Found[]>}
 */
async function builtAtLoad(root, sites) {
  // Below node_modules, where what is loaded finds the packages and nothing else finds it.
  const outDir = await mkdtemp(join(root, 'node_modules', '.regex-'))
  /** @type {Found[]} */
  const found = []
  const watch = Symbol.for('regex-sources')
  Object.assign(globalThis, {
    [watch]: (/** @type {string} */ place) =>
      class extends RegExp {
        /** @param {[string | RegExp, string?]} args */
        constructor(...args) {
          super(...args)
          found.push({ place, source: this.source, flags: this.flags })
        }
      },
  })
  const input = Object.fromEntries([...sites.keys()].map((file, index) => [`m${index}`, file]))
  try {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      plugins: [
        {
          name: 'watched-regular-expressions',
          enforce: 'pre',
          transform(code, id) {
            const here = [...(sites.get(join(id)) ?? [])].sort((a, b) => b.from - a.from)
            return here.reduce((text, { place, from }) => {
              const watched = `(globalThis[Symbol.for('regex-sources')](${JSON.stringify(place)}))`
              return text.slice(0, from) + watched + text.slice(from + 'RegExp'.length)
            }, code)
          },
        },
      ],
      build: {
        ssr: true,
        outDir,
        target: 'node20',
        minify: false,
        rollupOptions: { input, output: { format: 'es', entryFileNames: '[name].mjs' } },
      },
    })
    for (const name of Object.keys(input)) await import(pathToFileURL(join(outDir, `${name}.mjs`)).href)
    return found
  } finally {
    Reflect.deleteProperty(globalThis, watch)
    await rm(outDir, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function codeFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
