import { problemOf, problemOfReading } from '../../core/decode/class-problem'
import { decodeCapture } from '../../core/decode/snapshot'
import { translate } from '../../core/i18n/translate'
import type { ArrivingVm, Handlers, Request, SourceSummary } from '../../core/ipc'
import type { Problem } from '../../core/model/problem'
import { type Cluster, ownedBy, withCluster } from '../../core/remote/cluster'
import type { CheckResult } from '../powershell/collect'
import type { ReadingProgress } from '../powershell/reading'
import { assist } from '../remote/assist'
import type { HostTarget } from '../remote/remote-hosts'
import { arrivingVms } from '../sources/arriving-vms'
import type { OpenSource } from '../sources/source-store'
import { type Desk, openSource, putReading, summaryOf } from './desk'
import type { Call } from './dispatch'
import { readVmAgain } from './read-vm-again'
import { Refusal, refuse } from './refusal'

type RemoteHandlers = Pick<
  Handlers<Call>,
  'remote.recent' | 'remote.check' | 'remote.check-vm' | 'remote.assist' | 'remote.pin' | 'remote.forget'
>

/** What is known of a source that was read over the network. */
interface KnownTarget extends Omit<HostTarget, 'credential'> {
  readonly userName: string | null
  readonly problem: Problem | null
}

const keyOf = (name: string): string => `remote:${name.toLowerCase()}`

/** Handlers of hosts and clusters that are read over the network. Passwords are used and forgotten. */
export function remoteHandlers(desk: Desk): RemoteHandlers {
  const known = new Map<string, KnownTarget>()

  function keep(target: HostTarget, result: CheckResult, cluster: Cluster | null): OpenSource {
    const { computerName, transport, credential } = target
    const key = keyOf(computerName)
    const earlier = desk.sources.find(key)
    const opened = { kind: 'remote', key, name: computerName, origin: computerName } as const
    const capture = result.ok ? (cluster === null ? result.capture : withCluster(result.capture, cluster)) : null
    const problem = result.ok ? problemOfReading(decodeCapture(result.capture)) : result.problem
    known.set(key, { computerName, transport, userName: credential?.userName ?? null, problem })
    if (capture !== null) desk.history.keep(capture)
    // What was read before is worth more than a failure; that is said by the caller.
    const owned = cluster === null || result.ok ? [] : ownedBy(cluster, computerName)
    const hasEarlier = earlier !== undefined && earlier.problem === null && earlier.capture !== null
    return problem !== null && hasEarlier
      ? earlier
      : putReading(desk, { ...opened, capture, problem, ...(owned.length === 0 ? {} : { owned }) })
  }

  async function nodesOf(target: HostTarget, signal: AbortSignal): Promise<Cluster> {
    const result = await desk.remote.cluster(target, { signal })
    if (!result.ok) throw new Refusal(result.problem)
    return result.cluster
  }

  function targetOf({ name, transport, userName, password }: Request<'remote.check'>): HostTarget {
    const credential = userName === undefined ? null : { userName, password: password ?? '' }
    return { computerName: name, transport, credential }
  }

  async function remember(request: Request<'remote.check'>, sources: readonly SourceSummary[], failed: boolean) {
    const { kind, name, transport, userName = null } = request
    const needsAction = sources.some((source) => source.needsAction > 0)
    await desk.recentHosts.add({
      kind,
      name,
      transport,
      userName,
      checkedAt: new Date().toISOString(),
      result: needsAction ? 'action-needed' : failed ? 'failed' : 'fine',
    })
  }

  return {
    'remote.recent': async () => desk.recentHosts.current,
    'remote.check': async (request, { signal, sendProgress }) => {
      const started = performance.now()
      const asked = targetOf(request)
      const { timeLimitSeconds, eventDays } = desk.settings.current
      const cluster = request.kind === 'cluster' ? await nodesOf(asked, signal) : null
      const nodes = cluster?.nodes ?? [{ name: asked.computerName, isDown: false }]
      const counts = new Map<string, { done: number; of: number }>()
      const arrived = new Map<string, readonly ArrivingVm[]>()
      const ofAll = (name: string, { done, of, current }: ReadingProgress) => {
        counts.set(name, { done, of })
        const all = [...counts.values()]
        return {
          done: all.reduce((sum, count) => sum + count.done, 0),
          of: all.reduce((sum, count) => sum + count.of, 0),
          current: current === null || nodes.length === 1 ? current : `${name} ${current}`,
          elapsedMs: Math.round(performance.now() - started),
        }
      }
      const read = async ({ name, isDown }: { name: string; isDown: boolean }) => {
        const target = { ...asked, computerName: name }
        const result: CheckResult = isDown
          ? { ok: false, problem: problemOf('node-down') }
          : await desk.remote.check(target, {
              limitMs: timeLimitSeconds * 1000,
              days: eventDays,
              signal,
              onProgress: (progress) => sendProgress(ofAll(name, progress)),
              onMachines: (unfinished, progress) => {
                arrived.set(name, arrivingVms(unfinished, desk.language()))
                sendProgress({ ...ofAll(name, progress), arrived: [...arrived.values()].flat() })
              },
            })
        return { target, result }
      }
      const results = await Promise.all(nodes.map(read))
      // A cancelled check leaves nothing to look at; nodes that were through by then stay.
      const whole = signal.aborted
        ? results.filter(({ result }) => result.ok && result.capture.stopped !== 'cancelled')
        : results
      if (whole.length === 0) throw new Refusal(problemOf('cancelled'))
      const sources = whole.map(({ target, result }) => summaryOf(desk, keep(target, result, cluster)))
      const problems = whole.map(({ target }) => known.get(keyOf(target.computerName))?.problem ?? null)
      await remember(
        request,
        sources,
        problems.some((problem) => problem !== null),
      )
      const first = problems[0]
      // One host that was read before and cannot be read now: the earlier reading stays, and why is said.
      if (whole.length === 1 && first !== null && first !== undefined && sources[0]?.problem === null) {
        throw new Refusal(first)
      }
      return sources
    },
    'remote.check-vm': async ({ sourceId, vmId, password }, call) => {
      const source = openSource(desk, sourceId)
      const target = known.get(source.key)
      if (target === undefined) refuse('not-read-here', { name: source.name })
      const { computerName, transport, userName } = target
      if (userName !== null && password === undefined) refuse('password-needed', { name: computerName, user: userName })
      const credential = userName === null ? null : { userName, password: password ?? '' }
      return readVmAgain(desk, { sourceId, vmId }, call, (options) =>
        desk.remote.check({ computerName, transport, credential }, options),
      )
    },
    'remote.assist': async ({ sourceId }) => {
      const source = openSource(desk, sourceId)
      const target = known.get(source.key)
      if (target === undefined || target.problem === null) refuse('nothing-to-mend', { name: source.name })
      const { userName, problem } = target
      const credential = userName === null ? null : { userName, password: '' }
      const lines = await assist({ ...target, credential }, problem, desk.probe)
      return lines.map(({ state, text, command, where, risk }) => ({
        state,
        text: translate(desk.language(), text),
        command,
        where,
        risk: risk === null ? null : translate(desk.language(), risk),
      }))
    },
    'remote.pin': async ({ kind, name, isPinned }) => {
      await desk.recentHosts.pin({ kind, name }, isPinned)
      return desk.recentHosts.current
    },
    'remote.forget': async ({ kind, name }) => {
      await desk.recentHosts.forget({ kind, name })
      return desk.recentHosts.current
    },
  }
}
