import type { GuideStep } from '../ipc'
import type { JudgedVm } from '../model/diagnosis'
import type { GuestAnswer, Host } from '../model/snapshot'
import type { Language } from '../model/text'
import { answeredAs, guestQuestionOf, guestStep } from './guide/guest-step'
import { powerStep } from './guide/power-step'
import { resultStep } from './guide/result-step'
import { servicesStep } from './guide/services-step'
import { supportStep } from './guide/support-step'
import { symptomStep } from './guide/symptom-step'
import { versionsStep } from './guide/versions-step'
import { answeredQuestion } from './questions'

/**
 * The steps of the guided check of one VM, derived from what is known: an answer changes the facts, the diagnosis is run
 * again, and the steps follow. Nothing is scripted. `answer` is the person's answer so far to what runs in the VM, `host`
 * what it runs on, where that is to be told.
 */
export function planGuidedCheck(
  judged: JudgedVm,
  language: Language,
  answer?: GuestAnswer,
  host: Host | null = null,
): readonly GuideStep[] {
  // An answer that was given stays visible and can be changed, even where it has settled the question.
  const pending = guestQuestionOf(judged)
  const asked = pending ?? (answer === undefined ? null : answeredQuestion(answer))
  const answered = answeredAs(asked, answer)
  const open = pending !== null && answered === null
  return [
    symptomStep(judged, language),
    powerStep(judged, language),
    guestStep(judged, language, asked, answered, open),
    servicesStep(judged, language),
    versionsStep(judged, language, host),
    supportStep(judged, language),
    resultStep(judged, language, open),
  ]
}
