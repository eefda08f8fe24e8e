import type { Capture } from '../../../../src/core/model/capture'
import { captureOf, FREEBSD, UBUNTU } from '../capture-builder'

const STATUSES = [[2], [3, 32775], [7, 32775], [12], [13], [6], [3, 32773], [9999], null, []]
const SERVICES = ['heartbeat', 'kvp', 'shutdown', 'timesync', 'vss'] as const

/** A host with more VMs than fit on a page by far, with many causes, and names that are as long as Hyper-V allows. */
export function fleet(count = 120): Capture {
  return captureOf(
    Array.from({ length: count }, (_, index) => {
      const at = (step: number): unknown => STATUSES[Math.floor(index / step) % STATUSES.length]
      return {
        name: `${index % 3 === 0 ? '영업지원서버' : 'application-server'}-${index}-${'x'.repeat(index % 7 === 0 ? 80 : 4)}`,
        stateCode: index % 11 === 0 ? 3 : 2,
        kvp: index % 2 === 0 ? UBUNTU : index % 5 === 0 ? null : FREEBSD,
        services: Object.fromEntries(
          SERVICES.map((id, place) => [
            id,
            index % 13 === place ? { enabled: false } : { status: index % 4 === 0 ? [2] : at(place + 1) },
          ]),
        ),
      }
    }),
  )
}
