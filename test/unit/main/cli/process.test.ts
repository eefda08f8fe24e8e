import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Diagnosis } from '../../../../src/core/model/diagnosis'

const folder = mkdtempSync(join(tmpdir(), 'check-process-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = join(process.cwd(), 'scripts', 'check.mjs')
/** Far above what anything here takes; the bundle may have to be built first. */
const LIMIT_MS = 60_000

/** Runs the command as a person does: a process of its own, on plain Node. */
function check(argv: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    input: '',
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', DISPLAY: '', ...env },
  })
  return { status, stdout, stderr }
}

/** A program in the place of PowerShell. */
function program(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, 0o755)
  return path
}

beforeAll(() => {
  check(['--version'])
}, LIMIT_MS)

describe('the command line on plain Node', () => {
  test(
    'gives one line of JSON for the sample host, and the exit code of its content',
    () => {
      const { status, stdout, stderr } = check(['--sample', '--format', 'json'])
      expect([status, stderr]).toEqual([1, ''])
      expect(stdout.match(/\n/g)).toHaveLength(1)
      expect(Diagnosis.safeParse(JSON.parse(stdout)).success).toBe(true)
    },
    LIMIT_MS,
  )

  test(
    'takes it well when its reader leaves',
    () => {
      const argv = Array.from({ length: 40 }, () => '--sample').join(' ')
      const command = `"${process.execPath}" "${script}" ${argv} --format json 2>&1 >/dev/null | cat; "${process.execPath}" "${script}" ${argv} --format json 2>"${folder}/errors" | head -c 10`
      expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe('{"schema":')
      expect(readFileSync(join(folder, 'errors'), 'utf8')).toBe('')
    },
    LIMIT_MS,
  )

  test.each([
    ['is missing', () => '/nonexistent/pwsh'],
    ['is no program', () => program('no-program', 'exec /nonexistent')],
    ['ends at once', () => program('ends', 'exit 3')],
    ['says nothing and hangs', () => program('hangs', `echo $$ > ${folder}/hanging; exec sleep 600`)],
  ])(
    'says in a sentence that PowerShell %s',
    (_, powershell) => {
      const { status, stdout, stderr } = check(['--format', 'json', '--timeout', '2', '--quiet'], {
        NODE_POWERSHELL: powershell(),
      })
      expect(status).toBe(2)
      const { problems, vms } = Diagnosis.parse(JSON.parse(stdout))
      expect([problems.length, vms.length]).toEqual([1, 0])
      expect(stderr.trimEnd()).toBe(`${problems[0]?.message} ${problems[0]?.step}`)
    },
    LIMIT_MS,
  )

  test('leaves no process behind', () => {
    const stat = `/proc/${readFileSync(join(folder, 'hanging'), 'utf8').trim()}/stat`
    // Where nothing reaps orphans a dead process stays as Z.
    expect(existsSync(stat) ? readFileSync(stat, 'utf8') : ') Z ').toContain(') Z ')
  })
})
