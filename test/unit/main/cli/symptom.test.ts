import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SYMPTOM_IDS } from '../../../../src/core/model/symptom'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { healthyHost, linesOf, runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'symptom-'))
afterAll(() => rmSync(folder, { recursive: true }))
const healthy = join(folder, 'healthy.hvcapture')
writeFileSync(healthy, JSON.stringify(sealCapture(healthyHost)))

test('--symptom stands in the diagnosis, and asks what a status cannot prove', async () => {
  const plain = await runCheck(['--capture', healthy, '--format', 'json'])
  expect(linesOf(plain.stdout)[0]).toMatchObject({ symptom: null })
  const { code, stdout } = await runCheck(['--capture', healthy, '--format', 'json', '--symptom', 'backup-fails'])
  expect(linesOf(stdout)[0]).toMatchObject({ symptom: 'backup-fails' })
  expect(stdout).toContain('IS-110')
  expect(code).toBe(2)
})

test('a source that could not be read carries the symptom too', async () => {
  const { stdout } = await runCheck(['--capture', join(folder, 'gone'), '--format', 'json', '--symptom', 'hangs'])
  expect(linesOf(stdout)[0]).toMatchObject({ symptom: 'hangs', vms: [] })
})

test('the table and the report say what the caller sees', async () => {
  const table = await runCheck(['--capture', healthy, '--symptom', 'clock-wrong'])
  expect(table.stdout).toContain('The clock in the VM is wrong')
  const html = await runCheck(['--capture', healthy, '--symptom', 'desktop', '--format', 'html', '--lang', 'ko'])
  expect(html.stdout).toContain('통합 서비스는 원인일 수 없습니다')
})

test.each(['en', 'ko'])('a wrong symptom is wrong usage and lists them all (%s)', async (lang) => {
  const { code, stdout, stderr } = await runCheck(['--sample', '--symptom', 'toothache', '--lang', lang])
  expect([code, stdout]).toEqual([64, ''])
  for (const id of SYMPTOM_IDS) expect(stderr).toContain(id)
})
