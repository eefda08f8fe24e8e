import type { ArrivingVm, Progress } from '../../core/ipc'
import type { ListedVm } from './rows'

/** A check that is running. */
export interface RunningCheck {
  /** What is read: this computer (`local`), a source again, or a host that is none yet. */
  readonly of: string
  readonly callId: string
  readonly startedAt: number
  readonly progress: Progress | null
  /** VMs that were read so far; none of them is judged. */
  readonly arrived: readonly ListedVm[]
}

/** A VM of which only its name and state are known yet: no verdict, and no service with one. */
function listed(vm: ArrivingVm): ListedVm {
  return { ...vm, verdict: null, needsAction: false, title: '', services: [] }
}

/** A check that begins now; `of`: this computer (`local`), a source, or the name of a host. */
export function newCheck(callId: string, startedAt: number, of: string): RunningCheck {
  return { callId, startedAt, of, progress: null, arrived: [] }
}

/** The check one step on; VMs stay as they came until main tells of all of them again. */
export function checkAfter(check: RunningCheck, progress: Progress): RunningCheck {
  return { ...check, progress, arrived: progress.arrived?.map(listed) ?? check.arrived }
}
