import { say } from '../i18n/translate'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import { guestText } from './answer'
import type { DoneEntry, ReportOptions, ReportSource } from './source'

/** A line of a report's part on what was done or since when: the VM it is about (null: the whole check), the time, the text. */
export interface Row {
  readonly vm: string | null
  readonly at: string | null
  readonly text: string
}

function localTime(iso: string | null, { momentText }: ReportOptions): string | null {
  return iso === null ? null : (momentText(iso)?.local ?? iso)
}

const SYMPTOM = 'symptom'
/** Questions whose answer says what runs in a VM. */
const GUEST = ['guest-os', 'which-guest', 'windows-release']

function doneText(entry: DoneEntry, language: Language): string {
  switch (entry.kind) {
    case 'note':
      return say(language, 'shape.done.note', { text: entry.text })
    case 'answer':
      return entry.about === SYMPTOM
        ? say(language, 'shape.done.caller', { text: entry.answer })
        : say(language, 'shape.done.asked', { question: entry.question, answer: entry.answer })
    case 'step':
      return say(language, 'shape.done.step', { text: entry.text })
    case 'recheck':
      return say(language, 'shape.done.recheck', {
        before: say(language, `verdict.${entry.before}`),
        after: say(language, `verdict.${entry.after}`),
      })
  }
}

/** Part 7: what the caller sees, the answers that the judgement rests on, and what a person did, oldest first. */
export function doneRows({ diagnosis, done = [] }: ReportSource, options: ReportOptions): readonly Row[] {
  const { language, vms } = diagnosis
  const caller = options.caller ?? null
  const isTold = (vm: string, about: string): boolean =>
    done.some((entry) => entry.kind === 'answer' && entry.vm === vm && entry.about === about)
  return [
    ...(caller === null ? [] : [{ vm: null, at: null, text: say(language, 'shape.done.caller', { text: caller }) }]),
    ...vms.flatMap(({ name, symptom }) =>
      symptom === null || isTold(name, SYMPTOM)
        ? []
        : [{ vm: name, at: null, text: say(language, 'shape.done.caller', { text: symptom.label }) }],
    ),
    ...vms
      .filter(({ name, guest }) => guest.source === 'answer' && !GUEST.some((about) => isTold(name, about)))
      .map((vm) => ({
        vm: vm.name,
        at: null,
        text: say(language, 'shape.done.answer', { guest: guestText(vm, language) }),
      })),
    ...done.map((entry) => ({
      vm: entry.vm ?? null,
      at: localTime(entry.at, options),
      text: doneText(entry, language),
    })),
  ]
}

/** Part 8: since when each VM has its verdict, as far as earlier checks were kept. */
export function sinceRows(vms: readonly VmDiagnosis[], language: Language, options: ReportOptions): readonly Row[] {
  return vms.flatMap((vm) => {
    const first = localTime(vm.firstSeen, options)
    const changed = localTime(vm.changedAt, options)
    if (first === null && changed === null) return []
    const text = [
      ...(first === null ? [] : [say(language, 'shape.since.first', { at: first })]),
      ...(changed === null ? [] : [say(language, 'shape.since.changed', { at: changed })]),
    ]
    return [{ vm: vm.name, at: null, text: text.join(' ') }]
  })
}
