import { message } from '../../i18n/translate'
import { devicesBecause } from '../devices'
import { mismatchesBecause } from '../mismatch'
import { askMaker } from '../questions'
import type { Rule, RuleHit } from '../rule'
import { guestEvidence } from '../vm-facts'

const SAID = { source: 'answer', value: `${askMaker.id}: yes` }

/** A system without a statement by Microsoft, whose maker vouches for it by a person's answer: a compatible version, in use. */
export const mismatchMakerSays: Rule = {
  id: 'mismatch-maker-says',
  code: 'IS-10',
  verdict: 'safe-to-ignore',
  articles: [],
  losesFunction: false,
  find: (vm, context) => {
    const services = mismatchesBecause(vm, context, 'maker-says').map((service): RuleHit => ({
      service: service.id,
      evidence: [service.statusEvidence, ...guestEvidence(vm.guest), SAID],
      params: { what: message(`term.service.${service.id}`) },
      certainty: 'likely',
    }))
    const devices = devicesBecause(vm, context, 'maker-says').map(({ evidence, params }): RuleHit => ({
      service: null,
      evidence: [...evidence, SAID],
      params: { what: params?.['device'] ?? '' },
      certainty: 'likely',
    }))
    return [...services, ...devices]
  },
}
