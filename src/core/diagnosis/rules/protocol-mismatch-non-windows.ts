import { ownStep } from '../own-steps'
import { mismatchesBecause } from '../mismatch'
import type { Rule } from '../rule'
import { besideGuest } from '../vm-facts'

/** A Linux or FreeBSD guest with an older protocol than its host: shown as Degraded, works, stays supported (KB 2956569). */
export const protocolMismatchNonWindows: Rule = {
  id: 'protocol-mismatch-non-windows',
  code: 'IS-12',
  verdict: 'safe-to-ignore',
  articles: ['KB2956569', 'linux-freebsd-support', 'pages-that-say-update'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'non-windows').map((service) => ({
      service: service.id,
      evidence: besideGuest(service.statusEvidence, vm.guest),
      steps: [ownStep(vm.guest.os === 'freebsd' ? 'device-mismatch-non-windows' : 'protocol-mismatch-non-windows')],
    })),
}
