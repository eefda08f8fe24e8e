import { message } from '../../i18n/translate'
import { compareStatus } from '../service-status'
import { commandIn, isPrompt } from './commands'
import { isFrame, readBars, readCsv } from './delimited-records'
import { eventIdIn, eventIn, mayBeEvent } from './event-texts'
import { mayNameProperties, type FieldRecord, type Stretch } from './field-record'
import type { VmDraft } from './drafts'
import type { Findings } from './findings'
import { labelled, systemIn } from './guest-words'
import { readJson } from './json-records'
import { dumpFields, readList } from './list-records'
import { readLooseLine, vmNamedIn } from './loose-lines'
import { readRecords } from './read-records'
import { guidsIn } from './service-names'
import { readTable, tableHeads } from './table-records'
import type { Line } from './text-lines'
import { readKvpItem } from '../kvp-item'

const EVENT_LINES = 10
const EVENT_TRIES = 2000
/** How many lines an event's number may stand above its text. */
const ID_REACH = 12

interface Reader {
  readonly lines: readonly Line[]
  readonly heads: ReturnType<typeof tableHeads>
  readonly budget: { left: number }
  readonly into: Findings
  block: number
  className: string | null
  eventId: number | null
  eventIdAt: number
  /** Rows before this line have been read as a format already and said nothing about Hyper-V. */
  plainUntil: number
  /** How often an event may still be looked for over several lines in vain. */
  eventTries: number
}

function textAt(reader: Reader, at: number): string {
  return reader.lines[at]?.text ?? ''
}

function recordAt(from: number, to: number, block: number): FieldRecord {
  return { fields: new Map(), firstLine: from, lastLine: to - 1, block, className: null, parent: null }
}

