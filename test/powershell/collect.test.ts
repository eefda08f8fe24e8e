import { beforeAll, describe, expect, test } from 'vitest'
import { NONCE, runCheck, type Check } from './collector'
import { CHANNELS, hostWith, manyNames, SERVICES, vmId, type HostRows } from './hyper-v-host'

const CLASSES = [
  'Win32_OperatingSystem',
  'Win32_ComputerSystem',
  'StdRegProv',
  'Win32_Service',
  'Msvm_ComputerSystem',
  'Msvm_SummaryInformation',
  'Msvm_VirtualSystemSettingData',
  ...SERVICES.map((service) => `Msvm_${service}ComponentSettingData`),
  'Msvm_SyntheticEthernetPortSettingData',
  'Msvm_SyntheticEthernetPort',
  'Msvm_EmulatedEthernetPortSettingData',
  'Msvm_EmulatedEthernetPort',
  'Msvm_GuestNetworkAdapterConfiguration',
  ...SERVICES.map((service) => `Msvm_${service}Component`),
]
const ASKED = [...CLASSES, ...CHANNELS]
const PIECES = ['start', ...CLASSES, 'access', ...CHANNELS, 'finish']

/** Each class must come back row by row, property by property, as the fake host has it. */
const expectSameRows = (check: Check, { host, classes }: HostRows): void => {
  const single = Object.entries(host).map(([name, row]) => [name, [row]] as const)
  const expected = [...single, ...Object.entries(classes)]
  expect(expected.map(([name]) => [name, check.classOf(name).rows])).toEqual(expected)
}

describe('a host of 14 VMs', () => {
  const host = hostWith(manyNames(14))
  let check: Check
  beforeAll(async () => {
    check = await runCheck(host)
  })

  test('comes back as it is, every class in an envelope of its own, data exchange last', () => {
    expect(check.names).toEqual(PIECES)
    expectSameRows(check, host)
    expect(check.stderr).toBe('')
    expect(check.stdout).toContain('session goes on')
  })

  test('is introduced by who reads it, where, when and what', () => {
    expect(check.envelopes.get('start')).toEqual({
      collector: {
        name: 'collect.ps1',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        psVersion: expect.stringMatching(/^\d+\.\d+/),
        psEdition: expect.stringMatching(/^(Core|Desktop)$/),
      },
      target: { computerName: expect.stringMatching(/./) },
      collectedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      asked: ASKED,
    })
  })

  test('is closed by what the session may see', () => {
    const { access } = check.envelopes.get('access') as { access: Record<string, unknown> }
    expect(access).toMatchObject({
      namespace: 'present',
      vmms: 'running',
      clusterService: null,
      hostRowSeen: true,
      remote: false,
      languageMode: 'FullLanguage',
    })
    // Only Windows has the token that these two are read from; null says that they could not be found out.
    const kind = process.platform === 'win32' ? 'boolean' : 'object'
    expect([typeof access['elevated'], typeof access['hyperVAdministrators']]).toEqual([kind, kind])
  })

  test('says of each class its namespace, the milliseconds and that nothing is wrong', () => {
    for (const name of ASKED) {
      const { namespace, ms, problem } = check.classOf(name)
      const ofHost = name.startsWith('Win32_') || name === 'StdRegProv'
      const expected = CLASSES.includes(name) ? (ofHost ? 'root\\cimv2' : 'root\\virtualization\\v2') : 'eventlog'
      expect(namespace).toBe(expected)
      expect(Number.isInteger(ms) && ms >= 0).toBe(true)
      expect(problem).toBeNull()
    }
  })

  test('is written in short lines of ASCII between a head with the length and an end', () => {
    const lines = check.stdout.split(/\r?\n/).filter((line) => line !== '' && line !== 'session goes on')
    expect(lines.filter((line) => line === `@@${NONCE} end`)).toHaveLength(check.names.length)
    for (const line of lines) {
      expect(line).toMatch(/^(@@[\x20-\x7e]+|[A-Za-z0-9+/=]+)$/)
      expect(line.length).toBeLessThanOrEqual(4096)
    }
  })

  test('asks for the realized settings only, and for named properties only', () => {
    const settings = check.queries.find((line) => line.includes('Msvm_VirtualSystemSettingData'))
    expect(settings).toMatch(/VirtualSystemType='Microsoft:Hyper-V:System:Realized'$/)
    expect(check.queries.filter((line) => line.includes(' * '))).toEqual([])
  })
})

