import { askHostRelease, askWindowsRelease } from '../questions'
import { mismatchesBecause, windowsBuildsOf } from '../mismatch'
import type { Rule } from '../rule'
import { besideGuest } from '../vm-facts'

/** Time synchronization of a Windows guest where its release or the host's is not known: by design or to be updated. */
export const timesyncWindowsReleaseUnknown: Rule = {
  id: 'timesync-windows-release-unknown',
  code: 'IS-18',
  verdict: 'cannot-tell',
  articles: ['KB4014894'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'timesync-release-unknown').map((service) => {
      // Where the guest's release is known it is the host's that is missing.
      const isGuestOpen = windowsBuildsOf(vm) === null
      return {
        service: service.id,
        evidence: besideGuest(service.statusEvidence, vm.guest),
        params: { open: isGuestOpen ? 'guest' : 'host' },
        question: isGuestOpen ? askWindowsRelease : askHostRelease,
      }
    }),
}
