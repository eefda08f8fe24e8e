import { keyOf } from '../decode/pasted/service-names'
import type enMeaning from '../i18n/en/meaning.json'
import { message } from '../i18n/translate'
import type { MeaningDraft } from './draft'
import { errorMeanings } from './error-meanings'

type TopicId = Exclude<keyof typeof enMeaning.topic, 'subject'>

interface Topic {
  readonly words: readonly string[]
  readonly todo: keyof typeof enMeaning.todo
}

/** What people ask for that is no value of a property: the things that tickets speak of. */
const TOPICS: Readonly<Record<TopicId, Topic>> = {
  'protocol-version': {
    words: [
      'protocol version',
      'message version',
      'framework version',
      'negotiated version',
      'version mismatch',
      '프로토콜 버전',
      '메시지 버전',
      '프레임워크 버전',
      '협상된 버전',
      'Protokollversion',
      'Nachrichtenversion',
    ],
    todo: 'by-guest',
  },
  'integration-services': {
    words: [
      'integration services',
      'integration components',
      'integration service',
      'IC',
      'ICs',
      'LIS',
      'Linux Integration Services',
      '통합 서비스',
      '통합 구성 요소',
      'Integrationsdienste',
    ],
    todo: 'see-check',
  },
  'version-zero': { words: ['0.0', 'version 0.0', '버전 0.0', 'IntegrationServicesVersion 0.0'], todo: 'nothing' },
  'version-linux': { words: ['3.1', 'IntegrationServicesVersion 3.1'], todo: 'nothing' },
  'linux-packages': {
    words: ['hyperv-daemons', 'linux-cloud-tools', 'linux-cloud-tools-virtual', 'linux-cloud-tools-common', 'hvtools'],
    todo: 'see-worksheet',
  },
  vmbus: { words: ['vmbus', 'hv_vmbus', 'vmbus version', 'vmbus version:4.0'], todo: 'nothing' },
}
const BY_WORD = new Map(
  Object.entries(TOPICS).flatMap(([id, { words }]) => words.map((word) => [keyOf(word), id as TopicId] as const)),
)
/** A protocol version with the word for it, as event 4010 writes them. */
const VERSIONS =
  /(?:message|framework|negotiated|expected|protocol|메시지|프레임워크|협상|예상|프로토콜).{0,40}\b\d\.\d\b/i

function topicDraft(id: TopicId, value: string): MeaningDraft {
  return {
    kind: 'topic',
    property: null,
    subject: message('meaning.topic.subject'),
    value,
    name: null,
    text: message(`meaning.topic.${id}`),
    todo: message(`meaning.todo.${TOPICS[id].todo}`),
  }
}

/** What a term of the tickets means; null for anything that is none. */
export function topicMeaning(text: string): MeaningDraft | null {
  const id = BY_WORD.get(keyOf(text)) ?? (VERSIONS.test(text) ? 'protocol-version' : undefined)
  return id === undefined ? null : topicDraft(id, text)
}

/** Words of Windows for its most frequent errors, by their codes. */
const ERROR_WORDS: Readonly<Record<string, readonly string[]>> = {
  '0x80070005': [
    'access denied',
    'access is denied',
    '액세스가 거부되었습니다',
    '액세스 거부',
    '액세스 거부됨',
    'Zugriff verweigert',
    'accès refusé',
    'acceso denegado',
    'accesso negato',
    'отказано в доступе',
  ],
  '0x800706ba': [
    'the RPC server is unavailable',
    'RPC server unavailable',
    'RPC server is unavailable',
    'RPC 서버를 사용할 수 없습니다',
    'Der RPC-Server ist nicht verfügbar',
  ],
}
const CODE_OF_WORDS = new Map(
  Object.entries(ERROR_WORDS).flatMap(([code, words]) => words.map((word) => [keyOf(word), code] as const)),
)
const NUMBERED =
  /^(?:(?:win32|windows|system) )?(?:error|fehler|erreur|오류|エラー)(?: ?(?:code|코드))?\s?[:#]?\s?(\d{1,5})$/i

/** An error of Windows that is named by its words, or by its number alone ("error 5"), which stands in the last four digits of the code. */
export function namedErrorMeanings(text: string): readonly MeaningDraft[] {
  const number = NUMBERED.exec(text)?.[1]
  const code =
    number === undefined
      ? CODE_OF_WORDS.get(keyOf(text.replace(/[.!]$/, '')))
      : `0x8007${Number(number).toString(16).padStart(4, '0')}`
  return code === undefined ? [] : errorMeanings(code)
}
