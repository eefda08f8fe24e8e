import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { shownText } from '../../core/i18n/shown-text'
import type { Cell, Table } from '../../core/report/tables'

/** Without it Excel reads UTF-8 as the code page of the system, and Hangul breaks. */
const BOM = '\uFEFF'

// What a spreadsheet takes for the beginning of a formula: OWASP's list, line feed, and the full-width forms that an
// input method for Korean or Japanese makes.
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/

/** What is invisible becomes a sign, except tabs and line ends, which a quoted cell may hold. */
function visible(text: string): string {
  return text
    .split(/([\t\r\n]+)/)
    .map((part, index) => (index % 2 === 1 ? part : shownText(part)))
    .join('')
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  return (FORMULA.test(cell) ? "'" : '') + visible(cell)
}

/**
 * A table as CSV that Excel opens right and runs nothing of: UTF-8 with BOM, CRLF, every text quoted, an empty value an
 * empty cell, and `'` before what could begin a formula.
 */
export function csvText({ columns, rows }: Table): string {
  return (
    BOM +
    stringify([[...columns], ...rows.map((row) => row.map(cellText))], {
      quoted: true,
      quoted_empty: false,
      record_delimiter: 'windows',
    })
  )
}

/** Name space of the ids of tickets, made once at random. */
const NAME_SPACE = Buffer.from('5d1f6c0a9b7e4f0e8a3c2d4b6f8091a7', 'hex')

/** A UUID of version 5 (RFC 9562): the same name always gives the same id. */
export function nameUuid(name: string): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(name, 'utf8').digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
