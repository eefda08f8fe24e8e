import { keyOf } from '../decode/pasted/service-names'
import { isMismatchSentence, listElements, statusWord } from '../decode/pasted/status-words'
import { DETAIL_NAMES, STATUS_NAMES } from '../decode/service-status'
import { MESSAGES } from '../i18n/messages'
import { LANGUAGES } from '../model/text'
import { VERDICTS } from '../model/verdict'
import { message } from '../i18n/translate'
import type { MeaningDraft } from './draft'
import { type FieldId, fieldMeaning } from './field-values'
import { vmStateOfWord } from './vm-state-values'

type Place = readonly [FieldId, number]

/** Without case, spaces, quotes and any dash: `ProtocolMismatch`, `protocol-mismatch` and "Protocol Mismatch" are one. */
const plainKey = (text: string): string => keyOf(text).replace(/-/g, '')

/** Words for other properties than a service's status: CIM's names, Hyper-V Manager, `Get-VM`. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'Update required': [['version-state', 2]],
  '업데이트 필요': [['version-state', 2]],
  'Up to date': [['version-state', 1]],
  Mismatch: [
    ['version-state', 2],
    ['status-second', 32775],
  ],
  'Operating normally': [['vm-status', 2]],
  'Normaler Betrieb': [['vm-status', 2]],
  'Fonctionnement normal': [['vm-status', 2]],
  '정상 작동 중': [['vm-status', 2]],
  正常运行: [['vm-status', 2]],
  Degraded: [['vm-status', 3]],
  저하됨: [['vm-status', 3]],
  'Predictive failure': [['vm-status', 5]],
  'In service': [['vm-status', 11]],
  Dormant: [['vm-status', 15]],
  'Major failure': [['vm-health', 20]],
  'Critical failure': [['vm-health', 25]],
  Enabled: [['service-switch', 2]],
  Disabled: [
    ['service-switch', 3],
    ['status-second', 32896],
    ['application-health', 32896],
  ],
  'Applications Healthy': [['status-second', 2]],
  ApplicationsHealthy: [['status-second', 2]],
  ApplicationsUnknown: [['status-second', 12]],
}
const UNCONFIRMED_PLACES = new Set(['업데이트 필요', 'Fonctionnement normal', '정상 작동 중'].map(plainKey))
const BY_PLACE = new Map(Object.entries(PLACES).map(([word, places]) => [plainKey(word), places]))

const named = (names: Readonly<Record<number, string>>, field: FieldId): [string, Place][] =>
  Object.entries(names).map(([code, name]) => [plainKey(name), [field, Number(code)]])
const NAMES = new Map<string, Place>([...named(DETAIL_NAMES, 'status-second'), ...named(STATUS_NAMES, 'status-first')])

/** The numbers behind the words that this program itself shows for a status. */
const SHOWN: Readonly<Record<string, readonly Place[]>> = {
  ok: [['status-first', 2]],
  'ok-no-application-data': [
    ['status-first', 2],
    ['status-second', 12],
  ],
  mismatch: [
    ['status-first', 3],
    ['status-second', 32775],
  ],
  incompatible: [['status-first', 7]],
  'no-contact': [['status-first', 12]],
  'lost-communication': [['status-first', 13]],
  error: [['status-first', 6]],
  'timed-out': [['status-second', 32783]],
  'communication-failed': [['status-second', 32784]],
  'application-critical': [['status-second', 32782]],
  paused: [['status-first', 15]],
  disabled: [['service-switch', 3]],
}
const BY_SHOWN = new Map(
  LANGUAGES.flatMap((language) =>
    Object.entries(SHOWN).map(([kind, places]): [string, readonly Place[]] => [
      plainKey(MESSAGES[language].get(`term.status.${kind}`) ?? kind),
      places,
    ]),
  ),
)

/** Where the numbers of a status word stand: the first number first, what only a second one can be second. */
function placesOfNumbers(numbers: readonly number[]): readonly Place[] {
  const [first, second] = numbers
  if (first === undefined) return []
  if (second === undefined) return [[first >= 32768 ? 'status-second' : 'status-first', first]]
  return [
    ['status-first', first],
    ['status-second', second],
  ]
}

function statusPlaces(text: string): { readonly places: readonly Place[]; readonly isUnconfirmed: boolean } {
  if (isMismatchSentence(text)) return { places: [['status-second', 32775]], isUnconfirmed: false }
  const word = /^[\d\s]*$/.test(text) ? null : statusWord(text)
  if (word !== null) return { places: placesOfNumbers(word.numbers), isUnconfirmed: !word.isConfirmed }
  const place = NAMES.get(plainKey(text))
  return { places: place === undefined ? [] : [place], isUnconfirmed: false }
}

/** The numbers of a list as the cmdlets and classes print it: `{Ok, ProtocolMismatch}`, `[2, 32775]`; null for anything else. */
export function statusList(text: string): readonly number[] | null {
  // "3 32775", as somebody reads two numbers out.
  const isRead = /^[\s[({]{0,3}\d{1,5}(?:\s{1,3}\d{1,5}){1,3}[\s\])}]{0,3}$/.test(text)
  const elements = listElements(isRead ? text.trim().replace(/\s+/g, ',') : text)
  if (elements.length < 2 || elements.length > 4) return null
  const numbers = elements.map((element) => statusWord(element)?.numbers ?? [])
  return numbers.every((some) => some.length === 1) ? numbers.flat() : null
}

function verdictMeaning(text: string): MeaningDraft | null {
  const key = plainKey(text)
  const verdict = VERDICTS.find(
    (id) =>
      plainKey(id) === key ||
      LANGUAGES.some((language) => plainKey(MESSAGES[language].get(`verdict.${id}`) ?? '') === key),
  )
  if (verdict === undefined) return null
  return {
    kind: 'verdict',
    property: null,
    subject: message('meaning.verdict.subject'),
    value: verdict,
    name: verdict,
    text: message(`meaning.verdict.${verdict}`),
    todo: message(`meaning.by-verdict.${verdict}`),
  }
}

/** What a word means as a status, a VM's state, or a verdict of this program, in every language we know. */
export function wordMeanings(text: string): readonly MeaningDraft[] {
  const key = plainKey(text)
  const { places, isUnconfirmed } = statusPlaces(text)
  const found = [
    ...places.map(([field, value]) => ({ draft: fieldMeaning(field, value), isUnconfirmed })),
    ...(BY_SHOWN.get(key) ?? []).map(([field, value]) => ({ draft: fieldMeaning(field, value), isUnconfirmed: false })),
    ...(BY_PLACE.get(key) ?? []).map(([field, value]) => ({
      draft: fieldMeaning(field, value),
      isUnconfirmed: UNCONFIRMED_PLACES.has(key),
    })),
    { draft: vmStateOfWord(text), isUnconfirmed: false },
    { draft: verdictMeaning(text), isUnconfirmed: false },
  ]
  return found.flatMap((one) =>
    one.draft === null ? [] : [{ ...one.draft, isUnconfirmed: one.isUnconfirmed || one.draft.isUnconfirmed === true }],
  )
}
