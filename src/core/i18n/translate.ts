import { MESSAGES, type TextKey } from './messages'
import { translatorOf } from './translator'

export { message } from './message'

/** All texts of the program. */
export const { translate, say } = translatorOf<TextKey>(MESSAGES)
