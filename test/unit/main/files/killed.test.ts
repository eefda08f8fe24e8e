import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const KILLS = 50
const AT_ONCE = 5
/** Longest time that the saver lives after it has begun. */
const LIFE_MS = 60

let folder: string
let saver: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'))
  const outDir = join(folder, 'saver')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'saver.ts'), outDir, target: 'node20' },
  })
  writeFileSync(join(outDir, 'package.json'), '{"type":"module"}')
  saver = join(outDir, readdirSync(outDir).find((name) => /^saver\.m?js$/.test(name)) ?? '')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts the saver and kills it after a while, wherever it is then. */
async function killedAfter(ms: number, into: string): Promise<void> {
  const child = spawn(process.execPath, [saver, into], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, ms))
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test(`killed at ${KILLS} moments while it saves, it leaves no half file with a final name and every older file whole`, async () => {
  const whole = `${'x'.repeat(2_000_000)}END`
  /** One kill: how many unfinished files are left, and which finished ones are not whole. */
  const killOnce = async (): Promise<{ readonly left: number; readonly broken: readonly string[] }> => {
    const into = mkdtempSync(join(folder, 'reports-'))
    writeFileSync(join(into, 'report.html'), 'older')
    // Any moment will do, and every run tries others.
    await killedAfter(Math.random() * LIFE_MS, into)
    const names = readdirSync(into)
    const final = names.filter((name) => !/^\..*\.tmp$/.test(name))
    const broken = final.filter(
      (name) => readFileSync(join(into, name), 'utf8') !== (name === 'report.html' ? 'older' : whole),
    )
    rmSync(into, { recursive: true })
    return { left: names.length - final.length, broken }
  }
  let left = 0
  for (let kill = 0; kill < KILLS; kill += AT_ONCE) {
    const results = await Promise.all(Array.from({ length: AT_ONCE }, killOnce))
    expect(results.flatMap(({ broken }) => broken)).toEqual([])
    left += results.reduce((sum, result) => sum + result.left, 0)
  }
  // Where none was met while it was writing the test would prove nothing.
  expect(left).toBeGreaterThan(0)
}, 120_000)
