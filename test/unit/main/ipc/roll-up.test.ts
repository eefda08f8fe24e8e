import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { captureOf } from '../../core/capture-builder'
import { testDesk } from './test-desk'

test('every open source stands with its counts and its VMs; the practice host does not', async () => {
  const { call, folder } = await testDesk()
  const sample = await call('source.open-sample', {})
  await call('practice.open', {})
  const file = join(folder, 'HV02.hvcapture')
  writeFileSync(file, JSON.stringify(captureOf([{ name: 'web-01' }])))
  await call('source.open-capture', { paths: [file] })
  const [first, second, ...others] = await call('roll-up.get', {})
  expect(others).toEqual([])
  expect(first?.source).toMatchObject({ id: sample.id, summary: sample.summary, needsAction: sample.needsAction })
  expect(first?.rows).toEqual((await call('overview.get', { sourceId: sample.id })).rows)
  expect(second?.rows.map(({ name }) => name)).toEqual(['web-01'])
  expect(second?.source.summary.healthy).toBe(1)
})

test('a source that cannot be read keeps its line with its problem', async () => {
  const { call, folder } = await testDesk()
  writeFileSync(join(folder, 'broken.hvcapture'), '{')
  await call('source.open-capture', { paths: [join(folder, 'broken.hvcapture')] })
  const [broken] = await call('roll-up.get', {})
  expect(broken?.source.problem).not.toBeNull()
  expect(broken?.rows).toEqual([])
})
