import { message } from '../../i18n/translate'
import { readCellLines } from './cell-lines'
import { isPrompt } from './commands'
import { readClixml } from './clixml-records'
import { readBars, readCsv } from './delimited-records'
import { eventIn, isEventLabelled, mayBeEvent } from './event-texts'
import { mayNameProperties, type FieldRecord, type Stretch } from './field-record'
import type { Findings } from './findings'
import { readJson } from './json-records'
import { kvpItemsIn } from './kvp-text'
import { dumpFields, readList } from './list-records'
import { readLooseLine } from './loose-lines'
import { readRecords } from './read-records'
import { readSingleLine, settlePending } from './read-single-line'
import { pairsIn } from './pair-line'
import { type Reader, textAt } from './reader'
import { guidsIn } from './service-names'
import { worksheetAt } from '../worksheet'
import { WORKSHEET_BEGIN } from '../../model/worksheet'
import { readTable, tableHeads } from './table-records'
import { lineAt, type Line } from './text-lines'

const EVENT_LINES = 10
/** As many lines as the output of a worksheet is looked for in. */
const WORKSHEET_LINES = 400
const SHORT_LINES = 4
/** As many lines as data exchange items in CIM-XML are looked for in. */
const KVP_LINES = 400
const EVENT_TRIES = 2000
/** How many lines an event's number may stand above its text. */
const ID_REACH = 12

function recordAt(from: number, to: number, block: number): FieldRecord {
  return { fields: new Map(), firstLine: from, lastLine: to - 1, block, className: null, parent: null }
}

function structured(reader: Reader, at: number): Stretch | null {
  const { lines, block } = reader
  const json = readJson(lines, at, block, reader.budget) ?? readClixml(lines, at, block, reader.budget)
  if (json !== null || !mayNameProperties(textAt(reader, at))) return json
  return (
    readCsv(lines, at, block) ??
    readBars(lines, at, block) ??
    readTable(lines, at, reader.heads, block) ??
    readCellLines(lines, at, block) ??
    readList(lines, at, block)
  )
}

function isUnderstood(reader: Reader, from: number, to: number): boolean {
  return reader.into.marks.slice(from, to).some((mark) => mark !== undefined && mark.kind !== 'ignored')
}

/** Reads a stretch of rows; gives the index to go on at, or null where nothing in it was about Hyper-V. */
function readStretch(reader: Reader, stretch: Stretch): number | null {
  const { into } = reader
  const before = into.drafts.all.length
  readRecords(stretch, into)
  if (!isUnderstood(reader, stretch.from, stretch.to) && into.drafts.all.length === before) {
    reader.plainUntil = stretch.to
    return null
  }
  const rows = new Set(
    stretch.records.flatMap(({ firstLine, lastLine }) => (firstLine === lastLine ? [firstLine] : [])),
  )
  for (let at = stretch.from; at < stretch.to; at += 1) {
    // A row that gave nothing stays visible as not understood; heads and lines between rows do not.
    if (into.marks[at] !== undefined || rows.has(at)) continue
    into.markLines(at, at + 1, 'ignored', message('pasted.line.layout'), false)
  }
  return stretch.to
}

/** Whether a line says the status of a service by itself, so that it is no more of an event's text. */
function saysService(text: string): boolean {
  return readLooseLine(text).some(({ status }) => !status.guessed)
}

function readEvent(reader: Reader, at: number): number | null {
  const first = textAt(reader, at)
  if (!mayBeEvent(first)) return null
  const givenId = at - reader.eventIdAt <= ID_REACH ? reader.eventId : null
  let text = first
  let to = at + 1
  let event = eventIn(text, givenId)
  const isWhole = (): boolean =>
    event !== null &&
    event.vmId !== null &&
    (event.isWhole || event.client !== null || (event.id === 4096 && event.vmName !== null))
  while (!isWhole() && to - at < EVENT_LINES && reader.eventTries > 0) {
    const next = textAt(reader, to)
    if (next === '' || isPrompt(next) || (event !== null && saysService(next))) break
    // The next event, not more of this one. The account of a VM's own process is named by the VM's id too.
    const known = event === null ? [] : guidsIn(text)
    if (known.length > 0 && guidsIn(next).some((guid) => !known.includes(guid))) break
    text += ` ${next.trim()}`
    to += 1
    event = eventIn(text, givenId)
  }
  if (event === null || (event.vmId === null && event.vmName === null)) {
    reader.eventTries -= 1
    return null
  }
  // A number and a name in quotation marks can stand in any text.
  const isLabelled = givenId !== null || isEventLabelled(text)
  if (event.vmId === null && !isLabelled && !reader.into.isAboutHyperV) return null
  reader.into.event(event, lineAt(reader.lines, at).number, recordAt(at, to, (reader.block += 1)))
  return to
}

