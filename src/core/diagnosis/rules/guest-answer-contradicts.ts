import { message } from '../../i18n/translate'
import { applianceOf, familyOf } from '../../knowledge/guest-families'
import { windowsReleaseOf } from '../../knowledge/windows-releases'
import type { GuestOs } from '../../model/snapshot'
import type { TextParam } from '../../model/text'
import { askWhichGuest } from '../questions'
import type { Rule } from '../rule'
import { besideGuest, phaseOf } from '../vm-facts'

const SYSTEMS: readonly GuestOs[] = ['linux', 'windows', 'freebsd', 'other']

/** The answer, which is a family's id or a system, in words. */
function nameOfAnswer(answer: string): TextParam {
  const id = answer.trim().toLowerCase()
  const named = windowsReleaseOf(id) ?? familyOf(id) ?? applianceOf(id)
  if (named !== null) return named.name
  const os = SYSTEMS.find((system) => system === id)
  return os === undefined ? answer : message(`term.guest.${os}`)
}

/** A person's answer, or a worksheet, that disagrees with what the guest reports itself. The guest's report counts, and the person is asked. */
export const guestAnswerContradicts: Rule = {
  id: 'guest-answer-contradicts',
  code: 'IS-77',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) => {
    const { conflict, source } = vm.guest
    if (conflict === null || phaseOf(vm) !== 'running') return []
    return [
      {
        service: null,
        evidence: besideGuest({ source: conflict.by ?? 'answer', value: conflict.answer }, vm.guest),
        params: {
          answer: nameOfAnswer(conflict.answer),
          who: conflict.by ?? 'answer',
          by: source === 'worksheet' ? 'worksheet' : 'report',
        },
        question: askWhichGuest,
      },
    ]
  },
}
