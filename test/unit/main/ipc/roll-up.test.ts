import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { captureOf } from '../../core/capture-builder'
import { testDesk } from './test-desk'

test('every open source stands with its counts and what needs action; the practice host does not', async () => {
  const { call, folder } = await testDesk()
  const sample = await call('source.open-sample', {})
  await call('practice.open', {})
  const file = join(folder, 'HV02.hvcapture')
  writeFileSync(file, JSON.stringify(captureOf([{ name: 'web-01' }])))
  await call('source.open-capture', { paths: [file] })
  const [first, second, ...others] = await call('roll-up.get', {})
  expect(others).toEqual([])
  expect(first?.source).toMatchObject({ id: sample.id, summary: sample.summary, needsAction: sample.needsAction })
  expect(first?.needsAction).toHaveLength(sample.needsAction)
  const { rows } = await call('overview.get', { sourceId: sample.id })
  const names = rows.filter(({ needsAction }) => needsAction).map(({ name }) => name)
  expect(first?.needsAction.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  expect(second?.needsAction).toEqual([])
  expect(second?.source.summary.healthy).toBe(1)
})

test('a source that cannot be read keeps its line with its problem', async () => {
  const { call, folder } = await testDesk()
  writeFileSync(join(folder, 'broken.hvcapture'), '{')
  await call('source.open-capture', { paths: [join(folder, 'broken.hvcapture')] })
  const [broken] = await call('roll-up.get', {})
  expect(broken?.source.problem).not.toBeNull()
  expect(broken?.needsAction).toEqual([])
})

test('of very many VMs the first fifty are named, and all are counted', async () => {
  const { call, folder } = await testDesk()
  const vms = Array.from({ length: 60 }, (_, index) => ({ name: `old-${index}`, services: { kvp: { status: [12] } } }))
  writeFileSync(join(folder, 'HV03.hvcapture'), JSON.stringify(captureOf(vms)))
  await call('source.open-capture', { paths: [join(folder, 'HV03.hvcapture')] })
  const [host] = await call('roll-up.get', {})
  expect(host?.needsAction).toHaveLength(50)
  expect(host?.source.needsAction).toBe(60)
})
