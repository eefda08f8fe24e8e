import type { Question, Step } from '../model/diagnosis'
import { message } from '../i18n/translate'
import type { TextKey } from '../i18n/messages'
import { SYMPTOM_IDS } from '../model/symptom'
import { symptomLabel } from '../knowledge/symptoms'
import type { GuestAnswer, Statements } from '../model/snapshot'
import { personStep } from '../knowledge/steps/step'
import type enQuestion from '../i18n/en/question.json'

type Texts = typeof enQuestion
type QuestionId = keyof Texts
/** Questions whose answers have a sentence of their own on what follows. */
type ToldId = { [K in QuestionId]: Texts[K] extends { then: object } ? K : never }[QuestionId]

const ways = (id: QuestionId): Question['howToFind'] => [
  message(`question.${id}.how.host`),
  message(`question.${id}.how.guest`),
  message(`question.${id}.how.person`),
]

/** A question with its answers in this order; “I don’t know” is always the last of them. */
function question<Id extends QuestionId & ToldId>(
  id: Id,
  answers: readonly Exclude<keyof Texts[Id]['answers'] & string, 'unknown'>[],
): Question {
  return {
    id,
    text: message(`question.${id}.text`),
    answers: [...answers, 'unknown'].map((answer) => ({
      id: answer,
      label: message(`question.${id}.answers.${answer}` as TextKey),
    })),
    howToFind: ways(id),
  }
}

const GUEST_ANSWERS = ['linux', 'windows', 'freebsd', 'other', 'unknown'] as const
const WINDOWS_ANSWERS = [
  'ws2025',
  'ws2022',
  'ws2019',
  'ws2016',
  'ws2012r2',
  'ws2012',
  'ws2008r2',
  'ws2008',
  'ws2003',
  'w11',
  'w10',
  'w81',
  'w7',
  'unknown',
] as const

/** Which system runs in the VM; the answer changes what follows. */
export const askGuestOs: Question = {
  id: 'guest-os',
  text: message('question.guest-os.text'),
  answers: GUEST_ANSWERS.map((id) => ({ id, label: message(`question.guest-os.answers.${id}`) })),
  howToFind: ways('guest-os'),
}

/** Which release of Windows runs in the VM. */
export const askWindowsRelease: Question = {
  id: 'windows-release',
  text: message('question.windows-release.text'),
  answers: WINDOWS_ANSWERS.map((id) => ({ id, label: message(`question.windows-release.answers.${id}`) })),
  howToFind: ways('windows-release'),
}

/** Same answers as for the guest, asked because answer and guest disagree. */
export const askWhichGuest: Question = {
  ...askGuestOs,
  id: 'which-guest',
  text: message('question.which-guest.text'),
  howToFind: ways('which-guest'),
}

export const askGuestAlive: Question = question('guest-alive', ['yes', 'no'])
export const askAfterWaiting: Question = question('wait', ['yes', 'no'])
export const askStatusAgain: Question = question('status', ['yes', 'no'])
export const askHostRelease: Question = question('host-release', ['later', 'older'])
export const askExactStatus: Question = question('exact-status', ['have'])
export const askRights: Question = question('rights', ['yes', 'no'])
export const askReadAgain: Question = question('read-again', ['yes', 'no'])
export const askMaker: Question = question('maker-says', ['yes', 'no'])
export const askWindowsBuild: Question = question('windows-build', ['newer', 'older'])
export const askBackupTest: Question = question('backup-test', ['works', 'fails'])
export const askClockTest: Question = question('clock-test', ['fails', 'works'])
export const askShutdownTest: Question = question('shutdown-test', ['fails', 'works'])
export const askFileCopyTest: Question = question('file-copy-test', ['works', 'fails'])
export const askAddressTest: Question = question('address-test', ['fails', 'works'])

/** Step 0 of the guided check. Its answers are the symptoms; the last two mean that nothing is known. */
export const askSymptom: Question = {
  id: 'symptom',
  text: message('symptom.question.text'),
  answers: SYMPTOM_IDS.map((id) => ({ id, label: symptomLabel(id) })),
  howToFind: [
    message('symptom.question.how.host'),
    message('symptom.question.how.guest'),
    message('symptom.question.how.person'),
  ],
}

const TOLD_QUESTIONS: readonly Question[] = [
  askGuestAlive,
  askAfterWaiting,
  askStatusAgain,
  askHostRelease,
  askExactStatus,
  askRights,
  askReadAgain,
  askMaker,
  askWindowsBuild,
  askBackupTest,
  askClockTest,
  askShutdownTest,
  askFileCopyTest,
  askAddressTest,
]

/** The question with this id whose answer is a statement about the VM; null for one about who the guest is, or none. */
export function toldQuestion(id: string): Question | null {
  return TOLD_QUESTIONS.find((one) => one.id === id) ?? null
}

/** Whether an answer is about the VM and what it does, and not about who its guest is. */
export function isStatement(questionId: string): boolean {
  return questionId === askSymptom.id || toldQuestion(questionId) !== null
}

/** Statements that stay true when a VM is read again: what the caller sees, and what guest and host are. */
const LASTING: readonly string[] = [askSymptom.id, askHostRelease.id, askWindowsBuild.id, askMaker.id]

/** The statements that still count after another reading; the others were about the moment of the last one. */
export function lastingStatements(statements: Statements): Statements {
  return Object.fromEntries(
    Object.entries(statements).map(([vmId, told]) => [
      vmId,
      Object.fromEntries(Object.entries(told).filter(([id]) => LASTING.includes(id))),
    ]),
  )
}

/** What follows from an answer that leaves the judgement as it is: the next thing to do. Empty where nothing was answered. */
export function stepsAfterAnswer(asked: Question, told: Readonly<Record<string, string>>): readonly Step[] {
  const answer = told[asked.id]
  if (answer === undefined || !asked.answers.some(({ id }) => id === answer)) return []
  const isSilent = SILENT.some(([id, silent]) => id === asked.id && silent === answer)
  return isSilent ? [] : [personStep(message(`question.${asked.id}.then.${answer}` as TextKey))]
}

/** Answers that settle the question, so that what follows is a finding and not a sentence. */
const SILENT: readonly (readonly [question: string, answer: string])[] = [
  ['host-release', 'later'],
  ['host-release', 'older'],
  ['maker-says', 'yes'],
  ['windows-build', 'newer'],
  ['windows-build', 'older'],
  ['backup-test', 'fails'],
  ['clock-test', 'fails'],
  ['shutdown-test', 'fails'],
  ['file-copy-test', 'fails'],
  ['address-test', 'fails'],
]

/** The question that an answer belongs to, so that it can be shown and changed after it has settled things. */
export function answeredQuestion(answer: GuestAnswer): Question {
  return answer.releaseUnknown === true ||
    askWindowsRelease.answers.some(({ id }) => id === answer.family && id !== 'unknown')
    ? askWindowsRelease
    : askGuestOs
}

/** What a chosen answer says about the guest. Not knowing the release of Windows does not take back that it is Windows. */
export function guestAnswer(questionId: string, answerId: string): GuestAnswer {
  return questionId === askWindowsRelease.id && answerId === 'unknown'
    ? { family: 'windows', releaseUnknown: true }
    : { family: answerId }
}
