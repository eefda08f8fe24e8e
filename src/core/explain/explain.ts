import { decodeStatus } from '../decode/service-status'
import { translate, message } from '../i18n/translate'
import { articleText, isArticleId } from '../knowledge/articles'
import { HOST_RELEASES } from '../knowledge/host-releases'
import { KNOWLEDGE_DATE } from '../knowledge/revision'
import { EXPLANATION_SCHEMA, type Explanation, type Meaning } from '../model/explanation'
import type { Language } from '../model/text'
import { type Asked, readAsked } from './asked'
import type { MeaningDraft } from './draft'
import { errorMeanings } from './error-meanings'
import { eventMeaning } from './event-meanings'
import { FIELD_IDS, fieldMeaning } from './field-values'
import { generally, ruleMeaning, ruleOf } from './rule-meanings'
import { serviceMeanings } from './service-meanings'
import { namedErrorMeanings, topicMeaning } from './topic-meanings'
import { vmStateMeaning } from './vm-state-values'
import { statusList, wordMeanings } from './word-meanings'

type Found = readonly (MeaningDraft | null)[]

function ofCode({ text }: Asked): Found {
  const digits = /^\[?is[\s_.-]{0,3}(\d{2,3})\]?$/i.exec(text)?.[1]
  return [digits === undefined ? ruleMeaning(text.toLowerCase()) : ruleMeaning(`IS-${digits}`)]
}

function ofList({ text }: Asked): Found {
  const numbers = statusList(text)
  if (numbers === null) return []
  const [first = 0, second = 0] = numbers
  const { kind } = decodeStatus('vss', numbers)
  const pair: MeaningDraft = {
    kind: 'value',
    property: 'Msvm_*Component.OperationalStatus',
    subject: message('meaning.pair.subject'),
    value: `[${numbers.join(', ')}]`,
    name: kind,
    text: message('meaning.pair.text', { meaning: message(`term.status.${kind}`) }),
    todo:
      fieldMeaning(kind === 'incompatible' ? 'status-first' : 'status-second', kind === 'incompatible' ? 7 : second)
        ?.todo ?? message('meaning.todo.question'),
  }
  return [pair, fieldMeaning('status-first', first), fieldMeaning('status-second', second)]
}

/**
 * Builds that were released (Microsoft's release information of Windows and Windows Server). A number between them is no
 * host's build, and mostly something else.
 */
const RELEASED: ReadonlySet<number> = new Set([
  7600, 7601, 9200, 9600, 10240, 10586, 14393, 15063, 16299, 17134, 17763, 17784, 18362, 18363, 19041, 19042, 19043,
  19044, 19045, 20348, 20349, 22000, 22621, 22631, 25398, 26100, 26200,
])

function buildMeaning(value: number): MeaningDraft | null {
  if (!RELEASED.has(value)) return null
  const releases = HOST_RELEASES.filter(({ builds: [first, last] }) => value >= first && value <= last)
  if (releases.length === 0) return null
  return {
    kind: 'build',
    property: 'Win32_OperatingSystem.BuildNumber',
    subject: message('meaning.build.subject'),
    value: String(value),
    name: releases.map(({ name }) => name).join(', '),
    text: message('meaning.build.text', { names: releases.map(({ name }) => name).join(', ') }),
    todo: message('meaning.build.todo'),
  }
}

/** Two small numbers in one, as event 26 writes versions: 196610 is 3.2. */
function versionMeaning(value: number): MeaningDraft | null {
  const [major, minor] = [Math.floor(value / 0x1_00_00), value % 0x1_00_00]
  if (major < 1 || major > 10 || minor > 20) return null
  const version = `${major}.${minor}`
  return {
    kind: 'version',
    property: null,
    subject: message('meaning.version.subject'),
    value: String(value),
    name: version,
    text: message('meaning.version.text', { value: String(value), version }),
    todo: message('meaning.version.todo'),
  }
}

function ofNumber(value: number, isEvent: boolean): Found {
  const event = eventMeaning(value)
  return [
    ...(isEvent ? [event] : []),
    ...FIELD_IDS.map((id) => fieldMeaning(id, value)),
    vmStateMeaning(value),
    ...(isEvent ? [] : [event]),
    // Numbers of events lie in the range of builds too, and nobody asks for such a build.
    event === null ? buildMeaning(value) : null,
    versionMeaning(value),
  ]
}

