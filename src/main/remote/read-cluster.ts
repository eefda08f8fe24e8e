import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { problemOf } from '../../core/decode/class-problem'
import { CaptureProblem, type Row } from '../../core/model/capture'
import { clusterOf, type ClusterAnswers, type ClusterResult } from '../../core/remote/cluster'
import { connectionProblem } from '../../core/remote/connection-problem'
import { callOf, CHECK_LIMIT_MS, type CheckOptions } from '../powershell/collect'
import { EnvelopeReader, type EnvelopeEvent } from '../powershell/envelopes'
import type { PowerShellSession } from '../powershell/session'
import { unpackBudget, unpackEnvelope } from '../powershell/unpack'

const Refused = z.looseObject({ problem: CaptureProblem })
const Answer = z.looseObject({
  class: z.string(),
  problem: CaptureProblem.nullable(),
  rows: z.array(z.record(z.string(), z.unknown())),
})

/** Asks a cluster for its nodes and the owners of its virtual machines. Never rejects. */
export async function readCluster(session: PowerShellSession, options: CheckOptions): Promise<ClusterResult> {
  const nonce = randomBytes(12).toString('hex')
  const reader = new EnvelopeReader(nonce)
  const budget = unpackBudget()
  const answers = new Map<string, { readonly rows: readonly Row[]; readonly problem: CaptureProblem | null }>()
  let refusal: CaptureProblem | null = null
  const take = (events: readonly EnvelopeEvent[]): void => {
    for (const event of events) {
      const content = event.kind === 'envelope' ? unpackEnvelope(event, budget) : undefined
      const answer = Answer.safeParse(content).data
      if (answer?.class === event.name) answers.set(event.name, answer)
      else if (event.name === 'connection') refusal = Refused.safeParse(content).data?.problem ?? null
    }
  }
  const end = await session.run(callOf(nonce, options), {
    limitMs: options.limitMs ?? CHECK_LIMIT_MS,
    signal: options.signal,
    onLine: (line) => take(reader.takeLine(line)),
  })
  take(reader.finish())
  if (refusal !== null) return { ok: false, problem: connectionProblem(refusal) }
  if (!end.ok) {
    const cause = end.cause === 'time-limit' ? 'host-silent' : end.cause
    return { ok: false, problem: problemOf(cause, { words: end.detail }) }
  }
  return clusterOf(answers satisfies ClusterAnswers, options.target?.computerName ?? '')
}
