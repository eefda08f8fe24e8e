import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/core/model/capture'
import { REQUEST, runCheck, type Check } from './collector'
import { hostWith, manyNames } from './hyper-v-host'

const host = hostWith(manyNames(5))

/** All classes but the given ones must be whole. */
const expectOthersWhole = (check: Check, ...broken: readonly string[]): void => {
  const whole = Object.entries(host.classes).filter(([name]) => !broken.includes(name))
  const read = whole.map(([name]) => [name, check.classOf(name).rows, check.classOf(name).problem])
  expect(read).toEqual(whole.map(([name, rows]) => [name, rows, null]))
  expect(check.names.at(-1)).toBe('finish')
}

describe('a class that fails, fails by itself', () => {
  test('refused, with a message in the language of the host', async () => {
    const message = '액세스가 거부되었습니다.'
    const check = await runCheck(host, { faults: { errors: { Msvm_VssComponent: { code: '0x80041003', message } } } })
    expect(check.classOf('Msvm_VssComponent')).toMatchObject({
      rows: [],
      problem: { class: 'Msvm_VssComponent', code: '0x80041003', message },
    })
    expectOthersWhole(check, 'Msvm_VssComponent')
  })

  test('not there, on an older host', async () => {
    const check = await runCheck(host, { faults: { missingClasses: ['Msvm_GuestServiceInterfaceComponent'] } })
    const problem = { class: 'Msvm_GuestServiceInterfaceComponent', code: '0x80041010', message: 'Invalid class' }
    expect(check.classOf('Msvm_GuestServiceInterfaceComponent')).toMatchObject({ rows: [], problem })
    expectOthersWhole(check, 'Msvm_GuestServiceInterfaceComponent')
  })

  test('broken off: the rows before the error stay beside it', async () => {
    const failure = { code: '0x800706BE', message: '원격 프로시저를 호출하지 못했습니다.', afterRows: 3 }
    const check = await runCheck(host, { faults: { errors: { Msvm_KvpExchangeComponent: failure } } })
    const { rows, problem } = check.classOf('Msvm_KvpExchangeComponent')
    expect(rows).toEqual(host.classes['Msvm_KvpExchangeComponent']?.slice(0, 3))
    expect(problem).toMatchObject({ code: '0x800706BE', message: failure.message })
    expectOthersWhole(check, 'Msvm_KvpExchangeComponent')
  })

  test('slower than its limit, while data exchange has a limit of its own', async () => {
    const check = await runCheck(host, {
      faults: { slow: { Msvm_TimeSyncComponent: 1500, Msvm_KvpExchangeComponent: 1500 } },
      request: { ...REQUEST, classTimeoutSeconds: 1, kvpTimeoutSeconds: 20 },
    })
    expect(check.classOf('Msvm_TimeSyncComponent').problem?.code).toBe('0x00040004')
    expect(check.classOf('Msvm_KvpExchangeComponent').ms).toBeGreaterThanOrEqual(1500)
    expectOthersWhole(check, 'Msvm_TimeSyncComponent')
  })
})

const newest: readonly string[] = ['EnhancedSessionTransportType', 'IsSaved']

const withoutNewest = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([property]) => !newest.includes(property)))

describe('a property that an older host does not know', () => {
  test('is left out, the class is asked once more and the rest is whole', async () => {
    const name = 'Msvm_VirtualSystemSettingData'
    const faults = { missingProperties: { [name]: newest } }
    const check = await runCheck(host, { faults })
    const rows = host.classes[name]?.map((row) => withoutNewest(row))
    expect(check.classOf(name)).toMatchObject({ problem: null })
    expect(check.classOf(name).rows).toEqual(rows)
    expect(check.queries.filter((line) => line.includes(name))).toEqual([
      expect.stringContaining('EnhancedSessionTransportType'),
      expect.stringMatching(/ \* VirtualSystemType='Microsoft:Hyper-V:System:Realized'$/),
    ])
    expectOthersWhole(check, name)
  })

  test('is not asked for again when rows had come before the refusal', async () => {
    const failure = { code: '0x80041017', message: 'Invalid property', afterRows: 2 }
    const check = await runCheck(host, { faults: { errors: { Msvm_VssComponent: failure } } })
    expect(check.classOf('Msvm_VssComponent').rows).toEqual(host.classes['Msvm_VssComponent']?.slice(0, 2))
    expect(check.classOf('Msvm_VssComponent').problem?.code).toBe('0x80041017')
    expect(check.queries.filter((line) => / Msvm_VssComponent /.test(line))).toHaveLength(1)
  })

  test('is asked for no more than twice, when the second query is refused as well', async () => {
    const check = await runCheck(host, { faults: { errors: { Msvm_VssComponent: { code: '0x80041017' } } } })
    expect(check.classOf('Msvm_VssComponent').problem?.code).toBe('0x80041017')
    expect(check.queries.filter((line) => / Msvm_VssComponent /.test(line))).toHaveLength(2)
    expectOthersWhole(check, 'Msvm_VssComponent')
  })
})

describe('a computer that is not a Hyper-V host', () => {
  test('has no namespace; what Windows itself says is still read', async () => {
    const check = await runCheck(host, { faults: { missingNamespace: true } })
    expect(check.classOf('Win32_OperatingSystem').rows).toEqual([host.host['Win32_OperatingSystem']])
    for (const name of Object.keys(host.classes)) {
      expect(check.classOf(name)).toMatchObject({ rows: [], problem: { code: '0x8004100E' } })
    }
    expect(check.envelopes.get('access')).toMatchObject({ access: { namespace: 'missing', hostRowSeen: null } })
  })
})

describe('a session that goes wrong in the middle', () => {
  // A killed process has no code; where a launcher stands between, it has the launcher's.
  const killed = [null, 137, -1, 1]
  test.each([
    { name: 'ends with code 0', faults: { die: { Msvm_ShutdownComponent: 0 } }, codes: [0] },
    { name: 'ends with code 3', faults: { die: { Msvm_ShutdownComponent: 3 } }, codes: [3] },
    { name: 'is killed', faults: { die: { Msvm_ShutdownComponent: 'kill' } }, codes: killed },
    { name: 'hangs', faults: { hang: ['Msvm_ShutdownComponent'] }, codes: killed },
  ])('$name: what was read before is there, and there is no end', async ({ name, faults, codes }) => {
    const check = await runCheck(host, { faults, limitMs: name === 'hangs' ? 4000 : 30_000 })
    expect(codes).toContain(check.code)
    expect(check.classOf('Msvm_HeartbeatComponent').rows).toEqual(host.classes['Msvm_HeartbeatComponent'])
    expect(check.names).not.toContain('Msvm_ShutdownComponent')
    expect(check.names).not.toContain('finish')
    expect(check.stdout).not.toContain('session goes on')
  })

  test('writes noise on both streams: the envelopes stay whole', async () => {
    const noise = '경고: 업데이트가 있습니다 @@ 12 start'
    const check = await runCheck(host, { faults: { noise } })
    expect(check.stdout).toContain(noise)
    expect(check.stderr).toContain(noise)
    expectOthersWhole(check)
  })

  test('answers nothing: no envelope, although the session goes on', async () => {
    const check = await runCheck(host, { faults: { answersNothing: true } })
    expect(check.names).toEqual([])
    expect(check.queries).toEqual([])
    expect(check.stdout).toContain('session goes on')
  })
})
