import { describe, expect, test } from 'vitest'
import { problemOf, problemOfClass, problemOfReading } from '../../../src/core/decode/class-problem'
import { causeOfCode, FAILURE_TABLE, type ReadingCause, SESSION_CAUSES } from '../../../src/core/decode/failure-table'
import { decodeCapture } from '../../../src/core/decode/snapshot'
import { judge } from '../../../src/core/diagnosis/judge'
import { isIncomplete } from '../../../src/core/diagnosis/render'
import { problemsOf } from '../../../src/core/diagnosis/problems'
import { translate } from '../../../src/core/i18n/translate'
import enProblem from '../../../src/core/i18n/en/problem.json'
import type { Access, Capture } from '../../../src/core/model/capture'
import { LANGUAGES } from '../../../src/core/model/text'
import { captureOf } from './capture-builder'

const CAUSES = Object.keys(enProblem.cause) as (keyof typeof enProblem.cause)[]
const ROWS = Object.entries(FAILURE_TABLE) as [ReadingCause, readonly string[]][]

describe('a cause', () => {
  test.each(CAUSES)('%s has one sentence and a next step in both languages, with everything filled in', (cause) => {
    const problem = problemOf(cause, { class: 'Msvm_VssComponent', code: '0x80041003', words: '42' })
    for (const language of LANGUAGES) {
      for (const text of [translate(language, problem.message), translate(language, problem.step)]) {
        expect(text).toMatch(language === 'ko' ? /[가-힣]/ : /[a-z]/)
        expect(text).not.toMatch(/[{}]|undefined|NaN/)
      }
    }
  })

  test.each(SESSION_CAUSES)('%s is kept by a capture under its own name', (cause) => {
    expect(causeOfCode(cause, null)).toBe(cause)
  })
})

describe('the failure table', () => {
  test('has a row for every cause that has sentences, and no code in two rows', () => {
    expect(ROWS.map(([cause]) => cause).toSorted()).toEqual(CAUSES.toSorted())
    const codes = ROWS.flatMap(([, codes]) => codes.map((code) => code.toLowerCase()))
    expect(new Set(codes).size).toBe(codes.length)
  })

  test.each(ROWS.filter(([, codes]) => codes.length > 0))('%s is known by its codes', (cause, codes) => {
    for (const code of codes) {
      expect(causeOfCode(code, 'Msvm_VssComponent')).toBe(cause)
      expect(causeOfCode(code.toLowerCase(), null)).toBe(cause)
      const sentence = translate('en', problemOfClass({ class: null, code, message: '거부되었습니다.' }).message)
      expect(sentence).not.toMatch(/could not be read: 거부/)
    }
  })
})

describe('an event log', () => {
  const log = 'Microsoft-Windows-Hyper-V-Worker-Admin'
  test.each([
    ['System.UnauthorizedAccessException', 'events-refused'],
    ['0x80070005', 'events-refused'],
    ['0x00040004', 'events-timed-out'],
    ['time-limit', 'events-timed-out'],
    ['events-not-over-cim', 'events-not-over-cim'],
    ['powershell-ended', 'events-unreadable'],
    ['System.Diagnostics.Eventing.Reader.EventLogException', 'events-unreadable'],
    ['CommandNotFoundException', 'events-unreadable'],
  ])('with %s: %s, and the check is whole all the same', (code, cause) => {
    expect(causeOfCode(code, log)).toBe(cause)
    expect(causeOfCode(code, 'System')).toBe(cause)
    const capture = { ...captureOf([]), problems: [{ class: log, code, message: '로그가 손상되었습니다.' }] }
    const judged = judge(capture, {})
    expect(problemsOf(judged.snapshot)).toHaveLength(1)
    expect(isIncomplete(judged)).toBe(false)
  })
})

