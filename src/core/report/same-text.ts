import { say } from '../i18n/translate'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import { versioned } from './answer'
import { cutText } from './cut-text'

/** A VM for which the same holds word for word; its guest, where the text names one and that is another. */
interface OtherVm {
  readonly vm: VmDiagnosis
  readonly guest: string | null
}

/** A text about a VM, with the other VMs for which it holds with their own names in it. */
export interface SameText {
  readonly vm: VmDiagnosis
  readonly text: string
  readonly alsoFor: readonly OtherVm[]
}

/** A guest can name itself at any length. */
const GUEST_LIMIT = 60

// Characters that no text of the program contains, in the place of what differs.
const NAME_PLACE = '\uE000'
const GUEST_PLACE = '\uE001'
/** Korean particles follow the sound of the word before them, so that they differ with it. */
const PARTICLE = /(?<=[\uE000\uE001])(?:은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|으로|[은는이가을를과와로])/g

function guestIn(text: string, { guest }: VmDiagnosis): string | null {
  const name = guest.name === null ? '' : versioned(guest.name, guest.version)
  return name !== '' && text.includes(name) ? name : null
}

function keyOf(text: string, name: string, guest: string | null): string {
  const unnamed = name === '' ? text : text.replaceAll(name, NAME_PLACE)
  return (guest === null ? unnamed : unnamed.replaceAll(guest, GUEST_PLACE)).replace(PARTICLE, '')
}

/**
 * VMs by what is to be said of them, in their order: those of one verdict whose texts differ in the name of the VM or of its
 * guest alone are one group, because a host with a hundred Linux guests says the same a hundred times.
 */
export function sameTexts(vms: readonly VmDiagnosis[], textOf: (vm: VmDiagnosis) => string): readonly SameText[] {
  const groups = new Map<string, SameText & { readonly guest: string | null; readonly alsoFor: OtherVm[] }>()
  for (const vm of vms) {
    const text = textOf(vm)
    if (text === '') continue
    const guest = guestIn(text, vm)
    const key = `${vm.verdict} ${keyOf(text, vm.name, guest)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { vm, text, guest, alsoFor: [] })
    else group.alsoFor.push({ vm, guest: guest === group.guest ? null : guest })
  }
  return [...groups.values()]
}

/** How VMs are named in a row, and how many of them before it stops being one. */
export interface Naming {
  readonly limit: number
  readonly nameOf: (vm: VmDiagnosis) => string
}

const PLAIN_NAMES: Naming = { limit: 12, nameOf: ({ name }) => name }

/** The first of some names, and how many more there are: "web-02, web-03 and 28 more". */
export function shortList(names: readonly string[], language: Language, limit: number): string {
  const shown = names.slice(0, limit).join(', ')
  const more = names.length - limit
  return more > 0 ? say(language, 'shape.tell.also-more', { names: shown, more }) : shown
}

/** The names of some VMs in a row. */
export function namesText(vms: readonly VmDiagnosis[], language: Language, { limit, nameOf }: Naming): string {
  const names = vms.map((vm, index) => (index < limit ? nameOf(vm) : vm.name))
  return shortList(names, language, limit)
}

/** "The same holds for 40 more VMs: web-02, db-01 (Debian 12) and 28 more." */
export function alsoForText(others: SameText['alsoFor'], language: Language, naming = PLAIN_NAMES): string {
  const guests = new Map(others.map(({ vm, guest }) => [vm, guest]))
  const nameOf: Naming['nameOf'] = (vm) => {
    const guest = guests.get(vm) ?? null
    return guest === null ? naming.nameOf(vm) : `${naming.nameOf(vm)} (${cutText(guest, GUEST_LIMIT)})`
  }
  const vms = others.map(({ vm }) => vm)
  return say(language, 'shape.tell.also', {
    count: others.length,
    names: namesText(vms, language, { ...naming, nameOf }),
  })
}

/** The text, and for whom it holds beside the first. */
export function wholeText({ text, alsoFor }: SameText, language: Language): string {
  return alsoFor.length === 0 ? text : `${text} ${alsoForText(alsoFor, language)}`
}
