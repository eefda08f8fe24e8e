import { say } from '../i18n/translate'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import { guestText } from './answer'
import { shortList } from './same-text'
import { changedParts, changeText } from './change-words'
import type { DoneEntry, LastCheck, ReportOptions, ReportSource } from './source'

/** A line of a report's part on what was done or since when: the VM it is about (null: the whole check), the time, the text. */
export interface Row {
  readonly vm: string | null
  /** The names of the VMs where it is about several at once. */
  readonly vms?: readonly string[]
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

/** Names in the line of a reading that many VMs have in common. */
const NAMES_LIMIT = 12

type Recheck = Extract<DoneEntry, { kind: 'recheck' }>

/** What a person did, a line each; VMs of a host that was read again as a whole, and came out the same, share one. */
function rowsOf(done: readonly DoneEntry[], language: Language, options: ReportOptions): readonly Row[] {
  const keyOf = ({ at, before, after }: Recheck): string => JSON.stringify([at, before, after])
  const rechecks = done.filter((entry) => entry.kind === 'recheck')
  const together = new Map(rechecks.map((entry) => [keyOf(entry), [] as string[]]))
  for (const entry of rechecks) together.get(keyOf(entry))?.push(entry.vm)
  return done.flatMap((entry): readonly Row[] => {
    const row = { vm: entry.vm ?? null, at: localTime(entry.at, options), text: doneText(entry, language) }
    if (entry.kind !== 'recheck') return [row]
    const vms = together.get(keyOf(entry)) ?? []
    together.delete(keyOf(entry))
    if (vms.length < 2) return vms.length === 0 ? [] : [row]
    return [{ ...row, vm: shortList(vms, language, NAMES_LIMIT), vms }]
  })
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
    ...rowsOf(done, language, options),
  ]
}

/** Changed VMs that are told one by one. */
const CHANGED_LIMIT = 50

/** What is otherwise than in the check before, and what probably explains it. */
function changeRows(lastCheck: LastCheck | null, language: Language, options: ReportOptions): readonly Row[] {
  if (lastCheck === null) return []
  const { checkedAt, answer, changed } = lastCheck
  const why = say(language, 'compare.why')
  const more = changed.length - CHANGED_LIMIT
  return [
    { vm: null, at: localTime(checkedAt, options), text: say(language, 'shape.since.last', { answer }) },
    ...changed.slice(0, CHANGED_LIMIT).map((vm) => {
      const reasons = vm.explanations.map(({ text }) => text)
      const parts = [changeText(vm, language), ...changedParts(vm, language)].join('; ')
      return { vm: vm.name, at: null, text: [`${parts}.`, ...(reasons.length > 0 ? [why] : []), ...reasons].join(' ') }
    }),
    ...(more > 0 ? [{ vm: null, at: null, text: say(language, 'compare.screen.more-changed', { count: more }) }] : []),
  ]
}

/** Part 8: what changed since the check before, and since when each VM has its verdict, as far as earlier checks were kept. */
export function sinceRows(
  { diagnosis, lastCheck = null }: ReportSource,
  vms: readonly VmDiagnosis[],
  options: ReportOptions,
): readonly Row[] {
  const { language } = diagnosis
  const since = vms.flatMap((vm): readonly Row[] => {
    const first = localTime(vm.firstSeen, options)
    const changed = localTime(vm.changedAt, options)
    if (first === null && changed === null) return []
    const text = [
      ...(first === null ? [] : [say(language, 'shape.since.first', { at: first })]),
      ...(changed === null ? [] : [say(language, 'shape.since.changed', { at: changed })]),
    ]
    return [{ vm: vm.name, at: null, text: text.join(' ') }]
  })
  return [...changeRows(lastCheck, language, options), ...since]
}
