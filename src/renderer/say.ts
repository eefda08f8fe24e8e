import { translatorOf } from '../core/i18n/translator'
import { WINDOW_MESSAGES, type WindowTextKey } from '../core/i18n/window-texts'

/** A text of the window in a language. Throws on a key that no language has. */
export const { say } = translatorOf<WindowTextKey>(WINDOW_MESSAGES)
