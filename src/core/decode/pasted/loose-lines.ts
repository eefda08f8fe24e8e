import type { ServiceId } from '../../model/service'
import { mentionedVm, nextVm, vmBefore, vmNamedIn } from './named-vms'
import { notFineIn } from './not-fine'
import { serviceMisspelt } from './misspelt-names'
import { servicesInText, type NameInText } from './service-names'
import {
  isMismatchSentence,
  leadingStatus,
  statusOfCells,
  statusOfNumbers,
  statusWord,
  type SaidStatus,
} from './status-words'
import { stripped } from './text-lines'

/** One service in a line that belongs to no table: a monitor's, Hyper-V Manager's, a person's. */
export interface LooseSaying {
  /** VM that the line names for it; null where it names none. */
  readonly vmName: string | null
  readonly service: ServiceId
  readonly status: SaidStatus
  readonly enabled: boolean | null
  readonly raw: string
  /** Said not to be well, without saying how: no word that nobody knows. */
  readonly isNotFine?: true
}

const FILLER =
  /(?:[\s:=>|;"'’()[\]{}*`]|->|→|[-–—]{1,2}(?=\s\S)|\b(?:integration service|integration services|service|operational status|primary status|primary|status|state|is|currently|상태)\b(?=[\s:='"]))/iy
const SECOND =
  /[\s/,;:|()[\]{}=-]{0,12}(?:(?:secondary|detail|보조)(?: (?:operational )?(?:status|상태))?\s?[:=]?\s?)?/iy
const SWITCH = /(?:enabled|disabled|true|false|active|inactive)\b/iy
const TAIL = /^[\s.,;:|)\]}"'’*`\-/!]{0,40}$/
const PERFORMANCE_DATA = /\s\|\s?'?[\w. -]{1,60}'?=.*$/s

function skip(pattern: RegExp, text: string, from: number): number {
  let at = from
  for (let count = 0; count < 60; count += 1) {
    pattern.lastIndex = at
    if (!pattern.test(text) || pattern.lastIndex === at) return at
    at = pattern.lastIndex
  }
  return at
}

function switchAt(text: string, at: number): { enabled: boolean; isSwitch: boolean; to: number } | null {
  SWITCH.lastIndex = at
  const word = SWITCH.exec(text)?.[0]
  if (word === undefined) return null
  return { enabled: /^(?:enabled|true|active)$/i.test(word), isSwitch: /active$/i.test(word), to: at + word.length }
}

type Saying = Omit<LooseSaying, 'vmName'>

/** A status that stands directly after a service's name, or null. */
function tightSaying(name: NameInText, segment: string): Saying | null {
  let at = skip(FILLER, segment, 0)
  let enabled: boolean | null = null
  const raw = segment.trim().slice(0, 300)
  const first = switchAt(segment, at)
  if (first !== null) {
    enabled = first.enabled
    at = skip(FILLER, segment, first.to)
    if (TAIL.test(segment.slice(at))) {
      // "active" is all that some monitors say: switched on, nothing about its status.
      return { service: name.id, status: statusOfCells(name.id, { primary: '', secondary: '', enabled }), enabled, raw }
    }
  }
  const rest = segment.slice(at)
  const pair = /^(-|[A-Za-z]+)\s?\/\s?(-|[A-Za-z]+)(.*)$/s.exec(rest.slice(0, 200))
  let primary: string
  let after: string
  if (pair !== null && (pair[1] === '-' || statusWord(pair[1] ?? '') !== null)) {
    const status = statusOfCells(name.id, { primary: pair[1] ?? '', secondary: pair[2] ?? '', enabled })
    const isClean = TAIL.test(pair[3] ?? '')
    return {
      service: name.id,
      status: { ...status, guessed: status.guessed || !name.isConfirmed || !isClean },
      enabled,
      raw,
    }
  }
  const leading = leadingStatus(rest)
  if (leading === null) {
    if (/^-+\s*$/.test(rest.trim()) && rest.trim() !== '') {
      return { service: name.id, status: statusOfCells(name.id, { primary: '', secondary: '', enabled }), enabled, raw }
    }
    if (!isMismatchSentence(rest.trim())) return null
    primary = ''
    after = rest
  } else {
    primary = leading.word
    after = leading.rest
  }
  SECOND.lastIndex = 0
  const secondAt = SECOND.exec(after)?.[0].length ?? 0
  const second = after.slice(secondAt)
  const sentence = isMismatchSentence(stripped(second, ')]"\'.'))
  const word = sentence ? null : leadingStatus(second)
  const secondary = sentence ? stripped(second, ')]"\'') : (word?.word ?? '')
  const tail = sentence ? '' : (word?.rest ?? second)
  const status = statusOfCells(name.id, { primary, secondary, enabled })
  const isClean = TAIL.test(tail)
  return {
    service: name.id,
    status: { ...status, guessed: status.guessed || !name.isConfirmed || !isClean },
    enabled,
    raw,
  }
}

