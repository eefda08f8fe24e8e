import type { Problem } from '../../model/problem'
import type { ServiceId } from '../../model/service'
import type { GuestAnswer, PastedLine, Snapshot } from '../../model/snapshot'

/** The protocol versions of one service as event 4010 gives them. */
export interface PastedVersions {
  readonly vmId: string
  readonly service: ServiceId
  readonly negotiated: string
  readonly expected: string
  readonly line: number
}

/** Something said of a VM that belongs to no integration service: a device, or the services as a whole. */
export interface PastedSign {
  readonly vmId: string
  readonly kind: 'version-differs' | 'cannot-load'
  readonly subject: 'integration-services' | 'network-adapter' | 'storage' | 'device'
  /** Windows event id, or null where it was a word of Hyper-V Manager or of a monitor. */
  readonly event: number | null
  readonly device: string | null
  readonly server: string | null
  readonly client: string | null
  readonly guessed: boolean
  readonly line: number
}

/** An operating system that prose names. A hint for the question what runs in the VM, never a proof. */
export interface PastedHint {
  /** Null where the text names several VMs and not which one is meant. */
  readonly vmId: string | null
  readonly guest: GuestAnswer
  readonly line: number
}

/** Everything that was read from a pasted text. */
export interface PastedReading {
  readonly snapshot: Snapshot
  readonly lines: readonly PastedLine[]
  /** Why the text could not be used at all, or null. */
  readonly refusal: Problem | null
  readonly versions: readonly PastedVersions[]
  readonly signs: readonly PastedSign[]
  readonly hints: readonly PastedHint[]
}

export type { PastedKind, PastedLine } from '../../model/snapshot'