function structured(reader: Reader, at: number): Stretch | null {
  const { lines, block } = reader
  const json = readJson(lines, at, block, reader.budget)
  if (json !== null || !mayNameProperties(textAt(reader, at))) return json
  return (
    readCsv(lines, at, block) ??
    readBars(lines, at, block) ??
    readTable(lines, at, reader.heads, block) ??
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
  const records = stretch.records.map((record) => ({ ...record, className: record.className ?? reader.className }))
  readRecords({ ...stretch, records: linkParents(stretch.records, records) }, into)
  if (!isUnderstood(reader, stretch.from, stretch.to) && into.drafts.all.length === before) {
    reader.plainUntil = stretch.to
    return null
  }
  for (let at = stretch.from; at < stretch.to; at += 1) {
    if (into.marks[at] === undefined) into.markLines(at, at + 1, 'ignored', message('pasted.line.layout'), false)
  }
  return stretch.to
}

/** Copies of records point to copies of their parents. */
function linkParents(originals: readonly FieldRecord[], copies: readonly FieldRecord[]): FieldRecord[] {
  const copyOf = new Map<FieldRecord, FieldRecord>()
  const linked: FieldRecord[] = []
  originals.forEach((original, index) => {
    const copy = copies[index] ?? original
    const parent = original.parent === null ? null : (copyOf.get(original.parent) ?? original.parent)
    const whole = { ...copy, parent }
    copyOf.set(original, whole)
    linked.push(whole)
  })
  return linked
}

function readEvent(reader: Reader, at: number): number | null {
  const first = textAt(reader, at)
  if (!mayBeEvent(first)) return null
  const givenId = at - reader.eventIdAt <= ID_REACH ? reader.eventId : null
  let text = first
  let to = at + 1
  let event = eventIn(text, givenId)
  const isWhole = (): boolean =>
    event !== null && (event.id === 4096 || (event.vmId !== null && (event.isWhole || event.client !== null)))
  while (!isWhole() && to - at < EVENT_LINES && reader.eventTries > 0) {
    const next = textAt(reader, to)
    if (next.trim() === '' || isPrompt(next)) break
    // The next event, not more of this one.
    if (event !== null && guidsIn(text).length > 0 && guidsIn(next).length > 0) break
    text += ` ${next.trim()}`
    to += 1
    event = eventIn(text, givenId)
  }
  if (event === null || (event.vmId === null && event.vmName === null)) {
    reader.eventTries -= 1
    return null
  }
  reader.into.event(event, reader.lines[at]?.number ?? 0, recordAt(at, to, (reader.block += 1)))
  return to
}

function readKvpXml(reader: Reader, at: number): number | null {
  if (at < reader.plainUntil || !textAt(reader, at).includes('<INSTANCE')) return null
  let text = ''
  let to = at
  while (to < reader.lines.length && to - at < 400) {
    const raw = reader.lines[to]?.raw ?? ''
    if (to > at && raw.trim() === '') break
    text += `${raw.trim()} `
    to += 1
    if (raw.trimEnd().endsWith('</INSTANCE>') && !(reader.lines[to]?.raw ?? '').includes('<INSTANCE')) break
  }
  const items = new Map<string, string>()
  for (const piece of text.split('</INSTANCE>')) {
    const from = piece.indexOf('<INSTANCE')
    const item = from < 0 ? null : readKvpItem(`${piece.slice(from)}</INSTANCE>`)
    if (item !== null) items.set(item.name, item.data)
  }
  if (items.size === 0) {
    reader.plainUntil = to
    return null
  }
  reader.into.guestItems({ id: null, name: null }, items, reader.lines[at]?.number ?? 0)
  reader.into.markLines(at, to, 'guest', message('pasted.line.guest-items', { count: items.size }), false)
  return to
}

function readLabel(reader: Reader, at: number): boolean {
  const { into } = reader
  const text = textAt(reader, at)
  const label = labelled(text)
  if (label === null) return false
  const line = reader.lines[at]?.number ?? 0
  if (label.about === 'vm') {
    const system = systemIn(label.value)
    const name = label.value.replace(/\s*\([^()]{0,80}\)$/, '')
    into.drafts.context = name.slice(0, 300)
    into.markLines(at, at + 1, 'vm', message('pasted.line.context', { vm: name.slice(0, 120) }), false)
    if (system !== null) into.hints.push({ draft: into.drafts.named(name)[0] ?? null, guest: system, line })
    return true
  }
  const system = systemIn(label.value)
  if (system === null) return false
  const isWindows = system.family === 'windows' || /^(?:ws|w)\d|^windows/.test(system.family)
  if (label.about === 'host') {
    if (!isWindows) return false
    into.hostOs = label.value.slice(0, 120)
    into.markLines(at, at + 1, 'ignored', message('pasted.line.host-os', { os: label.value.slice(0, 80) }), false)
    return true
  }
  // "OS: Windows Server 2019" can be the host's; a Hyper-V host is never Linux or BSD.
  if (label.about === 'system' && isWindows) {
    into.hints.push({ draft: null, guest: system, line })
    into.markLines(at, at + 1, 'guest', message('pasted.line.guest-hint', { os: label.value.slice(0, 80) }), true)
    return true
  }
  into.saidGuest = [...into.saidGuest, { context: into.drafts.context, answer: system, text: label.value, line }]
  into.markLines(at, at + 1, 'guest', message('pasted.line.guest-said', { os: label.value.slice(0, 80) }), false)
  return true
}

const CHECKING = /checking virtual machine '([^']{1,100})'/i
const UPDATE_REQUIRED = /update required|업데이트 필요|integration services upgrade required|upgrade required/i
const SERVICES_OF_VM = /integration[ _](?:services?|components?)|통합 서비스|통합 구성 요소|integrationsdienste/i
const DEGRADED = /\bdegraded\b|저하됨|\bprotocol[ _]?mismatch\b/i
const ADAPTER = /network adapter|netzwerkadapter|네트워크 어댑터|\bnic\b/i
const ZERO_VERSION = /(?:version|버전)[^\d]{0,20}0\.0(?!\.?\d)/i

function readWords(reader: Reader, at: number): boolean {
  const { into } = reader
  const text = textAt(reader, at)
  const line = reader.lines[at]?.number ?? 0
  const isUpdate = UPDATE_REQUIRED.test(text)
  const isTight = isUpdate || /integration_services\s+protocol_mismatch/i.test(text)
  const isDegraded = DEGRADED.test(text)
  if (!isUpdate && !isDegraded) {
    if (!ZERO_VERSION.test(text) || !SERVICES_OF_VM.test(text)) return false
    into.markLines(at, at + 1, 'ignored', message('pasted.line.version-zero'), false)
    return true
  }
  if (
    !isTight &&
    !SERVICES_OF_VM.test(text) &&
    !ADAPTER.test(text) &&
    systemIn(text) === null &&
    !/\bvm\b|hyper-?v|virtual machine|가상|통합|상태/i.test(text) &&
    into.drafts.context === null
  ) {
    return false
  }
  const draft = into.drafts.find({ id: null, name: vmNamedIn(text) }, (reader.block += 1), 'sign')
  const subject = ADAPTER.test(text) ? 'network-adapter' : 'integration-services'
  into.sign(draft, { kind: 'version-differs', subject, guessed: !isTight, line })
  into.markLines(at, at + 1, 'vm', message(`pasted.line.sign.${subject}`, { vm: into.nameOf(draft) }), !isTight)
  hintOf(reader, at, draft)
  return true
}

