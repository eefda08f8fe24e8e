import { message } from '../../i18n/translate'
import type { Rule } from '../rule'
import { unprovenService } from '../symptom'
import { rawText } from '../vm-facts'

/** By a person's answer the function fails although its service was agreed on: a daemon is missing, a writer or provider fails. */
export const symptomConfirmed: Rule = {
  id: 'symptom-confirmed',
  code: 'IS-112',
  verdict: 'action-needed',
  articles: ['linux-vm-issues'],
  losesFunction: false,
  impact: 'medium',
  urgency: 'medium',
  find: (vm, context) => {
    const unproven = unprovenService(vm, context.told)
    if (unproven === null || unproven.outcome !== 'fails') return []
    const { service, test } = unproven
    return [
      {
        service: null,
        evidence: [service.statusEvidence, { source: 'answer', value: `${test.question.id}: fails` }],
        certainty: 'likely',
        params: {
          service: message(`term.service.${service.id}`),
          code: rawText(service.statusEvidence.value),
          asked: test.question.text,
        },
        steps: test.mend(vm),
      },
    ]
  },
}
