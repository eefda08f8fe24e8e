import { describe, expect, test } from 'vitest'
import { type CalledVm, loneWorksheet, ownerOf, withWorksheet } from '../../../../src/core/decode/lone-worksheet'
import { captureOfText } from '../../../../src/core/decode/pasted-capture'
import { captureOf, VM_ID } from '../capture-builder'
import { outputOf, UBUNTU_LINES } from '../worksheet/outputs'

const OUTPUT = outputOf('linux', UBUNTU_LINES)
const WINDOWS_OUTPUT = outputOf('windows', ['name: Windows Server 2019 Standard', 'build: 17763'])
const pasted = (text: string) => captureOfText(text, 'ticket.txt', '2026-11-23T08:46:37Z')

describe('a pasted text that holds nothing but a worksheet', () => {
  test.each<readonly [string, string, string | null]>([
    ['of nobody', OUTPUT, null],
    ['among words that say nothing', `the caller sent this:\n\n${OUTPUT}\n\nthank you`, null],
    ['of a VM that a line names', `VM: web01\n${OUTPUT}`, 'web01'],
    ['of a VM that it names by its id', outputOf('linux', UBUNTU_LINES, VM_ID.toLowerCase()), VM_ID],
    ['twice for one guest', `${OUTPUT}\n${OUTPUT}`, null],
  ])('%s', (_whose, text, called) => {
    expect(loneWorksheet(pasted(text))).toEqual({ text, called })
  })

  test.each([
    ['nothing at all', ''],
    ['a name alone', 'VM: web01'],
    ['the words of a worksheet alone', `--- integration-doctor worksheet 1 begin: linux - ---`],
    ['statuses', `VMName Name Enabled PrimaryStatusDescription\n------ ---- ------- ----\nweb01 VSS True OK`],
  ])('%s is none', (_what, text) => {
    expect(loneWorksheet(pasted(text))).toBeNull()
  })

  test.each([
    [
      'statuses of the VM',
      `VMName Name Enabled PrimaryStatusDescription\n------ ---- ------- ----\nweb01 VSS True OK\n`,
    ],
    ['a refused device', `Event 23012: 'web01' Network Adapter (${VM_ID}): could not be loaded, version mismatch\n\n`],
    ['worksheets of two VMs', `VM: web01\n${WINDOWS_OUTPUT}\n\nVM: web02\n`],
  ])('with %s is more', (_what, before) => {
    expect(loneWorksheet(pasted(before + OUTPUT))).toBeNull()
  })

  test('is none in a capture of rows', () => {
    expect(loneWorksheet({ ...captureOf([{}]), worksheets: { [VM_ID]: { text: OUTPUT } } })).toBeNull()
  })
})

describe('the VM that a worksheet belongs to', () => {
  const WEB = { id: VM_ID, name: 'Web01' }
  const MAIL = { id: VM_ID.replace(/1$/, '2'), name: 'mail' }
  const LOWER = { ...WEB, id: VM_ID.toLowerCase() }
  const DOUBLE = { id: VM_ID.replace(/1$/, '3'), name: 'WEB01' }

  test.each<readonly [string, string | null, readonly CalledVm[], ReturnType<typeof ownerOf>]>([
    ['by its name in any case', 'wEB01', [WEB, MAIL], { kind: 'one', id: WEB.id }],
    ['by its id in any case', MAIL.id.toLowerCase(), [WEB, MAIL], { kind: 'one', id: MAIL.id }],
    ['by an id that is in lower case', VM_ID, [LOWER, MAIL], { kind: 'one', id: LOWER.id }],
    ['nobody of that name', 'web', [WEB, MAIL], { kind: 'none' }],
    ['nobody, where there is no VM', 'web01', [], { kind: 'none' }],
    ['two of one name', 'web01', [WEB, MAIL, DOUBLE], { kind: 'several', ids: [WEB.id, DOUBLE.id] }],
    ['one VM in two captures', 'web01', [WEB, MAIL, WEB], { kind: 'one', id: WEB.id }],
    ['without a name the only one', null, [WEB], { kind: 'one', id: WEB.id }],
    ['without a name the only one, in two captures', null, [WEB, WEB], { kind: 'one', id: WEB.id }],
    ['without a name one of two', null, [WEB, MAIL], { kind: 'unsaid' }],
    ['without a name and without a VM', null, [], { kind: 'unsaid' }],
  ])('%s', (_how, called, vms, owner) => {
    expect(ownerOf({ text: OUTPUT, called }, vms)).toEqual(owner)
  })
})

test('a capture keeps the worksheets it had, and loses the hash that no longer holds', () => {
  const before = { ...captureOf([{}]), sha256: 'ab', worksheets: { other: { text: 'x' }, [VM_ID]: { text: 'y' } } }
  const after = withWorksheet(before, VM_ID, OUTPUT)
  expect(after).toEqual({ ...before, sha256: null, worksheets: { other: { text: 'x' }, [VM_ID]: { text: OUTPUT } } })
  expect(withWorksheet(captureOf([{}]), VM_ID, OUTPUT).worksheets).toEqual({ [VM_ID]: { text: OUTPUT } })
})
