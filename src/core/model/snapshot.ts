import type { Access, CaptureProblem, Row } from './capture'
import type { ServiceId } from './service'
import type { TextRef } from './text'
import type { Worksheet } from './worksheet'

/** A VM's power state, by meaning. Storage or worker trouble stands beside it, in `Vm.critical`. */
export type VmState =
  | 'running'
  | 'off'
  | 'saved'
  | 'paused'
  | 'starting'
  | 'stopping'
  | 'saving'
  | 'pausing'
  | 'resuming'
  | 'resetting'
  | 'unknown'

/** A value and where it was read, so that every sentence can show what it rests on. */
export interface Evidence {
  readonly source: string
  readonly value: unknown
}

/** What a service's two status numbers mean together; see decode/service-status. */
export type StatusKind =
  | 'ok'
  | 'ok-no-application-data'
  | 'ok-heartbeat-number'
  | 'mismatch'
  | 'incompatible'
  | 'no-contact'
  | 'lost-communication'
  | 'error'
  | 'timed-out'
  | 'communication-failed'
  | 'application-critical'
  | 'paused'
  | 'unknown'
  | 'none'

/** One integration service of one VM, as the host reported it. */
export interface Service {
  readonly id: ServiceId
  /** `read`: the class was read whole; `partial`: rows and an error; `failed`: no rows but an error; `not-asked`. */
  readonly readState: 'read' | 'partial' | 'failed' | 'not-asked'
  /** Whether the host has a row for it. No row, an empty status and null are three different facts. */
  readonly listed: boolean
  /** Switched on at the host; null when neither settings nor component say so. */
  readonly enabled: boolean | null
  readonly enabledEvidence: Evidence | null
  readonly kind: StatusKind
  /** First and second number of `OperationalStatus`; null when there is none. */
  readonly code: number | null
  readonly detailCode: number | null
  /** The status exactly as it stood in the capture. */
  readonly statusEvidence: Evidence
  /** How many rows of the class the VM had; with more than one the severest status counts. */
  readonly rows: number
  /** Code of the error that the class was refused with, null when there was none. */
  readonly problemCode: string | null
  /** Statuses of further rows of the class for this VM, where they mean something else than the severest one. */
  readonly others?: readonly { readonly kind: StatusKind; readonly statusEvidence: Evidence }[]
  /** Read from a text by order, length or an unconfirmed word: shown, and never taken for good news. */
  readonly guessed?: true
}

export type GuestOs = 'linux' | 'windows' | 'freebsd' | 'other' | 'unknown'

/** What runs in the VM, and how we know. */
export interface Guest {
  readonly os: GuestOs
  /** Id of a family, an appliance or a Windows release of the knowledge files; null when not recognised. */
  readonly family: string | null
  readonly name: string | null
  /** Release as its maker writes it: 22.04, 9.3, 14.1, 2012 R2, 11. */
  readonly version: string | null
  readonly kernel: string | null
  /** Windows build number, null for others or when unknown. */
  readonly build: number | null
  readonly source: 'kvp' | 'summary' | 'history' | 'answer' | 'worksheet' | 'none'
  /** Time of the check in which the guest named itself, where that was an earlier one; ISO 8601. */
  readonly asOf?: string
  readonly evidence: Evidence | null
  /** A person’s answer, or a worksheet, that contradicts what the guest itself reports. */
  readonly conflict: { readonly answer: string; readonly by?: 'worksheet' } | null
  readonly hostName: string | null
  readonly addresses: readonly string[]
  /** True when the guest itself delivered at least one item over data exchange. */
  readonly delivered: boolean
}

/** Versions of one service from the host's event log, as the log writes them ("4.0"). */
export interface VersionPair {
  readonly negotiated: string
  readonly expected: string
  readonly evidence: Evidence
}

/** A network or storage device of the guest that speaks another version than the host. */
export interface DeviceEvent {
  /** False where the host refused the device: then it does not work. */
  readonly loaded: boolean
  readonly subject: 'integration-services' | 'network-adapter' | 'storage' | 'device'
  /** Name of the device in the host's language, to show; null where the event names none. */
  readonly device: string | null
  /** Time of the event, in seconds since 1970. */
  readonly seconds: number
  readonly evidence: Evidence
  /** Concluded from a word that nobody confirmed: shown, and never taken for good news. */
  readonly guessed?: true
  /** Said by a status text ("Update required") and not by an event. */
  readonly isStatus?: true
  /** Said by a number of the host's summary of the VM and not by an event. */
  readonly isSummary?: true
}

/** What the host's event log says about a VM. */
export interface VmEvents {
  readonly versions: Readonly<Partial<Record<ServiceId, VersionPair>>>
  /** Oldest first. */
  readonly devices: readonly DeviceEvent[]
  /** Last start or reboot of the guest, in seconds since 1970; null when the log has none. */
  readonly startedAt: number | null
  /** Last resume or restore from a saved state, in seconds since 1970; null when the log has none. */
  readonly resumedAt: number | null
}

