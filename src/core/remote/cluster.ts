import { problemOf } from '../decode/class-problem'
import { causeOfCode } from '../decode/failure-table'
import { guidOf } from '../decode/values'
import type { Capture, CaptureProblem, Row } from '../model/capture'
import type { Problem } from '../model/problem'
import { connectionProblem } from './connection-problem'

/** A failover cluster as it describes itself. */
export interface Cluster {
  readonly name: string
  /** In the order of their names. */
  readonly nodes: readonly { readonly name: string; readonly isDown: boolean }[]
  /** Virtual machines that are roles of the cluster, and the node that has each now. */
  readonly owners: readonly { readonly vmId: string; readonly name: string; readonly node: string }[]
}

export type ClusterResult =
  { readonly ok: true; readonly cluster: Cluster } | { readonly ok: false; readonly problem: Problem }

/** What the classes of root\MSCluster answered, by class. */
export type ClusterAnswers = ReadonlyMap<
  string,
  { readonly rows: readonly Row[]; readonly problem: CaptureProblem | null }
>

/** `MSCluster_Node.State`: 1 is down. Paused and joining nodes can be read. */
const DOWN = 1

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** Nodes have short names; a cluster that was named in full has its nodes in the same domain. */
function fullName(node: string, asked: string): string {
  const domain = /^\d*[^.\d][^.]*(\..+)$/u.exec(asked)?.[1] ?? ''
  return node.includes('.') ? node : node + domain
}

/**
 * The cluster behind the rows of `MSCluster_Cluster`, `MSCluster_Node` and `MSCluster_Resource` (root\MSCluster), or why
 * there is none: no node at all means that it could not be answered. Owners that cannot be read are left out.
 */
export function clusterOf(answers: ClusterAnswers, asked: string): ClusterResult {
  const rowsOf = (name: string): readonly Row[] => answers.get(name)?.rows ?? []
  const nodes = rowsOf('MSCluster_Node')
    .map((row) => ({ name: textOf(row['Name']), isDown: row['State'] === DOWN }))
    .filter(({ name }) => name !== '')
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((node) => ({ ...node, name: fullName(node.name, asked) }))
  if (nodes.length === 0) {
    const problem = answers.get('MSCluster_Node')?.problem ?? null
    const cause = causeOfCode(problem?.code ?? '', 'MSCluster_Node')
    if (cause === 'namespace-missing')
      return { ok: false, problem: problemOf('cluster-missing', { code: problem?.code ?? null }) }
    if (problem !== null && cause !== 'unknown') return { ok: false, problem: connectionProblem(problem) }
    return { ok: false, problem: problemOf('cluster-silent', { code: problem?.code ?? null }) }
  }
  const owners = rowsOf('MSCluster_Resource').flatMap((row) => {
    const vmId = guidOf(row['VmId'])
    const node = textOf(row['OwnerNode'])
    return vmId === null || node === '' ? [] : [{ vmId, name: textOf(row['Name']), node: fullName(node, asked) }]
  })
  return { ok: true, cluster: { name: textOf(rowsOf('MSCluster_Cluster')[0]?.['Name']) || asked, nodes, owners } }
}

/** Names of the virtual machines that a cluster says are on a node now. */
export function ownedBy({ owners }: Cluster, node: string): readonly string[] {
  return owners.filter((owner) => owner.node.toLowerCase() === node.toLowerCase()).map(({ name }) => name)
}

/** A node's capture with what the cluster says of it, so that its virtual machines are known as roles of a cluster. */
export function withCluster(capture: Capture, { name, owners }: Cluster): Capture {
  const rows = owners.map((owner) => ({
    Name: owner.name,
    OwnerNode: owner.node,
    Type: 'Virtual Machine',
    PrivateProperties: { VmID: owner.vmId },
  }))
  return { ...capture, cluster: { name }, classes: { ...capture.classes, MSCluster_Resource: rows } }
}
