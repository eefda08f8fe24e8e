import type { Row, VmState } from '../model/snapshot'
import { numberOf, numbersOf } from './values'

interface StateOfNumber {
  readonly state: VmState
  readonly critical: boolean
}

const plain = (state: VmState): StateOfNumber => ({ state, critical: false })
const critical = (state: VmState): StateOfNumber => ({ state, critical: true })

const UNKNOWN = plain('unknown')

/** `Msvm_ComputerSystem.EnabledState`: 0 to 11 documented on the class, 32768 and above on RequestStateChange and for remote desktop. */
const BY_NUMBER: Readonly<Record<number, StateOfNumber>> = {
  2: plain('running'),
  3: plain('off'),
  4: plain('stopping'),
  6: plain('saved'),
  9: plain('paused'),
  10: plain('starting'),
  11: plain('resetting'),
  32768: plain('paused'),
  32769: plain('saved'),
  32770: plain('starting'),
  32773: plain('saving'),
  32774: plain('stopping'),
  32776: plain('pausing'),
  32777: plain('resuming'),
  32779: plain('saved'),
  32780: plain('saving'),
  32781: critical('running'),
  32782: critical('off'),
  32783: critical('stopping'),
  32784: critical('saved'),
  32785: critical('paused'),
  32786: critical('starting'),
  32787: critical('resetting'),
  32788: critical('saving'),
  32789: critical('pausing'),
  32790: critical('resuming'),
  32791: critical('saved'),
  32792: critical('saving'),
}

/** `OtherEnabledState`, which says the transition where `EnabledState` is 1. The texts are fixed names, not translated. */
const BY_NAME: ReadonlyMap<string, VmState> = new Map<string, VmState>([
  ['starting', 'starting'],
  ['stopping', 'stopping'],
  ['saving', 'saving'],
  ['fastsaving', 'saving'],
  ['pausing', 'pausing'],
  ['quiescing', 'pausing'],
  ['resuming', 'resuming'],
  ['reset', 'resetting'],
  ['resetting', 'resetting'],
  ['paused', 'paused'],
  ['quiesce', 'paused'],
  ['saved', 'saved'],
  ['fastsaved', 'saved'],
])

/** The VM's configuration storage cannot be reached; it can only be turned off or deleted (Msvm_ComputerSystem). */
const CONFIGURATION_LOST = 3

/** What a VM's own row says of its state. */
export interface VmCondition extends StateOfNumber {
  /** `HealthState`: 5 OK. */
  readonly healthState: number | null
  /** First number of `OperationalStatus`: 2 OK, 3 degraded, 5 predictive failure, 11 in service; null when there is none. */
  readonly conditionCode: number | null
  /** Second number of `OperationalStatus`: what is being done to it (32774 is a live migration); null when nothing. */
  readonly operationCode: number | null
}

function stateOf(row: Row): StateOfNumber {
  const enabledState = numberOf(row['EnabledState'])
  if (enabledState !== 1) return (enabledState === null ? undefined : BY_NUMBER[enabledState]) ?? UNKNOWN
  const name = typeof row['OtherEnabledState'] === 'string' ? row['OtherEnabledState'].trim().toLowerCase() : ''
  const base = name.replace(/critical$/, '')
  return { state: BY_NAME.get(base) ?? 'unknown', critical: base !== name }
}

/** A VM's power state, whether it is one of the "...Critical" ones, and the numbers that stand beside it. */
export function decodeVmState(row: Row): VmCondition {
  const { state, critical } = stateOf(row)
  const healthState = numberOf(row['HealthState'])
  const list = numbersOf(row['OperationalStatus'])
  const [conditionCode = null, operationCode = null] = list.shape === 'numbers' ? list.numbers : []
  const sick = healthState === 20 || healthState === 25 || conditionCode === CONFIGURATION_LOST
  return { state, critical: critical || sick, healthState, conditionCode, operationCode }
}
