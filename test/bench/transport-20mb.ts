import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Metric } from '../../scripts/bench-metric.mjs'
import { EnvelopeReader } from '../../src/main/powershell/envelopes'
import { PowerShellSession } from '../../src/main/powershell/session'
import { unpackBudget, unpackEnvelope } from '../../src/main/powershell/unpack'
import { median } from './input/median'

/** Together 20 MiB on the wire: hexadecimal packs to about half, and base64 adds a third. */
const rowCount = 10_240
const rowBytes = 1400
/** As the collector breaks its lines. */
const lineLength = 4096
const nonce = '5f1d0c9a7be24368'
const runs = 7
const limitMs = 120_000

function encodedRows(): string {
  const rows = Array.from({ length: rowCount }, (_, index) => ({ index, value: randomBytes(rowBytes).toString('hex') }))
  return gzipSync(JSON.stringify(rows), { level: 1 }).toString('base64')
}

/** What the shell is told to write: the same lines for both ways. */
function statementFor(file: string): string {
  return `foreach ($line in [IO.File]::ReadAllLines('${file}')) { [Console]::Out.WriteLine($line) }`
}

async function throughSession(session: PowerShellSession, statement: string): Promise<unknown> {
  const reader = new EnvelopeReader(nonce)
  const contents: unknown[] = []
  const end = await session.run(statement, {
    limitMs,
    onLine: (line) => {
      for (const event of reader.takeLine(line)) {
        if (event.kind === 'envelope') contents.push(unpackEnvelope(event.content, unpackBudget()))
      }
    },
  })
  if (!end.ok) throw new Error(`The session ended: ${end.cause} ${end.detail} ${end.errors}`)
  return contents[0]
}

/** The same engine on a pipe of its own, with nothing but the decoding. */
class BarePipe {
  readonly #child

  constructor(executable: string) {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-']
    this.#child = spawn(executable, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  }

  /** What the shell wrote until a line of its own with the mark. */
  read(statement: string, mark: string): Promise<string> {
    const { stdin, stdout } = this.#child
    return new Promise((resolve) => {
      const chunks: Buffer[] = []
      const take = (chunk: Buffer): void => {
        chunks.push(chunk)
        if (!Buffer.concat(chunks.slice(-2)).includes(mark)) return
        stdout.off('data', take)
        resolve(Buffer.concat(chunks).toString('latin1'))
      }
      stdout.on('data', take)
      stdin.write(`${statement}\n\n`)
    })
  }

  end(): void {
    this.#child.kill('SIGKILL')
  }
}

async function throughPipe(pipe: BarePipe, statement: string): Promise<unknown> {
  const text = await pipe.read(statement, `@@${nonce} end`)
  const content = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('@@'))
  return JSON.parse(gunzipSync(Buffer.from(content, 'base64')).toString('utf8'))
}

async function msOf(read: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  const started = performance.now()
  const rows = await read()
  const ms = performance.now() - started
  if (!Array.isArray(rows) || rows.length !== rowCount) throw new Error('The rows did not arrive whole.')
  return ms
}

/** An answer of 20 MiB through our session, against the same bytes over a bare pipe from the same engine, both unpacked and parsed. */
export const metric: Metric = {
  id: 'transport-20mb',
  unit: 'ratio',
  base: 'the same bytes over a bare pipe, decoded and parsed alike',
  goal: 1.5,
  needs: ['powershell'],
  async measure() {
    const executable = process.env['NODE_POWERSHELL'] ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'transport-'))
    const file = join(folder, 'answer.txt')
    const content = encodedRows()
    const lines = content.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
    writeFileSync(file, [`@@${nonce} ${content.length} rows`, ...lines, `@@${nonce} end`, ''].join('\n'))
    const session = new PowerShellSession({ executables: [executable], env: process.env, prelude: '$null = 0' })
    const pipe = new BarePipe(executable)
    try {
      const own: number[] = []
      const bare: number[] = []
      // The first run of each starts the shell.
      for (let run = 0; run <= runs; run++) {
        const times = {
          own: await msOf(() => throughSession(session, statementFor(file))),
          bare: await msOf(() => throughPipe(pipe, statementFor(file))),
        }
        if (run === 0) continue
        own.push(times.own)
        bare.push(times.bare)
      }
      const sizeMiB = (content.length / 2 ** 20).toFixed(1)
      process.stderr.write(`${sizeMiB} MiB: bare ${median(bare).toFixed(0)} ms, session ${median(own).toFixed(0)} ms\n`)
      return median(own) / median(bare)
    } finally {
      pipe.end()
      await session.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
