import type { SourceSummary } from '../../core/ipc'
import type { Verdict } from '../../core/model/verdict'
import { type CheckResult, DEFAULT_DAYS } from '../powershell/collect'
import type { HostOptions } from '../remote/remote-hosts'
import { mergeVm } from '../sources/merge-vm'
import { type Desk, judgedSource, openSource, summaryOf } from './desk'
import type { Call } from './dispatch'
import { Refusal, refuse } from './refusal'

/** Event logs are read anew from a little before the whole reading, for what has come since. */
function daysSince(collectedAt: string, nowMs: number): number {
  const hours = Math.max(0, nowMs - Date.parse(collectedAt)) / 3_600_000
  return Math.min(DEFAULT_DAYS, (hours + 1) / 24)
}

/**
 * Reads one VM of an open source again with `read`, and puts it into the reading of its host: the other VMs stay as they
 * were. A reading that failed, and a VM that is not there any more, are refused and change nothing.
 */
export async function readVmAgain(
  desk: Desk,
  { sourceId, vmId }: { readonly sourceId: string; readonly vmId: string },
  { signal, sendProgress }: Call,
  read: (options: HostOptions) => Promise<CheckResult>,
): Promise<SourceSummary> {
  const source = openSource(desk, sourceId)
  if (source.capture === null) refuse('not-read-here', { name: source.name })
  const started = performance.now()
  const result = await read({
    vmId,
    limitMs: desk.settings.current.timeLimitSeconds * 1000,
    days: daysSince(source.capture.collectedAt, Date.now()),
    signal,
    onProgress: (progress) => sendProgress({ ...progress, elapsedMs: Math.round(performance.now() - started) }),
  })
  if (!result.ok) throw new Refusal(result.problem)
  // Whatever was opened or answered meanwhile stays.
  const current = openSource(desk, sourceId)
  const merged = mergeVm(current.capture ?? source.capture, result.capture, vmId)
  if (!merged.ok) throw new Refusal(merged.problem)
  const { kind, key, name, origin } = current
  const verdictNow = (): Verdict | undefined =>
    judgedSource(desk, sourceId).judged.vms.find(({ vm }) => vm.id === vmId)?.verdict
  const before = verdictNow()
  const again = desk.sources.put({ kind, key, name, origin, capture: merged.capture, problem: null })
  const after = verdictNow()
  if (before !== undefined && after !== undefined) desk.cases.rechecked(key, vmId, before, after)
  return summaryOf(desk, again)
}
