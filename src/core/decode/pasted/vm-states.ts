import type { VmState } from '../../model/snapshot'
import { keyOf } from './service-names'

/** A VM's state as a text gives it. */
export interface SaidState {
  readonly state: VmState
  readonly critical: boolean
}

/** Names of `Get-VM`'s State (an enum, so English on every host), of Hyper-V Manager, and of its Korean edition. */
const STATES: Readonly<Record<string, VmState>> = {
  Running: 'running',
  Off: 'off',
  // Get-SCVirtualMachine of Virtual Machine Manager.
  PowerOff: 'off',
  PoweredOff: 'off',
  Stopping: 'stopping',
  'Shutting down': 'stopping',
  Saved: 'saved',
  FastSaved: 'saved',
  Hibernated: 'saved',
  Paused: 'paused',
  Starting: 'starting',
  Reset: 'resetting',
  Resetting: 'resetting',
  Saving: 'saving',
  FastSaving: 'saving',
  Pausing: 'pausing',
  Resuming: 'resuming',
  '실행 중': 'running',
  꺼짐: 'off',
  저장됨: 'saved',
  '일시 중지됨': 'paused',
}

/** Numbers that mean the same in every release; above them `Get-VM` numbers differ, so only names are read. */
const BY_NUMBER: Readonly<Record<number, VmState>> = {
  2: 'running',
  3: 'off',
  4: 'stopping',
  6: 'saved',
  9: 'paused',
  10: 'starting',
  11: 'resetting',
  32773: 'saving',
  32776: 'pausing',
  32777: 'resuming',
}

const BY_KEY = new Map(
  [...Object.entries(STATES), ...Object.entries(BY_NUMBER)].map(([word, state]) => [keyOf(word), state]),
)

/** The state a word or a number means: `Running`, `PausedCritical`, `Paused-Critical`, 2. Null for any other text. */
export function stateOf(value: unknown): SaidState | null {
  const key = typeof value === 'number' || typeof value === 'string' ? keyOf(String(value).trim()) : ''
  const base = key.replace(/-?critical$/, '')
  const state = BY_KEY.get(base)
  return state === undefined ? null : { state, critical: base !== key }
}

const ISO_SPAN = /^P(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,9})(?:\.\d{1,9})?S)?)?$/

/** Seconds of a time span as .NET prints it (`3.04:12:33.1230000`) or XML does (`P3DT4H12M33S`), or null. */
export function secondsOf(value: unknown): number | null {
  if (typeof value === 'object' && value !== null && 'TotalSeconds' in value) {
    return typeof value.TotalSeconds === 'number' ? Math.floor(value.TotalSeconds) : null
  }
  const match =
    typeof value === 'string' ? /^(?:(\d{1,5})\.)?(\d{1,2}):(\d\d):(\d\d)(?:\.\d{1,7})?$/.exec(value.trim()) : null
  const iso = typeof value === 'string' && value.length > 1 ? ISO_SPAN.exec(value.trim()) : null
  if (match === null && iso === null) return null
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match ?? iso ?? []
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
}
