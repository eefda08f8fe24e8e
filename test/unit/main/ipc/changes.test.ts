import { expect, test } from 'vitest'
import type { CheckResult } from '../../../../src/main/powershell/collect'
import { captureOf, UBUNTU, type VmFacts } from '../../core/capture-builder'
import { testDesk } from './test-desk'

const silent: VmFacts['services'] = { vss: { status: [12] } }

function reading(vms: readonly VmFacts[]): CheckResult {
  return { ok: true, capture: captureOf(vms.map((vm) => ({ kvp: UBUNTU, ...vm }))) }
}

const deskOf = (...results: CheckResult[]) =>
  testDesk({ check: async () => results.shift() ?? Promise.reject(new Error('No more results.')) })

test('a host that was read again tells what got worse and better, by VM, in the language of the window', async () => {
  const { call } = await deskOf(
    reading([{ name: 'web-01' }, { name: 'web-02', services: silent }, { name: 'web-03' }]),
    reading([{ name: 'web-01', services: silent }, { name: 'web-02' }, { name: 'web-03' }]),
  )
  const { id: sourceId } = await call('source.check-local', {})
  expect((await call('overview.get', { sourceId })).changes).toBeNull()
  await call('source.check-local', {})
  const { changes } = await call('overview.get', { sourceId })
  expect(changes).toMatchObject({ answer: '3 VMs: 1 worse, 1 better, 1 unchanged.', more: 0 })
  expect(changes?.vms.map(({ name, change }) => [name, change])).toEqual([
    ['web-01', 'worse'],
    ['web-02', 'better'],
  ])
  await call('settings.set', { language: 'ko' })
  expect((await call('overview.get', { sourceId })).changes?.answer).toContain('VM 3대')
})

test('where nothing changed that is said, and no VM is told', async () => {
  const { call } = await deskOf(reading([{ name: 'web-01' }]), reading([{ name: 'web-01' }]))
  const { id: sourceId } = await call('source.check-local', {})
  await call('source.check-local', {})
  expect((await call('overview.get', { sourceId })).changes).toEqual({
    answer: 'Nothing changed: the one VM is as before.',
    vms: [],
    more: 0,
  })
})

test('of very many changed VMs fifty are told, and the others counted', async () => {
  const many = (services?: VmFacts['services']) =>
    reading(Array.from({ length: 60 }, (_, index) => ({ name: `web-${index}`, ...(services ? { services } : {}) })))
  const { call } = await deskOf(many(), many(silent))
  const { id: sourceId } = await call('source.check-local', {})
  await call('source.check-local', {})
  const { changes } = await call('overview.get', { sourceId })
  expect([changes?.vms.length, changes?.more]).toEqual([50, 10])
})

test('a capture that is opened twice was read once', async () => {
  const { call } = await testDesk()
  await call('source.open-sample', {})
  const { id: sourceId } = await call('source.open-sample', {})
  expect((await call('overview.get', { sourceId })).changes).toBeNull()
})
