import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { MESSAGES } from '../../../../src/core/i18n/messages'
import type { Language } from '../../../../src/core/model/text'

/** What a message's English text names. */
function namedIn(elements: readonly MessageFormatElement[], names = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    names.add(element.value)
    if ('options' in element) for (const { value } of Object.values(element.options)) namedIn(value, names)
  }
  return names
}

function keyWithValues(key: string): string | undefined {
  const english = MESSAGES.en.get(key)
  if (english === undefined) return undefined
  const names = [...namedIn(parse(english, { ignoreTag: true }))].sort()
  return names.length === 0 ? key : `${key}(${names.map((name) => `${name}: {${name}}`).join(', ')})`
}

/**
 * A language in which every message is its own key with the values that its English text names, so that what is approved
 * says which sentence is said about what, and changes with neither wording nor translation. The tag is ISO 639-2's "no
 * linguistic content".
 */
export const KEYS = 'zxx' as Language

Object.assign(MESSAGES, { [KEYS]: { get: keyWithValues } })
