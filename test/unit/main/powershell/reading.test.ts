import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Capture } from '../../../../src/core/model/capture'
import { Reading } from '../../../../src/main/powershell/reading'

const ASKED = ['Win32_OperatingSystem', 'Msvm_ComputerSystem', 'Msvm_VssComponent']

const START = {
  collectedAt: '2026-11-23T08:46:37Z',
  collector: { name: 'collect.ps1', version: '1.0.0', psVersion: '5.1.20348.1', psEdition: 'Desktop' },
  target: { computerName: 'HV01' },
  asked: ASKED,
}
const ACCESS = {
  elevated: true,
  hyperVAdministrators: null,
  namespace: 'present',
  vmms: null,
  hostRowSeen: true,
  languageMode: 'FullLanguage',
}

const answer = (name: string, rows: unknown, problem: unknown = null) => ({
  class: name,
  namespace: name.startsWith('Win32_') ? 'root\\cimv2' : 'root\\virtualization\\v2',
  ms: 12,
  problem,
  rows,
})

const started = (): Reading => {
  const reading = new Reading()
  reading.take('start', START)
  return reading
}

const whole = (): Reading => {
  const reading = started()
  reading.take('Win32_OperatingSystem', answer('Win32_OperatingSystem', [{ BuildNumber: '20348' }]))
  reading.take('Msvm_ComputerSystem', answer('Msvm_ComputerSystem', [{ Name: 'HV01', OtherEnabledState: null }]))
  reading.take('Msvm_VssComponent', answer('Msvm_VssComponent', []))
  reading.take('access', { access: ACCESS })
  reading.take('finish', {})
  return reading
}

