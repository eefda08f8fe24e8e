import { SERVICES, type ServiceId } from '../model/service'
import type { Row } from '../model/snapshot'
import { firstGuidOf, guidOf } from './values'

/** The rows of each service by one of its two classes. */
type RowsByService = Record<ServiceId, readonly Row[]>

/** Every row of a capture that speaks of one VM. */
export interface VmRows {
  readonly id: string
  /** `Msvm_ComputerSystem`; undefined for a VM that the host does not list. */
  system: Row | undefined
  /** `Msvm_VirtualSystemSettingData` of the VM itself, not of its checkpoints. */
  settings: readonly Row[]
  readonly components: RowsByService
  readonly switches: RowsByService
  /** `Msvm_SummaryInformation`, the second source for the heartbeat. */
  summary: Row | undefined
}

const NONE: readonly Row[] = []

function noRows(): RowsByService {
  return {
    heartbeat: NONE,
    kvp: NONE,
    shutdown: NONE,
    timesync: NONE,
    vss: NONE,
    'guest-service-interface': NONE,
    rdv: NONE,
  }
}

/** The rows with one more. Almost every list has one row, and a literal of one takes a tenth of the room of a list that grew. */
export function withRow(rows: readonly Row[], row: Row): readonly Row[] {
  if (rows.length === 0) return [row]
  ;(rows as Row[]).push(row)
  return rows
}

/** Whether a component row names the VM. */
export function hasComponents({ components }: VmRows): boolean {
  return SERVICES.some((id) => components[id].length > 0)
}

/** Where an `InstanceID` has the id of its VM: `Microsoft:GUID`, `Microsoft:GUID\COMPONENT`. */
const PREFIX = 'Microsoft:'
const ID_END = PREFIX.length + 36

/**
 * The rows of a capture by VM. Fourteen classes name each of ten thousand VMs, so a text that was read as an id once is
 * not read again.
 */
export class RowsByVm {
  /** By the id, and by every other way in which a row wrote it; null for a text that is no id. */
  readonly #byText = new Map<string, VmRows | null>()

  readonly #all: VmRows[] = []

  /** Every VM that a row named, in the order in which they were met. */
  all(): readonly VmRows[] {
    return this.#all
  }

  #add(text: string, id: string | null): VmRows | null {
    let rows = id === null ? null : (this.#byText.get(id) ?? null)
    if (rows === null && id !== null) {
      rows = { id, system: undefined, settings: NONE, components: noRows(), switches: noRows(), summary: undefined }
      this.#byText.set(id, rows)
      this.#all.push(rows)
    }
    this.#byText.set(text, rows)
    return rows
  }

  /** Rows of the VM that a property such as `SystemName` names; null where it names none. */
  named(value: unknown): VmRows | null {
    if (typeof value !== 'string') return null
    const known = this.#byText.get(value)
    return known === undefined ? this.#add(value, guidOf(value)) : known
  }

  /** Rows of the VM that an `InstanceID` names; null for templates. */
  ofInstance(value: unknown): VmRows | null {
    if (typeof value !== 'string') return null
    const known = value.startsWith(PREFIX) ? this.#byText.get(value.slice(PREFIX.length, ID_END)) : undefined
    if (known !== undefined && known !== null) return known
    const id = firstGuidOf(value)
    return id === null ? null : this.named(id)
  }
}
