import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Faults } from './collector'
import { ENGINE, sessionEnvironment } from './engine'
import type { HostRows } from './hyper-v-host'

/** A computer of the fake network; test/fake-hyperv/README.md says what each member does. */
export interface NetworkHost {
  readonly rows?: HostRows
  readonly faults?: Faults
  /** The error a connection ends with, by transport: a Win32 error or a WinRM one, as a signed number. */
  readonly errors?: Readonly<Record<string, number>>
  readonly user?: string
  readonly password?: string
  readonly hang?: boolean
  readonly delay?: number
  readonly lostAfter?: string
  readonly languageMode?: string
}

/** A fake network: the variables that lead a PowerShell to it, and what it was asked. */
export interface FakeNetwork {
  readonly folder: string
  readonly variables: Readonly<Record<string, string>>
  readonly asked: () => readonly string[]
  readonly remove: () => void
}

/** The signed number of a Windows error code. */
export const signed = (code: number): number => code | 0

const NO_ROWS: HostRows = { host: {}, classes: {}, events: [], access: { vmms: null } }

/** Makes a network of fake computers; `remove` deletes its files. */
export const makeNetwork = (hosts: Readonly<Record<string, NetworkHost>>): FakeNetwork => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-network-'))
  const write = (name: string, value: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(value))
    return path
  }
  const entries = Object.entries(hosts).map(([name, { rows = NO_ROWS, faults = {}, ...host }], index) => [
    name,
    {
      ...host,
      name: name.split('.')[0]?.toUpperCase(),
      capture: write(`host-${index}.hvcapture`, rows),
      faults: JSON.stringify(faults),
    },
  ])
  const asked = join(folder, 'asked.txt')
  writeFileSync(asked, '')
  const added = {
    COMPUTERNAME: 'PC01',
    FAKE_HYPERV_CAPTURE: write('local.hvcapture', NO_ROWS),
    FAKE_HYPERV_FAULTS: '{}',
    FAKE_HYPERV_COUNT: asked,
    FAKE_HYPERV_HOSTS: write('hosts.json', Object.fromEntries(entries)),
  }
  const { PWSH_HOST_MODULES = '' } = sessionEnvironment(added)
  return {
    folder,
    variables: { ...added, PWSH_HOST_MODULES, NODE_POWERSHELL: ENGINE },
    asked: () => readFileSync(asked, 'utf8').split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
