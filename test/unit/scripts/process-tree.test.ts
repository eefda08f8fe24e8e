import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../../../scripts/process-tree.mjs'

// Groups and /proc; on Windows taskkill does this work.
const linux = process.platform === 'linux'

describe('run', () => {
  test('gives code, both streams in one, and standard output alone', async () => {
    const script = "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3"
    const result = await run(process.execPath, ['-e', script], { limitMs: 20_000 })
    expect(result).toMatchObject({ code: 3, stdout: 'out' })
    expect(result.output).toContain('err')
  })

  test('a program that is not there is code 127 and a reason', async () => {
    const result = await run('no-such-program-anywhere', [], { limitMs: 20_000 })
    expect(result.code).toBe(127)
    expect(result.output).toContain('no-such-program-anywhere could not be started')
  })

  test('has no standard input to wait for', async () => {
    const script = "process.stdin.on('data', () => {}).on('end', () => process.stdout.write('closed'))"
    expect(await run(process.execPath, ['-e', script], { limitMs: 20_000 })).toMatchObject({
      code: 0,
      stdout: 'closed',
    })
  })

  test.runIf(linux)('ends the whole tree after the limit, also a child in a group of its own', async () => {
    const result = await run('sh', ['-c', 'setsid sleep 300 & echo $!; sleep 300'], { limitMs: 2000 })
    expect(result.code).toBe(124)
    expect(result.output).toContain('Stopped after its time limit')
    const pid = Number(result.stdout.trim())
    expect(pid).toBeGreaterThan(1)
    await expect.poll(() => isZombieOrGone(pid), { timeout: 5000 }).toBe(true)
  })

  test.runIf(linux)('does not wait for a daemon that keeps the pipe open, and ends it', async () => {
    const result = await run('sh', ['-c', 'sleep 300 & echo $!'], { limitMs: 60_000 })
    expect(result.code).toBe(0)
    expect(result.seconds).toBeLessThan(20)
    await expect.poll(() => isZombieOrGone(Number(result.stdout.trim())), { timeout: 5000 }).toBe(true)
  })
})

// Where nobody reaps orphans, a killed process stays as a zombie, and a signal to it still succeeds.
function isZombieOrGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return true
  }
}
