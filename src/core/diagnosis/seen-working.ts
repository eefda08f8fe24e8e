import { message } from '../i18n/translate'
import type { SeenWorking } from '../model/diagnosis'
import type { Vm } from '../model/snapshot'
import { phaseOf, pulseOf, servicesWith } from './vm-facts'

/**
 * What this reading really saw working: the heartbeat, the only proof of life in one reading, and what data exchange
 * delivered. The items carry no time and stay on the host when the guest dies, so the text does not call them fresh.
 */
export function seenWorking(vm: Vm): readonly SeenWorking[] {
  if (phaseOf(vm) !== 'running') return []
  const seen: SeenWorking[] = []
  if (pulseOf(vm) === 'answers') {
    seen.push({
      service: 'heartbeat',
      text: message('guide.seen.heartbeat'),
      evidence: vm.services.heartbeat.statusEvidence,
    })
  }
  const { hostName, addresses, delivered } = vm.guest
  const kvpWorks = servicesWith(vm, 'ok', 'ok-heartbeat-number', 'mismatch').some((service) => service.id === 'kvp')
  if (delivered && kvpWorks) {
    seen.push({
      service: 'kvp',
      text: message('guide.seen.kvp', { name: hostName === null ? 'no' : 'yes', addresses: addresses.length }),
      evidence: {
        source: 'Msvm_KvpExchangeComponent.GuestIntrinsicExchangeItems',
        value: hostName === null ? addresses : [hostName].concat(addresses),
      },
    })
  }
  return seen
}
