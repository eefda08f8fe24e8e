import { DEPTH_LIMIT } from '../canonical-json'
import { headingOf, type FieldRecord, type Stretch } from './field-record'
import { dumpFields } from './list-records'
import { lineAt, type Line } from './text-lines'

/** The lines that an object stands in, by its index. */
export interface ObjectLines {
  readonly first: number
  readonly last: number
}

interface JsonSpan {
  /** Index after the last line. */
  readonly to: number
  /** Lines of every object in the order in which they open. */
  readonly objects: readonly ObjectLines[]
}

/** The lines up to the one in which the brackets that open at `at` are closed; null where they never are. */
function spanOfJson(lines: readonly Line[], at: number, budget: { left: number }): JsonSpan | null {
  const objects: { first: number; last: number }[] = []
  const open: { first: number; last: number }[] = []
  let inString = false
  for (let next = at; next < lines.length; next += 1) {
    const text = lineAt(lines, next).raw
    budget.left -= text.length + 1
    if (budget.left < 0) return null
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      if (inString) {
        if (code === 92) index += 1
        else if (code === 34) inString = false
      } else if (code === 34) inString = true
      else if (code === 123 || code === 91) {
        const opened = { first: next, last: next }
        if (code === 123) objects.push(opened)
        open.push(opened)
      } else if (code === 125 || code === 93) {
        const closed = open.pop()
        if (closed !== undefined) closed.last = next
        if (open.length === 0) return { to: next + 1, objects }
      }
    }
    // JSON has no line break inside a text; an odd quotation mark is no reason to read to the end.
    inString = false
  }
  return null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lines of the objects of a value. */
type LinesOf = ReadonlyMap<object, ObjectLines>

interface Walk {
  readonly records: FieldRecord[]
  readonly first: number
  readonly last: number
  readonly block: number
  readonly linesOf: LinesOf
}

/** Calls `visit` for every object in a value in the order in which they open. */
function eachObject(value: unknown, depth: number, visit: (object: object) => void): void {
  if (typeof value !== 'object' || value === null || depth > DEPTH_LIMIT) return
  if (!Array.isArray(value)) visit(value)
  for (const item of Object.values(value)) eachObject(item, depth + 1, visit)
}

/** Which lines each object of a parsed text stands in; nothing where keys that come twice have lost some. */
function linesOfObjects(value: unknown, objects: readonly ObjectLines[]): LinesOf {
  const lines = new Map<object, ObjectLines>()
  eachObject(value, 1, (object) => {
    const own = objects[lines.size]
    if (own !== undefined) lines.set(object, own)
  })
  return lines.size === objects.length ? lines : new Map()
}

/** The line at which the first object inside some values begins, or null. */
function firstInside(values: readonly unknown[], linesOf: LinesOf): number | null {
  let first: number | null = null
  eachObject(values, 1, (object) => {
    first ??= linesOf.get(object)?.first ?? null
  })
  return first
}

function walk(value: unknown, className: string | null, parent: FieldRecord | null, depth: number, into: Walk): void {
  if (depth > DEPTH_LIMIT) return
  if (Array.isArray(value)) {
    for (const item of value) walk(item, className, parent, depth + 1, into)
    return
  }
  if (typeof value === 'string') {
    const fields = dumpFields(value)
    if (fields !== null)
      into.records.push({ fields, firstLine: into.first, lastLine: into.last, block: into.block, className, parent })
    return
  }
  if (!isRecord(value)) return
  const fields = new Map<string, unknown>()
  const nested: [string, unknown][] = []
  for (const [name, item] of Object.entries(value)) {
    const property = headingOf(name)
    const isList =
      Array.isArray(item) &&
      item.some((element) => isRecord(element) || (typeof element === 'string' && element.startsWith('@{')))
    if (isRecord(item) && !('TotalSeconds' in item)) {
      // A list that Windows PowerShell wrapped: {"value":[...],"Count":2}; an enum: {"value":2,"Value":"Running"}.
      const inner = item['value'] ?? item['Value']
      if (property !== null && inner !== undefined && !isList && !isRecord(inner)) fields.set(property, inner)
      else nested.push([name, item])
    } else if (isList) nested.push([name, item])
    else if (property !== null) fields.set(property, item)
  }
  const { first, last } = into.linesOf.get(value) ?? into
  // The objects inside have lines, and with them a meaning, of their own.
  const inside = firstInside(
    nested.map(([, item]) => item),
    into.linesOf,
  )
  const lastLine = inside === null ? last : Math.max(first, inside - 1)
  const record = { fields, firstLine: first, lastLine, block: into.block, className, parent }
  const isOne = fields.size >= 2 || fields.has('operationalstatus')
  if (isOne) into.records.push(record)
  for (const [name, item] of nested) {
    const ownClass = /^Msvm_\w+$/i.test(name) ? name : className
    walk(item, ownClass, isOne ? record : parent, depth + 1, into)
  }
}

/**
 * The objects of a value that was read from lines `first` to `last`, each with the object it stands in, and with lines of its
 * own where `linesOf` has some.
 */
export function recordsOfValue(
  value: unknown,
  { first, last }: ObjectLines,
  block: number,
  linesOf: LinesOf,
): readonly FieldRecord[] {
  const records: FieldRecord[] = []
  walk(value, null, null, 1, { records, first, last, block, linesOf })
  return records
}

/**
 * Reads JSON that begins at a line: an array, one object, the wrapped list of Windows PowerShell, objects within objects.
 * `budget` bounds the search for closing brackets over the whole text. Null where it is no JSON, or is cut off.
 */
export function readJson(lines: readonly Line[], at: number, block: number, budget: { left: number }): Stretch | null {
  const start = lineAt(lines, at).raw.trimStart()
  if (!start.startsWith('{') && !start.startsWith('[')) return null
  const span = spanOfJson(lines, at, budget)
  if (span === null) return null
  const { to, objects } = span
  const text = lines
    .slice(at, to)
    .map((line) => line.raw)
    .join('\n')
    .trim()
  let value: unknown
  try {
    value = JSON.parse(text.replace(/[,;]$/, ''))
  } catch {
    return null
  }
  const records = recordsOfValue(value, { first: at, last: to - 1 }, block, linesOfObjects(value, objects))
  return records.length === 0 ? null : { from: at, to, records }
}