function readKvpXml(reader: Reader, at: number): number | null {
  if (at < reader.itemsUntil || !textAt(reader, at).includes('<INSTANCE')) return null
  let text = ''
  let to = at
  while (to - at < KVP_LINES) {
    const raw = lineAt(reader.lines, to).raw
    if (raw.trim() === '') break
    text += `${raw} `
    to += 1
    if (raw.trimEnd().endsWith('</INSTANCE>') && !lineAt(reader.lines, to).raw.includes('<INSTANCE')) break
  }
  const items = kvpItemsIn(text)
  if (items.size === 0) {
    reader.itemsUntil = to
    return null
  }
  reader.into.guestItems({ id: null, name: null }, items, lineAt(reader.lines, at).number)
  reader.into.markLines(at, to, 'guest', message('pasted.line.guest-items', { count: items.size }), false)
  return to
}

function readDump(reader: Reader, at: number): boolean {
  const text = textAt(reader, at)
  const fields = text.includes('@{') ? dumpFields(text) : pairsIn(text)
  if (fields === null) return false
  const record: FieldRecord = { ...recordAt(at, at + 1, reader.block), fields }
  return readStretch(reader, { from: at, to: at + 1, records: [record] }) !== null
}

/** Output of the guest worksheet. A VM is named by the id that the worksheet was made for, or by the lines before. */
function readGuestWorksheet(reader: Reader, at: number): number | null {
  if (!textAt(reader, at).includes(WORKSHEET_BEGIN)) return null
  const texts = reader.lines.slice(at, at + WORKSHEET_LINES).map(({ text }) => text)
  const found = worksheetAt(texts, 0)
  if (found === null) return null
  const { into } = reader
  const ref = { id: found.worksheet.vmId, name: null }
  const draft = into.drafts.find(ref, (reader.block += 1), 'worksheet')
  draft.worksheet = found.worksheet
  draft.runs = true
  into.markLines(at, at + found.to, 'guest', message('pasted.line.worksheet', { vm: into.nameOf(draft) }), false)
  return at + found.to
}

/** Reads all lines once, in order: tables, lists, CSV, JSON, then events, then single lines. */
export function readLines(lines: readonly Line[], into: Findings): void {
  const size = lines.reduce((sum, line) => sum + line.raw.length + 1, 0)
  const reader: Reader = {
    lines,
    heads: tableHeads(lines),
    budget: { left: 2 * size + 1000 },
    into,
    block: 0,
    eventId: null,
    eventIdAt: -1000,
    plainUntil: 0,
    itemsUntil: 0,
    eventTries: EVENT_TRIES,
    isShort: lines.length <= SHORT_LINES,
    pending: [],
    asked: null,
  }
  let at = 0
  while (at < lines.length) {
    const text = textAt(reader, at)
    if (text === '') {
      at += 1
      continue
    }
    reader.block += 1
    const worksheet = readGuestWorksheet(reader, at)
    if (worksheet !== null) {
      at = worksheet
      continue
    }
    const stretch = at < reader.plainUntil || isPrompt(text) ? null : structured(reader, at)
    const next =
      (stretch === null ? null : readStretch(reader, stretch)) ?? readEvent(reader, at) ?? readKvpXml(reader, at)
    if (next !== null) {
      at = next
      continue
    }
    if (!readDump(reader, at)) readSingleLine(reader, at)
    at += 1
  }
  settlePending(reader)
}
