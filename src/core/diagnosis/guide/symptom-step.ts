import { say, translate } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import { symptomLabel, symptomMeaning, symptomOf } from '../../knowledge/symptoms'
import type { JudgedVm } from '../../model/diagnosis'
import type { Language } from '../../model/text'
import { askSymptom } from '../questions'
import { bearingText } from '../symptom'
import { found, rendered } from './step-parts'

/** Step 0: what the caller sees. It can be left unanswered, so it is never open. */
export function symptomStep({ symptom, told }: JudgedVm, language: Language): GuideStep {
  const services = symptom?.symptom.services.map((id) => say(language, `term.service.${id}`)) ?? []
  const named = symptom !== null && symptom.symptom.isSpecific
  return {
    id: 'symptom',
    title: say(language, 'guide.title.symptom'),
    summary:
      symptom === null ? say(language, 'symptom.not-asked') : translate(language, symptomLabel(symptom.symptom.id)),
    verdict: null,
    state: 'done',
    lookedAt: say(language, 'symptom.looked-at'),
    found: named
      ? [
          ...found(
            say(language, 'symptom.label.services'),
            services.length === 0 ? say(language, 'symptom.no-service') : services.join(', '),
          ),
          ...found(say(language, 'symptom.label.bearing'), bearingText(symptom, language)),
        ]
      : [],
    meaning: symptom === null ? say(language, 'symptom.not-asked-means') : symptomMeaning(symptom.symptom.id, language),
    question: rendered(askSymptom, language, symptomOf(told['symptom'])?.id ?? null),
  }
}
