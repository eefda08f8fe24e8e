import { say } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { JudgedVm } from '../../model/diagnosis'
import type { Language } from '../../model/text'
import { type Verdict } from '../../model/verdict'
import { justStarted, phaseOf, rawText } from '../vm-facts'
import { found } from './step-parts'

/** How long a VM has been running, in words: "3 days 4 hours". Days drop the minutes. */
export function uptimeText(language: Language, seconds: number): string {
  if (seconds < 60) return say(language, 'guide.power.uptime-short')
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor((seconds % 86_400) / 3600)
  const minutes = days > 0 ? 0 : Math.floor((seconds % 3600) / 60)
  return say(language, 'guide.power.uptime', { days, hours, minutes }).trim()
}

/** Whether the VM runs, and whether Hyper-V reports trouble with it. */
export function powerStep({ vm, findings }: JudgedVm, language: Language): GuideStep {
  const phase = phaseOf(vm)
  const uptime = vm.uptimeSeconds === null ? null : uptimeText(language, vm.uptimeSeconds)
  const state = say(language, `term.state.${vm.state}`)
  const trouble = findings.find((finding) => ['IS-09', 'IS-64', 'IS-80', 'IS-81', 'IS-82'].includes(finding.code))
  const means = trouble !== undefined ? 'critical' : phase === 'running' && justStarted(vm) ? 'just-started' : phase
  const verdicts: Record<typeof phase, Verdict> = {
    running: 'healthy',
    'not-running': 'not-running',
    'in-transition': 'cannot-tell',
    unknown: 'cannot-tell',
  }
  return {
    id: 'power',
    title: say(language, 'guide.title.power'),
    summary:
      phase === 'running' && uptime !== null ? say(language, 'guide.power.summary-running-for', { uptime }) : state,
    verdict: trouble === undefined ? verdicts[phase] : trouble.verdict,
    state: 'done',
    lookedAt: say(language, 'guide.power.looked-at'),
    found: [
      ...found(say(language, 'guide.power.label.state'), state, rawText(vm.stateEvidence.value)),
      ...found(say(language, 'guide.power.label.uptime'), uptime),
      ...found(
        say(language, 'guide.power.label.health'),
        say(language, trouble === undefined ? 'guide.power.health-ok' : 'guide.power.health-trouble'),
        rawText(vm.healthEvidence.value),
      ).filter(() => vm.healthState !== null || trouble !== undefined),
      ...found(say(language, 'guide.power.label.generation'), vm.generation === null ? null : String(vm.generation)),
      ...found(say(language, 'guide.power.label.version'), vm.configurationVersion),
    ],
    meaning: say(language, `guide.power.means.${means}`),
    question: null,
  }
}
