import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { VERDICTS } from '../../../../src/core/model/verdict'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'

test('the sample host has 14 VMs and every verdict', () => {
  const { vms, snapshot } = judge(sampleCapture())
  expect(vms).toHaveLength(14)
  expect(new Set(vms.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS))
  expect(snapshot.host).toMatchObject({ name: 'HV01', build: 20348 })
  expect(vms.map(({ vm }) => vm.name).some((name) => /\p{Script=Hangul}/u.test(name))).toBe(true)
})

test('the sample host shows the harmless status beside the one that only looks like it', () => {
  const verdictOf = new Map(judge(sampleCapture()).vms.map(({ vm, verdict }) => [vm.name, verdict]))
  expect(verdictOf.get('web-01')).toBe('safe-to-ignore')
  expect(verdictOf.get('erp-old')).toBe('action-needed')
})

test.each(['sample-host.hvcapture', 'practice-host.hvcapture'])('%s is what its script makes', (file) => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'))
  execFileSync(process.execPath, ['scripts/make-sample.mjs', folder])
  expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join('assets/sample', file), 'utf8'))
  rmSync(folder, { recursive: true })
})
