import { justStarted, phaseOf, pulseOf, servicesWith, STARTING_SECONDS } from '../diagnosis/vm-facts'
import { message } from '../i18n/translate'
import type { JudgedVm } from '../model/diagnosis'
import type { TextRef } from '../model/text'

/**
 * How long to wait before another look can tell more; null where waiting changes nothing. A VM that starts has five
 * minutes; a daemon is seen within two, because the Linux kernel repeats its handshake after 55 seconds and the host gives
 * up after some 75 (drivers/hv/hv_kvp.c).
 */
export function waitHint({ vm }: JudgedVm): TextRef | null {
  if (phaseOf(vm) === 'in-transition') return message('compare.wait.transition')
  if (phaseOf(vm) !== 'running') return null
  if (justStarted(vm)) {
    const left = STARTING_SECONDS - (vm.secondsSinceStart ?? 0)
    return message('compare.wait.starting', { minutes: Math.max(1, Math.ceil(left / 60)) })
  }
  if (servicesWith(vm, 'no-contact', 'lost-communication').length === 0) return null
  return message(pulseOf(vm) === 'answers' ? 'compare.wait.daemon' : 'compare.wait.guest')
}