/** Words that mean a status in running text too; OK, error and paused mean too much else there. */
const IN_PROSE =
  /\b(?:no contact|lost communication|degraded|protocol (?:version )?mismatch|non-recoverable error)\b|저하됨|복구할 수 없는 오류|연결 안 됨|연결 없음|연결이 끊어짐|프로토콜 버전 불일치|kein kontakt|sin contacto|nessun contatto|aucun contact|sem contato|the protocol version of the component|die protokollversion der auf dem/i

/** A heartbeat that somebody says is fine, and one that somebody says is not. */
const FINE =
  /^[\s:,'"*-]{0,4}(?:service )?(?:shows?|is|reports?|says?|reads?|=)\s(?:as )?["'“]?(?:ok|normal|fine|good)\b|^(?:은|는|이|가|도)?\s?["“]?정상/i
/** Sentences that suppose or teach, and report nothing. */
const SUPPOSED =
  /\b(?:if|whether|should|would|could|may|might|can|when|wenn|falls|ob|sollte|kann)\b|(?:으면|라면|다면|이면|할 때|경우)|если|場合/i

const ENDS: readonly number[] = '.!?。？'.split('').map((sign) => sign.charCodeAt(0))

/** The sentence of a line that a place in it belongs to. */
function sentenceAt(line: string, at: number): string {
  const isEnd = (index: number): boolean =>
    ENDS.includes(line.charCodeAt(index)) && (line[index + 1] ?? ' ').trim() === ''
  let from = at
  while (from > 0 && !isEnd(from - 1)) from -= 1
  let to = at
  while (to < line.length && !isEnd(to)) to += 1
  return line.slice(from, to)
}

const NUMBERS = /\boperational ?status\b[^\d]{0,12}(\d{1,5})\b(?:[\s,;/]{1,3}(\d{1,5})\b)?/i

/** `"Degraded" for VSS`: the word before the service that it is about. */
const WORD_BEFORE =
  /(?:["'“]|\b)(no contact|lost communication|degraded|protocol (?:version )?mismatch|non-recoverable error)["'”]?,? (?:for|on|in|of|bei|für) (?:the )?["'“]?$/i

function proseSaying(name: NameInText, segment: string, line: string): Saying | null {
  const before = line.slice(0, name.from)
  const [, first, second] = NUMBERS.exec(segment.slice(0, 200)) ?? []
  if (first !== undefined) {
    const numbers = [Number(first), ...(second === undefined ? [] : [Number(second)])]
    return {
      service: name.id,
      status: statusOfNumbers(name.id, numbers, !name.isConfirmed),
      enabled: null,
      raw: numbers.join(', '),
    }
  }
  const behind = IN_PROSE.exec(segment.slice(0, 200))?.[0] ?? (FINE.test(segment) ? 'OK' : undefined)
  const inFront = behind === undefined ? WORD_BEFORE.exec(before.slice(-80)) : null
  const word = behind ?? inFront?.[1]
  if (word === undefined) return null
  const status = statusOfCells(name.id, { primary: word, secondary: '', enabled: null })
  const kind = status.kind === 'unknown' ? 'mismatch' : status.kind
  return {
    service: name.id,
    status: { ...status, kind, guessed: true },
    enabled: null,
    raw: inFront === null ? segment.trim().slice(0, 300) : inFront[0] + line.slice(name.from, name.to),
  }
}

/** A line with nothing but a service and a word. */
const LABEL_LENGTH = 45
/** A word in the place of a status, in quotation marks or behind a sign. */
const SOME_WORD =
  /^(?:\s?[:=：]\s?|\s[-–]\s)[\p{L}][^,;|]{0,40}|^\s?(?:が|は|이|가|은|는|[:：])?\s?[「『"“«]\s?[\p{L}][^「」『』"”«»]{0,30}[」』"”»]/u

function unknownOf(name: NameInText, raw: string): Saying {
  const status: SaidStatus = { kind: 'unknown', code: null, detailCode: null, guessed: true }
  return { service: name.id, status, enabled: null, raw }
}

/** A service whose status is a word that nobody here knows: said, so that what is known of others is not taken for the whole. */
function unknownSaying(name: NameInText, segment: string): Saying | null {
  const raw = SOME_WORD.exec(segment)?.[0].trim()
  return raw === undefined ? null : unknownOf(name, raw)
}

/** `Hearbeat: No Contact`: a label that somebody mistyped, before a status. */
function misspeltSaying(line: string): Saying | null {
  const at = line.slice(0, 50).search(/[:=]/)
  const service = at < 8 ? null : serviceMisspelt(stripped(line.slice(0, at), '-*•·|'))
  return service === null ? null : tightSaying({ id: service, isConfirmed: false, from: 0, to: at }, line.slice(at))
}

/** Reads the services of a line that belongs to no table. Sayings are guessed unless name and status stand side by side. */
export function readLooseLine(text: string): readonly LooseSaying[] {
  if (text.length > 3000 || /\bvmic[a-z]{3,20}\b/i.test(text)) return []
  const line = text.includes('|') ? text.replace(PERFORMANCE_DATA, '') : text
  const names = servicesInText(line)
  if (names.length === 0) {
    const saying = misspeltSaying(line)
    return saying === null ? [] : [{ ...saying, vmName: null }]
  }
  const prefix = line.slice(0, names[0]?.from ?? 0)
  let vmName = vmBefore(prefix, true) ?? vmNamedIn(line)
  // Only asked where a service is spoken of in a sentence.
  let said: string | null | undefined
  const sayings: LooseSaying[] = []
  const unknown: LooseSaying[] = []
  names.forEach((name, index) => {
    const whole = line.slice(name.to, names[index + 1]?.from ?? line.length)
    const next = index + 1 < names.length ? nextVm(whole) : null
    const segment = next === null ? whole : whole.slice(0, next.from)
    const notFine = notFineIn(segment)
    const tight = notFine === null ? tightSaying(name, segment) : null
    const isSupposed = tight === null && SUPPOSED.test(sentenceAt(line, name.from))
    const inProse = (): Saying | null =>
      notFine === null ? proseSaying(name, segment, line) : { ...unknownOf(name, notFine), isNotFine: true }
    const saying = tight ?? (isSupposed ? null : inProse())
    // A word alone before the service is a VM only where a script prints it, not where a sentence begins.
    if (saying !== null && tight !== null) sayings.push({ ...saying, vmName })
    else if (saying !== null) {
      said = said === undefined ? (vmBefore(prefix) ?? vmNamedIn(line) ?? mentionedVm(line)) : said
      sayings.push({ ...saying, vmName: said })
    } else if (!isSupposed) {
      const other = unknownSaying(name, segment)
      if (other !== null) unknown.push({ ...other, vmName })
    }
    if (next !== null) {
      vmName = next.name
      said = next.name
    }
  })
  const isLabel = names.length === 1 && !/[\p{L}\p{N}]/u.test(prefix) && line.length - prefix.length <= LABEL_LENGTH
  return sayings.length > 0 || isLabel ? [...sayings, ...unknown] : sayings
}
