import { secondsOf } from '../decode/instant'
import type { JudgedHost } from '../diagnosis/judge'
import { summarize } from '../diagnosis/render'
import type { HostHistory, KeptCheck, KnownGuests } from '../model/history'
import { recordAfter } from './vm-record'

/** Whether a check is later than all that the history of its host holds, so that it can be added without reading them again. */
export function isNext({ checks }: HostHistory, checkedAt: string): boolean {
  const last = checks.at(-1)
  return last === undefined || (secondsOf(last.checkedAt) ?? 0) <= (secondsOf(checkedAt) ?? 0)
}

/** The history of a host with one more check, which is later than those before (`isNext`). */
export function withCheck(
  history: HostHistory,
  file: Pick<KeptCheck, 'file' | 'bytes'>,
  { snapshot, vms }: JudgedHost,
): HostHistory {
  const { collectedAt: checkedAt, host } = snapshot
  const records = vms.map(
    (judged) => [judged.vm.id, recordAfter(history.vms[judged.vm.id] ?? null, judged, checkedAt)] as const,
  )
  return {
    ...history,
    host: { ...history.host, os: host.os ?? history.host.os },
    checks: [...history.checks, { ...file, checkedAt, summary: summarize(vms) }],
    vms: { ...history.vms, ...Object.fromEntries(records) },
  }
}

/** The guests that VMs last named themselves, as of a time: what a VM said after it cannot be known then. */
export function guestsKnownAt(vms: HostHistory['vms'], time: string): KnownGuests {
  const until = secondsOf(time) ?? 0
  const known: Record<string, KnownGuests[string]> = {}
  for (const [id, { guest }] of Object.entries(vms)) {
    if (guest !== null && (secondsOf(guest.asOf) ?? 0) <= until) known[id] = guest
  }
  return known
}
