import { devicesBecause } from '../devices'
import { ownStep } from '../own-steps'
import type { Rule } from '../rule'
import { hostBuildEvidence } from '../vm-facts'

/** Event 23014, or 6 of storvsp, on a Windows guest newer than its host: the host is the older part. */
export const deviceMismatchWindowsNewer: Rule = {
  id: 'device-mismatch-windows-newer',
  code: 'IS-89',
  verdict: 'advice',
  articles: ['windows-guests'],
  losesFunction: false,
  ofDevices: true,
  find: (vm, context) =>
    devicesBecause(vm, context, 'guest-newer-than-host').map((hit) => ({
      ...hit,
      evidence: [...hit.evidence, hostBuildEvidence(context.host)],
      steps: [ownStep('device-mismatch-windows-newer')],
    })),
}
