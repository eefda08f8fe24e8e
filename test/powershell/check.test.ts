import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { problemOfReading } from '../../src/core/decode/class-problem'
import { decodeCapture } from '../../src/core/decode/snapshot'
import { translate } from '../../src/core/i18n/translate'
import { Capture } from '../../src/core/model/capture'
import { collect, type CheckOptions, type CheckResult } from '../../src/main/powershell/collect'
import { PowerShellSession } from '../../src/main/powershell/session'
import type { Faults } from './collector'
import { COLLECTOR } from './engine'
import { eventRow, hostWith, manyNames } from './hyper-v-host'
import { captureOf, endSessions, isRunning, paragraphs, setup } from './sessions'

afterEach(endSessions)

const codeOf = (result: CheckResult): string => (result.ok ? 'a capture' : result.problem.code)

/** Starts the session's PowerShell, so that a time limit is for what comes after and not for a busy machine. */
const warmUp = async (session: PowerShellSession): Promise<void> => {
  expect(await session.run('"warm"', { limitMs: 50_000, onLine: () => undefined })).toMatchObject({ ok: true })
}

/** A check that is cancelled when it has come to a class. */
const cancelledAt = (className: string): CheckOptions => {
  const controller = new AbortController()
  return {
    signal: controller.signal,
    onProgress: ({ current }) => {
      if (current === className) controller.abort()
    },
  }
}

describe('a check through node-powershell', () => {
  test('reads every class, shows its progress, and gives a capture of the format', async () => {
    const { session } = setup()
    const steps: string[] = []
    const capture = captureOf(
      await collect(session, { onProgress: ({ done, of, current }) => steps.push(`${done}/${of} ${current ?? ''}`) }),
    )
    expect(Capture.safeParse(capture).error).toBeUndefined()
    expect(capture).toMatchObject({ complete: true, stopped: null, problems: [], target: { via: 'local' } })
    expect(capture.classes['Msvm_ComputerSystem']?.map((row) => row['ElementName'])).toEqual([
      'HV01',
      'web-01',
      '웹-02',
    ])
    expect(capture.host['Win32_OperatingSystem']).toMatchObject({ BuildNumber: '20348', OSLanguage: 1042 })
    expect(capture.access).toMatchObject({ namespace: 'present', hostRowSeen: true, languageMode: 'FullLanguage' })
    expect(Object.keys(capture.timings ?? {})).toEqual(capture.asked)
    const asked = capture.asked ?? []
    expect(steps[0]).toBe(`0/${asked.length} ${asked[0] ?? ''}`)
    expect(steps).toContain(`3/${asked.length} ${asked[3] ?? ''}`)
    expect(steps.at(-1)).toBe(`${asked.length}/${asked.length} `)
  })

  test('tells of the VMs as soon as they are listed, and again when more is known of them', async () => {
    const { session } = setup()
    const told: (readonly string[])[] = []
    const open: number[] = []
    captureOf(
      await collect(session, {
        onMachines: (unfinished, { done, of }) => {
          told.push(decodeCapture(unfinished).vms.map(({ name }) => name))
          open.push(of - done)
        },
      }),
    )
    expect(told).toEqual([
      ['web-01', '웹-02'],
      ['web-01', '웹-02'],
      ['web-01', '웹-02'],
    ])
    // Long before the end: the services, the addresses and the logs are still to come.
    expect(open[0]).toBeGreaterThan(20)
  })

  test('keeps its PowerShell warm for the next check, and leaves none behind when it is closed', async () => {
    const { session } = setup()
    captureOf(await collect(session))
    const { pid } = session
    captureOf(await collect(session))
    expect(session.pid).toBe(pid)
    expect(pid === undefined ? null : isRunning(pid)).toBe(true)
    await session.close()
    expect(pid === undefined ? null : isRunning(pid)).toBe(false)
    expect(session.pid).toBeUndefined()
  })

  test('makes as many queries for 300 VMs as for one', async () => {
    const one = setup(hostWith(['web-01']))
    const many = setup(hostWith(manyNames(300)))
    captureOf(await collect(one.session))
    expect(captureOf(await collect(many.session)).classes['Msvm_ComputerSystem']).toHaveLength(301)
    expect(many.fake.queries()).toHaveLength(one.fake.queries().length)
  })

  test('runs two checks that are asked for at once one after the other', async () => {
    const { session } = setup()
    const captures = await Promise.all([collect(session), collect(session)])
    expect(captures.map((result) => captureOf(result).complete)).toEqual([true, true])
  })
})

