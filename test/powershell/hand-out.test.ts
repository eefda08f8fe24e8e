import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Capture } from '../../src/core/model/capture'
import type { Diagnosis } from '../../src/core/model/diagnosis'
import { handOutScript } from '../../src/main/powershell/hand-out'
import { readCaptureFile } from '../../src/main/sources/capture-file'
import { collect } from '../../src/main/powershell/collect'
import { type Faults, makeFakeHost } from './collector'
import { runSession, type SessionOutput } from './engine'
import { eventRow, type HostRows, hostWith, manyNames } from './hyper-v-host'
import { commandsOf, distinct, factsOf, pasteFaults } from './script-facts'
import { captureOf, endSessions, setup } from './sessions'

const script = handOutScript('1.2.3')
const pasted = script.replace('\uFEFF', '').replaceAll('\r\n', '\n')
const hostile = ['$(calc) `n "하나" ‘zwei’', 'line\r\nbreak\u0000', '😀'.repeat(50), '\u202eltr', 'twin', 'twin', '']

/** Parameters as Windows PowerShell 5.1 documents them. Those given by a table of arguments: see the next list. */
const PARAMETERS_OF_5_1 = new Set([
  'Get-WinEvent -ErrorAction',
  'Get-WinEvent -ErrorVariable',
  'Get-WinEvent -FilterXPath',
  'Get-WinEvent -LogName',
  'Get-WinEvent -MaxEvents',
  'Invoke-CimMethod -Arguments',
  'Set-Content -Encoding',
  'Set-Content -ErrorAction',
  'Set-Content -LiteralPath',
  'Set-Content -Value',
  'Test-Path -LiteralPath',
])

/** Parameters of Get-CimInstance and Invoke-CimMethod in 5.1 that the script gives by a table. */
const SPLATTED_OF_5_1 = new Set([
  'CimSession',
  'ClassName',
  'ErrorAction',
  'ErrorVariable',
  'Filter',
  'MethodName',
  'Namespace',
  'OperationTimeoutSec',
  'OutVariable',
  'Property',
  'Query',
])

/** Types that the .NET Framework 4.5 and 5.1 have, which every Windows with 5.1 brings. */
const TYPES_OF_5_1 = new Set(
  [
    'array bool byte char cultureinfo datetime double hashtable int int16 int64 long object sbyte string string[] uint16',
    'uint32 uint32[] uint64 Console System.Convert System.Math System.Text.Encoding System.IO.MemoryStream',
    'System.IO.Compression.GZipStream System.IO.Compression.CompressionMode System.Security.Principal.WindowsIdentity',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-out-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await endSessions()
})

/** Pastes the script into a console of its own, whose folder is the test's. */
const paste = async (
  host: HostRows,
  {
    before = [],
    variables = {},
    faults = {},
  }: { before?: readonly string[]; faults?: Faults; variables?: Readonly<Record<string, string>> } = {},
) => {
  const fake = makeFakeHost(host, faults)
  try {
    return await runSession([...before, pasted], { ...fake.variables, ...variables }, 30_000, folder)
  } finally {
    fake.remove()
  }
}

const written = async (): Promise<Capture> => {
  const [name = ''] = readdirSync(folder)
  const result = await readCaptureFile(join(folder, name))
  if (!result.ok) throw new Error(result.problem.code)
  return result.capture
}

const said = ({ stdout, stderr }: SessionOutput): string => `${stdout}${stderr}`

const restrict = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'"

