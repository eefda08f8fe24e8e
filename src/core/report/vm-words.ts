import type { TextKey } from '../i18n/messages'
import { say } from '../i18n/translate'
import { articleText, isArticleId } from '../knowledge/articles'
import { remember } from '../knowledge/remember'
import type { FindingText, Level, VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'

/** The codes of findings, each once: IS-12, IS-31. */
export function codesOf(findings: readonly FindingText[]): string {
  return [...new Set(findings.map(({ code }) => code))].join(', ')
}

/** The findings that give the VM its verdict. */
export function decisiveFindings({ findings, verdict }: VmDiagnosis): readonly FindingText[] {
  return findings.filter((finding) => finding.verdict === verdict)
}

/** Whether somebody has yet to do, answer or decide something about the VM's verdict; false where all of it was accepted. */
export function isOpen(vm: VmDiagnosis): boolean {
  return decisiveFindings(vm).some(({ accepted }) => accepted === null)
}

/** A service's status in words, as its two numbers mean it; the raw numbers are evidence and stand elsewhere. */
export function statusText(service: VmDiagnosis['services'][number], language: Language): string {
  if (service.enabled === false) return say(language, 'term.status.disabled')
  if (!service.listed) return say(language, 'term.status.not-listed')
  if (service.status === null) return say(language, 'term.status.none')
  const word = say(language, STATUS_WORDS[service.status.name] ?? 'report.status.unknown')
  if (service.detail === null) return word
  return `${word}, ${say(language, DETAIL_WORDS[service.detail.name] ?? 'report.detail.unknown')}`
}

const STATUS_WORDS: Readonly<Record<string, TextKey>> = {
  ok: 'report.status.ok',
  degraded: 'report.status.degraded',
  error: 'report.status.error',
  'non-recoverable-error': 'report.status.non-recoverable-error',
  'no-contact': 'report.status.no-contact',
  'lost-communication': 'report.status.lost-communication',
  paused: 'report.status.paused',
}

const DETAIL_WORDS: Readonly<Record<string, TextKey>> = {
  ok: 'report.detail.ok',
  'no-application-data': 'report.detail.no-application-data',
  'protocol-mismatch': 'report.detail.protocol-mismatch',
  'application-critical': 'report.detail.application-critical',
  'communication-timed-out': 'report.detail.communication-timed-out',
  'communication-failed': 'report.detail.communication-failed',
  disabled: 'report.detail.disabled',
}

export type Steps = FindingText['steps']

/** The steps of some findings, each once. */
export function stepsOf(findings: readonly FindingText[]): Steps {
  const seen = new Set<string>()
  return findings
    .flatMap(({ steps }) => steps)
    .filter(({ text, command }) => {
      const key = `${command ?? ''}\n${text}`
      return !seen.has(key) && seen.add(key)
    })
}

/** How many steps a summary shows; one more would cost the line that says how many are left out. */
const SHOWN_STEPS = 3

/** The next steps, and how many more there are: an unknown guest has some for every system that it may be. */
export function nextSteps(steps: Steps): { readonly shown: Steps; readonly more: number } {
  if (steps.length <= SHOWN_STEPS + 1) return { shown: steps, more: 0 }
  return { shown: steps.slice(0, SHOWN_STEPS), more: steps.length - SHOWN_STEPS }
}

const supportOf = remember(
  ([{ state, until, asOf }, language]: readonly [VmDiagnosis['support'], Language]) =>
    JSON.stringify([state, until, asOf, language]),
  ([{ state, until, asOf }, language]) => {
    const word = say(language, `guide.support.state.${state}`)
    const dated = state === 'supported' || state === 'community' || state === 'end-of-life' ? state : null
    return [
      until === null || dated === null ? word : say(language, `report.support.${dated}`, { state: word, until }),
      ...(asOf === null ? [] : [say(language, 'report.support.as-of', { asOf })]),
    ].join(' ')
  },
)

/** The support of a guest in a few words, with the day of the list it rests on. */
export function supportText({ support }: VmDiagnosis, language: Language): string {
  return supportOf([support, language])
}

/** An article as people name it: KB 2956569, or its title where it has no number. */
export function articleName(id: string, language: Language): string {
  if (id.startsWith('KB')) return `KB ${id.slice(2)}`
  return isArticleId(id) ? articleText(id, language).title : id
}

const LEVELS: readonly Level[] = ['none', 'low', 'medium', 'high']

/** The highest of some proposed levels. */
export function highest(levels: readonly Level[]): Level {
  return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] ?? 'none'
}
