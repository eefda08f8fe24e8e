import { message } from '../../i18n/translate'
import { compareStatus } from '../service-status'
import { commandIn, isPrompt } from './commands'
import { isFrame } from './delimited-records'
import { eventIdIn } from './event-texts'
import { hintOf } from './guest-hints'
import { isWindowsFamily, labelled, systemIn } from './guest-words'
import { type LooseSaying, readLooseLine } from './loose-lines'
import { readWholeState, readWords } from './manager-words'
import { type PendingLine, type Reader, textAt } from './reader'
import { servicesInText } from './service-names'
import { statusOfCells, statusWord } from './status-words'
import { lineAt } from './text-lines'

/** `web-01 (production)` without what stands in brackets after it. */
function withoutRemark(name: string): string {
  const at = name.endsWith(')') ? name.lastIndexOf('(') : -1
  return at > 0 ? name.slice(0, at).trimEnd() : name
}

function readLabel(reader: Reader, at: number): boolean {
  const { into } = reader
  const text = textAt(reader, at)
  const label = labelled(text)
  if (label === null) return false
  const line = lineAt(reader.lines, at).number
  if (label.about === 'vm') {
    // One line with everything in it, pairs of a log and a list of several VMs, are no heading.
    const comma = label.value.search(/[,;]/)
    const more = comma < 0 ? null : labelled(label.value.slice(comma + 1))
    const isHeading = !/\s[\w-]+=/.test(label.value) && servicesInText(label.value).length === 0
    if (!isHeading || (comma >= 0 && more === null)) return false
    const name = withoutRemark(comma < 0 ? label.value : label.value.slice(0, comma).trimEnd())
    const system = more === null ? systemIn(label.value) : null
    const guest = more?.about === 'guest' ? systemIn(more.value) : null
    if (guest !== null) into.saidGuest.push({ context: name, answer: guest, text: more?.value ?? '', line })
    into.drafts.context = name.slice(0, 300)
    into.markLines(at, at + 1, 'vm', message('pasted.line.context', { vm: name.slice(0, 120) }), false)
    if (system !== null) into.hints.push({ draft: into.drafts.named(name)[0] ?? null, guest: system, line })
    return true
  }
  const system = systemIn(label.value)
  if (system === null) return false
  const isWindows = isWindowsFamily(system.family)
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
  into.saidGuest.push({ context: into.drafts.context, answer: system, text: label.value, line })
  into.markLines(at, at + 1, 'guest', message('pasted.line.guest-said', { os: label.value.slice(0, 80) }), false)
  return true
}

/** Statuses whose words are Hyper-V's own; OK and error are everybody's. */
const CLEAR: ReadonlySet<string> = new Set([
  'no-contact',
  'lost-communication',
  'mismatch',
  'incompatible',
  'ok-no-application-data',
])