describe('what goes wrong in the middle', () => {
  test.each([
    ['0', '0'],
    ['3', '3'],
    ['kill', 'SIGKILL'],
  ])(
    'a PowerShell that ends with %s: what was read is kept and marked, and the next check starts a new one',
    async (how, detail) => {
      const { session } = setup(hostWith(['web-01']), { die: { Msvm_VssComponent: how } })
      const capture = captureOf(await collect(session))
      expect(capture).toMatchObject({ complete: false, stopped: 'broken-off', access: null })
      expect(capture.problems).toEqual([{ class: 'Msvm_VssComponent', code: 'powershell-ended', message: detail }])
      expect(capture.classes['Msvm_HeartbeatComponent']).toHaveLength(1)
      expect(capture.classes).not.toHaveProperty('Msvm_VssComponent')
      expect(session.pid).toBeUndefined()
      expect(captureOf(await collect(session)).stopped).toBe('broken-off')
    },
  )

  test('a class that hangs: the time limit ends the check and its PowerShell, and says at which class', async () => {
    const { session } = setup(hostWith(['web-01']), { hang: ['Msvm_VssComponent'] })
    await warmUp(session)
    let pid: number | undefined
    const result = await collect(session, { limitMs: 4000, onProgress: () => (pid = session.pid) })
    const capture = captureOf(result)
    expect(capture).toMatchObject({ complete: false, stopped: 'timed-out' })
    expect(capture.problems).toEqual([{ class: 'Msvm_VssComponent', code: 'time-limit', message: '4' }])
    expect(capture.classes['Msvm_ComputerSystem']).toHaveLength(2)
    expect(pid === undefined ? null : isRunning(pid)).toBe(false)
  })

  test('a cancel keeps what was read, ends PowerShell at once and is no problem of a class', async () => {
    const { session } = setup(hostWith(['web-01']), { hang: ['Msvm_VssComponent'] })
    const started = performance.now()
    const capture = captureOf(await collect(session, cancelledAt('Msvm_VssComponent')))
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(capture).toMatchObject({ complete: false, stopped: 'cancelled', problems: [] })
    expect(capture.classes['Msvm_HeartbeatComponent']).toHaveLength(1)
    expect(session.pid).toBeUndefined()
  })

  test('a check that is cancelled while it waits for another one reads nothing and disturbs nothing', async () => {
    const { session } = setup()
    const controller = new AbortController()
    const [first, second] = await Promise.all([
      collect(session, { onProgress: () => controller.abort() }),
      collect(session, { signal: controller.signal }),
    ])
    expect(captureOf(first).complete).toBe(true)
    expect(codeOf(second)).toBe('cancelled')
    expect(session.pid).toBeDefined()
  })

  test('noise of other software between the envelopes changes nothing', async () => {
    const { session } = setup(hostWith(['web-01']), { noise: '@@nothing 12 Msvm_VssComponent' })
    expect(captureOf(await collect(session))).toMatchObject({ complete: true, problems: [] })
    expect(session.pid).toBeDefined()
  })

  test('a class that answers later than its own limit is named, and the others are read', async () => {
    const { session } = setup(hostWith(['web-01']), { errors: { Msvm_VssComponent: { code: '0x40004' } } })
    const capture = captureOf(await collect(session))
    expect(capture.problems?.map(({ class: name, code }) => [name, code])).toEqual([
      ['Msvm_VssComponent', '0x00040004'],
    ])
    expect(capture.complete).toBe(true)
  })
})

