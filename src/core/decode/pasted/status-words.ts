import type { ServiceId } from '../../model/service'
import type { StatusKind } from '../../model/snapshot'
import { remember } from '../../knowledge/remember'
import { decodeStatus } from '../service-status'
import { keyOf } from './service-names'
import { widthOf } from './text-lines'

/** A status as a text gives it. */
export interface SaidStatus {
  readonly kind: StatusKind
  readonly code: number | null
  readonly detailCode: number | null
  readonly guessed: boolean
}

interface Word {
  readonly numbers: readonly number[]
  readonly isConfirmed: boolean
}

/** Enum names of the cmdlets (the same in every language), and English descriptions, which read the same without spaces. */
const ENGLISH: Readonly<Record<string, readonly number[]>> = {
  Ok: [2],
  Degraded: [3],
  Error: [6],
  NonRecoverableError: [7],
  'Non-Recoverable Error': [7],
  NoContact: [12],
  LostCommunication: [13],
  Dormant: [15],
  Paused: [15],
  ProtocolMismatch: [32775],
  'Protocol version mismatch': [32775],
  'Protocol-Mismatch': [32775],
  ApplicationCritical: [32782],
  'Applications Critical': [32782],
  CommunicationTimedOut: [32783],
  CommunicationFailed: [32784],
  OkApplicationsHealthy: [2, 2],
  'OK (Applications Healthy)': [2, 2],
  OkApplicationsUnknown: [2, 12],
  'OK (No Application Data)': [2, 12],
  OkApplicationsCritical: [2, 32782],
  'OK (Applications Critical)': [2, 32782],
  'Degraded (Integration services upgrade required)': [3, 32775],
  'Degraded (Protocol Mismatch)': [3, 32775],
  'OK (Protocol Mismatch)': [2, 32775],
}

/** Words of other languages that real output or Microsoft's text confirms. */
const LOCAL: Readonly<Record<string, readonly number[]>> = { 'Kein Kontakt': [12], 저하됨: [3], 确定: [2] }

/** Words from weak sources: what they say is a guess. */
const UNCONFIRMED: Readonly<Record<string, readonly number[]>> = {
  Herabgestuft: [3],
  'Aucun contact': [12],
  Détérioré: [3],
  확인: [2],
  정상: [2],
  '연결 없음': [12],
  '연결 안 됨': [12],
  '연결이 끊어짐': [13],
  '통신 끊김': [13],
  '통신이 끊어짐': [13],
  '복구할 수 없는 오류': [7],
  '프로토콜 버전 불일치': [32775],
  'Sin contacto': [12],
  'Nessun contatto': [12],
  'Sem contato': [12],
  ОК: [2],
}

const WORDS = new Map<string, Word>()
for (const [list, isConfirmed] of [
  [ENGLISH, true],
  [LOCAL, true],
  [UNCONFIRMED, false],
] as const) {
  for (const [word, numbers] of Object.entries(list)) WORDS.set(keyOf(word), { numbers, isConfirmed })
}

/** The description of a version difference, as far as real output shows it. Columns cut it anywhere. */
const SENTENCES = [
  'The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system',
  'Die Protokollversion der auf dem virtuellen Computer installierten Komponente entspricht nicht der vom Hostsystem erwarteten Version',
].map(keyOf)
/** "The protocol" is enough to know the sentence; shorter pieces could become anything. */
const SENTENCE_STEM = 11
const LONG = 40
const EMPTY = /^(?:|-+|–|—|null|\$null|none|n\/a|\{\}|\[\]|""|'')$/i
const CUT = /(?:\.{2,3}|…)$/

/** Whether a cell says nothing: empty, a dash, null. */
export function isEmptyStatus(text: string): boolean {
  return EMPTY.test(text.trim())
}

const PLAIN = /^[a-z0-9]/i

/** Whether a text can begin as one of the keys does: a letter or digit of English is changed by no sign behind it. */
function beginningsOf(keys: Iterable<string>): (text: string) => boolean {
  const first = new Set([...keys].map((key) => key.charCodeAt(0)))
  // With this bit every capital letter is a small one, and nothing else in question changes.
  return (text) => !PLAIN.test(text) || first.has(text.charCodeAt(0) | 0x20)
}

/** Most words of a text begin like no status: one look at a letter instead of a comparison in every spelling. */
const canBeWord = beginningsOf([...WORDS.keys(), ...'0123456789'.split('')])
const BEGINNINGS = new Set([...WORDS.keys()].flatMap((key) => key.split('').map((_, at) => key.slice(0, at + 1))))
const canBeSentence = beginningsOf(SENTENCES)

/** Whether a text is the known sentence about protocol versions, or a piece of it from its beginning. */
export function isMismatchSentence(text: string): boolean {
  if (!canBeSentence(text.trimStart())) return false
  const key = keyOf(text.trim().replace(CUT, '')).replace(/\.$/, '')
  return key.length >= SENTENCE_STEM && SENTENCES.some((sentence) => sentence.startsWith(key))
}

// A long text says the same words over and over.
const wordOf = remember(
  (text: string) => text,
  (text) => WORDS.get(keyOf(text)) ?? null,
)

/** The status word that a text consists of, or null. */
export function statusWord(text: string): Word | null {
  const trimmed = text.trim().replace(/[.,;:!]$/, '')
  if (trimmed.length > 60 || !canBeWord(trimmed)) return null
  if (/^\d{1,5}$/.test(trimmed)) return { numbers: [Number(trimmed)], isConfirmed: true }
  // "12 (No Contact)": the number says it all.
  const number = /^(\d{1,5}) ?\([^()]{1,50}\)$/.exec(trimmed)?.[1]
  if (number !== undefined) return { numbers: [Number(number)], isConfirmed: true }
  return wordOf(trimmed)
}

