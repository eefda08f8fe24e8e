import { say } from '../i18n/translate'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import type { Verdict } from '../model/verdict'

/** Part 4: what to say to a caller about a VM, with the other VMs for which the same holds word for word. */
export interface TellGroup {
  readonly vm: VmDiagnosis
  readonly text: string
  /** Names of further VMs of which the same can be said, each with its own name in the place of this one. */
  readonly alsoFor: readonly string[]
}

const WORTH_TELLING: readonly Verdict[] = ['action-needed', 'cannot-tell', 'advice', 'safe-to-ignore']

/** A character that no text of the program contains, in the place of a VM's name. */
const PLACE = '\0'

/**
 * What to say to the caller, the severest first. VMs of one verdict whose texts differ in the name alone are one group,
 * because a host with a hundred Linux guests says the same a hundred times. A report about one VM always has its text.
 */
export function tellGroups(vms: readonly VmDiagnosis[], isOneVm: boolean): readonly TellGroup[] {
  const groups = new Map<string, { vm: VmDiagnosis; text: string; alsoFor: string[] }>()
  for (const vm of vms) {
    const { name, verdict, tellCaller } = vm
    if (tellCaller === '' || (!isOneVm && !WORTH_TELLING.includes(verdict))) continue
    const key = `${verdict}${PLACE}${name === '' ? tellCaller : tellCaller.replaceAll(name, PLACE)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { vm, text: tellCaller, alsoFor: [] })
    else group.alsoFor.push(name)
  }
  return [...groups.values()]
}

/** Names that a sentence can hold before it stops being one. */
const NAMES_LIMIT = 12

/** "The same holds for 40 more VMs: web-02, web-03 … and 28 more." */
export function alsoForText(names: readonly string[], language: Language): string {
  const shown = names.slice(0, NAMES_LIMIT).join(', ')
  const more = names.length - NAMES_LIMIT
  return say(language, 'shape.tell.also', {
    count: names.length,
    names: more > 0 ? say(language, 'shape.tell.also-more', { names: shown, more }) : shown,
  })
}
