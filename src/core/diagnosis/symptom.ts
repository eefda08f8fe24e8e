import { message, say, translate } from '../i18n/translate'
import { articlesFor } from '../knowledge/articles'
import { symptomLabel, symptomMeaning, symptomOf } from '../knowledge/symptoms'
import {
  stepsForAddress,
  stepsForClock,
  stepsForMissingPart,
  stepsToTestBackup,
  stepsToTestClock,
} from '../knowledge/steps'
import type { Bearing, Finding, JudgedSymptom, Question, Step, SymptomText } from '../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { Vm } from '../model/snapshot'
import type { Symptom } from '../model/symptom'
import type { TextKey } from '../i18n/messages'
import type { Language, TextRef } from '../model/text'
import { severity } from '../model/verdict'
import { askAddressTest, askBackupTest, askClockTest, askFileCopyTest, askShutdownTest } from './questions'
import { type JudgedService, phaseOf, servicesWith } from './vm-facts'

type Told = Readonly<Record<string, string>>

/** What a person's answer says about the function that the caller misses. */
type Test = 'works' | 'fails' | 'open'

interface TestOfFunction {
  readonly question: Question
  /** How to answer the question. */
  readonly look: (vm: Vm) => readonly Step[]
  /** What to do where the answer is that it fails. */
  readonly mend: (vm: Vm) => readonly Step[]
}

/** The functions that a status does not prove, each with the question that does. */
const TESTS: Readonly<Partial<Record<Symptom['id'], TestOfFunction>>> = {
  'backup-fails': {
    question: askBackupTest,
    look: (vm) => stepsToTestBackup(vm.guest, vm.id),
    mend: (vm) => [...stepsForMissingPart('vss', vm.guest), ...stepsToTestBackup(vm.guest, vm.id)],
  },
  'clock-wrong': {
    question: askClockTest,
    look: (vm) => stepsToTestClock(vm.guest),
    mend: (vm) => stepsForClock(vm.guest),
  },
  'shutdown-fails': {
    question: askShutdownTest,
    look: () => [],
    mend: (vm) => stepsForMissingPart('shutdown', vm.guest),
  },
  'file-copy-fails': {
    question: askFileCopyTest,
    look: () => [],
    mend: (vm) => stepsForMissingPart('guest-service-interface', vm.guest),
  },
  'no-address': {
    question: askAddressTest,
    look: () => [],
    mend: (vm) => stepsForAddress(vm.guest),
  },
}

/** Whether a question tests another function than the one that the caller misses now: an answer to it is of before. */
export function isOtherTest(questionId: string, symptom: Symptom | null): boolean {
  const isTest = Object.values(TESTS).some(({ question }) => question.id === questionId)
  return isTest && (symptom === null || TESTS[symptom.id]?.question.id !== questionId)
}

/** A service that was agreed on, behind a function that the caller misses. */
export interface UnprovenService {
  readonly service: JudgedService
  readonly symptom: Symptom
  readonly test: TestOfFunction
  readonly outcome: Test
}

/** The symptom that somebody named for this VM, or null. */
export function symptomTold(told: Told): Symptom | null {
  return symptomOf(told['symptom'])
}

/**
 * The service behind what the caller sees, where its status shows no fault and so proves nothing about the function: a
 * Linux kernel agrees on backup without its daemon, and no status tells whether a clock is right. Null in all other cases.
 */
export function unprovenService(vm: Vm, told: Told): UnprovenService | null {
  const symptom = symptomTold(told)
  const test = symptom === null ? undefined : TESTS[symptom.id]
  if (symptom === null || test === undefined) return null
  const service = servicesWith(vm, 'ok', 'ok-heartbeat-number', 'mismatch').find(({ id }) =>
    symptom.services.includes(id),
  )
  if (service === undefined) return null
  // Addresses that the guest delivered are what the caller misses, and they are there.
  if (symptom.id === 'no-address' && vm.guest.addresses.length > 0) return null
  const said = told[test.question.id]
  return { service, symptom, test, outcome: said === 'works' || said === 'fails' ? said : 'open' }
}

/** Findings that say why a guest as a whole does not answer; they explain a hang and whatever hangs on the guest. */
const WHOLE_GUEST = ['IS-09', 'IS-30', 'IS-40', 'IS-63', 'IS-80', 'IS-81']

