import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captureProblem } from '../../../../src/core/decode/read-capture'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis, renderFailure } from '../../../../src/core/diagnosis/render'
import { namePart, reportFileName } from '../../../../src/main/reports/file-name'
import { fileTime } from '../../../../src/main/reports/report-time'
import { anyText } from '../any-text'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'

const rendering = { language: 'en', source: 'hv01.hvcapture', programVersion: '1.0.0' } as const
const diagnosis = renderDiagnosis(judge(sampleCapture()), rendering)
const time = fileTime(new Date('2026-11-23T08:46:37Z'))

describe('reportFileName', () => {
  test('is made of host, time of the check, severest verdict and count', () => {
    expect(reportFileName({ diagnosis }, 'html')).toBe(`HV01_${time}_action-2.html`)
    expect(time).toMatch(/^2026-11-2[234]_\d\d46$/)
  })

  test('begins with the ticket, and names the VM of a report about one', () => {
    expect(reportFileName({ diagnosis, ticket: 'INC0048213', vmName: '인사-01' }, 'html')).toBe(
      `INC0048213_HV01_인사-01_${time}_action-2.html`,
    )
  })

  test('takes the name of the source where there is no host', () => {
    const failed = renderFailure(captureProblem('empty', 'x'), { ...rendering, source: 'share/branch.hvcapture' })
    expect(reportFileName({ diagnosis: failed }, 'json')).toBe('branch_not-read.json')
  })

  test('is a name that Windows takes, whatever the host, the VM and the ticket are called', () => {
    const odd = fc.oneof(
      anyText,
      fc.constantFrom(
        'CON',
        'nul.corp',
        'com1',
        'LPT¹.x',
        '..\\..\\etc',
        'a/b',
        '  ',
        '...',
        '가'.repeat(300),
        '-rf',
        'a\u202eb',
      ),
    )
    fc.assert(
      fc.property(odd, odd, odd, (host, vmName, ticket) => {
        const named = { ...diagnosis, host: { ...diagnosis.host, name: host } }
        const name = reportFileName({ diagnosis: named, vmName, ticket }, 'html')
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+$/u)
        expect(name).toMatch(/_action-2\.html$/)
        expect(name).not.toMatch(/^[\s.-]|^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])[. ]/i)
        expect(Buffer.byteLength(name)).toBeLessThan(245)
      }),
    )
  })
})

describe('namePart', () => {
  test.each([
    ['HV01.corp.example', 'HV01.corp.example'],
    ['a<b>:c', 'a-b-c'],
    ['../../x', 'x'],
    [' host. ', 'host'],
    ['', ''],
    ['\u202e', ''],
  ])('%j becomes %j', (text, part) => {
    expect(namePart(text)).toBe(part)
  })

  test('cuts between characters, never inside one', () => {
    expect(namePart('가'.repeat(50))).toBe('가'.repeat(20))
    expect(namePart('👩‍💻'.repeat(20)).endsWith('\ufffd')).toBe(false)
  })
})
