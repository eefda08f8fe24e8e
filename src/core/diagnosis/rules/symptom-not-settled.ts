import { symptomLabel } from '../../knowledge/symptoms'
import { rawText } from '../vm-facts'
import type { Rule } from '../rule'
import { unprovenService } from '../symptom'
import { message } from '../../i18n/translate'

/**
 * The caller misses a function whose service shows no fault. Negotiated is not working, so the remark that it was not
 * tested becomes the question. It covers no service: what was read keeps its verdict.
 */
export const symptomNotSettled: Rule = {
  id: 'symptom-not-settled',
  code: 'IS-110',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm, context) => {
    const unproven = unprovenService(vm, context.told)
    if (unproven === null || unproven.outcome !== 'open') return []
    const { service, symptom, test } = unproven
    return [
      {
        service: null,
        evidence: [service.statusEvidence, { source: 'answer', value: symptom.id }],
        params: {
          service: message(`term.service.${service.id}`),
          code: rawText(service.statusEvidence.value),
          symptom: symptomLabel(symptom.id),
        },
        steps: test.look(vm),
        question: test.question,
      },
    ]
  },
}
