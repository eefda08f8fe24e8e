import { problemOfClass, problemOfReading } from '../decode/class-problem'
import { message } from '../i18n/translate'
import { isKnowledgeOld, KNOWLEDGE_DATE } from '../knowledge/revision'
import type { Note } from '../model/diagnosis'
import type { Problem } from '../model/problem'
import type { Snapshot } from '../model/snapshot'

/** Remarks about a whole check: so far that the knowledge it rests on is old. They change no verdict and no exit code. */
export function notesOfCheck(snapshot: Snapshot): readonly Note[] {
  if (!isKnowledgeOld(snapshot.collectedAt)) return []
  return [{ code: 'IS-105', text: message('note.knowledge-old', { date: KNOWLEDGE_DATE }) }]
}

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
