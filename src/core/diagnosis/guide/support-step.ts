import { say } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { JudgedVm } from '../../model/diagnosis'
import type { Language } from '../../model/text'
import { found } from './step-parts'

function supportMeaning({ support, vm }: JudgedVm, language: Language): string {
  const { state, extendedUntil } = support
  if (state === 'supported' && vm.guest.os === 'windows') return say(language, 'guide.support.means.supported-windows')
  if (state === 'end-of-life' && extendedUntil !== null) {
    return say(language, 'guide.support.means.extended', { extended: extendedUntil })
  }
  return say(language, `guide.support.means.${state}`)
}

/** Whether the guest is supported; beside the verdict. */
export function supportStep(judged: JudgedVm, language: Language): GuideStep {
  const { support } = judged
  const state = say(language, `guide.support.state.${support.state}`)
  return {
    id: 'support',
    title: say(language, 'guide.title.support'),
    summary:
      support.state === 'supported' && support.until !== null
        ? say(language, 'guide.support.summary-until', { state, until: support.until })
        : state,
    verdict: support.state === 'supported' ? 'healthy' : support.state === 'unknown' ? null : 'advice',
    state: 'done',
    lookedAt: say(language, 'guide.support.looked-at'),
    found: [
      ...found(say(language, 'guide.support.label.state'), state),
      ...found(say(language, 'guide.support.label.until'), support.until),
      ...found(say(language, 'guide.support.label.extended'), support.extendedUntil),
      ...found(say(language, 'guide.support.label.source'), support.source),
      ...found(say(language, 'guide.support.label.as-of'), support.asOf),
    ],
    meaning: supportMeaning(judged, language),
    question: null,
  }
}