/** Class and property of a place, in lower case; a place without a class is a property by its whole name. */
function placeOf(property: string): { readonly className: string; readonly name: string } {
  const [className = '', name] = property.toLowerCase().split('.')
  return { className, name: (name ?? className).replace(/\[\d\]$/, '') }
}

/** `Msvm_*Component` stands for the class of every service. */
function isClassOf(className: string, word: string): boolean {
  const [before = '', after] = className.split('*')
  return after === undefined ? word === className : word.startsWith(before) && word.endsWith(after)
}

/** Only meanings of the property, class or log that was named beside the number; all of them where none was. */
function narrowed(found: Found, named: string | null): Found {
  if (named === null) return found
  const words = named.split(/[^\p{L}\p{N}_-]+/u)
  const among = (fits: (place: ReturnType<typeof placeOf>) => boolean, from: Found): Found => {
    const kept = from.filter((one) => typeof one?.property === 'string' && fits(placeOf(one.property)))
    return kept.length > 0 ? kept : from
  }
  const ofProperty = among(({ name }) => words.includes(name), found)
  return among(({ className }) => words.some((word) => isClassOf(className, word)), ofProperty)
}

function articleMeaning(text: string, language: Language): MeaningDraft | null {
  const number = /^kb[\s-]?(\d{6,7})$/i.exec(text)?.[1]
  const id = number === undefined ? text.toLowerCase() : `KB${number}`
  if (!isArticleId(id)) return null
  const { title, resolution, covers, notCovers } = articleText(id, language)
  return {
    kind: 'article',
    property: null,
    subject: message('meaning.article.subject'),
    value: id,
    name: id,
    text: message('meaning.article.text', { title, resolution }),
    todo: message('meaning.article.todo', { covers, notCovers }),
    articles: [id],
  }
}

function draftsOf(asked: Asked, language: Language): Found {
  const { text, numbers, errorCode, named, isEvent } = asked
  const whole = [
    ...ofCode(asked),
    ...ofList(asked),
    ...wordMeanings(text),
    ...serviceMeanings(text),
    topicMeaning(text),
    ...namedErrorMeanings(text),
  ]
  const list = statusList(text) !== null
  const byNumber = list ? [] : numbers.flatMap((value) => ofNumber(value, isEvent))
  return [
    ...whole,
    articleMeaning(text, language),
    ...(errorCode === null ? [] : errorMeanings(errorCode)),
    ...errorMeanings(text.split(',')[0]?.toLowerCase() ?? ''),
    ...(whole.some((one) => one !== null) ? [] : narrowed(byNumber, named)),
  ]
}

function rendered(draft: MeaningDraft, language: Language): Meaning {
  const say = (ref: MeaningDraft['text']): string => {
    const text = translate(language, ref)
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
  }
  return {
    kind: draft.kind,
    property: draft.property,
    subject: say(draft.subject),
    value: draft.value,
    name: draft.name,
    certainty: draft.isUnconfirmed === true ? 'unconfirmed' : 'documented',
    text: say(draft.text),
    whatToDo: say(draft.todo),
    rules: (draft.codes ?? []).flatMap((code) => {
      const known = ruleOf(code)
      if (known === undefined) return []
      return [{ code, rule: known.rule, verdict: known.verdict, title: say(generally(`finding.${known.rule}.title`)) }]
    }),
    articles: (draft.articles ?? []).map((id) => {
      const { title, url } = articleText(id, language)
      return { id, title, url }
    }),
  }
}

const SHOWN_LENGTH = 200

/**
 * All meanings of a number, code or word, by property: status numbers of services and VMs, findings' codes, events,
 * error codes, words of Hyper-V Manager and the cmdlets in every language we know, services, classes, builds, articles.
 * What nobody knows has no meanings. Any text may be asked; it is looked up and nothing else.
 */
export function explain(
  question: string,
  { language, programVersion }: { readonly language: Language; readonly programVersion: string },
): Explanation {
  const asked = readAsked(question)
  const drafts = asked === null ? [] : draftsOf(asked, language).filter((draft) => draft !== null)
  const unique = new Map(drafts.map((draft) => [`${draft.kind} ${draft.property ?? ''} ${draft.value}`, draft]))
  return {
    schema: EXPLANATION_SCHEMA,
    program: { version: programVersion, knowledge: KNOWLEDGE_DATE },
    language,
    asked: Array.from(question.trim()).slice(0, SHOWN_LENGTH).join(''),
    meanings: [...unique.values()].map((draft) => rendered(draft, language)),
  }
}
