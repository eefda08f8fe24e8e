import { buildText } from '../decode/host'
import { say } from '../i18n/translate'
import type { Diagnosis, Summary, VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import { severity, VERDICTS, type Verdict } from '../model/verdict'

/** Every verdict in the order in which a person has to care: severest first. */
export const BY_SEVERITY: readonly Verdict[] = VERDICTS.toReversed()

/** The severest verdict that a VM of the check has, with the number of VMs that have it; null without VMs. */
export function worstOf({ summary }: Pick<Diagnosis, 'summary'>): {
  readonly verdict: Verdict
  readonly count: number
} | null {
  const verdict = BY_SEVERITY.find((candidate) => summary[candidate] > 0)
  return verdict === undefined ? null : { verdict, count: summary[verdict] }
}

/** The numbers of one or several checks together. Accepted findings keep their verdict, and are counted apart. */
export interface Counts {
  readonly total: number
  /** VMs that somebody has to do something about. */
  readonly action: number
  /** VMs with a finding that somebody decided to live with. */
  readonly accepted: number
  readonly summary: Summary
  /** Classes, files and hosts that could not be read. */
  readonly unread: number
}

/** Part 2 of a report: the answer in a sentence or two, and the counts behind it. */
export interface Answer {
  readonly sentence: string
  readonly counts: Counts
  /** Verdicts that a VM has, severest first. */
  readonly verdicts: readonly { readonly verdict: Verdict; readonly word: string; readonly count: number }[]
}

const NONE: Summary = {
  'not-running': 0,
  healthy: 0,
  'safe-to-ignore': 0,
  advice: 0,
  'cannot-tell': 0,
  'action-needed': 0,
}

/** The numbers of some checks together. */
export function countsOf(checks: readonly Diagnosis[]): Counts {
  const summary = { ...NONE }
  const vms = checks.flatMap((check) => check.vms)
  for (const { verdict } of vms) summary[verdict] += 1
  return {
    total: vms.length,
    action: vms.filter(({ needsAction }) => needsAction).length,
    accepted: vms.filter(({ findings }) => findings.some(({ accepted }) => accepted !== null)).length,
    summary,
    unread: checks.reduce((sum, { problems }) => sum + problems.length, 0),
  }
}

function sentenceOf({ total, action, summary, unread }: Counts, language: Language): string {
  if (total === 0) return say(language, unread > 0 ? 'report.answer.nothing-read' : 'report.answer.no-vm')
  const open = summary['cannot-tell']
  const ignore = summary['safe-to-ignore']
  const sentences: string[] = []
  if (action === 0 && open > 0) {
    // Of what is not judged yet, nobody knows that it needs no action.
    sentences.push(say(language, 'ui.overview.open', { count: open, rest: total - open, total }))
    if (ignore > 0) sentences.push(say(language, 'ui.overview.ignore', { count: ignore }))
  } else {
    sentences.push(say(language, 'report.answer.counts', { total, action, ignore }))
    if (open > 0) sentences.push(say(language, 'report.answer.open', { open }))
  }
  if (unread > 0) sentences.push(say(language, 'report.answer.incomplete', { count: unread }))
  return sentences.join(' ')
}

/** Says that only some of the VMs are shown, where that was asked for. */
function selected(checks: readonly Diagnosis[], language: Language): readonly string[] {
  const parts = checks.flatMap(({ selection }) => selection ?? [])
  if (parts.length === 0) return []
  const sum = (of: 'shown' | 'of'): number => parts.reduce((total, part) => total + part[of], 0)
  return [say(language, 'find.cli.selection', { shown: sum('shown'), of: sum('of') })]
}

/** The answer over one or several checks in the language of the first; for a check of one VM, that VM's. */
export function answerOfAll(checks: readonly Diagnosis[], isOneVm: boolean): Answer {
  const language = checks[0]?.language ?? 'en'
  const counts = countsOf(checks)
  const only = isOneVm ? checks[0]?.vms[0] : undefined
  return {
    sentence: only?.headline ?? [...selected(checks, language), sentenceOf(counts, language)].join(' '),
    counts,
    verdicts: BY_SEVERITY.filter((verdict) => counts.summary[verdict] > 0).map((verdict) => ({
      verdict,
      word: say(language, `verdict.${verdict}`),
      count: counts.summary[verdict],
    })),
  }
}

/** The answer for the whole check in a sentence or two; for a check of one VM, that VM's. */
export function answerOf(diagnosis: Diagnosis, isOneVm = false): string {
  return answerOfAll([diagnosis], isOneVm).sentence
}

/** VMs in the order of a report: severest first, else as the host listed them. */
export function bySeverity(vms: readonly VmDiagnosis[]): readonly VmDiagnosis[] {
  return vms.toSorted((a, b) => severity(b.verdict) - severity(a.verdict))
}

/** A guest's name with its version. */
export function versioned(name: string, version: string | null): string {
  return version === null || name.includes(version) ? name : `${name} ${version}`
}

/** The guest in a few words, with where that is known from when a person said it. */
export function guestText({ guest, verdict }: VmDiagnosis, language: Language): string {
  const name = guest.name ?? (guest.os === 'unknown' ? null : say(language, `term.guest.${guest.os}`))
  if (name === null) return say(language, verdict === 'not-running' ? 'report.guest.off' : 'term.guest.unknown')
  const full = versioned(name, guest.version)
  return guest.source === 'answer' ? say(language, 'report.guest.answered', { guest: full }) : full
}

/** The host in a few words: name, Windows and build, each as far as it is known. */
export function hostText({ host, source }: Diagnosis): string {
  const name = host.name ?? source
  if (host.os === null) return name
  const build = buildText(host.build, host.revision)
  return build === null ? `${name} · ${host.os}` : `${name} · ${host.os} (${build})`
}
