import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import { VmDiagnosis } from '../../../src/core/model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../src/core/model/service'
import { LANGUAGES } from '../../../src/core/model/text'
import { guidedCheckText, outcomeText } from './approval/outcome-text'
import { snapshotText } from './approval/reading-text'
import { type Case, captureOfCase, CASES } from './case-capture'

function judgeCase(each: Case) {
  const vm = judge(captureOfCase(each)).vms[0]
  if (vm === undefined) throw new Error(`${each.id}: no VM`)
  return vm
}

describe.each(CASES)('$id', (each) => {
  // Judged in each test, so that a mutation run knows which test reaches what.
  const judged = () => judgeCase(each)

  test('gets the verdict it should', () => {
    expect(each.expected.verdict).toContain(judged().verdict)
  })

  test('is read, judged and guided as approved', () => {
    const host = judge(captureOfCase(each))
    expect(snapshotText(host.snapshot)).toMatchSnapshot('read')
    expect(outcomeText(host)).toMatchSnapshot('judged')
    expect(guidedCheckText(judged())).toMatchSnapshot('guided')
  })

  test('gets the verdict of each service', () => {
    for (const [service, verdict] of Object.entries(each.expected.services)) {
      expect([service, judged().serviceVerdicts[service as JudgedServiceId]]).toEqual([service, verdict])
    }
  })

  test.each(LANGUAGES)('is told in %s, in the shape of the contract', (language) => {
    const rendered = renderVm(judged(), language)
    expect(VmDiagnosis.parse(rendered)).toEqual(rendered)
    expect(rendered.tellCaller).not.toBe('')
    expect(rendered.headline).not.toBe('')
    expect(rendered.services.map(({ service }) => service)).toEqual([...JUDGED_SERVICES])
  })

  test.each(each.expected.mentions)('mentions %s', (pattern) => {
    expect(JSON.stringify(renderVm(judged(), 'en'))).toMatch(new RegExp(pattern, 'i'))
  })
})
