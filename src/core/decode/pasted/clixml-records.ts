import { DEPTH_LIMIT } from '../canonical-json'
import type { Stretch } from './field-record'
import { type ObjectLines, recordsOfValue } from './json-records'
import { lineAt, withoutEntities, type Line } from './text-lines'

const TAG = /<(\/?)([A-Za-z0-9]{1,20})\b([^<>]{0,500})>/g
const NAME = /\bN="([^"<>]{1,120})"/
const END = /\/\s?$/
const OPENS = /<Objs\b/
const CLOSES = /<\/Objs>/
/** Elements that hold properties or items and are no value themselves. */
const HOLDERS: ReadonlySet<string> = new Set(['Props', 'MS'])
const LISTS: ReadonlySet<string> = new Set(['LST', 'IE', 'QUE', 'STK'])
const NUMBERS: ReadonlySet<string> = new Set(['I16', 'I32', 'I64', 'U16', 'U32', 'U64', 'By', 'SB', 'Db', 'Sg'])
/** Values of types, and references to objects that were written before. */
const LEFT_OUT: ReadonlySet<string> = new Set(['TN', 'TNRef', 'T', 'Ref', 'Nil'])

interface Open {
  readonly tag: string
  readonly name: string | null
  readonly fields: Record<string, unknown>
  readonly items: unknown[]
  /** The elements, where it is a list. */
  list: readonly unknown[] | null
  /** Index of the line that it opens in. */
  readonly line: number
  text: string
}

function opened(tag: string, name: string | null, line: number): Open {
  return {
    tag,
    line,
    name,
    fields: Object.create(null) as Record<string, unknown>,
    items: [],
    list: null,
    text: '',
  }
}

/** Characters that XML cannot hold stand there as `_x000A_`. */
function plainText(text: string): string {
  return withoutEntities(text).replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function valueOf(node: Open): unknown {
  if (NUMBERS.has(node.tag)) return Number(node.text)
  if (node.tag !== 'Obj') return plainText(node.text)
  if (node.list !== null) return node.list
  if (Object.keys(node.fields).length > 0) return node.fields
  // An enum: its name, which reads the same on every host, stands before the number, which is the host's.
  return node.items[0] ?? null
}

/** Puts a finished element into the one around it. */
function close(node: Open, parent: Open): void {
  if (LEFT_OUT.has(node.tag)) return
  if (HOLDERS.has(node.tag)) Object.assign(parent.fields, node.fields)
  else if (LISTS.has(node.tag)) parent.list = node.items
  else if (node.name === null) parent.items.push(valueOf(node))
  else parent.fields[node.name] = valueOf(node)
}

interface Objects {
  readonly values: readonly unknown[]
  readonly linesOf: ReadonlyMap<object, ObjectLines>
}

/** The objects of a CLIXML text that begins in line `at`, as plain values; what is broken or too deep is left out. */
function objectsOf(text: string, at: number): Objects {
  const root = opened('Objs', null, at)
  const linesOf = new Map<object, ObjectLines>()
  let line = at
  const stack: Open[] = [root]
  let from = 0
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, tag = '', attributes = ''] = match
    const top = stack.at(-1) ?? root
    const between = text.slice(from, match.index)
    top.text += between
    from = match.index + whole.length
    line += between.split('\n').length - 1
    if (tag === 'Objs') continue
    if (slash === '/') {
      const open = stack.findLastIndex((node) => node.tag === tag)
      while (open > 0 && stack.length > open) {
        const node = stack.pop()
        if (node === undefined) break
        linesOf.set(node.fields, { first: node.line, last: line })
        close(node, stack.at(-1) ?? root)
      }
    } else if (stack.length < DEPTH_LIMIT) {
      const node = opened(tag, NAME.exec(attributes)?.[1] ?? null, line)
      if (END.test(attributes)) close(node, top)
      else stack.push(node)
    }
  }
  return { values: root.items, linesOf }
}

/**
 * Reads CLIXML that begins at a line: what Export-Clixml writes, and what PowerShell prints to a program that started it
 * (`#< CLIXML`). `budget` bounds the search for its end over the whole text. Null where none begins, or where it holds no
 * object.
 */
export function readClixml(
  lines: readonly Line[],
  at: number,
  block: number,
  budget: { left: number },
): Stretch | null {
  if (!OPENS.test(lineAt(lines, at).raw)) return null
  let to = at
  while (to < lines.length && !CLOSES.test(lineAt(lines, to).raw)) {
    budget.left -= lineAt(lines, to).raw.length + 1
    if (budget.left < 0) return null
    to += 1
  }
  const last = Math.min(to, lines.length - 1)
  const text = lines
    .slice(at, last + 1)
    .map((line) => line.raw)
    .join('\n')
  const { values, linesOf } = objectsOf(text, at)
  const records = recordsOfValue(values, { first: at, last }, block, linesOf)
  return records.length === 0 ? null : { from: at, to: last + 1, records }
}
