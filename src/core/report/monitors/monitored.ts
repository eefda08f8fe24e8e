import { shownText } from '../../i18n/shown-text'
import { say } from '../../i18n/translate'
import type { VmDiagnosis } from '../../model/diagnosis'
import type { Language } from '../../model/text'
import { severest, severity, type Verdict } from '../../model/verdict'
import type { ReportContent } from '../content'
import { cutText } from '../cut-text'
import { codesOf } from '../vm-words'

/** States of a monitor by their numbers: 0 OK, 1 warning, 2 critical, 3 unknown (Monitoring Plugins guidelines; Checkmk counts alike). */
export type MonitorState = 0 | 1 | 2 | 3
export const STATE_WORDS = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const

/** Verdicts that a threshold can name; a healthy VM or one that is off is never an alarm. */
export const THRESHOLD_VERDICTS = ['safe-to-ignore', 'advice', 'cannot-tell', 'action-needed'] as const
type ThresholdVerdict = (typeof THRESHOLD_VERDICTS)[number]

/** From which verdict on a VM is a warning, and from which it is critical. */
export interface Thresholds {
  readonly warning: ThresholdVerdict
  readonly critical: ThresholdVerdict
}

export const DEFAULT_THRESHOLDS: Thresholds = { warning: 'advice', critical: 'action-needed' }

/**
 * The state of a verdict. A VM that cannot be judged yet is unknown, unless a threshold names `cannot-tell` itself or
 * the critical one lies below it: "unknown" is what monitors have for it, and it must not look like good news.
 */
export function stateOf(verdict: Verdict, { warning, critical }: Thresholds): MonitorState {
  if (verdict === 'healthy' || verdict === 'not-running') return 0
  if (severity(verdict) >= severity(critical)) return 2
  if (verdict === 'cannot-tell') return warning === 'cannot-tell' ? 1 : 3
  return severity(verdict) >= severity(warning) ? 1 : 0
}

// As the plugins' own library ranks states: what is known to be bad before what is not known, and both before OK.
const RANK: Readonly<Record<MonitorState, number>> = { 0: 0, 3: 1, 1: 2, 2: 3 }

/** The worst of some states; OK where there is none. */
export function worstState(states: readonly MonitorState[]): MonitorState {
  return states.reduce<MonitorState>((worst, state) => (RANK[state] > RANK[worst] ? state : worst), 0)
}

/** One VM as a monitor sees it. */
export interface MonitoredVm {
  readonly id: string
  readonly name: string
  /** The name, with the id where several VMs of the check have it. */
  readonly uniqueName: string
  readonly verdict: Verdict
  readonly state: MonitorState
  readonly codes: string
  /** Verdict, codes and reason in one line. */
  readonly text: string
  /** Whether somebody accepted a finding of it; it then counts by what is left. */
  readonly accepted: boolean
}

/** One host as a monitor sees it. */
export interface MonitoredHost {
  readonly name: string
  readonly checkedAt: string | null
  readonly state: MonitorState
  readonly text: string
  readonly vms: readonly MonitoredVm[]
  readonly counts: Readonly<Record<string, number>>
  /** Sentences for what could not be read. */
  readonly unread: readonly { readonly code: string; readonly text: string }[]
}

/** A check as monitors see it. */
export interface Monitored {
  readonly state: MonitorState
  readonly text: string
  readonly counts: Readonly<Record<string, number>>
  readonly hosts: readonly MonitoredHost[]
}

const LINE_LIMIT = 300

function line(text: string, limit = LINE_LIMIT): string {
  return cutText(shownText(text), limit)
}

/** Findings of these verdicts are somebody's to look at, whatever else was accepted. */
const LEFT_TO_DO: readonly string[] = ['advice', 'cannot-tell', 'action-needed']

/** Why a VM stands as it does where something was accepted: what is left, else that nothing is. */
function reasonBeside(vm: VmDiagnosis, worst: VmDiagnosis['findings'], language: Language): string {
  if (worst.some(({ verdict }) => LEFT_TO_DO.includes(verdict))) return worst.map(({ title }) => title).join('; ')
  return say(language, 'monitor.accepted', { codes: codesOf(vm.findings.filter(({ accepted }) => accepted !== null)) })
}

