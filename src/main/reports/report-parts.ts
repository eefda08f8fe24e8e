import { say } from '../../core/i18n/translate'
import { articleText, isArticleId } from '../../core/knowledge/articles'
import type { Capture } from '../../core/model/capture'
import type { Diagnosis, FindingText, VmDiagnosis } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import { html, type Html } from './html'
import { symbol } from './symbols'

/** One checked host as a report shows it. */
export interface ReportSource {
  readonly diagnosis: Diagnosis
  /** How the host was read, and the hash of the capture the diagnosis rests on; null where there is no file of it. */
  readonly via: Capture['target']['via'] | null
  readonly captureSha256: string | null
}

/** A source on its way into a report: `index` keeps the anchors of several hosts apart. */
export interface ReportPart extends ReportSource {
  readonly index: number
  readonly language: Language
  /** The report is about one VM of the host. */
  readonly isOneVm: boolean
  /** Where the evidence of each VM stands in the page. */
  readonly anchors: ReadonlyMap<VmDiagnosis, string>
}

/** A source as a part of a report; ids of VMs are not used as anchors, because text from outside makes poor ones. */
export function partOf(source: ReportSource, index: number, isOneVm: boolean): ReportPart {
  const anchors = new Map(source.diagnosis.vms.map((vm, position) => [vm, `vm-${index}-${position}`]))
  return { ...source, index, language: source.diagnosis.language, isOneVm, anchors }
}

/** A verdict as symbol and word. */
export function verdictMark(verdict: Verdict, language: Language): Html {
  return html`<span class="v v-${verdict}">${symbol(verdict)} ${say(language, `verdict.${verdict}`)}</span>`
}

/** The symbol alone, its word for screen readers; for places where the words stand in the heading above. */
export function verdictSymbol(verdict: Verdict, language: Language): Html {
  const word = say(language, `verdict.${verdict}`)
  return html`<span class="v v-${verdict}">${symbol(verdict)}<span class="hidden">${word}:</span></span>`
}

/** The codes of findings, each once: IS-12, IS-31. */
export function codesOf(findings: readonly FindingText[]): string {
  return [...new Set(findings.map(({ code }) => code))].join(', ')
}

/** The findings that give the VM its verdict. */
export function decisiveFindings({ findings, verdict }: VmDiagnosis): readonly FindingText[] {
  return findings.filter((finding) => finding.verdict === verdict)
}

/** A service's status in words, as its two numbers mean it; the raw numbers are evidence and stand elsewhere. */
export function statusText(service: VmDiagnosis['services'][number], language: Language): string {
  if (service.enabled === false) return say(language, 'term.status.disabled')
  if (!service.listed) return say(language, 'term.status.not-listed')
  if (service.status === null) return say(language, 'term.status.none')
  const word = statusWord(service.status.name, language)
  return service.detail === null ? word : `${word}, ${detailWord(service.detail.name, language)}`
}

function statusWord(name: string, language: Language): string {
  const words: Readonly<Record<string, string>> = {
    ok: say(language, 'report.status.ok'),
    degraded: say(language, 'report.status.degraded'),
    error: say(language, 'report.status.error'),
    'non-recoverable-error': say(language, 'report.status.non-recoverable-error'),
    'no-contact': say(language, 'report.status.no-contact'),
    'lost-communication': say(language, 'report.status.lost-communication'),
    paused: say(language, 'report.status.paused'),
  }
  return words[name] ?? say(language, 'report.status.unknown')
}

function detailWord(name: string, language: Language): string {
  const words: Readonly<Record<string, string>> = {
    ok: say(language, 'report.detail.ok'),
    'no-application-data': say(language, 'report.detail.no-application-data'),
    'protocol-mismatch': say(language, 'report.detail.protocol-mismatch'),
    'application-critical': say(language, 'report.detail.application-critical'),
    'communication-timed-out': say(language, 'report.detail.communication-timed-out'),
    'communication-failed': say(language, 'report.detail.communication-failed'),
    disabled: say(language, 'report.detail.disabled'),
  }
  return words[name] ?? say(language, 'report.detail.unknown')
}

type Steps = FindingText['steps']

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

/** Steps as a numbered list: where, what, the command, and what it needs or risks. */
export function stepList(steps: Steps, language: Language): Html | null {
  if (steps.length === 0) return null
  return html`<ol>
    ${steps.map(({ text, where, command, rights, risk }) => {
      const cautions = [
        ...(rights === 'none'
          ? []
          : [say(language, 'report.step.needs', { rights: say(language, `term.rights.${rights}`) })]),
        ...(risk === 'none' ? [] : [say(language, 'report.step.risk', { risk: say(language, `term.risk.${risk}`) })]),
      ]
      return html`<li>
        <b>[${say(language, `term.where.${where}`)}]</b> ${text} ${command !== null && html`<code>${command}</code>`}
        ${cautions.length > 0 && html`<span class="muted small">${cautions.join(' ')}</span>`}
      </li>`
    })}
  </ol>`
}

/** The support of a guest in a few words, with the day of the list it rests on. */
export function supportText({ support: { state, until, asOf } }: VmDiagnosis, language: Language): string {
  const word = say(language, `guide.support.state.${state}`)
  const dated = state === 'supported' || state === 'community' || state === 'end-of-life' ? state : null
  return [
    until === null || dated === null ? word : say(language, `report.support.${dated}`, { state: word, until }),
    ...(asOf === null ? [] : [say(language, 'report.support.as-of', { asOf })]),
  ].join(' ')
}

/** A code that is not broken at its hyphen. */
export function codeMark(code: string): Html {
  return html`<span class="code muted">${code}</span>`
}

/** An article as people name it: KB 2956569, or its title where it has no number. */
export function articleName(id: string, language: Language): string {
  if (id.startsWith('KB')) return `KB ${id.slice(2)}`
  return isArticleId(id) ? articleText(id, language).title : id
}
