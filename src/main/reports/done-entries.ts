import { planGuidedCheck } from '../../core/diagnosis/guided-check'
import { say } from '../../core/i18n/translate'
import type { JudgedVm } from '../../core/model/diagnosis'
import type { GuestAnswer } from '../../core/model/snapshot'
import type { Language } from '../../core/model/text'
import type { DoneEntry } from '../../core/report/source'
import type { VmCase } from '../sources/case-log'

interface DoneOptions {
  readonly language: Language
  readonly answer: GuestAnswer | undefined
  /** Names are hidden: what a person wrote freely is left out, since nobody can know whom it names. */
  readonly isRedacted: boolean
}

/** What was done about one VM, for the report: answers that still hold, second readings and the note. */
export function doneEntries(judgedVm: JudgedVm, done: VmCase, options: DoneOptions): readonly DoneEntry[] {
  const { language, answer, isRedacted } = options
  const vm = judgedVm.vm.name
  const questions = planGuidedCheck(judgedVm, language, answer).flatMap(({ question }) => question ?? [])
  const answers = questions.flatMap(({ id, text, answers: offered, answered }): readonly DoneEntry[] => {
    const at = done.answeredAt[id]
    const given = offered.find((one) => one.id === answered)
    if (at === undefined || given === undefined) return []
    return [{ kind: 'answer', at, vm, about: id, question: text, answer: given.label }]
  })
  const note = done.note && {
    kind: 'note' as const,
    at: done.note.at,
    vm,
    text: isRedacted ? say(language, 'shape.done.note-hidden') : done.note.text,
  }
  return [
    ...answers,
    ...done.rechecks.map((one) => ({ kind: 'recheck' as const, vm, ...one })),
    ...(note ? [note] : []),
  ]
}
