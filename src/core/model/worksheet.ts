import type { ServiceId } from './service'

/** Systems that there is a worksheet for. */
export const WORKSHEET_SYSTEMS = ['linux', 'freebsd', 'windows'] as const
export type WorksheetSystem = (typeof WORKSHEET_SYSTEMS)[number]

/** First and last line of a worksheet's output, around what names its version, its system and the VM it was made for. */
export const WORKSHEET_BEGIN = 'integration-doctor worksheet 1 begin'
export const WORKSHEET_END = 'integration-doctor worksheet 1 end'

/** Whether the guest's part of a service runs: its daemon, its Windows service, its driver. */
export type PartState = 'running' | 'stopped' | 'disabled' | 'missing' | 'unknown'

/** What somebody saw inside a guest with the worksheet's commands. Written by the guest: shown, never trusted as a text. */
export interface Worksheet {
  readonly system: WorksheetSystem
  /** GUID of the VM that the worksheet was made for, or null where it was made for none. */
  readonly vmId: string | null
  /** A product that is built on the system and reports its name: pfsense, opnsense. */
  readonly product: string | null
  /** False where the output breaks off before its last line: what is missing then is not known. */
  readonly isWhole: boolean
  /** The system's name, release, kernel and so on, as data exchange would name them. */
  readonly items: ReadonlyMap<string, string>
  /** The state of the guest's part, for each service that has one. */
  readonly parts: Readonly<Partial<Record<ServiceId, PartState>>>
  /** Devices of the VM bus that the guest sees; null where it could not be read. */
  readonly busDevices: number | null
  /** What could not be read for want of rights or of a program, as the worksheet names it. */
  readonly unread: readonly ('processes' | 'kernel-log' | 'packages')[]
  /** The lines that a state was read from, for the evidence. */
  readonly lines: readonly string[]
}
