import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Capture } from '../../../../src/core/model/capture'
import { userDataFolder } from '../../../../src/main/cli/user-data'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { captureOf, UBUNTU, type VmFacts } from '../../core/capture-builder'
import { linesOf, runCheck } from './run-check'

const silent: VmFacts = { kvp: null, services: { kvp: { status: [12] }, vss: { status: [2, 32775] } } }

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'cli-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const put = (name: string, capture: Capture): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(sealCapture(capture)))
    return path
  }
  const day = (date: string, vm: VmFacts = {}) =>
    captureOf([{ name: 'web-01', kvp: UBUNTU, ...vm }], { collectedAt: `2026-11-${date}T08:00:00Z` })
  const historyFolder = join(folder, 'history')
  const check = (...argv: readonly string[]) => runCheck([...argv, '--format', 'json'], { historyFolder })
  return {
    put,
    day,
    historyFolder,
    check,
    first: put('a.hvcapture', day('20')),
    second: put('b.hvcapture', day('22', silent)),
  }
}

test('--history on keeps the check, and tells the next one who the silent guest is and since when', async () => {
  const { check, first, second, historyFolder } = setUp()
  const [before] = linesOf((await check('--capture', first, '--history', 'on')).stdout)
  expect(before?.vms[0]).toMatchObject({ firstSeen: '2026-11-20T08:00:00Z', changedAt: null })
  expect(readdirSync(historyFolder)).toHaveLength(1)
  const { stdout, stderr } = await check('--capture', second, '--history', 'on')
  const vm = linesOf(stdout)[0]?.vms[0]
  expect(stderr).toBe('')
  expect(vm).toMatchObject({
    firstSeen: '2026-11-20T08:00:00Z',
    changedAt: '2026-11-22T08:00:00Z',
    guest: { family: 'ubuntu', source: 'history', asOf: '2026-11-20T08:00:00Z' },
  })
  expect(vm?.services.map(({ service, since }) => [service, since])).toContainEqual([
    'heartbeat',
    '2026-11-20T08:00:00Z',
  ])
  expect(vm?.findings.every(({ since }) => since === '2026-11-22T08:00:00Z' || since === '2026-11-20T08:00:00Z')).toBe(
    true,
  )
})

test('without --history nothing is kept and nothing is known', async () => {
  const { check, first, second, historyFolder } = setUp()
  await check('--capture', first, '--history', 'on')
  const { stdout } = await check('--capture', second)
  expect(linesOf(stdout)[0]?.vms[0]).toMatchObject({ firstSeen: null, changedAt: null, guest: { source: 'none' } })
  const files = readdirSync(historyFolder, { recursive: true }).length
  await check('--capture', second, '--history', 'off')
  expect(readdirSync(historyFolder, { recursive: true })).toHaveLength(files)
})

test('a redacted check says nothing that only the history knows', async () => {
  const { check, first, second } = setUp()
  await check('--capture', first, '--history', 'on')
  const { stdout } = await check('--capture', second, '--history', 'on', '--redact', 'names')
  expect(linesOf(stdout)[0]?.vms[0]).toMatchObject({ firstSeen: null, guest: { source: 'none' } })
})

test('a history that cannot be written is one sentence and leaves the exit code alone', async () => {
  const { check, first, historyFolder } = setUp()
  writeFileSync(historyFolder, 'a file')
  chmodSync(historyFolder, 0o444)
  const { code, stdout, stderr } = await check('--capture', first, '--history', 'on')
  expect([code, linesOf(stdout)]).toEqual([0, [expect.objectContaining({ source: first })]])
  expect(stderr).toContain('history')
})

test('--history takes on and off alone', async () => {
  const { check, first, historyFolder } = setUp()
  const { code, stderr } = await check('--capture', first, '--history', 'maybe')
  expect([code, stderr.includes('maybe'), existsSync(historyFolder)]).toEqual([64, true, false])
})

test('the folder on plain Node is that of the window', () => {
  expect(userDataFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Integration Doctor for Hyper-V'))
  expect(userDataFolder({ XDG_CONFIG_HOME: '/config' }, 'linux')).toBe(
    join('/config', 'Integration Doctor for Hyper-V'),
  )
})

test('--find looks into the kept checks too, says when and where, and that nothing was judged now', async () => {
  const { put, check, first, second } = setUp()
  await check('--capture', first, '--history', 'on')
  const other = put(
    'c.hvcapture',
    captureOf([{ name: 'app-07', kvp: UBUNTU }], { collectedAt: '2026-11-22T08:00:00Z' }),
  )
  const find = (path: string, ...argv: readonly string[]) =>
    check('--capture', path, '--find', 'web-01', '--history', 'on', ...argv)
  const empty = captureOf([], { collectedAt: '2026-11-19T08:00:00Z' })
  const found = await find(put('d.hvcapture', empty))
  expect(found.code).toBe(2)
  expect(found.stderr).toMatch(/^Earlier check of 2026-11-20 \d\d:00.*: web-01 on HV01, Ubuntu 22\.04, Healthy\.$/m)
  expect(found.stderr).toContain('No VM that was read has “web-01”')
  expect((await find(second)).stderr).toBe('')
  expect((await find(other, '--redact')).stderr).not.toContain('web-01 on')
})

test('--history on tells in the report what changed since the check before', async () => {
  const { first, second, historyFolder } = setUp()
  const text = async (path: string): Promise<string> => {
    const argv = ['--capture', path, '--history', 'on', '--format', 'markdown']
    return (await runCheck(argv, { historyFolder })).stdout
  }
  expect(await text(first)).not.toContain('Against the check before')
  const again = await text(second)
  expect(again).toContain('Against the check before: 1 VM: 1 worse')
  expect(again).toMatch(/\*\*web\\?-01\*\*: Worse: Healthy → Action needed; .*Data exchange: OK/)
})
