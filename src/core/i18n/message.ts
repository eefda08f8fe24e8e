// Apart from the texts themselves: what only names a text is loaded without any.
import type { TextParam, TextRef } from '../model/text'
import type { TextKey } from './messages'

// Ten thousand VMs say the same few hundred sentences.
const withoutParams = new Map<TextKey, TextRef>()

/** A reference to an existing message: a key that no language has does not compile. */
export function message(key: TextKey, params?: Readonly<Record<string, TextParam>>): TextRef {
  if (params !== undefined) return { key, params }
  let ref = withoutParams.get(key)
  if (ref === undefined) {
    ref = { key }
    withoutParams.set(key, ref)
  }
  return ref
}
