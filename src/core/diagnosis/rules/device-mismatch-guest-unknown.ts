import { message } from '../../i18n/translate'
import type { Question } from '../../model/diagnosis'
import type { Vm } from '../../model/snapshot'
import { currentDevices } from '../devices'
import { ageOfWindows } from '../mismatch'
import { askGuestOs, askMaker, askWindowsBuild } from '../questions'
import type { Rule, RuleContext } from '../rule'
import { guestEvidence } from '../vm-facts'

/** What is not known, and the question that settles it; null where the guest is known well enough. */
function openOf(vm: Vm, { host, told }: RuleContext): { readonly why: string; readonly question: Question } | null {
  switch (vm.guest.os) {
    case 'unknown':
      return { why: 'guest', question: askGuestOs }
    case 'other':
      return told[askMaker.id] === 'yes' ? null : { why: 'maker', question: askMaker }
    case 'windows':
      return ageOfWindows(vm, host, told) === 'open' ? { why: 'build', question: askWindowsBuild } : null
    default:
      return null
  }
}

/** Event 23014, or 6 of storvsp, on a guest that is not known well enough: harmless or to be updated, by what runs in it. */
export const deviceMismatchGuestUnknown: Rule = {
  id: 'device-mismatch-guest-unknown',
  code: 'IS-86',
  verdict: 'cannot-tell',
  articles: ['KB2956569'],
  losesFunction: false,
  find: (vm, context) => {
    const open = openOf(vm, context)
    if (open === null) return []
    return currentDevices(vm, context)
      .filter((event) => event.loaded && event.guessed !== true)
      .map((event) => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest)],
        params: { device: event.device ?? message(`term.device.${event.subject}`), why: open.why },
        question: open.question,
      }))
  },
}
