import { say } from '../i18n/translate'
import type { ServiceThen, VmComparisonText } from '../model/comparison'
import type { Language } from '../model/text'

/** What became of a VM in a few words: "Worse: Healthy → Action needed". */
export function changeText({ change, before, after }: VmComparisonText, language: Language): string {
  const word = say(language, `compare.change.${change}`)
  const [was, is] = [before, after].map((then) => then && say(language, `verdict.${then.verdict}`))
  if (was && is && was !== is) return say(language, 'compare.verdict-now', { change: word, before: was, after: is })
  return say(language, 'compare.verdict-only', { change: word, verdict: is ?? was ?? '' })
}

/** A service's status then, in words and in its numbers: "OK, protocol version mismatch [2, 32775]". */
function statusText({ word, status, detail }: ServiceThen): string {
  const codes = [status?.code, detail?.code].filter((code) => code !== undefined)
  return codes.length === 0 ? word : `${word} [${codes.join(', ')}]`
}

/** Each service and fact of a VM that is otherwise than before: "Backup: OK [2] → No contact [12]". */
export function changedParts({ services, facts }: VmComparisonText, language: Language): readonly string[] {
  const arrow = (label: string, before: string, after: string): string =>
    `${label}: ${say(language, 'compare.arrow', { before, after })}`
  return [
    ...services
      .filter(({ change }) => change !== 'unchanged')
      .map(({ service, before, after }) =>
        arrow(say(language, `term.service.${service}`), statusText(before), statusText(after)),
      ),
    ...facts.map(({ fact, before, after }) => arrow(say(language, `compare.fact.${fact}`), before, after)),
  ]
}
