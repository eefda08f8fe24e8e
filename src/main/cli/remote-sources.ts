import { say } from '../../core/i18n/translate'
import type { Problem } from '../../core/model/problem'
import type { Transport } from '../../core/model/computer-name'
import type { Language } from '../../core/model/text'
import { problemOf } from '../../core/decode/class-problem'
import { type Cluster, ownedBy, withCluster } from '../../core/remote/cluster'
import type { HostOptions, HostTarget, RemoteHosts } from '../remote/remote-hosts'
import type { Credential } from '../remote/secret-pipe'
import type { NamedSource } from './arguments'
import type { Loaded, Source } from './sources'

/** A host or a cluster as it was named. */
export type NamedRemote = Extract<NamedSource, { kind: 'host' | 'cluster' }>

/** How the hosts of a call are read, and where what happens is said. */
export interface RemoteReading {
  readonly hosts: RemoteHosts
  readonly transport: Transport
  readonly credential: Credential | null
  readonly options: HostOptions
  readonly language: Language
  /** Says a line on standard error that `--quiet` leaves out. */
  readonly progress: (line: string) => Promise<void>
  /** What to look at where a host could not be reached, one line each. */
  readonly assist: (target: HostTarget, problem: Problem) => Promise<readonly string[]>
}

function targetOf(name: string, { transport, credential }: RemoteReading): HostTarget {
  return { computerName: name, transport, credential }
}

function ofHost(name: string, reading: RemoteReading, cluster: Cluster | null): Source {
  const { hosts, language, options } = reading
  const target = targetOf(name, reading)
  const isDown = cluster?.nodes.some((node) => node.name === name && node.isDown) === true
  const read = async (): Promise<Loaded> => {
    if (isDown) return { ok: false, problem: problemOf('node-down') }
    const result = await hosts.check(target, options)
    await reading.progress(say(language, 'remote.cli.read', { host: name }))
    return result.ok && cluster !== null ? { ok: true, capture: withCluster(result.capture, cluster) } : result
  }
  // At once: hosts are read side by side, and told in the order they were named.
  const loading = read()
  return {
    name,
    load: () => loading,
    assist: async (problem) => {
      const owned = cluster === null ? [] : ownedBy(cluster, name)
      const vms = owned.join(', ')
      const lines = owned.length === 0 ? [] : [say(language, 'remote.owned', { count: owned.length, vms })]
      return isDown ? lines : [...lines, ...(await reading.assist(target, problem))]
    },
  }
}

async function ofCluster(name: string, reading: RemoteReading): Promise<readonly Source[]> {
  const { hosts, language, options } = reading
  const target = targetOf(name, reading)
  const result = await hosts.cluster(target, options)
  if (!result.ok) {
    const { problem } = result
    return [{ name, load: async () => ({ ok: false, problem }), assist: () => reading.assist(target, problem) }]
  }
  const { cluster } = result
  await reading.progress(
    say(language, 'remote.cli.cluster', {
      name: cluster.name,
      nodes: cluster.nodes.length,
      vms: cluster.owners.length,
    }),
  )
  return cluster.nodes.map((node) => ofHost(node.name, reading, cluster))
}

/** The sources behind a host or a cluster: the host itself, or a source for each node. */
export async function remoteSources(named: NamedRemote, reading: RemoteReading): Promise<readonly Source[]> {
  return named.kind === 'host' ? [ofHost(named.name, reading, null)] : ofCluster(named.name, reading)
}
