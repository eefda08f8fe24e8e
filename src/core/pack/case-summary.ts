import { shownText } from '../i18n/shown-text'
import { say } from '../i18n/translate'
import type { Diagnosis, FindingText, VmDiagnosis } from '../model/diagnosis'
import { answerOf, bySeverity, guestText, hostText } from '../report/answer'

/** What a summary says beside the diagnosis. */
export interface SummaryOptions {
  readonly ticket: string | null
  /** Time of the check, local with its offset; null where it is not known. */
  readonly readAt: string | null
  /** SHA-256 of the capture in the same archive; null where there is none. */
  readonly captureSha256: string | null
}

/** More VMs than fit on a page; the report lists all. */
const VM_LIMIT = 12
const OPEN = ['action-needed', 'cannot-tell', 'advice']

function codesText({ services }: VmDiagnosis): readonly string[] {
  return services
    .filter(({ verdict }) => verdict !== null && verdict !== 'healthy' && verdict !== 'not-running')
    .map(({ service, status, detail, negotiated, expected }) => {
      const codes = [status, detail].flatMap((one) => (one === null ? [] : [`${one.code} ${one.name}`])).join(', ')
      const versions = negotiated === null || expected === null ? '' : ` (${negotiated} / ${expected})`
      return `${service}: ${codes || '-'}${versions}`
    })
}

function decisive({ findings, verdict }: VmDiagnosis): readonly FindingText[] {
  return findings.filter((finding) => finding.verdict === verdict)
}

/**
 * The one-page summary of an escalation, in the form that Microsoft and distributions ask for: filled in where the program
 * knows, with a line to fill in where only a person does. Plain text, ends with a line break.
 */
export function caseSummary(diagnosis: Diagnosis, { ticket, readAt, captureSha256 }: SummaryOptions): string {
  const { language, vms, program } = diagnosis
  const open = bySeverity(vms).filter(({ verdict }) => OPEN.includes(verdict))
  const worst = open.length > 0 ? open : bySeverity(vms)
  const shown = worst.slice(0, VM_LIMIT)
  const ask = say(language, 'files.pack.fill-in')
  const line = (key: Parameters<typeof say>[1], value: string | null): string =>
    `${say(language, key)}: ${value === null || value === '' ? ask : shownText(value)}`
  const first = shown[0]
  const firstSeen = vms.map((vm) => vm.firstSeen).filter((time) => time !== null)
  const harmless = vms.some(({ verdict }) => verdict === 'safe-to-ignore')
  const blocks = shown.flatMap((vm) => [
    `- ${shownText(vm.name)} (${vm.id}): ${say(language, `verdict.${vm.verdict}`)}`,
    `  ${line('files.pack.guest', [guestText(vm, language), vm.guest.kernel].filter((part) => part !== null).join(', '))}`,
    ...decisive(vm).map(({ code, title }) => `  ${code} ${shownText(title)}`),
    ...codesText(vm).map((text) => `  ${shownText(text)}`),
  ])
  return [
    line('files.pack.title', `${hostText(diagnosis)}: ${answerOf(diagnosis)}`),
    line('files.pack.ticket', ticket),
    line('files.pack.impact', first === undefined ? null : (decisive(first)[0]?.lost ?? null)),
    line('files.pack.users', null),
    line('files.pack.first-noticed', firstSeen.toSorted()[0] ?? null),
    line('files.pack.changed', null),
    line('files.pack.host', hostText(diagnosis)),
    line('files.pack.checked', readAt),
    '',
    say(language, 'files.pack.vms', { shown: shown.length, count: worst.length }),
    ...blocks,
    '',
    line('files.pack.tried', null),
    line('files.pack.elsewhere', null),
    line('files.pack.reproducible', null),
    line('files.pack.contact', null),
    '',
    ...(harmless ? [say(language, 'files.pack.citation'), ''] : []),
    captureSha256 === null
      ? say(language, 'files.pack.no-capture')
      : say(language, 'files.pack.capture', { sha256: captureSha256 }),
    say(language, 'files.pack.redaction', { redaction: say(language, `report.redaction.${diagnosis.redaction}`) }),
    say(language, 'report.about.program-line', { version: program.version, knowledge: program.knowledge }),
    '',
  ].join('\r\n')
}
