import type { ServiceId } from '../../model/service'
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
    const length = pattern.exec(text)?.[0].length ?? 0
    if (length === 0) return at
    at += length
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
  /\b(?:no contact|lost communication|degraded|protocol (?:version )?mismatch|non-recoverable error)\b|저하됨|연결 안 됨|kein kontakt|the protocol version of the component|die protokollversion der auf dem/i

const NUMBERS = /\boperational ?status\b[^\d]{0,12}(\d{1,5})\b(?:[\s,;/]{1,3}(\d{1,5})\b)?/i

function proseSaying(name: NameInText, segment: string): Saying | null {
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
  const word = IN_PROSE.exec(segment.slice(0, 200))?.[0]
  if (word === undefined) return null
  const status = statusOfCells(name.id, { primary: word, secondary: '', enabled: null })
  const kind = status.kind === 'unknown' ? 'mismatch' : status.kind
  return {
    service: name.id,
    status: { ...status, kind, guessed: true },
    enabled: null,
    raw: segment.trim().slice(0, 300),
  }
}

const VM_WORD = /\b(?:vm|virtual machine|virtuelle maschine|machine virtuelle|server)\b|가상 머신|가상 컴퓨터/gi
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '“': '”', '„': '“', '「': '」', '«': '»' }

/** The name in quotation marks right after a word for VM. */
function quotedVm(text: string): string | null {
  for (const match of text.matchAll(VM_WORD)) {
    let at = match.index + match[0].length
    if (text[at] === ' ') at += 1
    const close = QUOTES[text[at] ?? '']
    const to = close === undefined ? -1 : text.indexOf(close, at + 1)
    if (to > at + 1 && to - at <= 120) return text.slice(at + 1, to)
  }
  return null
}

const WORD_VM = /(?:^|[\s([])(?:vm|virtual machine|가상 머신|server)[\s:=]{1,3}([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})/iu
const NAME_LIKE = /^(?=.*[\d_-])[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u
/** Words that begin sentences and labels. */
const COMMON =
  /^(?:the|a|an|my|our|your|his|her|their|its?|and|or|but|with|without|for|of|on|in|is|are|no|not|only|also|then|now|still|all|both|every|each|this|that|name|status|state|current|last|integration|services?|guest|host|server|linux|windows|check|error|note|subject|re|fw|fwd|why|what|when|since|after|before|der|die|das|le|la|el|il|vm|vms|component|microsoft)$/i
const NOT_NAMES =
  /^(?:ok|warning|warn|critical|crit|unknown|hyper-?v|hyperv|check_\w+|info|service|host|alert|problem|recovery|down|up|\d+|\d[\d.:/TZ+-]+)$/i

/** The VM that a line names outright: `VM 'web-01'`, `VM web-01`; null where it names none. */
export function vmNamedIn(text: string): string | null {
  const quoted = quotedVm(text.slice(0, 500))
  if (quoted !== null) return quoted
  const word = WORD_VM.exec(text.slice(0, 500))?.[1]?.replace(/[.]$/, '')
  return word !== undefined && NAME_LIKE.test(word) ? word : null
}

/** The VM that the beginning of a line names, or null: `VM 'web-01'`, `WARNING - web-01: `. */
export function vmBefore(prefix: string, isAlone = false): string | null {
  const named = vmNamedIn(prefix)
  if (named !== null) return named
  const next = nextVm(` ${prefix}`)
  if (next !== null) return next.name
  const words = prefix
    .split(/[\s:;,|/()[\]{}"'*=]+/)
    .filter((word) => word !== '' && word !== '-' && !NOT_NAMES.test(word))
  const last = words.at(-1)
  if (last === undefined || words.length > 3) return null
  if (NAME_LIKE.test(last)) return last
  // A word alone before the service, as scripts print it: "mail Heartbeat OK".
  return words.length === 1 && isAlone && PLAIN_NAME.test(last) && !COMMON.test(last) ? last : null
}

/** `web-01 (` or `web-01: ` directly before a service's name: the VM that the services from here on belong to. */
const NEXT_VM = /[\s,;)\]}]([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})\s?[:([{-]\s?['"]?$/u

function nextVm(segment: string): { readonly name: string; readonly from: number } | null {
  const match = NEXT_VM.exec(segment.slice(-90))
  if (match?.[1] === undefined || !NAME_LIKE.test(match[1]) || NOT_NAMES.test(match[1])) return null
  return { name: match[1], from: segment.length - match[0].length }
}

/** Reads the services of a line that belongs to no table. Sayings are guessed unless name and status stand side by side. */
export function readLooseLine(text: string): readonly LooseSaying[] {
  if (text.length > 3000 || /\bvmic[a-z]{3,20}\b/i.test(text)) return []
  const line = text.replace(PERFORMANCE_DATA, '')
  const names = servicesInText(line)
  const prefix = line.slice(0, names[0]?.from ?? 0)
  let vmName = vmBefore(prefix, true) ?? vmNamedIn(line)
  const sayings: LooseSaying[] = []
  names.forEach((name, index) => {
    const whole = line.slice(name.to, names[index + 1]?.from ?? line.length)
    const next = index + 1 < names.length ? nextVm(whole) : null
    const segment = next === null ? whole : whole.slice(0, next.from)
    const saying = tightSaying(name, segment) ?? proseSaying(name, segment)
    if (saying !== null) sayings.push({ ...saying, vmName })
    if (next !== null) vmName = next.name
  })
  return sayings
}
