import type { ServiceId } from '../model/service'
import type { StatusKind } from '../model/snapshot'
import { numbersOf } from './values'

/** What the two numbers of a component's `OperationalStatus` mean together. */
export interface DecodedStatus {
  readonly kind: StatusKind
  readonly code: number | null
  readonly detailCode: number | null
}

/** Severest first: two rows of one class for one VM count as the severer one. */
const BY_SEVERITY: readonly StatusKind[] = [
  'incompatible',
  'lost-communication',
  // Always to be mended; no contact can be milder where the guest never had the service.
  'error',
  'timed-out',
  'communication-failed',
  'application-critical',
  'no-contact',
  'unknown',
  'none',
  'paused',
  'mismatch',
  'ok-heartbeat-number',
  'ok-no-application-data',
  'ok',
]

/** Order of two decoded states: negative when the first is the severer one. */
export function compareStatus(a: DecodedStatus, b: DecodedStatus): number {
  return BY_SEVERITY.indexOf(a.kind) - BY_SEVERITY.indexOf(b.kind)
}

/** Names of the first number, as the component classes document them (MSDN, Msvm_*Component.OperationalStatus). */
export const STATUS_NAMES: Readonly<Record<number, string>> = {
  2: 'ok',
  3: 'degraded',
  6: 'error',
  7: 'non-recoverable-error',
  12: 'no-contact',
  13: 'lost-communication',
  15: 'paused',
}

/** Names of the second number (MSDN, Msvm_HeartbeatComponent; 12 from the cmdlets' "No Application Data"). */
export const DETAIL_NAMES: Readonly<Record<number, string>> = {
  2: 'ok',
  12: 'no-application-data',
  32775: 'protocol-mismatch',
  32782: 'application-critical',
  32783: 'communication-timed-out',
  32784: 'communication-failed',
  32896: 'disabled',
}

/** Second numbers that say what is wrong; behind the second place nothing else counts. */
const FAULTS = Object.keys(DETAIL_NAMES)
  .map(Number)
  .filter((number) => number > 12)

function kindOfDetail(service: ServiceId, mismatch: boolean, detail: number | null): StatusKind {
  const plain: StatusKind = mismatch ? 'mismatch' : 'ok'
  switch (detail) {
    case null:
      return plain
    case 2:
      if (service === 'heartbeat' || mismatch) return plain
      return 'ok-heartbeat-number'
    case 12:
      if (mismatch) return service === 'heartbeat' ? 'mismatch' : 'unknown'
      return service === 'heartbeat' ? 'ok-no-application-data' : 'ok-heartbeat-number'
    case 32775:
      return 'mismatch'
    case 32782:
      return service === 'heartbeat' ? 'application-critical' : 'unknown'
    default:
      return 'unknown'
  }
}

function kindOf(service: ServiceId, code: number, detail: number | null): StatusKind {
  if (code === 7) return 'incompatible'
  if (code === 13) return 'lost-communication'
  // Reported errors stay errors whatever stands beside them.
  if (detail === 32783) return 'timed-out'
  if (detail === 32784) return 'communication-failed'
  switch (code) {
    case 2:
      return kindOfDetail(service, false, detail)
    case 3:
      return kindOfDetail(service, true, detail)
    case 6:
      return 'error'
    case 12:
      return 'no-contact'
    case 15:
      return 'paused'
    default:
      return 'unknown'
  }
}

/**
 * Decodes `OperationalStatus` of an integration service's component. The second number is read on every service: it is
 * documented for the heartbeat alone, but hosts of 2016 and later report a version difference of any service as
 * [2, 32775]. Zero beside a status counts as absent. A third element may follow; it counts where it is the severer one.
 */
export function decodeStatus(service: ServiceId, value: unknown): DecodedStatus {
  const list = numbersOf(value)
  if (list.shape === 'garbage') return { kind: 'unknown', code: null, detailCode: null }
  if (list.shape !== 'numbers') return { kind: 'none', code: null, detailCode: null }
  const [code = 0, ...details] = list.numbers
  const second = details[0] || null
  let worst: DecodedStatus = { kind: kindOf(service, code, second), code, detailCode: second }
  for (const extra of details) {
    if (!FAULTS.includes(extra)) continue
    const other: DecodedStatus = { kind: kindOf(service, code, extra), code, detailCode: extra }
    if (compareStatus(other, worst) < 0) worst = other
  }
  return worst
}
