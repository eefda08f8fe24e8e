import { devicesBecause } from '../devices'
import { ownStep } from '../own-steps'
import type { Rule } from '../rule'

/** Event 23014, or 6 of storvsp, on a Linux or FreeBSD guest: the device works with another version; the article's own first example (KB 2956569). */
export const deviceMismatchNonWindows: Rule = {
  id: 'device-mismatch-non-windows',
  code: 'IS-84',
  verdict: 'safe-to-ignore',
  articles: ['KB2956569', 'pages-that-say-update'],
  losesFunction: false,
  ofDevices: true,
  find: (vm, context) =>
    devicesBecause(vm, context, 'non-windows').map((hit) => ({
      ...hit,
      steps: [ownStep('device-mismatch-non-windows')],
    })),
}
