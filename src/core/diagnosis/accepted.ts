import { type AcceptedFinding, type Fingerprint } from '../model/accepted'
import type { Finding, JudgedVm } from '../model/diagnosis'
import type { Snapshot } from '../model/snapshot'

/** The facts that a finding stands on, as an acceptance remembers them. */
export function fingerprintOf(finding: Finding, { vm }: JudgedVm, { host }: Snapshot): Fingerprint {
  const service = finding.service === null ? null : vm.services[finding.service]
  return {
    status: service?.code ?? null,
    detail: service?.detailCode ?? null,
    enabled: service?.enabled ?? null,
    guestFamily: vm.guest.family,
    guestVersion: vm.guest.version,
    hostBuild: host.build,
  }
}

const FACTS = ['status', 'detail', 'enabled', 'guestFamily', 'guestVersion', 'hostBuild'] as const

/** The facts that are not what they were when the finding was accepted. */
export function changedFacts(
  evidence: Fingerprint,
  finding: Finding,
  judged: JudgedVm,
  snapshot: Snapshot,
): readonly (typeof FACTS)[number][] {
  const now = fingerprintOf(finding, judged, snapshot)
  return FACTS.filter((fact) => evidence[fact] !== now[fact])
}

/**
 * The acceptance that covers a finding, or null: same VM, service and rule, unchanged evidence, and not past its last
 * day at the time of the reading. An accepted finding keeps its verdict and stays listed; it only asks for no action.
 */
export function acceptanceOf(
  finding: Finding,
  judged: JudgedVm,
  snapshot: Snapshot,
  accepted: readonly AcceptedFinding[],
): AcceptedFinding | null {
  const candidates = accepted.filter(
    ({ vmId, service, rule }) =>
      vmId.toUpperCase() === judged.vm.id.toUpperCase() && service === finding.service && rule === finding.rule,
  )
  if (candidates.length === 0) return null
  const today = snapshot.collectedAt.slice(0, 10)
  const holds = ({ evidence, until }: AcceptedFinding): boolean =>
    changedFacts(evidence, finding, judged, snapshot).length === 0 && (until === null || until.slice(0, 10) >= today)
  return candidates.find(holds) ?? null
}