/** Advice about a version that both sides use and that works: no reason for a function that fails. */
const VERSION_IN_USE = ['mismatch-windows-newer-than-host', 'device-mismatch-windows-newer']

function causesOf(symptom: Symptom, findings: readonly Finding[]): readonly Finding[] {
  const isCause = ({ code, covers, verdict, rule }: Finding): boolean =>
    severity(verdict) >= severity('advice') &&
    verdict !== 'cannot-tell' &&
    (symptom.id === 'status-warning' || !VERSION_IN_USE.includes(rule)) &&
    (WHOLE_GUEST.includes(code) || rule.startsWith('symptom-') || covers.some((id) => symptom.services.includes(id)))
  return findings.filter(isCause)
}

/** For somebody who only sees a warning, the harmless message itself is the answer. */
function harmlessOf(symptom: Symptom, findings: readonly Finding[]): readonly Finding[] {
  const isOpen = findings.some(({ verdict }) => verdict === 'cannot-tell')
  return symptom.id !== 'status-warning' || isOpen ? [] : findings.filter(({ verdict }) => verdict === 'safe-to-ignore')
}

function bearingOf(symptom: Symptom, vm: Vm, told: Told, findings: readonly Finding[]): Bearing {
  if (!symptom.isSpecific) return 'open'
  if (symptom.id === 'host-services') return 'normal'
  if (causesOf(symptom, findings).length > 0) return 'cause-found'
  if (symptom.services.length === 0) return 'excluded'
  if (harmlessOf(symptom, findings).length > 0) return 'harmless'
  if (phaseOf(vm) !== 'running') return 'not-judged'
  const unproven = unprovenService(vm, told)
  if (unproven !== null) return unproven.outcome === 'works' ? 'told-well' : 'not-settled'
  const isOpen = findings.some(
    ({ verdict, covers }) => verdict === 'cannot-tell' && covers.some((id) => symptom.services.includes(id)),
  )
  return isOpen ? 'not-judged' : 'nothing-found'
}

/** Weighs the symptom that was named for a VM against its findings. */
export function judgeSymptom(vm: Vm, told: Told, findings: readonly Finding[]): JudgedSymptom | null {
  const symptom = symptomTold(told)
  if (symptom === null) return null
  const bearing = bearingOf(symptom, vm, told, findings)
  const named = bearing === 'harmless' ? harmlessOf(symptom, findings) : causesOf(symptom, findings)
  const articles = articlesFor(symptom.articles, vm.guest.os)
  return { symptom: { ...symptom, articles }, bearing, codes: [...new Set(named.map(({ code }) => code))] }
}

function servicesOf({ symptom }: JudgedSymptom): readonly JudgedServiceId[] {
  return symptom.services.length === JUDGED_SERVICES.length ? [] : symptom.services
}

/** What the check makes of a symptom in one sentence. */
export function bearingText(judged: JudgedSymptom, language: Language): string {
  const named = servicesOf(judged).map((id) => say(language, `term.service.${id}`))
  const params = {
    codes: judged.codes.join(', '),
    n: named.length === 0 ? 2 : named.length,
    services: named.length === 0 ? say(language, 'symptom.all-services') : { list: named },
  }
  const bearing = say(language, `symptom.bearing.${judged.bearing}`, params)
  const test = judged.bearing === 'told-well' ? TESTS[judged.symptom.id] : undefined
  // An answer that clears the service says at the same time where to look on.
  return test === undefined
    ? bearing
    : `${bearing} ${say(language, `question.${test.question.id}.then.works` as TextKey)}`
}

/** What to add to what is said to the caller: that what they describe comes from elsewhere, where that is certain. */
export function tellAboutSymptom(judged: JudgedSymptom | null): readonly TextRef[] {
  switch (judged?.bearing) {
    case 'excluded':
    case 'normal':
    case 'told-well':
      return [message(`symptom.tell.${judged.bearing}`)]
    default:
      return []
  }
}

/** The symptom of a VM in one language, for window, report and ticket. */
export function renderSymptom(judged: JudgedSymptom | null, language: Language): SymptomText | null {
  if (judged === null) return null
  const { symptom, bearing } = judged
  return {
    id: symptom.id,
    label: translate(language, symptomLabel(symptom.id)),
    bearing,
    articles: [...symptom.articles],
    meaning: `${symptomMeaning(symptom.id, language)} ${bearingText(judged, language)}`,
  }
}