describe('the script to hand out', () => {
  test.each([
    ['pasted into a console', []],
    ['in Constrained Language Mode', [restrict]],
  ])('%s, writes one capture that holds what the program itself reads', async (_, before) => {
    const host = {
      ...hostWith(hostile),
      events: [eventRow(18_514, 0, { time: new Date(Date.now() - 60_000).toISOString() })],
    }
    const output = await paste(host, { before })
    expect(output.stderr).toBe('')
    expect(output.stdout).toContain('It changes nothing and sends nothing anywhere.')
    expect(output.stdout).toMatch(/Saved: .*HV01_\d{4}-\d\d-\d\d_\d{4}\.hvcapture/)
    const own = captureOf(await collect(setup(host).session))
    const capture = await written()
    expect(capture).toMatchObject({ complete: true, stopped: null, problems: [], sha256: null })
    expect(capture.target).toEqual({ computerName: 'HV01', via: 'file' })
    const parts = ({ host: rows, classes, events, asked }: Capture) => ({ rows, classes, events, asked })
    expect(parts(capture)).toEqual(parts(own))
    expect(Object.keys(capture.timings ?? {})).toEqual(capture.asked)
  })

  test('whose file the command line judges like any other', async () => {
    await paste(hostWith(manyNames(2)))
    const file = join(folder, readdirSync(folder)[0] ?? '')
    const ran = spawnSync(process.execPath, ['scripts/check.mjs', '--capture', file, '--format', 'json'], {
      encoding: 'utf8',
      timeout: 50_000,
    })
    expect(ran.stderr).toBe('')
    const diagnosis = JSON.parse(ran.stdout) as Diagnosis
    expect(diagnosis).toMatchObject({ host: { name: 'HV01', build: '20348' }, problems: [] })
    expect(diagnosis.vms.map(({ verdict }) => verdict)).toEqual(['safe-to-ignore', 'safe-to-ignore'])
  })

  test('keeps an earlier file, and a class that was refused as a problem', async () => {
    const fake = makeFakeHost(hostWith(['vm']), {
      errors: { Msvm_VssComponent: { code: '0x80041003', message: '거부' } },
    })
    try {
      await runSession([pasted, 'Save-IntegrationDoctorCapture -Days 1'], fake.variables, 30_000, folder)
    } finally {
      fake.remove()
    }
    expect(readdirSync(folder)).toHaveLength(2)
    const capture = await written()
    expect(capture.problems).toEqual([{ class: 'Msvm_VssComponent', code: '0x80041003', message: '거부' }])
    expect(capture.classes).not.toHaveProperty('Msvm_VssComponent')
  })

  test('says so where the account sees nothing, and still writes what it may', async () => {
    const output = await paste(hostWith(['vm']), { faults: { noRights: true } })
    expect(said(output)).toContain('Attention: this account does not see Hyper-V.')
    expect((await written()).access).toMatchObject({ hostRowSeen: false, vmms: 'running' })
  })

  test('says where it may not write, and what to do then', async () => {
    const fake = makeFakeHost(hostWith(['vm']))
    const missing = join(folder, 'no', 'such')
    const call = pasted.replace(
      /Save-IntegrationDoctorCapture\n$/,
      `Save-IntegrationDoctorCapture -Folder '${missing}'\n`,
    )
    try {
      const output = await runSession([call], fake.variables, 30_000, folder)
      expect(output.stdout).toContain(`The file could not be written to ${missing}`)
      expect(output.stdout).not.toContain('Saved:')
    } finally {
      fake.remove()
    }
  })

  test('speaks Korean on a Korean Windows', async () => {
    const output = await paste(hostWith(['vm']), { variables: { LC_ALL: 'ko_KR.UTF-8' } })
    expect(output.stdout).toContain('아무것도 변경하지 않으며')
    expect(output.stdout).toContain('저장됨: ')
  })

  test('parses as 5.1, can be pasted, and runs only commands that read, but for the one that writes its file', async () => {
    const path = join(folder, 'collector.ps1')
    writeFileSync(path, script)
    const facts = await factsOf(path)
    expect(distinct(facts, 'error')).toEqual([])
    expect(distinct(facts, 'newer')).toEqual([])
    expect(pasteFaults(facts, readFileSync(path, 'utf8'))).toEqual([])
    expect(commandsOf(facts)).toEqual([
      'ConvertFrom-Json',
      'ForEach-Object',
      'Get-CimInstance',
      'Get-WinEvent',
      'Invoke-CimMethod',
      'Join-Path',
      'New-Object',
      'Set-Content',
      'Test-Path',
      'Where-Object',
      'Write-Host',
    ])
    const own = new Set(facts.get('function'))
    const parameters = distinct(facts, 'parameter').filter((use) => !own.has(use.split(' ')[0] ?? ''))
    expect(parameters.filter((use) => !PARAMETERS_OF_5_1.has(use))).toEqual([])
    const tables = [...script.matchAll(/\$arguments = @\{([^}]*)\}|\$arguments\.(\w+) =/g)].flatMap(
      ([, table, name]) =>
        table === undefined ? [name ?? ''] : [...table.matchAll(/(\w+) = /g)].map(([, key]) => key ?? ''),
    )
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.filter((name) => !SPLATTED_OF_5_1.has(name))).toEqual([])
    expect(distinct(facts, 'type').filter((name) => !TYPES_OF_5_1.has(name.toLowerCase()))).toEqual([])
    expect(script.startsWith('\uFEFF#')).toBe(true)
    expect(script.replaceAll('\r\n', '')).not.toContain('\n')
  })
})
