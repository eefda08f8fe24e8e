import { askWhichGuest } from '../questions'
import type { Rule } from '../rule'
import { guestEvidence, phaseOf } from '../vm-facts'

/** A person's answer that disagrees with what the guest reports itself. The guest's report counts, and the person is asked. */
export const guestAnswerContradicts: Rule = {
  id: 'guest-answer-contradicts',
  code: 'IS-77',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    vm.guest.conflict !== null && phaseOf(vm) === 'running'
      ? [
          {
            service: null,
            evidence: [{ source: 'answer', value: vm.guest.conflict.answer }, ...guestEvidence(vm.guest)],
            params: { answer: vm.guest.conflict.answer },
            question: askWhichGuest,
          },
        ]
      : [],
}
