import { decodeVmState } from '../decode/vm-state'
import { stateOf } from '../decode/pasted/vm-states'
import { message } from '../i18n/translate'
import type { VmState } from '../model/snapshot'
import type { MeaningDraft } from './draft'

/** Names of `Msvm_ComputerSystem.EnabledState` as the class, RequestStateChange and Remote Desktop's pages document them. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'Unknown',
  1: 'Other',
  2: 'Enabled',
  3: 'Disabled',
  4: 'Shutting Down',
  5: 'Not Applicable',
  6: 'Enabled but Offline',
  7: 'In Test',
  8: 'Deferred',
  9: 'Quiesce',
  10: 'Starting',
  11: 'Reset',
  32768: 'Paused',
  32769: 'Suspended',
  32770: 'Starting',
  32771: 'Snapshotting',
  32773: 'Saving',
  32774: 'Stopping',
  32776: 'Pausing',
  32777: 'Resuming',
  32779: 'FastSaved',
  32780: 'FastSaving',
  32781: 'RunningCritical',
  32782: 'OffCritical',
  32783: 'StoppingCritical',
  32784: 'SavedCritical',
  32785: 'PausedCritical',
  32786: 'StartingCritical',
  32787: 'ResetCritical',
  32788: 'SavingCritical',
  32789: 'PausingCritical',
  32790: 'ResumingCritical',
  32791: 'FastSavedCritical',
  32792: 'FastSavingCritical',
}

const NOT_RUNNING: readonly VmState[] = ['off', 'saved', 'paused']

function textOf(state: VmState, critical: boolean) {
  const plain = message(`meaning.state.${state}`)
  return critical ? message('meaning.state.critical', { state: plain }) : plain
}

function draft(value: string, name: string, state: VmState, critical: boolean): MeaningDraft {
  const isDown = NOT_RUNNING.includes(state)
  const codes = { off: ['IS-05', 'IS-08'], saved: ['IS-06'], paused: ['IS-07'], unknown: ['IS-74'], running: [] }
  const own: readonly string[] = state in codes ? codes[state as keyof typeof codes] : ['IS-75']
  return {
    kind: 'state',
    property: 'Msvm_ComputerSystem.EnabledState',
    subject: message('meaning.state.subject'),
    value,
    name,
    text: textOf(state, critical),
    todo: message(
      critical
        ? 'meaning.todo.storage'
        : isDown
          ? 'meaning.todo.if-wanted'
          : state === 'running'
            ? 'meaning.todo.nothing'
            : 'meaning.todo.check-again',
    ),
    codes: critical ? [isDown ? 'IS-09' : 'IS-80'] : own,
  }
}

/** What a number means as the state of a VM; null where it is no documented state. */
export function vmStateMeaning(value: number): MeaningDraft | null {
  const name = Object.hasOwn(NAMES, value) ? NAMES[value] : undefined
  if (name === undefined) return null
  const { state, critical } = decodeVmState({ EnabledState: value })
  return draft(String(value), name, state, critical)
}

/** What a word means as the state of a VM (`PausedCritical`, “꺼짐”): its numbers beside it. Null for any other word. */
export function vmStateOfWord(word: string): MeaningDraft | null {
  if (/^\s*\d+\s*$/.test(word)) return null
  const said = stateOf(word)
  if (said === null) return null
  const numbers = Object.keys(NAMES)
    .map(Number)
    .filter((value) => {
      const decoded = decodeVmState({ EnabledState: value })
      return decoded.state === said.state && decoded.critical === said.critical
    })
  const [first] = numbers
  const name = first === undefined ? word : (NAMES[first] ?? word)
  return draft(numbers.join(', '), name, said.state, said.critical)
}
