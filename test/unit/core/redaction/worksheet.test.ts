import { expect, test } from 'vitest'
import { worksheetFor } from '../../../../src/core/decode/worksheet'
import { learnCapture } from '../../../../src/core/redaction/redact-capture'
import { redactCheck } from '../../../../src/core/redaction/redact-check'
import { Redactor } from '../../../../src/core/redaction/redactor'
import { captureOf, VM_ID } from '../capture-builder'

const ANSWER = `payroll-kr# sh worksheet
--- integration-doctor worksheet 1 begin: linux ${VM_ID} ---
kernel: 5.15.0-91-generic
os-release: NAME="Ubuntu"
os-release: VERSION_ID="22.04"
module: hv_utils loaded
bus-devices: 14
processes: readable
packages: dpkg
package: linux-cloud-tools-5.15.0-91-generic 5.15.0-91.101
log: hv_utils: payroll-kr at 10.44.7.19
--- integration-doctor worksheet 1 end ---`

test('a worksheet is redacted strictly, and stays evidence of the VM under its new id', () => {
  const plain = captureOf([{ name: 'payroll-kr', kvp: null, services: { kvp: { status: [12] } } }])
  const capture = { ...plain, worksheets: { [VM_ID]: { text: ANSWER } } }
  const redactor = new Redactor('strict')
  learnCapture(redactor, capture)
  const result = redactCheck(redactor, { capture, answers: {}, statements: {}, accepted: [] })
  expect(JSON.stringify(result?.capture)).not.toMatch(new RegExp(`payroll|10\\.44\\.7\\.19|${VM_ID}`, 'i'))
  const [vm] = result?.judged.vms ?? []
  expect(vm?.vm.guest).toMatchObject({ source: 'worksheet', family: 'ubuntu', kernel: '5.15.0-91-generic' })
  expect(worksheetFor(vm?.vm.id ?? '', result?.capture.worksheets)?.parts).toMatchObject({
    heartbeat: 'running',
    kvp: 'stopped',
  })
})
