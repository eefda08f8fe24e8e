import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Metric } from '../../scripts/bench-metric.mjs'
import { EnvelopeReader } from '../../src/main/powershell/envelopes'
import { PowerShellSession } from '../../src/main/powershell/session'
import { unpackBudget, unpackEnvelope } from '../../src/main/powershell/unpack'
import { captureOfMany } from './input/many-vms'
import { median } from './input/median'

const wantedBytes = 20_000_000
const runs = 9
const nonce = 'f3a9c2d17b604e58'

/** A shell that writes a prepared answer: what is measured is the way of the answer, not how it is made. */
const script =
  'function Send-Answer { param([string] $Path); [Console]::Out.Write([System.IO.File]::ReadAllText($Path)) }'

interface Rows {
  readonly classes: unknown
}

function rowsOfSize(bytes: number): string {
  const few = JSON.stringify((captureOfMany(100) as Rows).classes).length
  const json = JSON.stringify((captureOfMany(Math.ceil((100 * bytes) / few)) as Rows).classes)
  if (json.length < bytes * 0.95) throw new Error(`The rows have only ${json.length} bytes.`)
  return json
}

function envelopeOf(json: string): string {
  const packed = gzipSync(json).toString('base64')
  const lines = packed.match(/.{1,4096}/g) ?? []
  return [`@@${nonce} ${packed.length} Rows`, ...lines, `@@${nonce} end`, ''].join('\n')
}

/** The same shell without node-powershell and without checks: chunks are kept and joined once. */
function bareShell(executable: string) {
  const child = spawn(executable, ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'])
  child.stdin.write(`${script}\n`)
  return {
    ask: (command: string): Promise<unknown> =>
      new Promise((resolve) => {
        const chunks: Buffer[] = []
        const onData = (chunk: Buffer): void => {
          chunks.push(chunk)
          if (!chunk.subarray(-200).toString('latin1').includes(`@@${nonce} end`)) return
          child.stdout.off('data', onData)
          const lines = Buffer.concat(chunks).toString('latin1').trim().split('\n')
          resolve(JSON.parse(gunzipSync(Buffer.from(lines.slice(1, -1).join(''), 'base64')).toString('utf8')))
        }
        child.stdout.on('data', onData)
        child.stdin.write(`${command}\n`)
      }),
    end: () => child.stdin.end(),
  }
}

async function throughSession(session: PowerShellSession, command: string): Promise<unknown> {
  const reader = new EnvelopeReader(nonce)
  let value: unknown
  const end = await session.run(command, {
    limitMs: 60_000,
    onLine: (line) => {
      for (const event of reader.takeLine(line)) {
        if (event.kind === 'envelope') value = unpackEnvelope(event, unpackBudget())
      }
    },
  })
  if (!end.ok || value === undefined) throw new Error(`No answer: ${end.ok ? 'nothing was read' : end.cause}`)
  return value
}

async function timedMs(action: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  const started = performance.now()
  if (Object.keys((await action()) as object).length === 0) throw new Error('The answer is empty.')
  return performance.now() - started
}

/** From the question to 20 MB of parsed rows, through the session that the program uses, against a bare pipe of the same shell. */
export const metric: Metric = {
  id: 'transport-20mb',
  unit: 'ratio',
  base: 'a bare pipe of the same shell, with the same unpacking and JSON.parse',
  goal: 1.5,
  needs: ['powershell'],
  async measure() {
    const executable = process.env['NODE_POWERSHELL'] ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'transport-'))
    const path = join(folder, 'answer.txt')
    const json = rowsOfSize(wantedBytes)
    const text = envelopeOf(json)
    writeFileSync(path, text)
    const command = `Send-Answer '${path.replaceAll("'", "''")}'`
    const bare = bareShell(executable)
    const session = new PowerShellSession({ executables: [executable], env: process.env, prelude: `${script}\n` })
    try {
      const times = { bare: [] as number[], own: [] as number[] }
      for (let run = 0; run <= runs; run += 1) {
        const pair = [await timedMs(() => bare.ask(command)), await timedMs(() => throughSession(session, command))]
        // The first run starts both shells.
        if (run === 0) continue
        times.bare.push(pair[0] ?? Number.NaN)
        times.own.push(pair[1] ?? Number.NaN)
      }
      const [base, own] = [median(times.bare), median(times.own)]
      const sizes = `${(json.length / 1e6).toFixed(0)} MB, ${(text.length / 1e6).toFixed(1)} MB on the way`
      process.stderr.write(`${sizes}: bare ${base.toFixed(0)} ms, session ${own.toFixed(0)} ms\n`)
      return own / base
    } finally {
      bare.end()
      await session.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
