import { readFileSync } from 'node:fs'
import { PowerShell } from 'node-powershell'
import { afterEach, describe, expect, test } from 'vitest'
import { callOf, envelopesOf, makeFakeHost, REQUEST } from './collector'
import { COLLECTOR, ENGINE, fakeImport, runSession, sessionEnvironment } from './engine'
import { hostWith } from './hyper-v-host'

const lines = (text: string): readonly string[] => text.split(/\r?\n/).filter(Boolean)

describe('a session over standard input', () => {
  test('runs a statement of one line at once and one of several at the next blank line', async () => {
    const { stdout } = await runSession([
      '"one"',
      'function f {',
      '  "two"',
      '}',
      '',
      'f',
      'if ($true) {',
      '"three"',
      '}',
      '',
    ])
    expect(lines(stdout)).toEqual(['one', 'two', 'three'])
  })

  test('takes what follows a statement of several lines into it until the blank line', async () => {
    const { stdout } = await runSession(['function f {', '  "never"', '}', 'f'])
    expect(stdout.trim()).toBe('')
  })

  test('goes on after an error, which it writes to standard error', async () => {
    const { stdout, stderr, code } = await runSession([
      '"before"',
      'throw "broken"',
      '1 +* 2',
      'No-SuchCommand',
      '"after"',
    ])
    expect(lines(stdout)).toEqual(['before', 'after'])
    expect(stderr).toContain('broken')
    expect(stderr).toContain('No-SuchCommand')
    expect(code).toBe(0)
  })

  test('ends with the code of exit, also from within a function', async () => {
    expect(await runSession(['exit 3', '"never"'])).toMatchObject({ code: 3, stdout: '' })
    expect((await runSession(['function f { exit 4 }', 'f'])).code).toBe(4)
  })

  test('carries Korean and symbols', async () => {
    const { stdout } = await runSession(['[Console]::Out.WriteLine("하트비트 ✓")'])
    expect(stdout.trim()).toBe('하트비트 ✓')
  })

  test('asks nobody', async () => {
    const { stdout, stderr } = await runSession([
      'function f { param([Parameter(Mandatory)] $Name) $Name }',
      'f',
      '"goes on"',
    ])
    expect(stdout.trim()).toBe('goes on')
    expect(stderr).toMatch(/Name/)
  })
})

describe('the fake Hyper-V', () => {
  const ask = async (...statements: readonly string[]): Promise<readonly string[]> => {
    const fake = makeFakeHost(hostWith(['vm']), { missingClasses: ['Msvm_RdvComponent'] })
    try {
      return lines((await runSession(statements, fake.variables)).stdout)
    } finally {
      fake.remove()
    }
  }

  test('gives rows with the types of CIM', async () => {
    const vm = '$vm = @(Get-CimInstance -Namespace root\\virtualization\\v2 -ClassName msvm_computersystem)[1]'
    const typed = [
      'OperationalStatus',
      'StatusDescriptions',
      'EnabledState',
      'OnTimeInMilliseconds',
      'ProcessID',
      'InstallDate',
    ]
    const kinds = await ask(
      vm,
      ...typed.map((name) => `$vm.${name}.GetType().Name`),
      '$vm.InstallDate.Kind',
      '$vm.PSTypeNames[0]',
    )
    expect(kinds).toEqual([
      'UInt16[]',
      'String[]',
      'UInt16',
      'UInt64',
      'UInt32',
      'DateTime',
      'Local',
      'Microsoft.Management.Infrastructure.CimInstance#root/virtualization/v2/Msvm_ComputerSystem',
    ])
  })

  test('raises errors that do not end a statement, with the ids of the real cmdlet', async () => {
    const id = 'Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand'
    const call = 'Get-CimInstance -Namespace root/virtualization/v2 -ErrorAction SilentlyContinue'
    const said = await ask(
      `${call} -ClassName Msvm_RdvComponent; "goes on"`,
      '$error[0].FullyQualifiedErrorId',
      `${call} -ClassName Msvm_VssComponent -Property NoSuch`,
      '$error[0].FullyQualifiedErrorId',
      'Get-CimInstance -Namespace root/nowhere -ClassName X -ErrorAction SilentlyContinue',
      '$error[0].FullyQualifiedErrorId',
      `try { ${call.replace('SilentlyContinue', 'Stop')} -ClassName Msvm_RdvComponent; "never" } catch { "caught" }`,
    )
    expect(said).toEqual([
      'goes on',
      `HRESULT 0x80041010,${id}`,
      `HRESULT 0x80041017,${id}`,
      `HRESULT 0x8004100e,${id}`,
      'caught',
    ])
  })

  test('answers a query in WQL as well', async () => {
    const query = "SELECT InstanceID FROM Msvm_VirtualSystemSettingData WHERE VirtualSystemType='Other'"
    const count = (text: string): string =>
      `@(Get-CimInstance -Namespace root/virtualization/v2 -Query "${text}").Count`
    expect(await ask(count(query), count(query.replace('Other', 'Microsoft:Hyper-V:System:Realized')))).toEqual([
      '0',
      '1',
    ])
  })
})

describe('node-powershell', () => {
  const before = process.env['NODE_POWERSHELL']
  afterEach(() => {
    if (before === undefined) delete process.env['NODE_POWERSHELL']
    else process.env['NODE_POWERSHELL'] = before
  })

  test('drives the engine: the collector is sent once and checks twice in one session', async () => {
    process.env['NODE_POWERSHELL'] = ENGINE
    const fake = makeFakeHost(hostWith(['이름 "하나"', 'two']))
    const shell = new PowerShell({
      throwOnInvocationError: false,
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: { env: sessionEnvironment(fake.variables) },
    })
    try {
      for (const statement of fakeImport(fake.variables)) await shell.invoke(statement)
      await shell.invoke(readFileSync(COLLECTOR, 'utf8'))
      for (const _ of [1, 2]) {
        const { stdout, hadErrors } = await shell.invoke(callOf(REQUEST))
        const envelopes = envelopesOf(stdout?.toString('ascii') ?? '')
        expect(hadErrors).toBe(false)
        expect([...envelopes.keys()].at(-1)).toBe('finish')
        expect(envelopes.get('Msvm_ComputerSystem')).toMatchObject({
          rows: [{ Name: 'HV01' }, { ElementName: '이름 "하나"' }, { ElementName: 'two' }],
        })
      }
    } finally {
      await shell.dispose()
      fake.remove()
    }
  })
})
