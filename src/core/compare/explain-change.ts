import { secondsOf } from '../decode/instant'
import { guestName, phaseOf, pulseOf } from '../diagnosis/vm-facts'
import { message } from '../i18n/translate'
import { isAtLeast, isBelow } from '../knowledge/versions'
import type { ExplanationId } from '../model/comparison'
import type { JudgedVm } from '../model/diagnosis'
import type { JudgedServiceId } from '../model/service'
import type { Host, Snapshot, StatusKind, Vm } from '../model/snapshot'
import type { TextParam, TextRef } from '../model/text'
import type { ServiceComparison } from './compare-vms'

/** What probably explains the change of a VM. Its facts are read; that they are the reason is a conclusion. */
export interface Explanation {
  readonly id: ExplanationId
  readonly text: TextRef
  /** Services it is about; empty where it is about the VM. */
  readonly services: readonly JudgedServiceId[]
}

/** First kernel whose file copy is a program of its own in the guest (linux tools/hv, hv_fcopy_uio_daemon). */
const FILE_COPY_IN_USER_SPACE = '6.10'

const ANSWERING: readonly StatusKind[] = ['ok', 'ok-no-application-data', 'ok-heartbeat-number', 'mismatch']
const SILENT: readonly StatusKind[] = ['no-contact', 'lost-communication']

/** The two checks of one VM with what differs. */
export interface ChangedVm {
  readonly before: JudgedVm
  readonly after: JudgedVm
  readonly services: readonly ServiceComparison[]
}

function explanation(
  id: ExplanationId,
  params: Readonly<Record<string, TextParam>> = {},
  services: readonly JudgedServiceId[] = [],
): Explanation {
  const names = { services: { list: services.map((service) => message(`term.service.${service}`)) } }
  return { id, text: message(`compare.explanation.${id}`, { ...names, ...params }), services }
}

/** The explanation for those services that it holds for; none without any. */
function forServices(
  id: ExplanationId,
  { services }: ChangedVm,
  holds: (service: JudgedServiceId) => boolean,
): readonly Explanation[] {
  const found = services.filter(({ change, service }) => change !== 'unchanged' && holds(service))
  const ids = found.map(({ service }) => service)
  return ids.length === 0 ? [] : [explanation(id, {}, ids)]
}

function releaseText({ os, build }: Host): string | null {
  return build === null ? os : `${os ?? ''} (${build})`.trim()
}

function becauseOfHost(oldHost: Host, newHost: Host): readonly Explanation[] {
  const [release, newRelease] = [releaseText(oldHost), releaseText(newHost)]
  if (oldHost.name !== null && newHost.name !== null && oldHost.name.toLowerCase() !== newHost.name.toLowerCase()) {
    const params = { before: [oldHost.name, release], after: [newHost.name, newRelease] }
    const full = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')
    return [explanation('host-moved', { before: full(params.before), after: full(params.after) })]
  }
  if (release === null || newRelease === null || release === newRelease || oldHost.build === newHost.build) return []
  return [explanation('host-build', { before: release, after: newRelease })]
}

function becauseOfGuest(before: Vm, after: Vm): readonly Explanation[] {
  const [was, is] = [before.guest, after.guest]
  if (was.os === 'unknown' || is.os === 'unknown') return []
  const names = { before: guestName(was), after: guestName(is) }
  if (was.os !== is.os || (was.family !== null && is.family !== null && was.family !== is.family)) {
    return [explanation('guest-replaced', names)]
  }
  if (was.kernel !== null && is.kernel !== null && was.kernel !== is.kernel) {
    return [explanation('guest-kernel', { before: was.kernel, after: is.kernel })]
  }
  const isUpdated =
    (was.version !== null && is.version !== null && was.version !== is.version) ||
    (was.build !== null && is.build !== null && was.build !== is.build)
  if (!isUpdated) return []
  const full = (guest: typeof was, name: TextParam): TextParam =>
    guest.build === null || typeof name !== 'string' ? name : `${name} (${guest.build})`
  return [explanation('guest-updated', { before: full(was, names.before), after: full(is, names.after) })]
}

