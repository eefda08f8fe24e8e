import { secondsOf } from '../decode/instant'
import { justStarted, phaseOf } from '../diagnosis/vm-facts'
import type { Finding, JudgedVm } from '../model/diagnosis'
import type { KnownGuest, VmRecord } from '../model/history'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { Service, Vm } from '../model/snapshot'

/** Whether a VM's services say something lasting: it runs, and has had time to start. */
function isSettled(vm: Vm): boolean {
  return phaseOf(vm) === 'running' && !justStarted(vm)
}

function pictureOf({ listed, enabled, code, detailCode }: Service): string {
  return [listed, enabled, code, detailCode].join(' ')
}

/** Services as they are, each since its first check; what was not read now is as it was. */
function servicesOf(vm: Vm, earlier: VmRecord['services'], checkedAt: string): VmRecord['services'] {
  if (!isSettled(vm)) return earlier
  const services: VmRecord['services'] = { ...earlier }
  for (const id of JUDGED_SERVICES) {
    if (vm.services[id].readState !== 'read') continue
    const picture = pictureOf(vm.services[id])
    if (earlier[id]?.picture !== picture) services[id] = { picture, since: checkedAt }
  }
  return services
}

const keyOf = ({ rule, service }: Pick<Finding, 'rule' | 'service'>): string => `${rule} ${service ?? ''}`.trim()

function findingsOf(judged: JudgedVm, earlier: VmRecord['findings'], checkedAt: string): VmRecord['findings'] {
  const standing = judged.findings.map((finding) => [keyOf(finding), earlier[keyOf(finding)] ?? checkedAt] as const)
  // A VM that is off says nothing of its services: a fault from before is one that goes on.
  const kept = isSettled(judged.vm) ? [] : Object.entries(earlier).filter(([key]) => key.includes(' '))
  return Object.fromEntries([...kept, ...standing])
}

function guestOf({ guest }: Vm, earlier: KnownGuest | null, checkedAt: string): KnownGuest | null {
  const { os, family, name, version, kernel, build, hostName } = guest
  if (guest.source !== 'kvp' || os === 'unknown') return earlier
  return { os, family, name, version, kernel, build, hostName, asOf: checkedAt }
}

function wholePicture(judged: JudgedVm, services: VmRecord['services']): string {
  const { vm, verdict } = judged
  if (!isSettled(vm)) return vm.state
  return [vm.state, verdict, ...JUDGED_SERVICES.map((id) => services[id]?.picture ?? '')].join(', ')
}

/** What is known of a VM after one more check, which is later than those before. `earlier` is null for a VM seen first. */
export function recordAfter(earlier: VmRecord | null, judged: JudgedVm, checkedAt: string): VmRecord {
  const { vm } = judged
  const services = servicesOf(vm, earlier?.services ?? {}, checkedAt)
  // While a VM starts nothing has changed for good.
  const isStarting = phaseOf(vm) === 'running' && !isSettled(vm)
  const picture = earlier !== null && isStarting ? earlier.picture : wholePicture(judged, services)
  return {
    name: vm.name,
    firstSeen: earlier?.firstSeen ?? checkedAt,
    lastSeen: checkedAt,
    changedAt: earlier?.picture === picture ? earlier.changedAt : checkedAt,
    picture,
    verdict: judged.verdict,
    services,
    findings: findingsOf(judged, earlier?.findings ?? {}, checkedAt),
    guest: guestOf(vm, earlier?.guest ?? null, checkedAt),
    addresses: vm.guest.addresses.length > 0 ? [...vm.guest.addresses] : (earlier?.addresses ?? []),
  }
}

/** Since when a VM is as one check found it: times of checks, ISO 8601; null where the history does not tell. */
export interface VmSince {
  readonly firstSeen: string
  readonly changedAt: string | null
  readonly ofService: (id: JudgedServiceId) => string | null
  readonly ofFinding: (finding: Pick<Finding, 'rule' | 'service'>) => string | null
}

/**
 * Since when a VM is as this check found it. The check may be the newest, kept already or not, or one of before: of that
 * only what has not changed since is known.
 */
export function sinceFor(record: VmRecord | null, judged: JudgedVm, checkedAt: string): VmSince {
  const now = secondsOf(checkedAt) ?? 0
  const isKnown = (time: string): boolean => (secondsOf(time) ?? Number.POSITIVE_INFINITY) <= now
  const isNewer = record === null || now > (secondsOf(record.lastSeen) ?? 0)
  const then = isNewer ? recordAfter(record, judged, checkedAt) : record
  const known = (time: string | undefined): string | null => (time !== undefined && isKnown(time) ? time : null)
  return {
    firstSeen: known(then.firstSeen) ?? checkedAt,
    // Never changed as far as the history goes back is not a change.
    changedAt: then.changedAt === then.firstSeen ? null : known(then.changedAt),
    ofService: (id) => known(then.services[id]?.since),
    ofFinding: (finding) => known(then.findings[keyOf(finding)]),
  }
}
