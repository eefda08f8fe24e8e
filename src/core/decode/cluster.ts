import type { Capture } from '../model/capture'
import { readClass } from './classes'
import { guidOf } from './values'

function vmIdOf(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null) return null
  // Written VmID, VmId and Vmid in different places, with or without braces.
  const [, id] = Object.entries(properties).find(([name]) => name.toLowerCase() === 'vmid') ?? []
  return guidOf(id)
}

/** Ids of the VMs that are roles of a failover cluster, by the private properties of `MSCluster_Resource`. Empty where the cluster was not read. */
export function clusteredVms(capture: Capture): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const row of readClass(capture, 'MSCluster_Resource').rows) {
    const id = vmIdOf(row['PrivateProperties'])
    if (id !== null) ids.add(id)
  }
  return ids
}
