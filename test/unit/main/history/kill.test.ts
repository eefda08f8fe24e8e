import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCaptureFile } from '../../../../src/main/sources/capture-file'
import { captureOf, UBUNTU } from '../../core/capture-builder'
import { endlessHistory } from './test-store'

const KILLS = 50
/** Histories that are written at the same time, which costs less waiting. */
const LANES = 5
/** Far above what the writer takes for all of it. */
const LIMIT_MS = 180_000

const folder = mkdtempSync(join(tmpdir(), 'history-kill-'))
const input = join(folder, 'check.json')
let writer = ''

beforeAll(async () => {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: { ssr: join(import.meta.dirname, 'kill-writer.ts'), outDir: join(folder, 'out'), target: 'node20' },
    ssr: { noExternal: true },
  })
  writer = join(folder, 'out', 'kill-writer.js')
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const vms = Array.from({ length: 150 }, (_, index) => ({ name: `vm-${index}`, kvp: UBUNTU }))
  writeFileSync(input, JSON.stringify(captureOf(vms)))
}, LIMIT_MS)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the writer until it has begun and some more milliseconds, and kills it in the middle of its work. */
async function writeAndKill(history: string, round: number, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [writer, history, input, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await ended
}

function filesOf(history: string): ReadonlyMap<string, string> {
  const names = readdirSync(history, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hvcapture'),
  )
  return new Map(names.map((name) => [name, readFileSync(join(history, name)).toString('base64')]))
}

/** Kills a writer of one history again and again, and gives how many checks it holds in the end. */
async function killed(history: string): Promise<number> {
  let before: ReadonlyMap<string, string> = new Map()
  for (let round = 0; round < KILLS / LANES; round += 1) {
    await writeAndKill(history, round, Math.random() * 100)
    const after = filesOf(history)
    for (const [name, content] of before) expect([name, after.get(name) === content]).toEqual([name, true])
    for (const name of [...after.keys()].filter((one) => !before.has(one))) {
      const { ok } = await readCaptureFile(join(history, name))
      expect([name, ok]).toEqual([name, true])
    }
    before = after
  }
  return before.size
}

test(
  `a program killed at ${KILLS} random moments while it writes history leaves every file whole`,
  async () => {
    const lanes = Array.from({ length: LANES }, (_, lane) => join(folder, `history-${lane}`))
    const counts = await Promise.all(lanes.map(killed))
    for (const [lane, history] of lanes.entries()) {
      const store = endlessHistory(history)
      await store.load()
      expect(store.problems).toEqual([])
      expect([...store.hosts.values()].flatMap(({ checks }) => checks)).toHaveLength(counts[lane] ?? 0)
      expect(counts[lane]).toBeGreaterThanOrEqual(KILLS / LANES)
    }
  },
  LIMIT_MS,
)