function monitoredVm(vm: VmDiagnosis, thresholds: Thresholds, content: ReportContent, isUnique: boolean): MonitoredVm {
  const { language } = content
  const left = vm.findings.filter(({ accepted }) => accepted === null)
  const verdict = severest(
    left.map((finding) => finding.verdict),
    vm.findings.length === 0 ? vm.verdict : 'healthy',
  )
  const accepted = left.length < vm.findings.length
  const worst = left.filter((finding) => finding.verdict === verdict)
  const codes = codesOf(worst)
  const reason = accepted ? reasonBeside(vm, worst, language) : vm.headline
  const name = line(vm.name, 120)
  return {
    id: vm.id,
    name,
    uniqueName: isUnique ? name : `${name} (${line(vm.id, 60)})`,
    verdict,
    state: stateOf(verdict, thresholds),
    codes,
    text: line(`${say(language, `verdict.${verdict}`)}${codes === '' ? '' : ` [${codes}]`}: ${reason}`),
    accepted,
  }
}

function countsOf(vms: readonly MonitoredVm[], unread: number): Readonly<Record<string, number>> {
  const of = (verdict: Verdict): number => vms.filter((vm) => vm.verdict === verdict).length
  return {
    vms: vms.length,
    action_needed: of('action-needed'),
    cannot_tell: of('cannot-tell'),
    advice: of('advice'),
    safe_to_ignore: of('safe-to-ignore'),
    healthy: of('healthy'),
    not_running: of('not-running'),
    accepted: vms.filter(({ accepted }) => accepted).length,
    not_checked: unread,
  }
}

/** What a monitor is told in one line: the answer, then the VMs that are not OK, then how many are harmless and why. */
function textOf(
  sentence: string,
  vms: readonly MonitoredVm[],
  unread: MonitoredHost['unread'],
  content: ReportContent,
): string {
  const { language } = content
  const bad = vms.filter(({ state }) => state !== 0)
  const harmless = vms.find(({ verdict }) => verdict === 'safe-to-ignore')
  const parts = [
    sentence,
    ...bad.map(({ name, text }) => `${name}: ${text}`),
    ...unread.map(({ text }) => text),
    ...(harmless === undefined
      ? []
      : [say(language, 'monitor.harmless', { name: harmless.name, text: harmless.text })]),
  ]
  return line(parts.join(' '), 900)
}

/** A report as a monitor sees it: a state per VM, per host and for all, harmless ones OK with their reason, accepted ones apart. */
export function monitored(content: ReportContent, thresholds: Thresholds): Monitored {
  const names = new Map<string, number>()
  for (const { vms } of content.hosts)
    for (const { name } of vms) names.set(line(name, 120), (names.get(line(name, 120)) ?? 0) + 1)
  const hosts = content.hosts.map(({ diagnosis, vms: diagnosed, answer }): MonitoredHost => {
    const vms = diagnosed.map((vm) => monitoredVm(vm, thresholds, content, names.get(line(vm.name, 120)) === 1))
    const unread = diagnosis.problems.map(({ code, message }) => ({ code: line(code), text: line(message) }))
    return {
      name: line(diagnosis.host.name ?? diagnosis.source, 120),
      checkedAt: diagnosis.checkedAt,
      state: worstState([...vms.map(({ state }) => state), ...(unread.length > 0 ? [3 as const] : [])]),
      text: textOf(answer.sentence, vms, unread, content),
      vms,
      counts: countsOf(vms, unread.length),
      unread,
    }
  })
  const all = hosts.flatMap(({ vms }) => vms)
  const unread = hosts.flatMap((host) => host.unread)
  return {
    state: worstState(hosts.map(({ state }) => state)),
    text: textOf(content.answer.sentence, all, unread, content),
    counts: countsOf(all, unread.length),
    hosts,
  }
}