/** Elements of a list as any of the formats writes it: `{Ok, ProtocolMismatch}`, `[2,32775]`, `2 32775`, `Ok / NoContact`. */
export function listElements(text: string): readonly string[] {
  const inner = text
    .trim()
    .replace(/^[{[(]/, '')
    .replace(/[)\]}]$/, '')
  return inner
    .slice(0, 500)
    .split(/[,;/|]/)
    .map((part) => part.trim().replace(/^["']|["']$/g, ''))
    .filter((part) => part !== '' && !/^(?:\.{3}|…)$/.test(part))
}

/** The status of a service of which nothing is said. */
export const NO_STATUS: SaidStatus = { kind: 'none', code: null, detailCode: null, guessed: false }

/** A status from numbers, as the host would give them. */
export function statusOfNumbers(service: ServiceId, numbers: readonly number[], guessed = false): SaidStatus {
  const { kind, code, detailCode } = decodeStatus(service, numbers.length === 0 ? null : numbers)
  return { kind, code, detailCode, guessed }
}

/** What the cells of one service say. A missing column is `undefined`, which is not the same as an empty cell. */
export interface StatusCells {
  readonly primary: string | undefined
  readonly secondary: string | undefined
  readonly enabled: boolean | null
}

function secondPart(
  text: string,
  enabled: boolean | null,
): { numbers: readonly number[]; guessed: boolean; unknown: boolean } {
  const trimmed = text.trim()
  if (isEmptyStatus(trimmed)) return { numbers: [], guessed: false, unknown: false }
  if (isMismatchSentence(trimmed)) return { numbers: [32775], guessed: false, unknown: false }
  const word = statusWord(trimmed)
  if (word !== null) return { numbers: word.numbers, guessed: !word.isConfirmed, unknown: false }
  const isLong = widthOf(trimmed) > LONG || CUT.test(trimmed)
  // A service that is switched off reads OK; what stands beside it there has no meaning we know.
  if (isLong && enabled !== false) return { numbers: [32775], guessed: true, unknown: false }
  return { numbers: [], guessed: true, unknown: true }
}

/** Reads the two status cells of one service. What rests on length, on a missing column or on unconfirmed words is guessed. */
export function statusOfCells(service: ServiceId, cells: StatusCells): SaidStatus {
  const primary = cells.primary?.trim() ?? ''
  const second = secondPart(cells.secondary ?? '', cells.enabled)
  if (isEmptyStatus(primary)) {
    if (second.numbers.length === 0)
      return second.unknown ? { ...NO_STATUS, kind: 'unknown', guessed: true } : NO_STATUS
    // Without the first status nobody knows whether a version difference is the harmless one.
    if (second.numbers.includes(32775)) return { kind: 'mismatch', code: null, detailCode: 32775, guessed: true }
    return { kind: 'unknown', code: null, detailCode: second.numbers[0] ?? null, guessed: true }
  }
  if (isMismatchSentence(primary)) return { kind: 'mismatch', code: null, detailCode: 32775, guessed: true }
  const word = statusWord(primary)
  if (word === null) {
    const parts = listElements(primary)
    if (parts.length > 1) {
      const [first = '', ...rest] = parts
      return statusOfCells(service, { ...cells, primary: first, secondary: rest.join(', ') })
    }
    return { ...NO_STATUS, kind: 'unknown', guessed: true }
  }
  // "ProtocolMismatch" alone is the second status; whoever prints one word prints the telling one.
  const numbers = word.numbers[0] === 32775 ? [2, 32775] : word.numbers
  const status = statusOfNumbers(service, [...numbers, ...second.numbers])
  if (second.unknown) return { ...status, kind: 'unknown', guessed: true }
  const isIncomplete = cells.secondary === undefined && word.numbers.length === 1 && status.kind === 'ok'
  return { ...status, guessed: !word.isConfirmed || second.guessed || (isIncomplete && cells.enabled !== false) }
}

/** Where a word can end: in front of a sign or a space, behind a bracket, at the end. */
const END = /(?=[\s,;:/|\])])|(?<=\))|$/g
/** No word goes on behind such a sign. */
const SIGN = /[,;:/|\]]/

/** A known status word at the beginning of a text (up to five words long), and what follows it. */
export function leadingStatus(text: string): { readonly word: string; readonly rest: string } | null {
  const trimmed = text.trim()
  if (!canBeWord(trimmed)) return null
  const isNumber = /^\d/.test(trimmed)
  // A number can have anything in brackets behind it.
  const sign = isNumber ? -1 : trimmed.search(SIGN)
  const last = Math.min(sign < 0 ? trimmed.length : sign + 1, 89)
  const ends = [...trimmed.slice(0, 90).matchAll(END)].map(({ index }) => index).filter((end) => end > 0 && end <= last)
  // What begins like no word known is none, however many words are taken.
  const count = isNumber || BEGINNINGS.has(keyOf(trimmed.slice(0, ends[0]))) ? 7 : 1
  for (const end of ends.slice(0, count).reverse()) {
    const word = trimmed.slice(0, end)
    if (statusWord(word) !== null) return { word, rest: trimmed.slice(end) }
  }
  return null
}
