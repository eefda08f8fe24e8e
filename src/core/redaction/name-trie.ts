/** Letters and digits after which a Latin name cannot begin, or before which it cannot end. Hangul is not among them: particles follow a name without a space. */
const WORD = /[0-9A-Za-z\u00c0-\u024f]/
/** From this length a name is also found with letters around it: no ordinary word contains it. */
const EMBEDDED_LENGTH = 6

/** A text in lower case whose every position is that of the original; letters that grow in lower case stay as they are. */
export function folded(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, index) => {
    const small = text.charAt(index).toLowerCase()
    return small.length === 1 ? small : text.charAt(index)
  }).join('')
}

interface Node<Value> {
  readonly next: Map<number, Node<Value>>
  value?: Value
}

/** A name that stands in a text. */
export interface Found<Value> {
  readonly start: number
  readonly end: number
  readonly value: Value
}

function clashes(text: string, left: number, isLong: boolean): boolean {
  const [before, after] = [text.charAt(left), text.charAt(left + 1)]
  if (!WORD.test(before) || !WORD.test(after)) return false
  // web-01 is not in web-010, whatever its length.
  if (/\d/.test(before) && /\d/.test(after)) return true
  return !isLong
}

/**
 * Many names that are looked for in one pass, without regard to case, the longest first. The time is that of the text
 * times the longest name, however many names there are; an expression of ten thousand alternatives would not be.
 */
export class NameTrie<Value> {
  readonly #root: Node<Value> = { next: new Map() }

  /** Adds a name; the first value of a name stays. Empty names are left out. */
  add(name: string, value: Value): void {
    if (name === '') return
    let node = this.#root
    const text = folded(name)
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      let next = node.next.get(code)
      if (next === undefined) {
        next = { next: new Map() }
        node.next.set(code, next)
      }
      node = next
    }
    node.value ??= value
  }

  /** The value of a name, as a whole. */
  get(name: string): Value | undefined {
    let node: Node<Value> | undefined = this.#root
    const text = folded(name)
    for (let at = 0; at < text.length; at += 1) {
      node = node.next.get(text.charCodeAt(at))
      if (node === undefined) return undefined
    }
    return node.value
  }

  /** The names in a text, in their order, none inside another. `accept` may turn one down. */
  find(text: string, accept: (found: Found<Value>) => boolean = () => true): readonly Found<Value>[] {
    const all: Found<Value>[] = []
    const lower = folded(text)
    let at = 0
    while (at < lower.length) {
      const found = this.#longestAt(lower, at, accept)
      if (found === null) at += 1
      else {
        all.push(found)
        at = found.end
      }
    }
    return all
  }

  #longestAt(text: string, start: number, accept: (found: Found<Value>) => boolean): Found<Value> | null {
    let node: Node<Value> | undefined = this.#root
    let best: Found<Value> | null = null
    for (let at = start; at < text.length; at += 1) {
      node = node.next.get(text.charCodeAt(at))
      if (node === undefined) break
      if (node.value === undefined) continue
      const end = at + 1
      const isLong = end - start >= EMBEDDED_LENGTH
      if (clashes(text, start - 1, isLong) || clashes(text, end - 1, isLong)) continue
      const found = { start, end, value: node.value }
      if (accept(found)) best = found
    }
    return best
  }
}
