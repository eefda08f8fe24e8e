import type { Messages } from './translator'

/** The paths of all texts below a node. */
export type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>
}[keyof T & string]

function flatten(node: object, path: string, into: Map<string, string>): Map<string, string> {
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value === 'string') into.set(path + name, value)
    else if (typeof value === 'object' && value !== null) flatten(value, `${path}${name}.`, into)
  }
  return into
}

/** Trees of texts in both languages, by path. A language is gone through when it is first spoken. */
export function messagesOf(english: object, korean: object): Messages {
  let flatEnglish: ReadonlyMap<string, string> | undefined
  let flatKorean: ReadonlyMap<string, string> | undefined
  return {
    get en() {
      return (flatEnglish ??= flatten(english, '', new Map<string, string>()))
    },
    get ko() {
      return (flatKorean ??= flatten(korean, '', new Map<string, string>()))
    },
  }
}
