import { guestsKnownAt } from '../../core/history/host-history'
import { sinceFor } from '../../core/history/vm-record'
import type { JudgedHost } from '../../core/diagnosis/judge'
import type { SinceWhen } from '../../core/diagnosis/render'
import { guestName } from '../../core/diagnosis/vm-facts'
import type { FindableVm } from '../../core/find/find-vms'
import { translate } from '../../core/i18n/translate'
import type { Capture } from '../../core/model/capture'
import type { HostHistory, KnownGuest, KnownGuests, VmRecord } from '../../core/model/history'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import { hostOf } from './history-files'

/** The kept checks of all hosts, by the hosts' ids. */
export type Hosts = ReadonlyMap<string, HostHistory>

/** A check of the history by the folder of its host and the name of its file. */
export interface CheckRef {
  readonly hostId: string
  readonly file: string
}

/** The kept check before a capture of the same host; null where there is none. */
export function previousCheck(hosts: Hosts, capture: Capture): CheckRef | null {
  const hostId = hostOf(capture)?.id
  const host = hostId === undefined ? undefined : hosts.get(hostId)
  const read = Date.parse(capture.collectedAt)
  const earlier = host?.checks.findLast(({ checkedAt }) => Date.parse(checkedAt) < read)
  return hostId === undefined || earlier === undefined ? null : { hostId, file: earlier.file }
}

/** The guests that VMs last named themselves, as of a capture: on its own host, else on the one that a VM came from. */
export function knownGuests(hosts: Hosts, capture: Capture): KnownGuests {
  const hostId = hostOf(capture)?.id
  if (hostId === undefined || capture.pasted !== null) return {}
  const others = [...hosts].filter(([id]) => id !== hostId).map(([, { vms }]) => vms)
  const own = hosts.get(hostId)?.vms ?? {}
  return Object.assign({}, ...[...others, own].map((vms) => guestsKnownAt(vms, capture.collectedAt))) as KnownGuests
}

function recordOf(hosts: Hosts, hostId: string, vmId: string): VmRecord | null {
  const own = hosts.get(hostId)?.vms[vmId]
  if (own !== undefined) return own
  const others = [...hosts.values()].flatMap(({ vms }) => vms[vmId] ?? [])
  return others.toSorted((a, b) => Date.parse(b.lastSeen) - Date.parse(a.lastSeen))[0] ?? null
}

/** Since when the VMs of a check are as it found them; null for a text or the sample, which have no history. */
export function sinceWhen(hosts: Hosts, capture: Capture, { snapshot }: JudgedHost): SinceWhen | null {
  const hostId = hostOf(capture)?.id
  if (hostId === undefined || capture.pasted !== null || capture.target.via === 'sample') return null
  return (judged) => sinceFor(recordOf(hosts, hostId, judged.vm.id), judged, snapshot.collectedAt)
}

/** A VM as the history last knew it. */
export interface RememberedVm {
  readonly id: string
  readonly name: string
  readonly hostId: string
  readonly host: string
  readonly verdict: Verdict
  readonly guest: KnownGuest | null
  readonly addresses: readonly string[]
  /** The kept check that saw it last. */
  readonly file: string
  /** Time of the last check that saw it, ISO 8601. */
  readonly lastSeen: string
}

/** Every VM that a kept check saw, on each host that it was seen on, the hosts in the order of their ids. */
export function rememberedVms(hosts: Hosts): readonly RememberedVm[] {
  const ordered = [...hosts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return ordered.flatMap(([hostId, { host, checks, vms }]) => {
    const files = new Map(checks.map(({ checkedAt, file }) => [checkedAt, file]))
    return Object.entries(vms).flatMap(([id, { name, verdict, guest, addresses, lastSeen }]) => {
      const file = files.get(lastSeen)
      if (file === undefined) return []
      return [{ id, name, hostId, host: host.name, verdict, guest, addresses, file, lastSeen }]
    })
  })
}

/** The VMs of the history of which nothing as new was read now. `read`: their ids, and the time of the check that has them. */
export function onlyRemembered(
  hosts: Hosts,
  read: readonly { readonly id: string; readonly checkedAt: string }[],
): readonly RememberedVm[] {
  const newest = new Map<string, number>()
  for (const { id, checkedAt } of read) newest.set(id, Math.max(newest.get(id) ?? 0, Date.parse(checkedAt)))
  return rememberedVms(hosts).filter(({ id, lastSeen }) => (newest.get(id) ?? 0) < Date.parse(lastSeen))
}

/** A VM of the history, for a search; its guest in words as far as the history knows them. */
export function findableOf({ id, name, guest, addresses }: RememberedVm, language: Language): FindableVm {
  return {
    id,
    name,
    guest: guest === null ? null : shownGuest(guest, language),
    addresses,
    guestHostName: guest?.hostName ?? null,
  }
}

function shownGuest(guest: KnownGuest, language: Language): string {
  const name = guestName(guest)
  return typeof name === 'string' ? name : translate(language, name)
}
