import { Readable, Writable } from 'node:stream'
import { judge } from '../../../../src/core/diagnosis/judge'
import { Diagnosis } from '../../../../src/core/model/diagnosis'
import { runCommandLine } from '../../../../src/main/cli/command-line'
import type { Surroundings } from '../../../../src/main/cli/surroundings'
import { captureOf, UBUNTU } from '../../core/capture-builder'

/** A stream that keeps what is written to it. */
export class Kept extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export const NOW = new Date('2026-11-23T09:00:00Z')

/** Runs the command line with English as the language of the environment. */
export async function runCheck(argv: readonly string[], given: Partial<Surroundings> = {}): Promise<Ran> {
  const stdout = new Kept()
  const stderr = new Kept()
  const code = await runCommandLine(argv, {
    stdout,
    stderr,
    columns: null,
    env: { LANG: 'en_US.UTF-8' },
    readLocal: async () => {
      throw new Error('this computer was not asked for')
    },
    remote: {
      check: async () => {
        throw new Error('no host was asked for')
      },
      cluster: async () => {
        throw new Error('no cluster was asked for')
      },
      close: async () => undefined,
    },
    stdin: Readable.from([]),
    probe: async () => {
      throw new Error('no way was to be tried')
    },
    now: () => NOW,
    historyFolder: '/nowhere/history',
    ...given,
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

/** A host on which everything is in order. */
export const healthyHost = captureOf([{ name: 'web-01', kvp: UBUNTU }])
/** A host with a VM that needs action. */
export const brokenHost = captureOf([{ name: 'db-02', kvp: UBUNTU, services: { vss: { status: [7, 32775] } } }])
/** A host with a VM about which a question is open. */
export const openHost = captureOf([{ name: 'app-01', kvp: null, services: { vss: { status: [2, 32775] } } }])

if (judge(healthyHost).vms[0]?.verdict !== 'healthy') throw new Error('the healthy host is not healthy')

/** The lines of `--format json`, each checked against the contract. */
export function linesOf(stdout: string): Diagnosis[] {
  const lines = stdout.split('\n').slice(0, -1)
  return lines.map((line) => Diagnosis.parse(JSON.parse(line)))
}
