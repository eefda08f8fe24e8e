import { stepsToLoadDriver } from '../../knowledge/steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { worksheetEvidence } from '../seen-in-guest'

/** [12], and the worksheet shows that the guest's kernel has no driver for it (hv_utils), or sees no VM bus at all. */
export const guestDriverMissing: Rule = {
  id: 'guest-driver-missing',
  code: 'IS-36',
  verdict: 'action-needed',
  articles: ['linux-vm-issues'],
  losesFunction: true,
  statuses: ['no-contact'],
  find: (vm, context) => {
    const silent = silentBecause(vm, context, 'driver-missing').map(({ service }) => service)
    const [first] = silent
    if (first === undefined) return []
    const isBusMissing = vm.worksheet?.busDevices === 0
    return [
      {
        service: first.id,
        covers: silent.map(({ id }) => id),
        evidence: [...silent.map(({ statusEvidence }) => statusEvidence), ...worksheetEvidence(vm)],
        params: { what: isBusMissing ? 'bus' : 'module', count: silent.length - 1 },
        steps: stepsToLoadDriver(vm.guest, isBusMissing),
      },
    ]
  },
}