function readLoose(reader: Reader, at: number): boolean {
  const { into } = reader
  const text = textAt(reader, at)
  const line = reader.lines[at]?.number ?? 0
  const checking = CHECKING.exec(text)?.[1]
  if (checking !== undefined) {
    into.drafts.context = checking
    into.markLines(at, at + 1, 'vm', message('pasted.line.context', { vm: checking }), false)
    return true
  }
  const sayings = readLooseLine(text.replaceAll('guest.tools.service.', ''))
  if (sayings.length === 0) return false
  reader.block += 1
  for (const [index, { vmName, service, status, enabled, raw }] of sayings.entries()) {
    const draft = into.drafts.find({ id: null, name: vmName }, reader.block, `line ${index}`)
    into.drafts.say(draft, service, { status, enabled, raw, line }, compareStatus)
    into.markLines(at, at + 1, 'service', into.serviceMeaning(draft, service, status, enabled), status.guessed)
    if (status.guessed) hintOf(reader, at, draft)
  }
  return true
}

/** Keeps an operating system that a line of prose names, as a hint. */
function hintOf(reader: Reader, at: number, draft: VmDraft | null): boolean {
  const text = textAt(reader, at)
  const guest = text.length <= 400 ? systemIn(text) : null
  if (guest !== null) reader.into.hints.push({ draft, guest, line: reader.lines[at]?.number ?? 0 })
  return guest !== null
}

function readDump(reader: Reader, at: number): boolean {
  const fields = textAt(reader, at).includes('@{') ? dumpFields(textAt(reader, at)) : null
  if (fields === null) return false
  const record: FieldRecord = { ...recordAt(at, at + 1, reader.block), fields, className: reader.className }
  return readStretch(reader, { from: at, to: at + 1, records: [record] }) !== null
}

function readCommand(reader: Reader, at: number): boolean {
  const text = textAt(reader, at)
  if (!isPrompt(text)) return false
  const command = commandIn(text)
  reader.className = command.className
  if (/-VM|\bGet-VM/i.test(text)) reader.into.drafts.context = command.vmName
  reader.into.markLines(at, at + 1, 'ignored', message('pasted.line.command'), false)
  return true
}

function readSmall(reader: Reader, at: number): void {
  const { into } = reader
  const text = textAt(reader, at)
  const id = eventIdIn(text)
  if (id !== null && /id|\b(?:4010|23014|23012)\b/i.test(text)) {
    reader.eventId = id
    reader.eventIdAt = at
  }
  if (
    readCommand(reader, at) ||
    readDump(reader, at) ||
    readLabel(reader, at) ||
    readLoose(reader, at) ||
    readWords(reader, at)
  )
    return
  if (isFrame(text) || /^\s*(?:```|~~~|\{code|\{noformat|#TYPE|<<<)/.test(text)) {
    into.markLines(at, at + 1, 'ignored', message('pasted.line.layout'), false)
    return
  }
  if (/\bvmic[a-z]{3,20}\b/i.test(text)) {
    into.markLines(at, at + 1, 'guest', message('pasted.line.windows-service'), false)
    return
  }
  const named = into.drafts.all.find(
    (draft) => draft.name !== null && draft.name.length > 2 && text.includes(draft.name),
  )
  if (!hintOf(reader, at, named ?? null)) return
  into.markLines(at, at + 1, 'guest', message('pasted.line.guest-hint', { os: text.trim().slice(0, 80) }), true)
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
    className: null,
    eventId: null,
    eventIdAt: -1000,
    plainUntil: 0,
    eventTries: EVENT_TRIES,
  }
  let at = 0
  while (at < lines.length) {
    const text = textAt(reader, at)
    if (text.trim() === '') {
      at += 1
      continue
    }
    reader.block += 1
    const stretch = at < reader.plainUntil || isPrompt(text) ? null : structured(reader, at)
    const next =
      (stretch === null ? null : readStretch(reader, stretch)) ?? readEvent(reader, at) ?? readKvpXml(reader, at)
    if (next !== null && next > at) {
      at = next
      continue
    }
    readSmall(reader, at)
    at += 1
  }
}
