import { message } from '../../i18n/translate'
import { currentDevices } from '../devices'
import { mismatchesBecause } from '../mismatch'
import { askMaker } from '../questions'
import type { Rule, RuleHit } from '../rule'
import { guestEvidence } from '../vm-facts'

/** A system without a statement by Microsoft, whose maker vouches for it by a person's answer: a compatible version, in use. */
export const mismatchMakerSays: Rule = {
  id: 'mismatch-maker-says',
  code: 'IS-10',
  verdict: 'safe-to-ignore',
  articles: [],
  losesFunction: false,
  find: (vm, context) => {
    if (vm.guest.os !== 'other' || context.told[askMaker.id] !== 'yes') return []
    const said = { source: 'answer', value: `${askMaker.id}: yes` }
    const services = mismatchesBecause(vm, context, 'maker-says').map((service): RuleHit => ({
      service: service.id,
      evidence: [service.statusEvidence, ...guestEvidence(vm.guest), said],
      params: { what: message(`term.service.${service.id}`) },
      certainty: 'likely',
    }))
    const devices = currentDevices(vm, context)
      .filter((event) => event.loaded && event.guessed !== true)
      .map((event): RuleHit => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest), said],
        params: { what: event.device ?? message(`term.device.${event.subject}`) },
        certainty: 'likely',
      }))
    return [...services, ...devices]
  },
}