describe('the number of queries', () => {
  test('is one per class, for 1 VM and for 500', async () => {
    const many = hostWith(manyNames(500))
    const [one, fiveHundred] = await Promise.all([runCheck(hostWith(['only'])), runCheck(many, { limitMs: 110_000 })])
    const classesOf = (check: Check): readonly (string | undefined)[] => check.queries.map((line) => line.split(' ')[1])
    expect(classesOf(one)).toEqual(ASKED)
    expect(classesOf(fiveHundred)).toEqual(ASKED)
    expectSameRows(fiveHundred, many)
  }, 120_000)
})

describe('a host without VMs', () => {
  test('is empty for sure when its own row is seen', async () => {
    const check = await runCheck(hostWith([]))
    expect(check.classOf('Msvm_ComputerSystem').rows).toHaveLength(1)
    expect(check.classOf('Msvm_VssComponent')).toMatchObject({ rows: [], problem: null })
    expect(check.envelopes.get('access')).toMatchObject({ access: { hostRowSeen: true, namespace: 'present' } })
  })

  test('is not known to be empty when not even its own row is seen', async () => {
    const check = await runCheck(hostWith(manyNames(3)), { faults: { noRights: true } })
    for (const name of ASKED.filter((each) => each.startsWith('Msvm_'))) {
      expect(check.classOf(name)).toMatchObject({ rows: [], problem: null })
    }
    expect(check.envelopes.get('access')).toMatchObject({
      access: { hostRowSeen: false, namespace: 'present', vmms: 'running' },
    })
    expect(check.queries).toHaveLength(ASKED.length)
  })

  test('says when its management service is stopped', async () => {
    const host = { ...hostWith([]), access: { vmms: 'stopped' } }
    const check = await runCheck(host, { faults: { noRights: true } })
    expect(check.envelopes.get('access')).toMatchObject({ access: { hostRowSeen: false, vmms: 'stopped' } })
  })
})

describe('what a VM is called', () => {
  const hostile = [
    '"quoted" \'single\' ‘typographic’',
    '$(Stop-Computer) `whoami` ; exit 7 # @(1)',
    'line\r\nbreak\ttab\u0000nul\u0007bell\u001b[31mred',
    "'; [Console]::Out.WriteLine('@@" + NONCE + " 4 start') #",
    '운영 서버 🖥️ 👩‍👩‍👧',
    '\u202eright to left\u202c \u2028 \ufeff',
    'x'.repeat(200),
    '<script>alert(1)</script> &amp; \\u0041 \\',
    '2026-11-23T08:46:37Z',
    '',
    'twin',
    'twin',
  ]

  test('comes back to the letter and never becomes code', async () => {
    const host = hostWith(hostile)
    const check = await runCheck(host)
    expectSameRows(check, host)
    expect(check.names).toEqual(PIECES)
    expect(check.code).toBe(0)
    expect(check.stderr).toBe('')
  })

  test('does not become code in a request either', async () => {
    const check = await runCheck(hostWith(['vm']), {
      request: { nonce: "x'; [Console]::Out.WriteLine('owned'); '", classTimeoutSeconds: 30, kvpTimeoutSeconds: 60 },
    })
    expect(check.names).toEqual([])
    expect(check.queries).toEqual([])
    expect(check.stdout).not.toContain('owned')
    expect(check.stderr).toContain('The request has no usable nonce.')
  })
})

describe('null, an empty list and a list of one', () => {
  test('stay three different things', async () => {
    const statuses = [null, [], [15], [2, 32775], [2, 12]]
    const host = hostWith(manyNames(statuses.length))
    const heartbeats = (host.classes['Msvm_HeartbeatComponent'] ?? []).map((row, index) => ({
      ...row,
      EnabledState: index === 0 ? null : 3,
      OperationalStatus: statuses[index],
      StatusDescriptions: index === 1 ? null : [],
    }))
    const check = await runCheck({ ...host, classes: { ...host.classes, Msvm_HeartbeatComponent: heartbeats } })
    expect(check.classOf('Msvm_HeartbeatComponent').rows).toEqual(heartbeats)
    expect(check.classOf('Msvm_HeartbeatComponent').rows[4]).toMatchObject({ SystemName: vmId(4) })
  })

  test('stay so for the numbers at the ends of their ranges', async () => {
    const host = hostWith(['vm'])
    const rows = [
      {
        ...host.classes['Msvm_ComputerSystem']?.[1],
        OnTimeInMilliseconds: Number.MAX_SAFE_INTEGER,
        ProcessID: 4_294_967_295,
        EnabledState: 65_535,
      },
      { ...host.classes['Msvm_ComputerSystem']?.[1], OnTimeInMilliseconds: 0, ProcessID: 0, EnabledState: 0 },
    ]
    const check = await runCheck({ ...host, classes: { ...host.classes, Msvm_ComputerSystem: rows } })
    expect(check.classOf('Msvm_ComputerSystem').rows).toEqual(rows)
  })
})
