import { describe, expect, test } from 'vitest'
import { captureProblem } from '../../../../src/core/decode/read-capture'
import { renderFailure } from '../../../../src/core/diagnosis/render'
import { say } from '../../../../src/core/i18n/translate'
import type { Diagnosis } from '../../../../src/core/model/diagnosis'
import { LANGUAGES } from '../../../../src/core/model/text'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { captureOf, FREEBSD, UBUNTU } from '../capture-builder'
import { contentOf, diagnosisOf, HOSTS } from './checked-hosts'
import { HOSTILE_NAMES, hostileHost } from './hostile-names'

type Question = 'wrong' | 'fine' | 'next' | 'tell' | 'unchecked'

/** The lines of an answer of the first page, each as one text. */
function answered(question: Question, ...diagnoses: readonly [Diagnosis, ...Diagnosis[]]): readonly string[] {
  const row = contentOf(diagnoses).glance.rows.find((one) => one.question === question)
  return (row?.lines ?? []).map((line) => [line.who, line.vms, line.text].filter((part) => part !== null).join(' | '))
}

const mismatch = { vss: { status: [3, 32775] } }
const well = captureOf([{ name: 'dc-01', kvp: UBUNTU }])

describe('the first page of the sample host', () => {
  const diagnosis = diagnosisOf(sampleCapture())

  test('says what is wrong and what is not, each with its VMs', () => {
    expect(answered('wrong', diagnosis).join('\n')).toMatch(
      /^db-02 \| The guest answers, but Data exchange does not\. IS-31\nerp-old \| .* IS-21\nfile-01 \| Advice: /,
    )
    expect(answered('fine', diagnosis)).toEqual([
      'web-01, web-02, log-01, fw-busan, app-03 | the status shown is safe to ignore (KB 2956569).',
      'dc-01, dc-02, sql-01 | no fault was found.',
    ])
  })

  test('says who does what next: the first step, and the first of somebody else', () => {
    const next = answered('next', diagnosis)
    expect(next[0]).toMatch(/^Helpdesk \| db-02, erp-old \| Open the VM’s window/)
    expect(next[1]).toMatch(/^Administrator of the guest \| db-02 \| /)
    expect(next).toContain('Helpdesk | 인사-01 | Find out: Which operating system runs in this VM?')
  })

  test('says what to tell, once for guests of which the same is true but for their name', () => {
    const tell = answered('tell', diagnosis)
    expect(tell).toHaveLength(5)
    expect(tell.at(-1)).toMatch(
      /on web-01 is expected for Ubuntu 22\.04 .*4 more VMs: web-02, log-01 \(Debian GNU\/Linux 12\), fw-busan \(FreeBSD 14\.1\)/,
    )
  })

  test('says what was not checked', () => {
    expect(answered('unchecked', diagnosis)).toEqual([
      '인사-01 | cannot be judged yet.',
      'tmpl-win, legacy-01 | not running, so there was nothing to check.',
      'Everything that was asked for was read.',
    ])
  })
})

describe('an answer that is nothing', () => {
  test('is said: nothing wrong, nobody has to act, nothing left out', () => {
    const diagnosis = diagnosisOf(well)
    expect(answered('wrong', diagnosis)).toEqual(['Nothing was found that needs action.'])
    expect(answered('next', diagnosis)).toEqual(['Nobody has to do anything.'])
    expect(answered('tell', diagnosis)).toEqual([
      'No fault was found. If the trouble goes on, ask what exactly happens.',
    ])
    expect(answered('unchecked', diagnosis)).toEqual(['None: everything that was asked for was read.'])
  })

  test('is no good news where nothing was read', () => {
    const options = { language: 'en', source: 'hv01.hvcapture', programVersion: '1.0.0' } as const
    const failed = renderFailure(captureProblem('empty', 'hv01.hvcapture'), options)
    expect(answered('wrong', failed)).toEqual(['No virtual machine could be checked.'])
    expect(answered('fine', failed)).toEqual(['No virtual machine was found to be in order or safe to ignore.'])
    expect(answered('next', failed)[0]).toMatch(/^Helpdesk \| /)
    expect(answered('tell', failed)).toEqual([
      'No running virtual machine was checked, so there is nothing to tell yet.',
    ])
    expect(answered('unchecked', failed)).toEqual(['“hv01.hvcapture” is empty.'])
  })

  test('is no “none” where a class was refused', () => {
    const rows = captureOf([{ name: 'web-01', kvp: UBUNTU }])
    const problem = { class: 'Msvm_VssComponent', code: '0x80041003', message: 'Access denied' }
    const refused = { ...rows, classes: { ...rows.classes, Msvm_VssComponent: null }, problems: [problem] }
    const unchecked = answered('unchecked', diagnosisOf(refused)).join('\n')
    expect(unchecked).toContain('web-01 | cannot be judged yet.')
    expect(unchecked).not.toContain('everything that was asked for was read')
  })
})

describe('several hosts', () => {
  const [first, second] = [diagnosisOf(sampleCapture()), diagnosisOf(sampleCapture())]
  const other = { ...second, host: { ...second.host, name: 'HV02' } }

  test('are answered together, each VM with its host', () => {
    expect(answered('wrong', first, other)[0]).toMatch(/^db-02 \(HV01\) \| .*The same holds for db-02 \(HV02\)\.$/)
    expect(answered('fine', first, other)[1]).toContain('dc-01 (HV01), dc-02 (HV01)')
  })
})

describe('a fleet', () => {
  const names = Array.from({ length: 500 }, (_, index) => `vm-${index}`)
  const fleet = captureOf(
    names.map((name, index) => ({ name, kvp: index % 2 === 0 ? UBUNTU : FREEBSD, services: mismatch })),
  )

  test.each(LANGUAGES)('is told once, with the number of its VMs, in %s', (language) => {
    const diagnosis = diagnosisOf(fleet, language)
    const tell = answered('tell', diagnosis)
    expect(tell).toHaveLength(1)
    expect(tell[0]).toContain(say(language, 'shape.tell.also-more', { names: 'vm-5', more: 494 }).replace('vm-5', ''))
    expect(answered('fine', diagnosis)).toHaveLength(1)
  })
})

describe.each(LANGUAGES)('every first page in %s', (language) => {
  test.each([...HOSTS, ['hostile names', hostileHost(HOSTILE_NAMES)] as const])('of %s is short', (_, capture) => {
    const { rows } = contentOf([diagnosisOf(capture, language)]).glance
    expect(rows.map(({ lines }) => lines.length > 0)).toEqual([true, true, true, true, true])
    const lines = rows.flatMap((row) => row.lines)
    expect(lines.length).toBeLessThanOrEqual(27)
    for (const { vms, text } of lines) expect(text.length + (vms ?? '').length).toBeLessThan(1000)
  })
})
