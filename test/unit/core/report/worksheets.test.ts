import { describe, expect, test } from 'vitest'
import { worksheetsOf } from '../../../../src/core/report/worksheets'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import { judge } from '../../../../src/core/diagnosis/judge'
import { LANGUAGES } from '../../../../src/core/model/text'
import { practiceCapture } from '../../../../src/main/sources/sample-capture'

const only = (...names: readonly string[]) => {
  const judged = judge(practiceCapture())
  return { ...judged, vms: judged.vms.filter(({ vm }) => names.includes(vm.name)) }
}
const diagnosisOf = (language: (typeof LANGUAGES)[number], ...names: readonly string[]) =>
  renderDiagnosis(only(...names), { language, source: 'practice', programVersion: '1.0.0' })

describe.each(LANGUAGES)('worksheets of a report in %s', (language) => {
  test('none where nobody has to look inside a guest', () => {
    expect(worksheetsOf([diagnosisOf(language, 'shop-web', 'dc-11', 'erp-replica')])).toEqual([])
  })

  test('one for the system that is known', () => {
    expect(worksheetsOf([diagnosisOf(language, 'mail-01', 'dc-11')]).map(({ os }) => os)).toEqual(['linux'])
    expect(worksheetsOf([diagnosisOf(language, 'files-2016')]).map(({ os }) => os)).toEqual(['windows'])
  })

  test('one for each system while the guest is unknown', () => {
    expect(worksheetsOf([diagnosisOf(language, 'hr-app')]).map(({ os }) => os)).toEqual(['linux', 'freebsd', 'windows'])
  })

  test('names the VM in a report about it alone, and never where ids are hidden', () => {
    const diagnosis = diagnosisOf(language, 'mail-01')
    const id = diagnosis.vms[0]?.id ?? ''
    expect(worksheetsOf([diagnosis])[0]?.text).toContain(id)
    expect(worksheetsOf([{ ...diagnosis, redaction: 'strict' }])[0]?.text).not.toContain(id)
    expect(worksheetsOf([diagnosisOf(language, 'mail-01', 'dc-11')])[0]?.text).not.toContain(id)
  })
})
