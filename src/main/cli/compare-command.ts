import { compareHosts } from '../../core/compare/compare-hosts'
import { renderComparison, renderUncompared } from '../../core/compare/render-comparison'
import { judge } from '../../core/diagnosis/judge'
import { renderProblem } from '../../core/diagnosis/render'
import { shownText } from '../../core/i18n/shown-text'
import { say } from '../../core/i18n/translate'
import type { Comparison } from '../../core/model/comparison'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { version } from '../../../package.json'
import { inertJson } from '../../core/report/json-text'
import { openFile } from '../sources/opened-source'
import type { CompareOptions } from './compare-arguments'
import { comparisonText } from './compare-table'
import type { Output } from './output'

/** What ends a comparison with which code; see the contracts. */
const EXIT = { notWorse: 0, worse: 1, notRead: 2 } as const

/** What a comparison needs of its surroundings. */
interface CompareSurroundings {
  readonly columns: number | null
  readonly now: () => Date
}

/**
 * Compares two files and gives the exit code. Each file that cannot be read is one sentence on standard error; then
 * nothing is compared.
 */
export async function runCompare(
  { older, newer, format }: CompareOptions,
  language: Language,
  { columns, now }: CompareSurroundings,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  const options = { language, programVersion: version, sources: [older, newer] } as const
  const print = (comparison: Comparison): Promise<void> =>
    stdout.write(format === 'json' ? `${inertJson(comparison)}\n` : comparisonText(comparison, columns))
  const tell = (sentence: string): Promise<void> => stderr.write(`${shownText(sentence)}\n`)
  const problems: { source: string; problem: Problem }[] = []
  const judged = []
  for (const path of [older, newer]) {
    const { capture, problem } = await openFile(path, now(), path)
    if (problem !== null) problems.push({ source: path, problem })
    // Judged at once: the rows of a large capture need not be held beside those of the other.
    if (capture !== null) judged.push(judge(capture))
  }
  const [before, after] = judged
  if (before === undefined || after === undefined || problems.length > 0) {
    for (const { problem } of problems) {
      const { message, step } = renderProblem(problem, language)
      await tell(`${message} ${step}`)
    }
    if (format === 'json') await print(renderUncompared(problems, options))
    return EXIT.notRead
  }
  const comparison = renderComparison(compareHosts(before, after), options)
  await print(comparison)
  if (stdout.failure !== null) {
    await tell(say(language, 'cli.not-written', { code: stdout.failure }))
    return EXIT.notRead
  }
  return comparison.worse ? EXIT.worse : EXIT.notWorse
}
