// Speed and growth: `npm run --silent bench -- [--json] [--only ID]`. Goals are shown, never enforced.
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join, parse } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { run } from './process-tree.mjs'
import { main, root } from './repository.mjs'

/** @import { Metric } from './bench-metric.mjs' */
/** @typedef {Omit<Metric, 'measure' | 'needs'> & { value: number }} Measured */

const folder = join(root, 'test', 'bench')
const metricLimitMs = 1_200_000

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
  const files = metricFiles(values.only)
  const bundled = await bundle(files)
  /** @type {Measured[]} */
  const metrics = []
  /** @type {string[]} */
  const failures = []
  for (const file of bundled) {
    const result = await run(process.execPath, ['--expose-gc', 'scripts/bench-metric.mjs', file], {
      cwd: root,
      limitMs: metricLimitMs,
    })
    const lines = result.output.trim().split('\n')
    const answer = result.stdout.trim().split('\n').at(-1) ?? ''
    if (result.code === 0) metrics.push(JSON.parse(answer))
    else failures.push(`${parse(file).name} could not be measured:\n${result.output.trim()}\n`)
    // What a metric says of itself, such as the two times behind a ratio.
    if (!values.json) for (const line of lines) if (line !== answer) process.stderr.write(`  ${line}\n`)
  }
  process.stdout.write(values.json ? `${JSON.stringify({ machine: machine(), metrics })}\n` : table(metrics))
  process.stderr.write(failures.join(''))
  return failures.length === 0 ? 0 : 1
})

/**
 * @param {string | undefined} only
 * @returns {string[]}
 */
function metricFiles(only) {
  const files = readdirSync(folder).filter((name) => /\.(ts|mjs)$/.test(name))
  const chosen = files.filter((name) => only === undefined || parse(name).name === only)
  if (chosen.length > 0) return chosen.map((name) => join(folder, name))
  const ids = files.map((name) => parse(name).name).join(', ')
  throw new Error(`There is no metric ${only ?? ''}; there are: ${ids}.`)
}

/**
 * Node 20 does not run TypeScript, and what is measured should be what ships: one optimized file per metric.
 *
 * @param {string[]} files
 * @returns {Promise<string[]>} where each can be imported from
 */
async function bundle(files) {
  const outDir = join(root, 'out', 'bench')
  await rm(outDir, { recursive: true, force: true })
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(files.map((file) => [parse(file).name, file])),
        // Flat, as deep as test/bench: what a module finds beside itself, it finds from here too.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return files.map((file) => join(outDir, `${parse(file).name}.mjs`))
}

function machine() {
  const [first] = cpus()
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  }
}

/** @param {Measured[]} metrics */
function table(metrics) {
  const rows = metrics.map(({ id, value, unit, base, goal }) => {
    const shown = unit === 'ratio' ? value.toFixed(2) : value.toFixed(0)
    const wanted = goal === null ? '' : `goal ${goal}${value > goal ? ', missed' : ''}`
    return `${id.padEnd(18)} ${shown.padStart(8)} ${unit.padEnd(6)} ${wanted.padEnd(18)} ${base === null ? '' : `of ${base}`}`
  })
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`
}
