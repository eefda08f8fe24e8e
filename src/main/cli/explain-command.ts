import { explain } from '../../core/explain/explain'
import { shownText } from '../../core/i18n/shown-text'
import { say } from '../../core/i18n/translate'
import type { Explanation, Meaning } from '../../core/model/explanation'
import type { Language } from '../../core/model/text'
import { version } from '../../../package.json'
import { inertJson } from '../../core/report/json-text'
import type { ExplainOptions } from './explain-arguments'
import type { Output } from './output'
import { wrap } from './text-width'

const WIDTH = 110

function meaningLines(meaning: Meaning, language: Language, width: number): readonly string[] {
  const indented = (text: string, first: string): readonly string[] =>
    wrap(shownText(text), Math.max(20, width - first.length)).map(
      (line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line,
    )
  const name = meaning.name === null || meaning.name === meaning.value ? '' : ` (${meaning.name})`
  const place = meaning.property === null || meaning.property === meaning.value ? '' : `${meaning.property} = `
  const todo = `${say(language, 'explain.what-to-do')}: ${meaning.whatToDo}`
  return [
    '',
    ...wrap(shownText(`${meaning.subject}: ${place}${meaning.value}${name}`), width),
    ...indented(meaning.text, '  '),
    ...(meaning.certainty === 'unconfirmed' ? indented(say(language, 'explain.unconfirmed'), '  ') : []),
    ...indented(todo, '  '),
    ...meaning.rules.flatMap(({ code, verdict, title }) =>
      indented(`${code} ${say(language, `verdict.${verdict}`)}: ${title}`, '  - '),
    ),
    // An address is never broken: it is there to be opened.
    ...meaning.articles.flatMap(({ title, url }) => [...indented(title, '  - '), `    ${url}`]),
  ]
}

/** All meanings as text for a terminal; ends with a line break. */
export function explanationText({ asked, meanings, language }: Explanation, columns: number | null): string {
  const width = Math.min(columns ?? WIDTH, WIDTH)
  const head = say(language, 'explain.count', { count: meanings.length, asked: shownText(asked) })
  const lines = [...wrap(head, width), ...meanings.flatMap((meaning) => meaningLines(meaning, language, width))]
  return `${lines.join('\n')}\n`
}

/**
 * Answers `explain`: the meanings to standard output. Gives 0, or 1 when nobody knows what was asked for; then a
 * sentence goes to standard error, and with the JSON format the object without meanings to standard output all the same.
 */
export async function explainOnCommandLine(
  { what, format }: ExplainOptions,
  language: Language,
  { stdout, stderr, columns }: { readonly stdout: Output; readonly stderr: Output; readonly columns: number | null },
): Promise<number> {
  const explanation = explain(what, { language, programVersion: version })
  const isKnown = explanation.meanings.length > 0
  if (format === 'json') await stdout.write(`${inertJson(explanation)}\n`)
  else if (isKnown) await stdout.write(explanationText(explanation, columns))
  if (!isKnown) {
    const asked = shownText(explanation.asked)
    await stderr.write(`${say(language, 'explain.unknown', { asked })} ${say(language, 'explain.unknown-step')}\n`)
  }
  return isKnown ? 0 : 1
}
