import { currentDevices, deviceName } from '../devices'
import { ownStep } from '../own-steps'
import { askExactStatus } from '../questions'
import type { Rule } from '../rule'

/** A version difference of a device or of the services as a whole that was only guessed from a pasted text. */
export const deviceGuessed: Rule = {
  id: 'device-guessed',
  code: 'IS-87',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  ofDevices: true,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter((event) => event.guessed === true)
      .map((event) => ({
        service: null,
        evidence: [event.evidence],
        params: { device: deviceName(event) },
        steps: [ownStep('device-guessed')],
        question: askExactStatus,
      })),
}
