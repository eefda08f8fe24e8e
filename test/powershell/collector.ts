import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Row } from '../../src/core/model/capture'
import { COLLECTOR, runSession, type SessionOutput } from './engine'
import type { HostRows } from './hyper-v-host'

export const NONCE = 'f3a9c2d17b604e58'

/** The envelope of one class, as the collector writes it. */
export interface ClassEnvelope {
  readonly class: string
  readonly namespace: string
  readonly ms: number
  readonly problem: { readonly class: string; readonly code: string; readonly message: string } | null
  readonly rows: readonly Row[]
}

/** What one check gave: envelopes in their order, the queries that the fake counted, and the session's output. */
export interface Check extends SessionOutput {
  readonly names: readonly string[]
  readonly envelopes: ReadonlyMap<string, unknown>
  readonly queries: readonly string[]
  readonly classOf: (name: string) => ClassEnvelope
}

/** What is to go wrong; test/fake-hyperv/README.md has the list. */
export type Faults = Readonly<Record<string, unknown>>

/** The line that starts a check. */
export const callOf = (request: unknown): string =>
  `Invoke-IntegrationDoctor -Request '${Buffer.from(JSON.stringify(request)).toString('base64')}'`

export const REQUEST = {
  nonce: NONCE,
  vmId: null,
  classTimeoutSeconds: 30,
  kvpTimeoutSeconds: 60,
  eventsTimeoutSeconds: 20,
  eventsMilliseconds: 14 * 86_400_000,
  eventsMost: 2000,
}

/** The envelopes in the text of a session, by name. Anything between them, and one that is not whole, is ignored. */
export const envelopesOf = (stdout: string): Map<string, unknown> => {
  const found = new Map<string, unknown>()
  const lines = stdout.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const head = new RegExp(`^@@${NONCE} (\\d+) ([\\w-]+)$`).exec(lines[at] ?? '')
    if (head === null) continue
    const end = lines.indexOf(`@@${NONCE} end`, at)
    const packed = lines.slice(at + 1, end).join('')
    if (end === -1 || packed.length !== Number(head[1])) continue
    found.set(head[2] ?? '', JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')))
    at = end
  }
  return found
}

/** A fake host in a folder of its own, as the variables that lead a session to it. */
export interface FakeHost {
  readonly variables: Readonly<Record<string, string>>
  /** One line per query so far: namespace, class, properties or `*`, filter. */
  readonly queries: () => readonly string[]
  readonly remove: () => void
}

/** Writes the files of a fake host; `remove` deletes them. */
export const makeFakeHost = (host: HostRows, faults: Faults = {}): FakeHost => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-hyperv-'))
  const capture = join(folder, 'host.hvcapture')
  const count = join(folder, 'queries.txt')
  writeFileSync(capture, JSON.stringify(host))
  writeFileSync(count, '')
  return {
    variables: {
      COMPUTERNAME: 'HV01',
      FAKE_HYPERV_CAPTURE: capture,
      FAKE_HYPERV_COUNT: count,
      FAKE_HYPERV_FAULTS: JSON.stringify(faults),
    },
    queries: () => readFileSync(count, 'utf8').split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs the collector in a session of its own against the fake host. */
export const runCheck = async (
  host: HostRows,
  { faults = {}, request = REQUEST, limitMs = 30_000 }: { faults?: Faults; request?: unknown; limitMs?: number } = {},
): Promise<Check> => {
  const fake = makeFakeHost(host, faults)
  try {
    const output = await runSession(
      [readFileSync(COLLECTOR, 'utf8'), callOf(request), '"session goes on"'],
      fake.variables,
      limitMs,
    )
    const envelopes = envelopesOf(output.stdout)
    return {
      ...output,
      envelopes,
      names: [...envelopes.keys()],
      queries: fake.queries(),
      classOf: (name) => {
        const said = `${output.stdout.slice(0, 2000)}\n${output.stderr}`
        if (!envelopes.has(name)) throw new Error(`There is no envelope of ${name}.\n${said}`)
        return envelopes.get(name) as ClassEnvelope
      },
    }
  } finally {
    fake.remove()
  }
}
