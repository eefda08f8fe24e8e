/** A practice call: a VM of the practice host, and what could be done about it. The right verdict is what the rules find. */
export interface PracticeCallData {
  readonly id: string
  /** Name of the VM on the practice host. */
  readonly vm: string
  /** The three next steps to choose from, in the order shown; texts are `practice.<id>.step-<step>`. */
  readonly steps: readonly ['a', 'b', 'c']
  readonly right: 'a' | 'b' | 'c'
}

const steps = ['a', 'b', 'c'] as const

/** From harmless to hung guest, mixed, so that the place in the list gives nothing away. */
export const PRACTICE_CALLS = [
  { id: 'degraded-linux', vm: 'shop-web', steps, right: 'b' },
  { id: 'no-address', vm: 'shop-db', steps, right: 'a' },
  { id: 'hung', vm: 'mail-01', steps, right: 'c' },
  { id: 'firewall', vm: 'branch-fw', steps, right: 'a' },
  { id: 'looks-harmless', vm: 'ledger-old', steps, right: 'c' },
  { id: 'windows-update', vm: 'files-2016', steps, right: 'b' },
  { id: 'who-is-it', vm: 'hr-app', steps, right: 'a' },
  { id: 'switched-off', vm: 'backup-01', steps, right: 'c' },
  { id: 'no-data', vm: 'dc-11', steps, right: 'b' },
  { id: 'just-started', vm: 'build-07', steps, right: 'a' },
  { id: 'replica', vm: 'erp-replica', steps, right: 'b' },
] as const satisfies readonly PracticeCallData[]
