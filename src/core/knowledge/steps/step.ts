import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { Guest } from '../../model/snapshot'
import type { TextParam, TextRef } from '../../model/text'
import { applianceOf, familyOf } from '../guest-families'

/** Something a person does or decides, without a command. */
export function personStep(text: TextRef, risk: Step['risk'] = 'none'): Step {
  return { text, where: 'person', command: null, rights: 'none', risk }
}

/** A command in the guest that only looks, for any user. */
export function lookStep(text: TextRef, command: string, rights: Step['rights'] = 'none'): Step {
  return { text, where: 'guest', command, rights, risk: 'none' }
}

/** Something to do in the guest as its administrator (root). */
export function guestStep(text: TextRef, command: string | null, risk: Step['risk'] = 'none'): Step {
  return { text, where: 'guest', command, rights: 'guest-admin', risk }
}

/** The same step, said to apply only where a certain system runs in the VM. */
export function labelled(guest: TextParam, step: Step): Step {
  return { ...step, text: message('step.if-guest', { guest, step: step.text }) }
}

/** The guest as a step names it. */
export function guestLabel(guest: Guest): TextParam {
  const named = (familyOf(guest.family) ?? applianceOf(guest.family))?.name ?? guest.name
  return named ?? message(guest.os === 'other' ? 'term.guest.this-system' : `term.guest.${guest.os}`)
}

export const openConsole: Step = personStep(message('step.console'))
export const restartVm: Step = personStep(message('step.restart-vm'), 'restart')
export const checkAgain: Step = personStep(message('step.check-again'))
/** The way out where nothing can be installed, or nobody knows what: its maker decides. */
export function askMaker(guest: Guest): Step {
  return personStep(message('step.ask-maker', { guest: guestLabel(guest) }))
}

/** True for a guest in which only its maker decides what runs: appliances and closed systems. */
export function isMakersBusiness(guest: Guest): boolean {
  return guest.os === 'other' || applianceOf(guest.family) !== null || familyOf(guest.family)?.closed === true
}
