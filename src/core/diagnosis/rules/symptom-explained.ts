import { message } from '../../i18n/translate'
import { stepsToEnable } from '../../knowledge/steps'
import { symptomLabel } from '../../knowledge/symptoms'
import { silentBecause } from '../no-contact'
import { ownStep } from '../own-steps'
import type { Rule, RuleHit } from '../rule'
import { symptomTold } from '../symptom'
import { servicesToJudge } from '../vm-facts'

/**
 * The caller misses a function that is not there for a harmless reason: file copy switched off by default, or a service
 * that this pair of guest and host never had. "Nothing is broken" would be true and no answer.
 */
export const symptomExplained: Rule = {
  id: 'symptom-explained',
  code: 'IS-111',
  verdict: 'advice',
  articles: ['manage-integration-services'],
  losesFunction: false,
  find: (vm, context) => {
    const symptom = symptomTold(context.told)
    if (symptom === null || symptom.services.length !== 1) return []
    const isMeant = ({ id }: { readonly id: string }): boolean => symptom.services.some((wanted) => wanted === id)
    const label = symptomLabel(symptom.id)
    const off = servicesToJudge(vm)
      .filter((service) => isMeant(service) && service.id === 'guest-service-interface' && service.enabled === false)
      .map((service): RuleHit => ({
        service: null,
        evidence: [service.enabledEvidence ?? service.statusEvidence],
        params: { service: message(`term.service.${service.id}`), symptom: label, why: 'off' },
        steps: stepsToEnable(service.id, vm.id),
      }))
    const absent = silentBecause(vm, context, 'not-in-guest')
      .filter(({ service }) => isMeant(service))
      .map(({ service }): RuleHit => ({
        service: null,
        evidence: [service.statusEvidence],
        params: { service: message(`term.service.${service.id}`), symptom: label, why: 'absent' },
        steps: [ownStep('symptom-explained')],
      }))
    return [...off, ...absent]
  },
}
