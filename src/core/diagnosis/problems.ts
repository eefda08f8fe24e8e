import { problemOfClass, problemOfReading } from '../decode/class-problem'
import { message } from '../i18n/translate'
import type { Problem } from '../model/problem'
import type { Snapshot } from '../model/snapshot'

/** Everything that could not be read in a check, each with its sentence and next step; one cause of many refusals is said once. */
export function problemsOf(snapshot: Snapshot): readonly Problem[] {
  const reading = problemOfReading(snapshot)
  const refused = snapshot.problems.map(problemOfClass)
  const problems = reading === null ? refused : [reading, ...refused.filter(({ code }) => code !== reading.code)]
  if (snapshot.stopped !== null && reading === null) {
    problems.push({
      code: snapshot.stopped,
      class: null,
      message: message(`note.stopped.${snapshot.stopped}`),
      step: message('note.stopped.step'),
    })
  }
  return problems
}
