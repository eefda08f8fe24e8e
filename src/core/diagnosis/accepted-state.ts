import type { AcceptedFinding } from '../model/accepted'
import type { Finding, JudgedVm } from '../model/diagnosis'
import type { JudgedHost } from './judge'
import { changedFacts } from './accepted'

/** Whether an acceptance still covers something, and if not, why. */
export type AcceptedState =
  | { readonly kind: 'holds'; readonly vmName: string }
  /** The finding is there on other evidence and counts again. */
  | { readonly kind: 'changed'; readonly vmName: string; readonly facts: ReturnType<typeof changedFacts> }
  /** Its last day has passed, so the finding counts again where it is still there. */
  | { readonly kind: 'expired'; readonly vmName: string | null }
  /** The VM was read, and nothing is found there any more. */
  | { readonly kind: 'gone'; readonly vmName: string }
  /** No source that is open has this VM. */
  | { readonly kind: 'not-seen' }

interface Seen {
  readonly host: JudgedHost
  readonly vm: JudgedVm
}

function newestOf(vmId: string, hosts: readonly JudgedHost[]): Seen | null {
  const seen = hosts.flatMap((host): readonly Seen[] => {
    const vm = host.vms.find((one) => one.vm.id.toUpperCase() === vmId.toUpperCase())
    return vm === undefined ? [] : [{ host, vm }]
  })
  const [newest] = seen.toSorted((a, b) => Number(a.host.snapshot.collectedAt < b.host.snapshot.collectedAt) * 2 - 1)
  return newest ?? null
}

function findingOf({ vm }: Seen, { rule, service }: AcceptedFinding): Finding | undefined {
  return vm.findings.find((finding) => finding.rule === rule && finding.service === service)
}

/** How an acceptance stands, by the newest reading of its VM among the hosts at hand. `today` is an ISO 8601 date, for VMs that were not read. */
export function stateOfAcceptance(
  accepted: AcceptedFinding,
  hosts: readonly JudgedHost[],
  today: string,
): AcceptedState {
  const until = accepted.until?.slice(0, 10) ?? null
  const seen = newestOf(accepted.vmId, hosts)
  if (seen === null) return until !== null && until < today ? { kind: 'expired', vmName: null } : { kind: 'not-seen' }
  const vmName = seen.vm.vm.name
  const finding = findingOf(seen, accepted)
  if (finding === undefined) return { kind: 'gone', vmName }
  const facts = changedFacts(accepted.evidence, finding, seen.vm, seen.host.snapshot)
  if (facts.length > 0) return { kind: 'changed', vmName, facts }
  const readOn = seen.host.snapshot.collectedAt.slice(0, 10)
  return until !== null && until < readOn ? { kind: 'expired', vmName } : { kind: 'holds', vmName }
}
