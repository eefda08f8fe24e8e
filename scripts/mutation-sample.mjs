// The mutation score of reading and judging, from a sample of all changes: `npm run mutation:sample -- [--share 0.1] [--seed 1]`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './process-tree.mjs'
import { main, nodeTool, root } from './repository.mjs'

/** @typedef {{ Killed: number, Timeout: number, Survived: number, NoCoverage: number }} Counts */

const goal = 85
const limitMs = 12 * 3_600_000
const rows = ['test/unit/core/*.test.ts', 'test/unit/core/{approval,decode,field,worksheet,knowledge}/*.test.ts']
const texts = ['test/unit/core/pasted/*.test.ts', 'test/unit/core/redteam.test.ts']
// One after the other: what each test of all of them reaches does not fit into memory.
const parts = [
  { folder: 'src/core/decode', mutate: 'src/core/decode/pasted/*.ts', tests: texts },
  { folder: 'src/core/decode', mutate: 'src/core/decode/*.ts', tests: rows },
  { folder: 'src/core/diagnosis', mutate: 'src/core/diagnosis/**/*.ts', tests: rows },
]

await main(async () => {
  const { values } = parseArgs({
    options: { share: { type: 'string', default: '0.1' }, seed: { type: 'string', default: '1' } },
  })
  const share = Number(values.share)
  if (!(share > 0 && share <= 1)) throw new Error('--share is a number above 0 and at most 1')
  /** @type {{ folder: string, counts: Counts }[]} */
  const done = []
  for (const { folder, mutate, tests } of parts) {
    const [command, args] = nodeTool(
      '@stryker-mutator/core',
      ['run', 'test/mutation/sample.config.mjs', '--mutate', mutate],
      'stryker',
    )
    const env = { MUTATION_SHARE: values.share, MUTATION_SEED: values.seed, MUTATION_TESTS: tests.join(';') }
    const { code } = await run(command, args, { cwd: root, env, limitMs, echo: true })
    if (code !== 0) return code
    done.push({
      folder,
      counts: countsOf(JSON.parse(await readFile(join(root, 'out/mutation/mutation.json'), 'utf8'))),
    })
  }
  const scores = [...new Set(parts.map(({ folder }) => folder)), 'src/core'].map((folder) =>
    score(folder, sum(done.filter((part) => part.folder.startsWith(folder)).map(({ counts }) => counts))),
  )
  process.stdout.write(`\n${scores.map(({ text }) => text).join('\n')}\n`)
  return scores.every(({ percent }) => percent >= goal) ? 0 : 1
})

/**
 * @param {{ files: Record<string, { mutants: { status: string }[] }> }} report
 * @returns {Counts}
 */
function countsOf({ files }) {
  const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 }
  for (const { status } of Object.values(files).flatMap(({ mutants }) => mutants)) {
    if (status in counts) counts[/** @type {keyof Counts} */ (status)] += 1
  }
  return counts
}

/** @param {readonly Counts[]} all */
function sum(all) {
  const total = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 }
  for (const counts of all) {
    for (const status of /** @type {(keyof Counts)[]} */ (Object.keys(total))) total[status] += counts[status]
  }
  return total
}

/**
 * @param {string} folder
 * @param {Counts} counts
 */
function score(folder, { Killed, Timeout, Survived, NoCoverage }) {
  const noticed = Killed + Timeout
  const all = noticed + Survived + NoCoverage
  const percent = all === 0 ? 100 : (100 * noticed) / all
  const margin = all === 0 ? 0 : 196 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / all)
  const text = `${folder}: ${percent.toFixed(1)} % ± ${margin.toFixed(1)} of ${all} (killed ${Killed}, timeout ${Timeout}, survived ${Survived}, no coverage ${NoCoverage})`
  return { percent, text }
}
