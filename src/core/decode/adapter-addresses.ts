import type { Capture, Row } from '../model/capture'
import type { Vm } from '../model/snapshot'
import { readClass } from './classes'
import { ADDRESS_LIMIT, usableAddress } from './guest-items'
import type { RowsByVm } from './vm-rows'

function addressesIn(row: Row): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(row['IPAddresses']) ? row['IPAddresses'] : []
  return texts
    .slice(0, 4 * ADDRESS_LIMIT)
    .flatMap((text) => (typeof text === 'string' ? (usableAddress(text) ?? []) : []))
}

/**
 * The addresses of each VM's network adapters as the host knows them (`Msvm_GuestNetworkAdapterConfiguration.IPAddresses`,
 * of which the VM's id stands in `InstanceID`), by VM id. They come by data exchange too, so a silent guest has none.
 */
export function adapterAddresses(capture: Capture, byVm: RowsByVm): ReadonlyMap<string, readonly string[]> {
  const addresses = new Map<string, Set<string>>()
  for (const row of readClass(capture, 'Msvm_GuestNetworkAdapterConfiguration').rows) {
    const vm = byVm.ofInstance(row['InstanceID'])
    if (vm === null) continue
    const own = addresses.get(vm.id) ?? new Set()
    for (const address of addressesIn(row)) if (own.size < ADDRESS_LIMIT) own.add(address)
    addresses.set(vm.id, own)
  }
  return new Map([...addresses].map(([id, own]) => [id, [...own]]))
}

/** Every address by which a VM can be found: those that its guest names, then those of its network adapters. */
export function addressesOfVm({ guest, adapterAddresses: ofAdapters = [] }: Vm): readonly string[] {
  return [...new Set([...guest.addresses, ...ofAdapters])]
}
