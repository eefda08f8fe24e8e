import type { Row } from '../model/snapshot'
import type { SaidByRows } from './service-rows'
import { firstGuidOf, guidOf } from './values'

/** What the rows of a capture say of one VM. */
export interface VmRows {
  readonly id: string
  /** Its place among all VMs that a row named. */
  readonly place: number
  /** `Msvm_ComputerSystem`; undefined for a VM that the host does not list. */
  system: Row | undefined
  /** `Msvm_VirtualSystemSettingData` of the VM itself, not of its checkpoints. */
  setting: Row | undefined
  /** The rows of the services' two classes. */
  said: SaidByRows
  /** `Msvm_KvpExchangeComponent`, whose row has the data exchange items as well. */
  kvp: Row | undefined
  /** `Msvm_SummaryInformation`, the second source for the heartbeat. */
  summary: Row | undefined
}

/** Where an `InstanceID` has the id of its VM: `Microsoft:GUID`, `Microsoft:GUID\COMPONENT`. */
const PREFIX = 'Microsoft:'
const ID_END = PREFIX.length + 36

/**
 * The rows of a capture by VM. Fourteen classes name each of ten thousand VMs, mostly in one order: the VM behind the last
 * one is compared first, and a text that was read as an id once is not read again.
 */
export class RowsByVm {
  /** By the id, and by every other way in which a row wrote it; null for a text that is no id. */
  readonly #byText = new Map<string, VmRows | null>()

  readonly #all: VmRows[] = []

  #expected: VmRows | undefined

  readonly #nothing: SaidByRows

  /** `nothing` is what the rows of the services say of a VM that has none. */
  constructor(nothing: SaidByRows) {
    this.#nothing = nothing
  }

  /** Every VM that a row named, in the order in which they were met. */
  all(): readonly VmRows[] {
    return this.#all
  }

  #add(text: string, id: string | null): VmRows | null {
    let rows = id === null ? null : (this.#byText.get(id) ?? null)
    if (rows === null && id !== null) {
      rows = {
        id,
        place: this.#all.length,
        system: undefined,
        setting: undefined,
        said: this.#nothing,
        kvp: undefined,
        summary: undefined,
      }
      this.#byText.set(id, rows)
      this.#all.push(rows)
    }
    this.#byText.set(text, rows)
    return rows
  }

  #met(rows: VmRows | null): VmRows | null {
    if (rows !== null) this.#expected = this.#all[rows.place + 1] ?? this.#all[0]
    return rows
  }

  /** Rows of the VM that a property such as `SystemName` names; null where it names none. */
  named(value: unknown): VmRows | null {
    if (typeof value !== 'string') return null
    if (value === this.#expected?.id) return this.#met(this.#expected)
    const known = this.#byText.get(value)
    return this.#met(known === undefined ? this.#add(value, guidOf(value)) : known)
  }

  /** Rows of the VM that an `InstanceID` names; null for templates. */
  ofInstance(value: unknown): VmRows | null {
    if (typeof value !== 'string') return null
    if (value.startsWith(PREFIX)) {
      if (this.#expected !== undefined && value.startsWith(this.#expected.id, PREFIX.length)) {
        return this.#met(this.#expected)
      }
      const known = this.#byText.get(value.slice(PREFIX.length, ID_END))
      if (known !== undefined && known !== null) return this.#met(known)
    }
    const id = firstGuidOf(value)
    return id === null ? null : this.named(id)
  }
}
