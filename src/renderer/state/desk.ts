import type { Ask, WindowBridge } from '../bridge'
import type { SavedReport } from '../../core/ipc'
import type { ProblemText } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import type { AppState } from './app-state'
import type { Store } from './store'

/** A short message that appears beside the work. */
export type Notice =
  | {
      readonly kind: 'saved'
      readonly what: 'report' | 'capture' | 'collector' | 'accepted' | 'pack'
      readonly file: SavedReport
      /** Copies what the saved report says, for a ticket; nothing for files that are no report. */
      readonly copyForTicket?: (() => Promise<void>) | null
    }
  | { readonly kind: 'copied' }
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: ProblemText }

/** What the actions share. */
export interface Desk {
  readonly store: Store<AppState>
  readonly ask: Ask
  readonly bridge: WindowBridge
  readonly notify: (notice: Notice) => void
  readonly now: () => number
  readonly language: () => Language
  /** Says a problem that has no place on the screen. */
  readonly report: (problem: ProblemText) => void
}
