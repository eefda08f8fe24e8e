import type { Readable } from 'node:stream'
import type { PrintPdf } from '../pdf/pdf-request'
import type { Probe } from '../remote/probe'
import type { RemoteHosts } from '../remote/remote-hosts'
import type { Streams } from './output'
import type { Loaded } from './sources'

/** What ends a check with which code; see the contracts. */
export const EXIT = { ok: 0, actionNeeded: 1, notJudged: 2, wrongUsage: 64 } as const
/** What a plugin of Nagios ends with where it could not do its work. */
export const UNKNOWN_STATE = 3

/** How this computer is read: how long it may take, and who wants to know how far it is. */
export interface LocalReading {
  readonly limitMs: number
  /** How many days back the event logs are read. */
  readonly days: number
  /** Fires when the person presses Ctrl+C; what was read before is kept. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void
}

/** What a command line is given to work with. */
export interface Surroundings extends Streams {
  readonly readLocal: (reading: LocalReading) => Promise<Loaded>
  readonly now: () => Date
  /** Absent where there is no window that could print. */
  readonly printPdf?: PrintPdf | undefined
  readonly remote: RemoteHosts
  /** What is typed, for the account that `--ask-credential` asks for. */
  readonly stdin: Readable
  /** Tries the way to a host that could not be reached. */
  readonly probe: Probe
  /** Folder of the kept checks of this person. */
  readonly historyFolder: string
}
