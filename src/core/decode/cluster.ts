import type { Capture } from '../model/capture'
import { readClass } from './classes'
import { guidOf } from './values'

function vmIdOf(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null) return null
  // Written VmID, VmId and Vmid in different places, with or without braces.
  return guidOf(Object.entries(properties).find(([name]) => name.toLowerCase() === 'vmid')?.[1])
}

/** Ids of the VMs that are roles of a failover cluster, by the private properties of `MSCluster_Resource`. Empty where the cluster was not read. */
export function clusteredVms(capture: Capture): ReadonlySet<string> {
  const { rows } = readClass(capture, 'MSCluster_Resource')
  return new Set(rows.flatMap((row) => vmIdOf(row['PrivateProperties']) ?? []))
}