function becauseOfPower({ before, after }: ChangedVm): readonly Explanation[] {
  const [was, is] = [before.vm, after.vm]
  if (phaseOf(was) === phaseOf(is) || was.state === 'unknown' || is.state === 'unknown') return []
  return [
    explanation('power', { before: message(`term.state.${was.state}`), after: message(`term.state.${is.state}`) }),
  ]
}

/** The VM runs for a shorter time than has passed since it was seen running. */
function becauseOfRestart({ before, after }: ChangedVm, oldRead: string, newRead: string): readonly Explanation[] {
  const [readBefore, readAfter] = [secondsOf(oldRead), secondsOf(newRead)]
  const up = after.vm.secondsSinceStart
  if (before.vm.state !== 'running' || up === null || readBefore === null || readAfter === null) return []
  return readAfter - up > readBefore ? [explanation('restarted')] : []
}

/** A kernel that moved file copy out of itself came in, and the program that does it now did not. */
function lacksFileCopyDaemon(changed: ChangedVm): boolean {
  const [was, is] = [changed.before.vm, changed.after.vm]
  if (was.guest.kernel === null || is.guest.kernel === null || pulseOf(is) !== 'answers') return false
  return (
    isBelow(was.guest.kernel, FILE_COPY_IN_USER_SPACE) &&
    isAtLeast(is.guest.kernel, FILE_COPY_IN_USER_SPACE) &&
    ANSWERING.includes(was.services['guest-service-interface'].kind) &&
    SILENT.includes(is.services['guest-service-interface'].kind)
  )
}

function becauseOfParts(changed: ChangedVm): readonly Explanation[] {
  const [before, after] = [changed.before.vm, changed.after.vm]
  const [pulseWas, pulseIs] = [pulseOf(before), pulseOf(after)]
  if (pulseWas === 'answers' && (pulseIs === 'no-contact' || pulseIs === 'lost')) {
    return [explanation('guest-silent')]
  }
  if (pulseIs === 'answers' && (pulseWas === 'no-contact' || pulseWas === 'lost')) {
    return [explanation('guest-answers')]
  }
  if (pulseWas !== 'answers' || pulseIs !== 'answers') return []
  const isSwitchedAlike = (id: JudgedServiceId): boolean => before.services[id].enabled === after.services[id].enabled
  const went = (id: JudgedServiceId, from: readonly StatusKind[], to: readonly StatusKind[]): boolean =>
    from.includes(before.services[id].kind) && to.includes(after.services[id].kind)
  const noDaemon = lacksFileCopyDaemon(changed)
  const isOther = (id: JudgedServiceId): boolean => id !== 'heartbeat' && isSwitchedAlike(id)
  return [
    ...(noDaemon
      ? [explanation('file-copy-daemon', { kernel: after.guest.kernel ?? '' }, ['guest-service-interface'])]
      : []),
    ...forServices('part-missing', changed, (id) => {
      return isOther(id) && went(id, ANSWERING, SILENT) && !(noDaemon && id === 'guest-service-interface')
    }),
    ...forServices('part-back', changed, (id) => isOther(id) && went(id, SILENT, ANSWERING)),
  ]
}

/**
 * What probably explains the change of a VM, the nearest reason first: its own switches, what was not read, its power,
 * its guest, its host. Empty where no status changed or the two checks do not tell.
 */
export function explainChange(changed: ChangedVm, older: Snapshot, newer: Snapshot): readonly Explanation[] {
  const { before, after, services } = changed
  const isStatusSame = services.every(({ change }) => change === 'unchanged')
  if (isStatusSame && before.verdict === after.verdict) return []
  const [was, is] = [before.vm.services, after.vm.services]
  const isUnread = ({ readState }: { readonly readState: string }): boolean => readState === 'failed'
  return [
    ...forServices('service-off', changed, (id) => was[id].enabled === true && is[id].enabled === false),
    ...forServices('service-on', changed, (id) => was[id].enabled === false && is[id].enabled === true),
    ...forServices('not-read', changed, (id) => isUnread(was[id]) !== isUnread(is[id])),
    ...becauseOfPower(changed),
    ...becauseOfParts(changed),
    ...becauseOfGuest(before.vm, after.vm),
    ...becauseOfHost(older.host, newer.host),
    ...becauseOfRestart(changed, older.collectedAt, newer.collectedAt),
  ]
}
