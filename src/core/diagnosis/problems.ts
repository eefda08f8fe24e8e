import { message } from '../i18n/translate'
import { problemOfClass } from '../decode/class-problem'
import type { Problem } from '../model/problem'
import type { Snapshot } from '../model/snapshot'

/** Everything that could not be read in a check, each with its sentence and next step. */
export function problemsOf(snapshot: Snapshot): readonly Problem[] {
  const problems = snapshot.problems.map(problemOfClass)
  // Hyper-V answers an account without rights with an empty list and no error, so "no VM" has to be proved.
  const unproved = snapshot.vms.length === 0 && !snapshot.emptyIsProved && problems.length === 0
  if (unproved && snapshot.stopped === null) {
    problems.push({
      code: 'no-vm-proved',
      class: null,
      message: message('note.nothing-seen.message'),
      step: message('note.nothing-seen.step'),
    })
  }
  if (snapshot.stopped !== null) {
    problems.push({
      code: snapshot.stopped,
      class: null,
      message: message(`note.stopped.${snapshot.stopped}`),
      step: message('note.stopped.step'),
    })
  }
  return problems
}
