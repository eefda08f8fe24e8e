import { addressesOfVm } from '../../core/decode/adapter-addresses'
import { decodeCapture } from '../../core/decode/snapshot'
import { guestName } from '../../core/diagnosis/vm-facts'
import type { ArrivingVm } from '../../core/ipc'
import type { Capture } from '../../core/model/capture'
import type { Language } from '../../core/model/text'
import { plainText } from './overview'

/** The VMs of a host whose reading goes on: names, states, and the guests that have said who they are. Nothing is judged. */
export function arrivingVms(unfinished: Capture, language: Language): readonly ArrivingVm[] {
  return decodeCapture(unfinished).vms.map((vm) => ({
    id: vm.id,
    name: vm.name,
    state: vm.state,
    guest: vm.guest.os === 'unknown' ? null : plainText(guestName(vm.guest), language),
    guestKnown: vm.guest.os !== 'unknown',
    addresses: addressesOfVm(vm),
  }))
}
