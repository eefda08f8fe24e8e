import { judge } from '../../core/diagnosis/judge'
import { renderVm } from '../../core/diagnosis/render'
import { say } from '../../core/i18n/translate'
import type { Handlers, PracticeCall } from '../../core/ipc'
import { PRACTICE_CALLS } from '../../core/knowledge/practice-calls'
import type { Language } from '../../core/model/text'
import { practiceCapture } from '../sources/sample-capture'
import { type Desk, summaryOf } from './desk'
import type { Call } from './dispatch'

/** The practice calls in a language. What is right about the VM is what the rules find, as in any check. */
export function practiceCalls(language: Language): readonly PracticeCall[] {
  const { vms } = judge(practiceCapture())
  return PRACTICE_CALLS.map(({ id, vm: name, steps, right }) => {
    const judged = vms.find(({ vm }) => vm.name === name)
    if (judged === undefined) throw new Error(`The practice host has no VM ${name}`)
    return {
      id,
      name: say(language, `practice.${id}.name`),
      caller: say(language, `practice.${id}.caller`),
      vm: renderVm(judged, language),
      steps: steps.map((step) => ({ id: step, label: say(language, `practice.${id}.step-${step}`) })),
      rightStep: right,
      why: say(language, `practice.${id}.why`),
    }
  })
}

/** Handlers of the practice calls. */
export function practiceHandlers(desk: Desk): Pick<Handlers<Call>, 'practice.list' | 'practice.open'> {
  return {
    'practice.list': async () => practiceCalls(desk.language()),
    'practice.open': async () => {
      const capture = practiceCapture()
      const name = capture.target.computerName ?? 'practice'
      const opened = { kind: 'practice', key: 'practice', name, origin: 'practice', capture, problem: null } as const
      return summaryOf(desk, desk.sources.put(opened))
    },
  }
}
