import { say } from '../../core/i18n/translate'
import type { Diagnosis, VmDiagnosis } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import { severity, VERDICTS, type Verdict } from '../../core/model/verdict'

/** Every verdict in the order in which a person has to care: severest first. */
export const BY_SEVERITY: readonly Verdict[] = VERDICTS.toReversed()

/** The severest verdict that a VM of the check has, with the number of VMs that have it; null without VMs. */
export function worstOf({ summary }: Diagnosis): { readonly verdict: Verdict; readonly count: number } | null {
  const verdict = BY_SEVERITY.find((candidate) => summary[candidate] > 0)
  return verdict === undefined ? null : { verdict, count: summary[verdict] }
}

/** The answer for the whole check in a sentence or two; for a check of one VM, that VM's. */
export function answerOf({ vms, summary, problems, language }: Diagnosis, isOneVm = false): string {
  const [only] = vms
  if (isOneVm && only !== undefined) return only.headline
  if (vms.length === 0) return say(language, problems.length > 0 ? 'report.answer.nothing-read' : 'report.answer.no-vm')
  const sentences = [
    say(language, 'report.answer.counts', {
      total: vms.length,
      action: vms.filter(({ needsAction }) => needsAction).length,
      ignore: summary['safe-to-ignore'],
    }),
  ]
  if (summary['cannot-tell'] > 0) sentences.push(say(language, 'report.answer.open', { open: summary['cannot-tell'] }))
  if (problems.length > 0) sentences.push(say(language, 'report.answer.incomplete', { count: problems.length }))
  return sentences.join(' ')
}

/** VMs in the order of a report: severest first, else as the host listed them. */
export function bySeverity(vms: readonly VmDiagnosis[]): readonly VmDiagnosis[] {
  return vms.toSorted((a, b) => severity(b.verdict) - severity(a.verdict))
}

/** The guest in a few words, with where that is known from when a person said it. */
export function guestText({ guest, verdict }: VmDiagnosis, language: Language): string {
  const name = guest.name ?? (guest.os === 'unknown' ? null : say(language, `term.guest.${guest.os}`))
  if (name === null) return say(language, verdict === 'not-running' ? 'report.guest.off' : 'term.guest.unknown')
  const full = guest.version === null || name.includes(guest.version) ? name : `${name} ${guest.version}`
  return guest.source === 'answer' ? say(language, 'report.guest.answered', { guest: full }) : full
}

/** The host in a few words: name, Windows and build, each as far as it is known. */
export function hostText({ host, source }: Diagnosis): string {
  const name = host.name ?? source
  if (host.os === null) return name
  return host.build === null ? `${name} · ${host.os}` : `${name} · ${host.os} (${host.build})`
}
