import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { Capture } from '../../../../src/core/model/capture'
import { Comparison } from '../../../../src/core/model/comparison'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { captureOf, UBUNTU } from '../../core/capture-builder'
import { runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: Capture | string | Buffer): string {
  const path = join(folder, name)
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content)
  writeFileSync(path, isRaw ? content : JSON.stringify(sealCapture(content)))
  return path
}

const host2019 = {
  build: 17763,
  caption: 'Microsoft Windows Server 2019 Datacenter',
  collectedAt: '2026-11-21T08:00:00Z',
}
const before = put(
  'old.hvcapture',
  captureOf(
    [
      { name: 'web-01', kvp: UBUNTU },
      { name: 'db-02', kvp: UBUNTU },
    ],
    host2019,
  ),
)
const after = put(
  'new.hvcapture',
  captureOf([
    { name: 'web-01', kvp: UBUNTU, services: { kvp: { status: [3, 32775] } } },
    { name: 'db-02', kvp: UBUNTU, services: { vss: { status: [12] } } },
  ]),
)
const other = put(
  'other.hvcapture',
  captureOf([{ name: 'web-01', kvp: UBUNTU, services: { kvp: { status: [3, 32775] } } }]),
)

describe('compare', () => {
  test('says what got worse, from what to what, and what probably explains it', async () => {
    const { code, stdout, stderr } = await runCheck(['compare', before, after])
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain('2 VMs: 1 worse, 1 changed.')
    expect(stdout).toContain('db-02  Worse: Healthy → Action needed')
    expect(stdout).toContain('Backup (volume shadow copy): OK [2] → No contact [12]')
    expect(stdout).toContain('Windows Server 2019 Datacenter (17763)')
    expect(stdout.indexOf('db-02')).toBeLessThan(stdout.indexOf('web-01'))
  })

  test('the same in Korean', async () => {
    const { code, stdout } = await runCheck(['compare', '--lang', 'ko', before, after])
    expect(code).toBe(1)
    expect(stdout).toContain('VM 2대: 1대 나빠짐, 1대 변경됨.')
    expect(stdout).toContain('호스트의 Windows가')
  })

  test('as JSON is one line of the contract’s shape and nothing else', async () => {
    const { code, stdout, stderr } = await runCheck(['compare', before, after, '--format=json'])
    expect([code, stderr, stdout.match(/\n/g)?.length]).toEqual([1, '', 1])
    const comparison = Comparison.parse(JSON.parse(stdout))
    expect(comparison).toMatchObject({ worse: true, old: { source: before }, summary: { worse: 1, changed: 1 } })
    expect(comparison.vms[0]).toMatchObject({
      name: 'db-02',
      before: { verdict: 'healthy' },
      after: { codes: ['IS-31'] },
    })
  })

  test('of a file with itself says that nothing changed', async () => {
    const { code, stdout } = await runCheck(['compare', before, before])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing changed: all 2 VMs are as before.')
  })

  test('that is harmless ends with 0, and says when the first file is the newer one', async () => {
    const { code, stdout } = await runCheck(['compare', other, before])
    expect(code).toBe(0)
    expect(stdout).toContain('The first file is newer than the second')
  })

  test('takes a packed capture and a text from a ticket', async () => {
    const packed = put('packed.hvcapture', gzipSync(JSON.stringify(captureOf([{ name: 'db-02', kvp: UBUNTU }]))))
    const text = put(
      'ticket.txt',
      'VMName Name Enabled PrimaryStatusDescription\n------ ---- ------- ---\ndb-02 Heartbeat True No Contact\n',
    )
    const { code, stdout } = await runCheck(['compare', packed, text])
    expect(code).toBe(1)
    expect(stdout).toContain('Heartbeat: OK [2] → No contact')
  })

  test('reads no report of a name: hostile names cannot command the terminal', async () => {
    const hostile = put(
      'hostile.hvcapture',
      captureOf([{ name: '\u001b[2J\u202ename', kvp: UBUNTU, services: { vss: { status: [12] } } }]),
    )
    const { stdout } = await runCheck(['compare', before, hostile])
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    expect(/[\u001b\u202e]/.test(stdout)).toBe(false)
  })
})

describe('a file that cannot be read', () => {
  const broken = put('broken.hvcapture', '{"schema": "integration-doctor/capture@1", "coll')
  const missing = join(folder, 'missing.hvcapture')

  test('is one sentence for each, named as given, and ends with 2', async () => {
    const { code, stdout, stderr } = await runCheck(['compare', broken, missing])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(stderr).toContain(broken)
    expect(stderr).toContain(missing)
  })

  test('as JSON stands in its problems', async () => {
    const { code, stdout } = await runCheck(['compare', before, missing, '--format', 'json', '--lang', 'ko'])
    const comparison = Comparison.parse(JSON.parse(stdout))
    expect([code, comparison.worse, comparison.vms]).toEqual([2, false, []])
    expect(comparison.problems).toMatchObject([{ source: missing, code: 'capture-not-found' }])
  })

  test('is a folder as well', async () => {
    mkdirSync(join(folder, 'captures'))
    const { code, stderr } = await runCheck(['compare', before, join(folder, 'captures')])
    expect(code).toBe(2)
    expect(stderr).toContain('captures')
  })
})

describe('wrong usage', () => {
  test.each([
    ['one file', [before], 'two files'],
    ['three files', [before, after, other], '3 were'],
    ['a format it has not', [before, after, '--format', 'html'], 'html'],
    ['a format without a value', [before, after, '--format'], '--format needs a value'],
    ['an unknown option', [before, after, '--sample'], '--sample'],
    ['a language it does not speak', [before, after, '--lang', 'fr'], 'fr'],
  ])('%s ends with 64 and one sentence', async (_, argv, words) => {
    const { code, stdout, stderr } = await runCheck(['compare', ...argv])
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toContain(words)
  })

  test('help tells the exit codes', async () => {
    const { code, stdout } = await runCheck(['compare', '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('compare OLD NEW')
    expect((await runCheck(['--help'])).stdout).toContain('compare OLD NEW')
  })
})