/** One virtual machine with everything that was read of it. */
export interface Vm {
  readonly id: string
  readonly name: string
  readonly state: VmState
  readonly stateEvidence: Evidence
  /** One of the documented "...Critical" states, or a health of 20 (storage) or 25 (worker process, storage). */
  readonly critical: boolean
  /** `Msvm_ComputerSystem.HealthState`: 5 OK, 20 major failure, 25 critical failure; null unknown. */
  readonly healthState: number | null
  readonly healthEvidence: Evidence
  /** `Msvm_ComputerSystem.OperationalStatus[1]` while something is being done to the VM (32768 to 32774). */
  readonly operationCode: number | null
  /** `Msvm_ComputerSystem.OperationalStatus[0]`: 2 OK, 3 degraded (configuration storage lost), 5 predictive failure (disk filling up). */
  readonly conditionCode?: number | null
  /** Seconds since the VM last changed its state: a start, a resume, a move to this host. Missing or null: not known. */
  readonly secondsSinceChange?: number | null
  /** Data exchange items that could not be read; missing where each was. */
  readonly brokenItems?: number
  /** A role of a failover cluster, by `MSCluster_Resource`. */
  readonly clustered?: true
  readonly uptimeSeconds: number | null
  /** Time since the guest's last start or reboot: the host's counter does not notice a reboot inside the guest, its event log does. */
  readonly secondsSinceStart: number | null
  readonly events: VmEvents
  readonly generation: 1 | 2 | null
  readonly configurationVersion: string | null
  /** A replica that must stay off (`ReplicationMode` 2 replica, 4 extended replica). */
  readonly replica: boolean
  readonly notes: string | null
  readonly guest: Guest
  /** Addresses of its network adapters, by `Msvm_GuestNetworkAdapterConfiguration`; missing where a text was read. */
  readonly adapterAddresses?: readonly string[]
  /** `Msvm_SummaryInformation.GuestOperatingSystem`: the host's last word about the guest, a hint and no proof. */
  readonly guestHint: string | null
  readonly services: Readonly<Record<ServiceId, Service>>
  /** What somebody saw inside the guest with the worksheet's commands. */
  readonly worksheet?: Worksheet
  /** Known from a text that somebody pasted: only what the text mentions is judged. */
  readonly partial?: true
}

/** The host that was read. */
export interface Host {
  readonly name: string | null
  readonly os: string | null
  /** Windows build, null when unknown. Hosts from 14393 on are Server 2016 / Windows 10 1607 or later. */
  readonly build: number | null
  /** Update level of that build (`UBR` of the registry, 4652 in 26100.4652); missing where it was not read. */
  readonly revision?: number
  /** Whether the host is Windows 10, Server 2016 or later; null when neither build nor name tell. */
  readonly is2016OrLater: boolean | null
  readonly access: Access | null
}

/** What one line of a pasted text was taken for. Nothing is dropped: what was not understood is a kind of its own. */
export type PastedKind = 'service' | 'vm' | 'event' | 'guest' | 'ignored' | 'not-understood'

/** One line of a pasted text and what was understood of it. */
export interface PastedLine {
  /** Counts from 1, in the text as it was pasted. */
  readonly number: number
  /** The line, cut to a bounded length. Somebody else wrote it: never show it unescaped. */
  readonly text: string
  readonly kind: PastedKind
  readonly meaning: TextRef | null
  /** True where it was concluded from order, length, prose or a word nobody confirmed. */
  readonly guessed: boolean
}

/** A host and its VMs, typed, nothing judged yet. */
export interface Snapshot {
  readonly collectedAt: string
  readonly complete: boolean
  readonly stopped: 'cancelled' | 'timed-out' | 'broken-off' | null
  readonly host: Host
  readonly vms: readonly Vm[]
  readonly problems: readonly CaptureProblem[]
  /** Rows of the raw component classes that belong to no VM that was read. */
  readonly strayRows: number
  /** Whether "no VM" is proved: the host's own row was seen and the VM class was read whole. */
  readonly emptyIsProved: boolean
  /** Sum of the times of all queries, in milliseconds. */
  readonly queryMs: number
  readonly queries: number
  /** Line by line what was understood, where a text was read and not rows. */
  readonly pastedLines?: readonly PastedLine[]
}

/** What a person said runs in a VM, by VM id: a family id or `linux` `windows` `freebsd` `other`, perhaps a release. */
export interface GuestAnswer {
  readonly family: string
  readonly version?: string | undefined
  /** The person was asked for the release too and does not know it: the system stays known, the question is answered. */
  readonly releaseUnknown?: true | undefined
}

/** All answers of one check: VM id to answer. */
export type Answers = Readonly<Record<string, GuestAnswer>>

/**
 * What persons said beyond who the guest is, by VM id; `*` stands for every VM of the source. Question id to answer id:
 * `symptom` is what the caller sees.
 */
export type Statements = Readonly<Record<string, Readonly<Record<string, string>>>>

export type { Row }
