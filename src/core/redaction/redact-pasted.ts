import { subjectWords } from '../decode/pasted/subject'
import { LINE_END } from '../decode/pasted/text-lines'
import { decodeCapture } from '../decode/snapshot'
import type { Capture } from '../model/capture'
import { LINE_PLACEHOLDER } from './placeholders'
import type { Redactor } from './redactor'

const DASHES = /^[\s-]*$/
/** The second line of a table's head that was broken, above its rule. */
const HEAD_REST = /^ {8}/

/** Makes room in all lines of a table where a placeholder is longer than its column. */
function widened(redactor: Redactor, table: readonly string[]): readonly string[] {
  const room = new Map<number, number>()
  for (const line of table) {
    for (const { column, missing } of redactor.overflow(line))
      room.set(column, Math.max(room.get(column) ?? 0, missing))
  }
  const columns = [...room].sort(([a], [b]) => b - a)
  return table.map((line) =>
    columns.reduce(
      (text, [column, missing]) =>
        text.charAt(column - 1) === ' ' ? text.slice(0, column) + ' '.repeat(missing) + text.slice(column) : text,
      line,
    ),
  )
}

/** A person's line without what it says, but for the products that it names: whether a text is about Hyper-V depends on them. */
function withoutProse(line: string): string {
  return [LINE_PLACEHOLDER, ...subjectWords(line)].join(' / ')
}

/** A line of dashes below a table's head. */
function isRule(line: string): boolean {
  return line.includes('---') && DASHES.test(line)
}

function isTable(block: readonly string[]): boolean {
  return block.some((line) => /\S {2,}\S/.test(line) || isRule(line))
}

/** Lines with their names replaced; the columns of tables stay where they are. */
function hidden(redactor: Redactor, lines: readonly string[], isThorough: boolean): string {
  const result: string[] = []
  let block: string[] = []
  const close = (): void => {
    const inTable = isTable(block)
    for (const line of inTable ? widened(redactor, block) : block) {
      result.push(redactor.line(line, inTable, isThorough))
    }
    block = []
  }
  for (const line of lines) {
    if (line.trim() === '') {
      close()
      result.push(line)
    } else block.push(line)
  }
  close()
  return result.join('\n')
}

/** Whether a text still tells of a VM by its own name: one that is an ordinary word too, outside of a table. */
function stillNames(redactor: Redactor, capture: Capture, text: string): boolean {
  if (capture.pasted === null) return false
  const { vms } = decodeCapture({ ...capture, pasted: { ...capture.pasted, text } })
  return vms.some(({ name }) => redactor.named(name) !== null)
}

/**
 * A pasted text with its names replaced. Lines that mean nothing for the check are a person's words, in which nobody can
 * know every name; they are taken out. The columns of tables stay where they are, because they give the cells meaning.
 */
export function redactPasted(redactor: Redactor, capture: Capture, text: string): string {
  const isProse = new Set(
    (decodeCapture(capture).pastedLines ?? [])
      .filter(({ kind, meaning }) => kind === 'not-understood' || (kind === 'ignored' && meaning === null))
      .map(({ number }) => number),
  )
  const lines = text.split(LINE_END)
  const kept = lines.map((line, index) => {
    const [next = '', afterNext = ''] = lines.slice(index + 1, index + 3)
    const isHead = isRule(next) || (HEAD_REST.test(next) && isRule(afterNext))
    return line.trim() !== '' && isProse.has(index + 1) && !isHead ? withoutProse(line) : line
  })
  const careful = hidden(redactor, kept, false)
  return stillNames(redactor, capture, careful) ? hidden(redactor, kept, true) : careful
}
