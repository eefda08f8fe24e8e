import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { practiceCapture, sampleCapture } from '../../../../src/main/sources/sample-capture'
import { guidedCheckText, outcomeText } from './outcome-text'
import { snapshotText } from './reading-text'

describe.each([
  ['sample', sampleCapture],
  ['practice', practiceCapture],
])('the %s host', (_name, capture) => {
  test('is read as approved', () => {
    expect(snapshotText(judge(capture()).snapshot)).toMatchSnapshot()
  })

  test('is judged as approved', () => {
    expect(outcomeText(judge(capture()))).toMatchSnapshot()
  })

  test('is guided as approved', () => {
    expect(
      judge(capture())
        .vms.map((vm) => `${vm.vm.name}\n${guidedCheckText(vm)}`)
        .join('\n\n'),
    ).toMatchSnapshot()
  })
})