describe('a reading', () => {
  test('that came to its end is a complete capture that the format accepts', () => {
    const reading = whole()
    const capture = reading.capture(null)
    expect(Capture.safeParse(capture).error).toBeUndefined()
    expect(capture).toMatchObject({
      complete: true,
      stopped: null,
      collectedAt: START.collectedAt,
      target: { computerName: 'HV01', via: 'local' },
      host: { Win32_OperatingSystem: { BuildNumber: '20348' } },
      classes: { Msvm_ComputerSystem: [{ Name: 'HV01', OtherEnabledState: null }], Msvm_VssComponent: [] },
      asked: ASKED,
      access: ACCESS,
      problems: [],
      timings: { Msvm_VssComponent: 12 },
    })
    expect(capture.classes).not.toHaveProperty('Win32_OperatingSystem')
  })

  test('tells how far it is and what is being read', () => {
    const reading = started()
    expect(reading.progress).toEqual({ done: 0, of: 3, current: 'Win32_OperatingSystem' })
    reading.take('Win32_OperatingSystem', answer('Win32_OperatingSystem', []))
    expect(reading.progress).toEqual({ done: 1, of: 3, current: 'Msvm_ComputerSystem' })
    expect(whole().progress).toEqual({ done: 3, of: 3, current: null })
  })

  test('keeps rows and a problem of one class beside each other, and no rows of a class that was refused', () => {
    const reading = started()
    const problem = { class: 'Msvm_VssComponent', code: '0x80041017', message: 'Invalid property' }
    reading.take('Msvm_VssComponent', answer('Msvm_VssComponent', [{ SystemName: 'A' }], problem))
    const refused = { class: 'Msvm_ComputerSystem', code: '0x80041003', message: 'Access denied' }
    reading.take('Msvm_ComputerSystem', answer('Msvm_ComputerSystem', [], refused))
    const capture = reading.capture({ cause: 'cancelled', detail: '' })
    expect(capture.classes).toEqual({ Msvm_VssComponent: [{ SystemName: 'A' }] })
    expect(capture.problems).toEqual([refused, problem])
  })

  test.each([
    ['cancelled', 'cancelled', []],
    ['time-limit', 'timed-out', [{ class: 'Msvm_ComputerSystem', code: 'time-limit', message: '120' }]],
    ['powershell-ended', 'broken-off', [{ class: 'Msvm_ComputerSystem', code: 'powershell-ended', message: '120' }]],
  ] as const)('that was stopped by %s keeps what it had, and names the class it was at', (cause, stopped, problems) => {
    const reading = started()
    reading.take('Win32_OperatingSystem', answer('Win32_OperatingSystem', [{ BuildNumber: '20348' }]))
    const capture = reading.capture({ cause, detail: '120' })
    expect(Capture.safeParse(capture).error).toBeUndefined()
    expect(capture).toMatchObject({ complete: false, stopped, problems, access: null })
    expect(capture.host).toEqual({ Win32_OperatingSystem: { BuildNumber: '20348' } })
    expect(capture.classes).toEqual({})
  })

  test('names a damaged class, and one that was never answered although the collector was through', () => {
    const reading = started()
    reading.take('Msvm_ComputerSystem', undefined)
    reading.take('Msvm_VssComponent', answer('Msvm_KvpExchangeComponent', [{}]))
    reading.take('access', { access: ACCESS })
    reading.take('finish', {})
    expect(reading.capture(null).problems).toEqual([
      { class: 'Win32_OperatingSystem', code: 'answer-missing', message: '' },
      { class: 'Msvm_ComputerSystem', code: 'answer-damaged', message: '' },
      { class: 'Msvm_VssComponent', code: 'answer-damaged', message: '' },
    ])
    expect(reading.capture(null).classes).toEqual({})
  })

  test('counts the first answer for a class only', () => {
    const reading = whole()
    reading.take('Msvm_VssComponent', answer('Msvm_VssComponent', [{ SystemName: 'B' }]))
    expect(reading.capture(null).classes['Msvm_VssComponent']).toEqual([])
  })

  test('keeps events as they came, and is whole although a log could not be read', () => {
    const reading = new Reading()
    reading.take('start', { ...START, asked: ['Msvm_VssComponent', 'Log-A', 'Log-B', 'Log-C'] })
    reading.take('Msvm_VssComponent', answer('Msvm_VssComponent', []))
    reading.take('access', { access: ACCESS })
    const event = { channel: 'Log-A', id: 4010, values: ['a'] }
    reading.take('Log-A', { class: 'Log-A', namespace: 'eventlog', ms: 5, problem: null, rows: [event] })
    expect(reading.finished).toBe(false)
    const capture = reading.capture({ cause: 'time-limit', detail: '20' })
    expect(capture).toMatchObject({ complete: true, stopped: null, events: [event], timings: { 'Log-A': 5 } })
    expect(capture.problems).toEqual([
      { class: 'Log-B', code: 'time-limit', message: '20' },
      { class: 'Log-C', code: 'time-limit', message: '20' },
    ])
    expect(reading.capture({ cause: 'cancelled', detail: '' })).toMatchObject({ complete: false, stopped: 'cancelled' })
    expect(reading.capture({ cause: 'powershell-ended', detail: '3' })).toMatchObject({
      complete: false,
      stopped: 'broken-off',
      problems: [{ class: 'Log-B', code: 'powershell-ended' }],
    })
  })

  test('has no events where no log was read, which is not the same as a log without events', () => {
    expect(whole().capture(null).events).toBeNull()
    const reading = whole()
    reading.take('Log-A', { class: 'Log-A', namespace: 'eventlog', ms: 5, problem: null, rows: [] })
    expect(reading.capture(null).events).toEqual([])
  })

  test('is a valid capture whatever the envelopes hold, and never starts from garbage', () => {
    const content = fc.oneof(
      fc.jsonValue(),
      fc.record({
        class: fc.constant('Msvm_VssComponent'),
        namespace: fc.string(),
        ms: fc.float(),
        problem: fc.jsonValue(),
        rows: fc.jsonValue(),
      }),
      fc.constant(answer('Msvm_VssComponent', [{}])),
    )
    const names = fc.constantFrom('start', 'access', 'finish', ...ASKED, '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, content), { maxLength: 10 }), (envelopes) => {
        const reading = started()
        for (const [name, json] of envelopes) reading.take(name, json)
        const parsed = Capture.safeParse(
          JSON.parse(JSON.stringify(reading.capture({ cause: 'cancelled', detail: '' }))),
        )
        expect(parsed.error).toBeUndefined()
      }),
    )
    const never = new Reading()
    never.take('start', { asked: 'everything' })
    expect(never.started).toBe(false)
    expect(() => never.capture(null)).toThrow('never started')
  })
})