describe('what gives no answer at all', () => {
  test('no PowerShell where it should be', async () => {
    const session = new PowerShellSession({ executables: ['/no/such/pwsh'], env: {}, prelude: '' })
    expect(codeOf(await collect(session))).toBe('powershell-missing')
  })

  test.runIf(process.platform !== 'win32')('a PowerShell that may not be started', async () => {
    const session = new PowerShellSession({ executables: [COLLECTOR], env: {}, prelude: '' })
    const result = await collect(session)
    expect(codeOf(result)).toBe('powershell-blocked')
    expect(result.ok ? '' : translate('en', result.problem.message)).toContain('EACCES')
  })

  test('a program that is no PowerShell and ends at once', async () => {
    const session = new PowerShellSession({ executables: [process.execPath], env: process.env, prelude: '' })
    expect(codeOf(await collect(session))).toBe('powershell-ended')
  })

  test('a PowerShell that runs but knows nothing of the check', async () => {
    const { session } = setup(hostWith(['web-01']), { answersNothing: true })
    expect(codeOf(await collect(session))).toBe('powershell-silent')
    expect(session.pid).toBeUndefined()
  })

  test('a PowerShell that answers with something else', async () => {
    const { session } = setup(hostWith([]), {}, 'function Invoke-IntegrationDoctor { "Welcome to CORP" }')
    expect(codeOf(await collect(session))).toBe('powershell-noise')
  })

  test('a PowerShell that hangs before it says anything, with a program that it started: both are ended', async () => {
    const node = process.execPath.replaceAll("'", "''")
    const hang = [
      'function Invoke-IntegrationDoctor {',
      `  $child = [System.Diagnostics.Process]::Start('${node}', '-e "setTimeout(() => {}, 600000)"')`,
      '  [Console]::Out.WriteLine("child=$($child.Id)")',
      '  [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite)',
      '}',
    ].join('\n')
    const { session } = setup(hostWith([]), {}, hang)
    await warmUp(session)
    let child = 0
    let shell: number | undefined
    const end = await session.run('Invoke-IntegrationDoctor', {
      limitMs: 5000,
      onLine: (line) => {
        child = Number(/^child=(\d+)$/.exec(line)?.[1] ?? child)
        shell = session.pid
      },
    })
    expect(end).toMatchObject({ ok: false, cause: 'time-limit', detail: '5' })
    expect(child).toBeGreaterThan(0)
    expect(isRunning(child)).toBe(false)
    expect(shell === undefined ? null : isRunning(shell)).toBe(false)
  })
})

describe('a PowerShell in Constrained Language Mode', () => {
  const restrict = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'"
  const restricted = (): string => paragraphs(restrict, readFileSync(COLLECTOR, 'utf8'))

  test('reads the same, by cmdlets alone, and says in which mode it did', async () => {
    const host = {
      ...hostWith(['$(calc) `n "하나" \u{1f600}', 'line\r\nbreak', ': colons :  ', 'twin', 'twin']),
      events: [eventRow(18514, 0, { time: new Date(Date.now() - 60_000).toISOString() })],
    }
    const free = captureOf(await collect(setup(host).session))
    const { session } = setup(host, {}, restricted())
    const capture = captureOf(await collect(session))
    expect(capture).toMatchObject({ complete: true, stopped: null, problems: [] })
    expect(capture.classes).toEqual(free.classes)
    expect(capture.host).toEqual(free.host)
    expect(capture.events).toEqual(free.events)
    expect(capture.access).toEqual({
      ...free.access,
      languageMode: 'ConstrainedLanguage',
      elevated: null,
      hyperVAdministrators: null,
    })
    expect(captureOf(await collect(session)).complete).toBe(true)
  })

  test('whose answer breaks off in the middle is no whole one', async () => {
    const { session } = setup(hostWith(['web-01']), { die: { Msvm_VssComponent: '3' } }, restricted())
    expect(captureOf(await collect(session))).toMatchObject({ complete: false, stopped: 'broken-off' })
  })

  test('that does not take the script says so instead of hanging', async () => {
    const result = await collect(setup(hostWith([]), {}, paragraphs(restrict)).session)
    expect(codeOf(result)).toBe('constrained-language')
    expect(result.ok ? '' : translate('en', result.problem.message)).toContain('ConstrainedLanguage')
  })
})

describe('what is no Hyper-V host to this account', () => {
  const problemCode = async (faults: Faults, host = hostWith(['web-01'])): Promise<string | undefined> =>
    problemOfReading(decodeCapture(captureOf(await collect(setup(host, faults).session))))?.code

  test('no Hyper-V', async () => {
    expect(await problemCode({ missingNamespace: true })).toBe('0x8004100E')
  })

  test('no rights: an empty list without an error proves nothing', async () => {
    expect(await problemCode({ noRights: true })).toBe('no-vm-proved')
  })

  test('the list of VMs is refused', async () => {
    const refused = { errors: { Msvm_ComputerSystem: { code: '0x80041003', afterRows: 0 } } }
    expect(await problemCode(refused, hostWith([]))).toBe('0x80041003')
  })

  test('the management service is stopped', async () => {
    const host = { ...hostWith(['web-01']), access: { vmms: 'stopped' } }
    expect(await problemCode({ noRights: true }, host)).toBe('vmms-stopped')
  })

  test('a host without VMs is no problem', async () => {
    expect(await problemCode({}, hostWith([]))).toBeUndefined()
  })
})
