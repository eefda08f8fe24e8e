import { message } from '../../i18n/translate'
import { silentBecause } from '../no-contact'
import { ownStep } from '../own-steps'
import { askAfterWaiting } from '../questions'
import type { Rule } from '../rule'
import { STARTING_SECONDS } from '../vm-facts'

/** A service is silent and the VM was turned on less than five minutes ago: booting, so too early to judge. */
export const justStartedRule: Rule = {
  id: 'just-started',
  code: 'IS-33',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  statuses: ['no-contact'],
  find: (vm, context) => {
    const silent = silentBecause(vm, context, 'just-started').map((item) => item.service)
    if (silent.length === 0 || vm.secondsSinceStart === null) return []
    const wait = Math.max(1, Math.ceil((STARTING_SECONDS - vm.secondsSinceStart) / 60))
    return [
      {
        service: null,
        covers: silent.map((service) => service.id),
        evidence: [
          vm.secondsSinceStart === vm.uptimeSeconds
            ? { source: 'Msvm_ComputerSystem.OnTimeInMilliseconds', value: vm.uptimeSeconds * 1000 }
            : { source: 'Microsoft-Windows-Hyper-V-Worker 18500, 18514', value: vm.secondsSinceStart },
          ...silent.map((service) => service.statusEvidence),
        ],
        params: {
          minutes: Math.floor(vm.secondsSinceStart / 60),
          wait,
          services: { list: silent.map((service) => message(`term.service.${service.id}`)) },
        },
        steps: [ownStep('just-started', 'person', { wait })],
        question: askAfterWaiting,
      },
    ]
  },
}
