import { say } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { JudgedVm } from '../../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../model/service'
import type { Language } from '../../model/text'
import { severest, severity } from '../../model/verdict'
import { phaseOf, rawText } from '../vm-facts'
import { foundWithEnglish } from './step-parts'

/** The word for a service's mark: its status in the window's language, or why there is none. */
export function serviceWord(judged: JudgedVm, id: JudgedServiceId, language: Language): string {
  const service = judged.vm.services[id]
  if (service.enabled === false) return say(language, 'term.status.disabled')
  if (!service.listed)
    return say(language, service.readState === 'read' ? 'term.status.not-listed' : 'term.status.not-read')
  return say(language, `term.status.${service.kind}`)
}

/** The status of each service. */
export function servicesStep(judged: JudgedVm, language: Language): GuideStep {
  const verdicts = JUDGED_SERVICES.flatMap((id) => judged.serviceVerdicts[id] ?? [])
  // A text can say that a VM runs and nothing of its services.
  const running = phaseOf(judged.vm) === 'running' && verdicts.length > 0
  const worst = running ? severest(verdicts, 'cannot-tell') : judged.verdict
  const bad = verdicts.filter((verdict) => severity(verdict) > severity('safe-to-ignore')).length
  const harmless = verdicts.filter((verdict) => verdict === 'safe-to-ignore').length
  const total = verdicts.length
  const summary = !running
    ? say(language, 'guide.services.summary-none')
    : bad > 0
      ? say(language, 'guide.services.summary', { bad, total })
      : harmless > 0
        ? say(language, 'guide.services.summary-harmless', { harmless, total })
        : say(language, 'guide.services.summary-ok', { total })
  const means = bad > 0 ? 'look' : harmless > 0 ? 'harmless' : 'ok'
  return {
    id: 'services',
    title: say(language, 'guide.title.services'),
    summary,
    verdict: worst,
    state: running ? 'done' : 'not-reached',
    lookedAt: say(language, 'guide.services.looked-at'),
    found: JUDGED_SERVICES.map((id) =>
      foundWithEnglish(
        language,
        (one) => ({ label: say(one, `term.service.${id}`), value: serviceWord(judged, id, one) }),
        judged.vm.services[id].listed ? rawText(judged.vm.services[id].statusEvidence.value) : null,
      ),
    ),
    meaning: running ? say(language, `guide.services.means.${means}`) : say(language, 'guide.services.summary-none'),
    question: null,
  }
}
