import type { Guest } from '../../../../src/core/model/snapshot'

export type Pairs = Readonly<Record<string, string>>

export const itemsOf = (pairs: Pairs): ReadonlyMap<string, string> => new Map(Object.entries(pairs))

export const KVP = 'Msvm_KvpExchangeComponent.GuestIntrinsicExchangeItems'

/** A guest of whom nothing is known. */
export const NOBODY: Guest = {
  os: 'unknown',
  family: null,
  name: null,
  version: null,
  kernel: null,
  build: null,
  source: 'none',
  evidence: null,
  conflict: null,
  hostName: null,
  addresses: [],
  delivered: false,
}

/** A guest that says it itself. */
export const reported = (pairs: Pairs, guest: Partial<Guest>): Guest => ({
  ...NOBODY,
  source: 'kvp',
  evidence: { source: KVP, value: pairs },
  delivered: true,
  ...guest,
})

/** A guest of which a person said `said`. */
export const answered = (said: string, guest: Partial<Guest>): Guest => ({
  ...NOBODY,
  source: 'answer',
  evidence: { source: 'answer', value: said },
  ...guest,
})

export const UBUNTU_22: Pairs = { OSName: 'Ubuntu', OSMajorVersion: '22.04' }
export const UBUNTU = { os: 'linux', family: 'ubuntu', name: 'Ubuntu' } as const
