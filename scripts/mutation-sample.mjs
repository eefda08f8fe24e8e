// The mutation score of reading and judging, from a sample of all changes: `npm run mutation:sample -- [--share 0.1] [--seed 1]`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './process-tree.mjs'
import { main, nodeTool, root } from './repository.mjs'

/** @typedef {{ Killed: number, Timeout: number, Survived: number, NoCoverage: number }} Counts */

const goal = 85
const limitMs = 12 * 3_600_000
const folders = ['src/core/decode', 'src/core/diagnosis']

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { share: { type: 'string', default: '0.1' }, seed: { type: 'string', default: '1' } },
  })
  const share = Number(values.share)
  if (!(share > 0 && share <= 1)) throw new Error('--share is a number above 0 and at most 1')
  const [command, args] = nodeTool(
    '@stryker-mutator/core',
    ['run', 'test/mutation/sample.config.mjs', ...positionals],
    'stryker',
  )
  const { code } = await run(command, args, {
    cwd: root,
    env: { MUTATION_SHARE: values.share, MUTATION_SEED: values.seed },
    limitMs,
    echo: true,
  })
  if (code !== 0) return code
  const report = JSON.parse(await readFile(join(root, 'out/mutation/mutation.json'), 'utf8'))
  const scores = [...folders, 'src/core'].map((folder) => score(folder, countsOf(report, folder)))
  process.stdout.write(`\n${scores.map(({ text }) => text).join('\n')}\n`)
  return scores.every(({ percent }) => percent >= goal) ? 0 : 1
})

/**
 * @param {{ files: Record<string, { mutants: { status: string }[] }> }} report
 * @param {string} folder
 * @returns {Counts}
 */
function countsOf({ files }, folder) {
  const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 }
  const mutants = Object.entries(files).flatMap(([file, of]) => (file.startsWith(`${folder}/`) ? of.mutants : []))
  for (const { status } of mutants) if (status in counts) counts[/** @type {keyof Counts} */ (status)] += 1
  return counts
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
