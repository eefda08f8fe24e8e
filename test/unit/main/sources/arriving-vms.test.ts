import { expect, test } from 'vitest'
import { arrivingVms } from '../../../../src/main/sources/arriving-vms'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'

const sample = sampleCapture()
/** The sample host when only some classes have been read. */
const onlyWith = (...names: readonly string[]) => ({
  ...sample,
  classes: Object.fromEntries(Object.entries(sample.classes).filter(([name]) => names.includes(name))),
})

test('with the list of VMs alone there are names and states, and no guest', () => {
  const vms = arrivingVms(onlyWith('Msvm_ComputerSystem'), 'en')
  expect(vms).toHaveLength(14)
  expect(vms.find(({ name }) => name === 'web-01')).toMatchObject({ state: 'running', guest: null, guestKnown: false })
  expect(vms.find(({ name }) => name === 'tmpl-win')).toMatchObject({ state: 'off' })
})

test('guests come with data exchange, in the language of the window', () => {
  const vms = arrivingVms(onlyWith('Msvm_ComputerSystem', 'Msvm_KvpExchangeComponent'), 'ko')
  expect(vms.find(({ name }) => name === 'web-01')).toMatchObject({ guest: 'Ubuntu 22.04', guestKnown: true })
})

test('nothing is judged', () => {
  const [vm] = arrivingVms(sample, 'en')
  expect(Object.keys(vm ?? {}).toSorted()).toEqual(['addresses', 'guest', 'guestKnown', 'id', 'name', 'state'])
})
