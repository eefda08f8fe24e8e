import { message } from '../i18n/translate'
import { judge, type JudgedHost } from '../diagnosis/judge'
import type { AcceptedFinding } from '../model/accepted'
import type { Capture } from '../model/capture'
import type { Problem } from '../model/problem'
import type { Answers, Statements } from '../model/snapshot'
import type { TextParam, TextRef } from '../model/text'
import { NOTE_PLACEHOLDER } from './placeholders'
import { redactCapture } from './redact-capture'
import type { Redactor } from './redactor'

/** Everything a check is made of that names something. */
export interface CheckParts {
  readonly capture: Capture
  readonly answers: Answers
  readonly statements: Statements
  readonly accepted: readonly AcceptedFinding[]
}

/** What a judgement comes to, without anything that names somebody. */
function essence({ vms, snapshot }: JudgedHost): string {
  return JSON.stringify([
    snapshot.host.build,
    snapshot.host.os,
    vms.map(({ vm, verdict, findings, serviceVerdicts, notes }) => [
      verdict,
      vm.state,
      vm.guest.os,
      vm.guest.family,
      vm.guest.version,
      vm.guest.kernel,
      serviceVerdicts,
      findings.map(({ code, service }) => [code, service]),
      notes.map(({ code }) => code),
    ]),
  ])
}

/** Takes the people and tickets of accepted findings, before anything is written: their names are looked for everywhere. */
export function learnAccepted(redactor: Redactor, accepted: readonly AcceptedFinding[]): void {
  for (const { person, ticket } of accepted) {
    redactor.learn({ kind: 'user', name: person })
    if (ticket !== null) redactor.learn({ kind: 'ticket', name: ticket })
  }
}

function redactAccepted(
  redactor: Redactor,
  accepted: readonly AcceptedFinding[],
  ids: ReadonlyMap<string, string>,
): readonly AcceptedFinding[] {
  return (
    accepted
      .filter(({ vmId }) => ids.has(vmId.toUpperCase()))
      // Field by field: a file may hold more about a finding, and an older name of its VM.
      .map(({ vmId, service, rule, evidence, person, ticket, until }) => ({
        vmId: ids.get(vmId.toUpperCase()) ?? '',
        service,
        rule,
        evidence,
        until,
        reason: NOTE_PLACEHOLDER,
        person: redactor.placeholder('user', person),
        ticket: ticket && redactor.placeholder('ticket', ticket),
      }))
  )
}

/**
 * A check with its names replaced and its judgement; null where the replaced evidence would not come to the same verdicts,
 * in which case nothing of it may be written. That cannot happen with rows, whose names stand in fields of their own; it
 * can with a pasted text in which a VM is called like a status.
 */
export function redactCheck(
  redactor: Redactor,
  { capture, answers, statements, accepted }: CheckParts,
): (CheckParts & { readonly judged: JudgedHost }) | null {
  const before = judge(capture, answers, statements)
  const redacted = redactCapture(redactor, capture)
  const unanswered = judge(redacted)
  if (unanswered.vms.length !== before.vms.length) return null
  // The same VM stands at the same place; its id may have changed with its name.
  const ids = new Map(before.vms.map(({ vm }, index) => [vm.id.toUpperCase(), unanswered.vms[index]?.vm.id ?? '']))
  const byNewId = <Said>(said: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> =>
    Object.fromEntries(Object.entries(said).map(([id, one]) => [ids.get(id.toUpperCase()) ?? redactor.text(id), one]))
  const said = { answers: byNewId(answers), statements: byNewId(statements) }
  const judged = judge(redacted, said.answers, said.statements)
  if (essence(judged) !== essence(before)) return null
  return { capture: redacted, ...said, accepted: redactAccepted(redactor, accepted, ids), judged }
}

function redactParam(redactor: Redactor, param: TextParam): TextParam {
  if (typeof param === 'number') return param
  if (typeof param === 'string') return redactor.value(param)
  if ('list' in param) return { list: param.list.map((item) => redactParam(redactor, item)) }
  return redactRef(redactor, param)
}

function redactRef(redactor: Redactor, { key, params }: TextRef): TextRef {
  if (params === undefined) return { key }
  const redacted = Object.entries(params).map(([name, param]) => [name, redactParam(redactor, param)])
  return { key, params: Object.fromEntries(redacted) as Readonly<Record<string, TextParam>> }
}

/** A problem whose values name nobody: the file that could not be read, the host's own words. */
export function redactProblem(redactor: Redactor, problem: Problem): Problem {
  return {
    ...problem,
    class: problem.class,
    message: redactRef(redactor, problem.message),
    step: redactRef(redactor, problem.step),
  }
}

/** The problem of a check that cannot be redacted, under the name that its result has. */
export function cannotRedact(name: string): Problem {
  return {
    code: 'redaction-changes-result',
    class: null,
    message: message('files.redaction.changes.message', { name }),
    step: message('files.redaction.changes.step'),
  }
}
