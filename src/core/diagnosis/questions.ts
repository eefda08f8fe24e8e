import type { Question } from '../model/diagnosis'
import { message } from '../i18n/translate'
import type { GuestAnswer } from '../model/snapshot'
import type enQuestion from '../i18n/en/question.json'

type QuestionId = keyof typeof enQuestion

const ways = (id: QuestionId): Question['howToFind'] => [
  message(`question.${id}.how.host`),
  message(`question.${id}.how.guest`),
  message(`question.${id}.how.person`),
]

/** A question that only another reading or a look settles: it has ways to find out, and no answer to choose. */
function openQuestion(id: QuestionId): Question {
  return { id, text: message(`question.${id}.text`), answers: [], howToFind: ways(id) }
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
  text: message('question.which-guest.text'),
  howToFind: ways('which-guest'),
}

export const askGuestAlive: Question = openQuestion('guest-alive')
export const askAfterWaiting: Question = openQuestion('wait')
export const askStatusAgain: Question = openQuestion('status')
export const askHostRelease: Question = openQuestion('host-release')
export const askExactStatus: Question = openQuestion('exact-status')
export const askRights: Question = openQuestion('rights')

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