const INLINE_GUEST = /\bguest(?: os)?\s?[:=]\s?([^,;|]{2,60})/i
const CHECKING = /checking virtual machine '([^']{1,100})'/i
/** The heading that Checkmk's agent, and scripts that print one VM after the other, write above each. */
const SECTION = /^\s{0,4}(?:<<<<([^<>]{0,120})>>>>|([-=#*]{2,40})\s{1,3}([^\s].{0,120}?)\s{1,3}\2)\s{0,4}$/

function readSection(reader: Reader, at: number): boolean {
  const { into } = reader
  const match = SECTION.exec(textAt(reader, at))
  if (match === null) return false
  const name = (match[1] ?? match[3] ?? '').replace(/^VM\s?:?(?:\s|$)/i, '').trim()
  const isName = match[1] !== undefined || (name.length > 0 && !name.includes(' '))
  if (!isName) return false
  into.drafts.context = name === '' ? null : name
  const meaning = name === '' ? message('pasted.line.layout') : message('pasted.line.context', { vm: name })
  into.markLines(at, at + 1, 'ignored', meaning, false)
  return true
}

function isUnknown({ status, isNotFine }: LooseSaying): boolean {
  return (
    isNotFine !== true &&
    status.kind === 'unknown' &&
    status.guessed &&
    status.code === null &&
    status.detailCode === null
  )
}

function readLoose(reader: Reader, at: number): boolean {
  const { into } = reader
  const text = textAt(reader, at)
  const checking = CHECKING.exec(text)?.[1]
  if (checking !== undefined) {
    into.drafts.context = checking
    into.markLines(at, at + 1, 'vm', message('pasted.line.context', { vm: checking }), false)
    return true
  }
  const plain = text.replaceAll('guest.tools.service.', '').replace(INLINE_GUEST, '')
  const sayings = readLooseLine(plain)
  if (sayings.length === 0) return false
  const said = { at, sayings, context: into.drafts.context }
  // A word that nobody knows makes no VM; it counts at the end, for a VM that the rest of the text has.
  if (sayings.every(isUnknown)) {
    reader.pending.push(said)
    return true
  }
  const isClear = sayings.some(({ status }) => CLEAR.has(status.kind))
  if (into.isAboutHyperV || (isClear && !into.subject.isOther && !into.subject.isOfProgram)) {
    sayLoose(reader, said)
    readWholeState(reader, at)
  } else reader.pending.push(said)
  return true
}

function sayLoose(reader: Reader, { at, sayings, context }: PendingLine): void {
  const { into } = reader
  const line = lineAt(reader.lines, at).number
  const before = into.drafts.context
  into.drafts.context = context
  reader.block += 1
  for (const [index, { vmName, service, status: said, enabled, raw }] of sayings.entries()) {
    const isDoubtful = vmName === null && context === null && into.subject.isMixed
    const status = isDoubtful ? { ...said, guessed: true } : said
    const draft = into.drafts.find({ id: null, name: vmName }, reader.block, `line ${index}`)
    into.drafts.say(draft, service, { status, enabled, raw, line }, compareStatus)
    into.markLines(at, at + 1, 'service', into.serviceMeaning(draft, service, status, enabled), status.guessed)
    if (status.guessed) hintOf(reader, at, draft)
  }
  into.drafts.context = before
  const guest = INLINE_GUEST.exec(textAt(reader, at))?.[1] ?? ''
  const system = systemIn(guest)
  if (system !== null)
    into.saidGuest.push({ context: sayings[0]?.vmName ?? context, answer: system, text: guest, line })
}

/** Services that other programs do not report on under these names. */
const TELLING: ReadonlySet<string> = new Set(['kvp', 'timesync', 'guest-service-interface', 'vss'])

/**
 * Settles lines like "Heartbeat: OK", which any program can write: they count where the text turned out to be about
 * Hyper-V, or where several of its services are named together.
 */
export function settlePending(reader: Reader): void {
  const known = reader.pending.filter(({ sayings }) => !sayings.every(isUnknown))
  const services = new Set(known.flatMap(({ sayings }) => sayings.map(({ service }) => service)))
  const { isAboutHyperV, subject, drafts } = reader.into
  const isTogether =
    services.size > 1 &&
    [...services].some((service) => TELLING.has(service)) &&
    !subject.isOther &&
    !subject.isOfProgram
  if (!isAboutHyperV && !isTogether) return
  for (const said of known) sayLoose(reader, said)
  for (const said of reader.pending.filter(({ sayings }) => sayings.every(isUnknown))) {
    const name = said.sayings[0]?.vmName ?? said.context
    if (name === null ? drafts.all.length === 1 : drafts.named(name).length > 0) sayLoose(reader, said)
  }
}

/** A command that prints one property of one service and nothing else. */
const ASKED = /\.((?:Primary|Secondary)?(?:OperationalStatus|StatusDescription))\s?$/i

/** The bare value that such a command printed. It is one of two, so that OK stays a guess. */
function readAnswer(reader: Reader, at: number): boolean {
  const { into, asked } = reader
  const text = textAt(reader, at).trim()
  if (asked === null || statusWord(text) === null) return false
  const draft = into.drafts.find({ id: null, name: null }, reader.block, `answer ${at}`)
  const status = statusOfCells(asked, { primary: text, secondary: undefined, enabled: null })
  const line = lineAt(reader.lines, at).number
  into.drafts.say(draft, asked, { status, enabled: null, raw: text, line }, compareStatus)
  into.markLines(at, at + 1, 'service', into.serviceMeaning(draft, asked, status, null), status.guessed)
  return true
}

function readCommand(reader: Reader, at: number): boolean {
  const text = textAt(reader, at)
  if (!isPrompt(text)) return false
  const command = commandIn(text)
  reader.into.className = command.className
  reader.asked = ASKED.exec(text)?.[1] === undefined ? null : (servicesInText(text).at(-1)?.id ?? null)
  reader.into.lastCommand = /-VM|Msvm_/i.test(text) ? 'vm' : 'other'
  if (/-VM|\bGet-VM/i.test(text)) reader.into.drafts.context = command.vmName
  reader.into.markLines(at, at + 1, 'ignored', message('pasted.line.command'), false)
  return true
}

/**
 * Reads a line that belongs to no table, list or event: commands, labels, services of monitors and prose, words of
 * Hyper-V Manager. What nothing knows stays not understood.
 */
export function readSingleLine(reader: Reader, at: number): void {
  const { into } = reader
  const text = textAt(reader, at)
  const id = eventIdIn(text)
  if (id !== null && /id|\b(?:4010|23014|23012)\b/i.test(text)) {
    reader.eventId = id
    reader.eventIdAt = at
  }
  if (
    readCommand(reader, at) ||
    readAnswer(reader, at) ||
    readSection(reader, at) ||
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
  if (!hintOf(reader, at, null)) return
  into.markLines(at, at + 1, 'guest', message('pasted.line.guest-hint', { os: text.trim().slice(0, 80) }), true)
}
