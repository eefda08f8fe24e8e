import type { Settings } from '../model/settings'
import type { Language } from '../model/text'
import type { ArrivingVm } from './overview'

/** A report, or another file, that was written. */
export interface SavedReport {
  readonly path: string
  readonly folder: string
  readonly name: string
  /** Names of the files that were written with it. */
  readonly also?: readonly string[]
  /** What else a person has to know about it, in the window's language: what was looked for, what is missing. */
  readonly remarks?: readonly string[]
}

/** What a window needs to start. */
export interface AppInfo {
  readonly version: string
  readonly knowledge: string
  readonly language: Language
  readonly dark: boolean
  readonly settings: Settings
  /** Where reports go, chosen or not. */
  readonly reportFolder: string
}

/** What the window's page is served with, so that its first picture waits for no call. */
export interface PageStart {
  readonly info: AppInfo
  /** No source was given: the window begins with a check of this computer. */
  readonly checksLocal: boolean
}

/** What the program says about itself. */
export interface AboutProgram {
  readonly electron: string
  readonly logFolder: string
  /** Of everything it is made of, by name; the text is null where a package brings none. */
  readonly licences: readonly {
    readonly name: string
    readonly version: string
    /** As the package names it (SPDX). */
    readonly licence: string
    readonly text: string | null
  }[]
}

/** One thing on the way to a host: fine, in the way or worth knowing, and the command that mends or shows it. */
export interface AssistanceText {
  readonly state: 'fine' | 'wrong' | 'hint'
  readonly text: string
  readonly command: string | null
  readonly where: 'here' | 'host' | null
  /** What the command opens or changes, and who decides; null where it only reads. */
  readonly risk: string | null
}

/** A step of a running check, sent while it runs. */
export interface Progress {
  readonly callId: string
  readonly done: number
  readonly of: number
  /** Class that is being read, null before the first and after the last. */
  readonly current: string | null
  readonly elapsedMs: number
  /** All VMs so far, where more of them or about them has just been read. */
  readonly arrived?: readonly ArrivingVm[]
}