describe('the code of an error decides, not its words', () => {
  test.each([
    ['0x8004100E', 'Msvm_ComputerSystem', 'namespace-missing'],
    ['0x8004100e', 'Win32_OperatingSystem', 'wmi-damaged'],
    ['0x80041003', 'Msvm_VssComponent', 'refused'],
    ['0x80070005', 'Msvm_VssComponent', 'refused'],
    ['0x80041010', 'Msvm_RdvComponent', 'class-missing'],
    ['0x800706BA', 'Msvm_ComputerSystem', 'vmms-silent'],
    ['0x800706BA', 'Win32_ComputerSystem', 'wmi-silent'],
    ['0x80041013', 'Msvm_ComputerSystem', 'vmms-silent'],
    ['0x40004', 'Msvm_KvpExchangeComponent', 'class-timed-out'],
    ['0x00040004', 'Msvm_KvpExchangeComponent', 'class-timed-out'],
    ['0x8004106C', 'Msvm_ComputerSystem', 'quota'],
    ['0x80041017', 'MSCluster_Resource', 'query-refused'],
    ['MethodInvocationNotSupportedInConstrainedLanguage', null, 'constrained-language'],
    ['CommandNotFoundException', 'Msvm_ComputerSystem', 'no-cim-command'],
    ['0x80041099', 'Msvm_ComputerSystem', 'unknown'],
    ['0x8004100E', 'StdRegProv', 'wmi-damaged'],
    ['0x80041003', 'StdRegProv', 'refused'],
    ['0x8004100E', 'StdRegProvider', 'namespace-missing'],
    ['0x8004100E', 'Msvm_Win32_', 'namespace-missing'],
    ['0x800706BA', null, 'vmms-silent'],
    ['constructor', null, 'unknown'],
    ['', null, 'unknown'],
  ])('%s on %s: %s', (code, className, cause) => {
    expect(causeOfCode(code, className)).toBe(cause)
  })

  test('an answer that is too large is known by the name of the setting, which no language translates', () => {
    const problem = { class: 'Msvm_KvpExchangeComponent', code: 'HRESULT', message: 'Der Wert MaxEnvelopeSizekb ...' }
    expect(translate('en', problemOfClass(problem).message)).toContain('larger than the host’s WinRM may send')
    const refused = { ...problem, code: '0x80041003' }
    expect(translate('en', problemOfClass(refused).message)).not.toContain('WinRM')
  })

  test('an unknown code keeps its own words, on one line, and its code', () => {
    const problem = problemOfClass({
      class: 'Msvm_VssComponent',
      code: '0x80041099',
      message: '액세스가\r\n거부\u202E되었습니다. ',
    })
    expect(translate('en', problem.message)).toBe(
      'Msvm_VssComponent could not be read: 액세스가 거부 되었습니다. (0x80041099)',
    )
    expect(problem).toMatchObject({ code: '0x80041099', class: 'Msvm_VssComponent' })
    const silent = problemOfClass({ class: null, code: null, message: '' })
    expect(translate('en', silent.message)).toBe('Hyper-V could not be read: no explanation was given (unknown)')
  })

  test('what is known of a session’s end is in the sentence', () => {
    const ended = problemOfClass({ class: 'Msvm_VssComponent', code: 'powershell-ended', message: '0xC0000005' })
    expect(translate('en', ended.message)).toContain('exit code 0xC0000005')
    const late = problemOfClass({ class: 'Msvm_VssComponent', code: 'time-limit', message: '120' })
    expect(translate('en', late.message)).toContain('120 seconds')
    expect(translate('ko', late.message)).toContain('120초')
  })
})

describe('why a reading has no VM to show', () => {
  const access = (facts: Partial<Access>): Access => ({
    elevated: null,
    hyperVAdministrators: null,
    namespace: 'present',
    vmms: null,
    hostRowSeen: false,
    languageMode: null,
    ...facts,
  })
  const nothing = (facts: Partial<Capture>): Capture => {
    const capture = captureOf([])
    const classes = Object.fromEntries(Object.keys(capture.classes).map((name) => [name, []]))
    return { ...capture, classes, access: access({}), ...facts }
  }
  const codeOf = (capture: Capture): string | undefined => problemOfReading(decodeCapture(capture))?.code

  test('none, when VMs were read or the host’s own row proves that there are none', () => {
    expect(codeOf(captureOf([{}]))).toBeUndefined()
    expect(codeOf(captureOf([]))).toBeUndefined()
  })

  test.each([
    ['no rights', { access: access({}) }, 'no-vm-proved'],
    ['no Hyper-V', { access: access({ namespace: 'missing' }) }, '0x8004100E'],
    ['service stopped', { access: access({ vmms: 'stopped' }) }, 'vmms-stopped'],
    ['service running', { access: access({ vmms: 'running' }) }, 'no-vm-proved'],
    ['refused', { problems: [{ class: 'Msvm_ComputerSystem', code: '0x80041003', message: '' }] }, '0x80041003'],
    [
      'PowerShell died',
      { stopped: 'broken-off', problems: [{ class: 'Win32_OperatingSystem', code: 'powershell-ended', message: '1' }] },
      'powershell-ended',
    ],
    ['cancelled', { stopped: 'cancelled' }, 'cancelled'],
  ] as const)('%s', (_, facts, code) => {
    expect(codeOf(nothing(facts as Partial<Capture>))).toBe(code)
  })

  test('one cause of many refused classes is said once', () => {
    const names = Object.keys(captureOf([]).classes)
    const problems = names.map((name) => ({ class: name, code: '0x8004100E', message: '잘못된 네임스페이스' }))
    expect(problemsOf(decodeCapture(nothing({ access: access({ namespace: 'missing' }), problems })))).toHaveLength(1)
  })
})
