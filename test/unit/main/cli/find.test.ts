import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { healthyHost, linesOf, runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'find-'))
afterAll(() => rmSync(folder, { recursive: true }))
const other = join(folder, 'other.hvcapture')
writeFileSync(other, JSON.stringify(sealCapture(healthyHost)))

describe('--find', () => {
  test('shows the VMs that contain it, with their counts and exit code', async () => {
    const { code, stdout, stderr } = await runCheck(['--sample', '--find', 'WEB-01', '--format', 'json'])
    expect(linesOf(stdout)).toMatchObject([
      {
        vms: [{ name: 'web-01' }],
        summary: { 'safe-to-ignore': 1, 'action-needed': 0 },
        selection: { shown: 1, of: 14 },
      },
    ])
    expect([code, stderr]).toEqual([0, ''])
  })

  test('fails where one of them needs action', async () => {
    expect((await runCheck(['--sample', '--find', 'db-02'])).code).toBe(1)
  })

  test('finds by guest, and says in every answer that VMs were left out', async () => {
    const { stdout } = await runCheck(['--sample', '--find', 'ubuntu'])
    expect(stdout).toMatch(/Only VMs that were asked for are shown: \d+ of 14\./)
    const html = join(folder, 'report.html')
    await runCheck(['--sample', '--find', 'ubuntu', '--format', 'html', '--output', html])
    expect(readFileSync(html, 'utf8')).toMatch(/Only VMs that were asked for are shown: \d+ of 14\./)
  })

  test('goes over all sources; one without such a VM has a line in JSON only', async () => {
    const args = ['--capture', other, '--sample', '--find', 'db-02']
    const json = linesOf((await runCheck([...args, '--format', 'json'])).stdout)
    expect(json.map(({ source, vms }) => [source, vms.length])).toEqual([
      [other, 0],
      ['sample', 1],
    ])
    const table = (await runCheck(args)).stdout
    expect(table).toContain('HV01')
    expect(table).not.toContain('other.hvcapture')
  })

  test('says so when there is no such VM, writes no file, and calls that no success', async () => {
    const path = join(folder, 'none.txt')
    const { code, stdout, stderr } = await runCheck(['--sample', '--find', 'nope\u202e', '--output', path])
    expect([code, stdout, existsSync(path)]).toEqual([2, '', false])
    expect(stderr).toBe('No VM that was read has “nope[U+202E]” in its name, guest, address or id.\n')
  })

  test('finds by the real name where names are replaced, and names it nowhere', async () => {
    const { stdout } = await runCheck(['--sample', '--find', 'web-01', '--redact', '--format', 'json'])
    expect(linesOf(stdout)[0]?.vms).toMatchObject([{ verdict: 'safe-to-ignore' }])
    expect(stdout).not.toContain('web-01')
  })
})
