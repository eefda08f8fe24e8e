import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { problemOfClass } from '../../src/core/decode/class-problem'
import { causeOfCode, FAILURE_TABLE, type ReadingCause } from '../../src/core/decode/failure-table'
import { decodeCapture } from '../../src/core/decode/snapshot'
import { judge } from '../../src/core/diagnosis/judge'
import { problemsOf } from '../../src/core/diagnosis/problems'
import { translate } from '../../src/core/i18n/translate'
import type { Capture, Row } from '../../src/core/model/capture'
import { LANGUAGES } from '../../src/core/model/text'
import { collect } from '../../src/main/powershell/collect'
import { PowerShellSession } from '../../src/main/powershell/session'
import { makeFakeHost } from './collector'
import { COLLECTOR, ENGINE, fakeImport, sessionEnvironment } from './engine'
import { type HostRows, hostWith, manyNames } from './hyper-v-host'
import { captureOf, endSessions, paragraphs, setup } from './sessions'

afterEach(endSessions)

/** Most queries for a whole check, event logs and the test of rights included; README tells the number. */
const MOST_QUERIES = 30

describe('every code of the failure table, raised by the real cmdlet’s stand-in', () => {
  const rows = (Object.entries(FAILURE_TABLE) as [ReadingCause, readonly string[]][]).flatMap(([, codes]) =>
    codes.filter((code) => code.startsWith('0x')),
  )
  const classes = Object.keys(hostWith([]).classes).filter((name) => name !== 'Msvm_ComputerSystem')

  test('is kept for its class, has its sentence in both languages, and leaves the other classes alone', async () => {
    // Several codes in one check: each class fails by itself.
    for (let at = 0; at < rows.length; at += classes.length) {
      const part = rows.slice(at, at + classes.length)
      const message = 'Der Zugriff wurde verweigert. 액세스가 거부되었습니다.'
      const errors = Object.fromEntries(part.map((code, index) => [classes[index], { code, message }]))
      const capture = captureOf(await collect(setup(hostWith(['vm']), { errors }).session))
      const found = new Map(capture.problems?.map((problem) => [problem.class, problem]))
      for (const [index, code] of part.entries()) {
        const problem = found.get(classes[index] ?? '')
        expect(problem?.code?.toUpperCase()).toBe(code.toUpperCase())
        expect(causeOfCode(problem?.code ?? '', problem?.class ?? null)).toBe(causeOfCode(code, classes[index] ?? null))
        for (const language of LANGUAGES) {
          const text = translate(language, problemOfClass(problem ?? { class: null, code: null, message: '' }).message)
          expect(text).not.toMatch(/Zugriff|액세스가 거부되었습니다\. \(/)
        }
      }
      expect(capture.complete).toBe(true)
      expect(capture.classes['Msvm_ComputerSystem']).toHaveLength(2)
    }
  })

  test('an error that nobody knows keeps its own words and its code', async () => {
    const errors = { Msvm_VssComponent: { code: '0x80049999', message: '알 수 없는\r\n오류' } }
    const capture = captureOf(await collect(setup(hostWith(['vm']), { errors }).session))
    const [problem] = problemsOf(decodeCapture(capture))
    expect(problem?.code).toBe('0x80049999')
    expect(translate('en', problem?.message ?? { key: 'problem.no-words', params: {} })).toContain('알 수 없는 오류')
  })
})

describe('hosts of every kind', () => {
  test('5,000 VMs: every row of every class, and no more queries than for one', async () => {
    // Few properties, because the stand-in takes longer to make the rows than the collector to write them.
    const light = ({ ...row }: Row): Row =>
      Object.fromEntries(
        ['Name', 'InstanceID', 'SystemName', 'EnabledState', 'OperationalStatus', 'VirtualSystemType']
          .filter((name) => name in row)
          .map((name) => [name, row[name]]),
      )
    const host = hostWith(manyNames(5000))
    const classes = Object.fromEntries(Object.entries(host.classes).map(([name, rows]) => [name, rows.map(light)]))
    const many = setup({ ...host, classes })
    const capture = captureOf(await collect(many.session, { limitMs: 280_000 }))
    expect(capture).toMatchObject({ complete: true, problems: [] })
    const countsOf = (tables: Capture['classes']): unknown =>
      Object.keys(classes).map((name) => [name, tables[name]?.length, light(tables[name]?.at(-1) ?? {})])
    expect(countsOf(capture.classes)).toEqual(countsOf(classes))
    const one = setup(hostWith(['only']))
    expect(captureOf(await collect(one.session)).classes['Msvm_VssComponent']).toHaveLength(1)
    expect(many.fake.queries().map((line) => line.split(' ')[1])).toEqual(
      one.fake.queries().map((line) => line.split(' ')[1]),
    )
    expect(many.fake.queries()).toHaveLength(MOST_QUERIES)
    expect(readFileSync('README.md', 'utf8')).toContain(`${MOST_QUERIES} queries`)
  }, 300_000)

  test.each([
    ['Korean', 1042, 'Microsoft Windows Server 2022 Standard', '확인'],
    ['German', 1031, 'Microsoft Windows Server 2022 Standard', 'Normaler Betrieb'],
    ['Japanese', 1041, 'Microsoft Windows Server 2022 Standard', '正常動作'],
  ])('in %s are judged as in any language', async (_, OSLanguage, Caption, word) => {
    const translated = (row: Row): Row => ({
      ...row,
      ...('StatusDescriptions' in row && { StatusDescriptions: [word] }),
    })
    const host = hostWith(['vm'])
    const classes = Object.fromEntries(Object.entries(host.classes).map(([name, rows]) => [name, rows.map(translated)]))
    const system = { ...host.host['Win32_OperatingSystem'], OSLanguage, Caption }
    const spoken = { ...host, host: { ...host.host, Win32_OperatingSystem: system }, classes }
    const [vm] = judge(captureOf(await collect(setup(spoken).session)), {}).vms
    expect(vm?.verdict).toBe('safe-to-ignore')
    expect(vm?.serviceVerdicts).toMatchObject({ heartbeat: 'healthy', vss: 'safe-to-ignore' })
  })

  test('of 2012 R2 lack newer properties: they are not asked for, and no query more is made', async () => {
    const host = hostWith(['vm'])
    const system = { ...host.host['Win32_OperatingSystem'], Version: '6.3.9600', BuildNumber: '9600' }
    const faults = {
      missingProperties: {
        Msvm_VirtualSystemSettingData: ['EnhancedSessionTransportType'],
        Msvm_KvpExchangeComponentSettingData: ['DisableHostKVPItems'],
      },
    }
    const old = setup({ ...host, host: { ...host.host, Win32_OperatingSystem: system } }, faults)
    const capture = captureOf(await collect(old.session))
    expect(capture).toMatchObject({ complete: true, problems: [] })
    expect(capture.classes['Msvm_VirtualSystemSettingData']?.[0]).not.toHaveProperty('EnhancedSessionTransportType')
    expect(old.fake.queries()).toHaveLength(MOST_QUERIES)
  })

  test('that do not know a number of the summary are asked for fewer', async () => {
    const { session, fake } = setup(hostWith(['vm']), { unknownSummaryNumbers: [121] })
    const capture = captureOf(await collect(session))
    expect(capture.problems).toEqual([])
    expect(capture.classes['Msvm_SummaryInformation']).toHaveLength(1)
    expect(fake.queries().filter((line) => line.includes('GetSummaryInformation'))).toHaveLength(2)
  })

  test('with null in every property of every row are read without an error', async () => {
    const host = hostWith(['vm'])
    const blank = (row: Row): Row => Object.fromEntries(Object.keys(row).map((name) => [name, null]))
    const classes = Object.fromEntries(
      Object.entries(host.classes).map(([name, rows]) => [name, rows.map((row) => blank(row))]),
    )
    const realized = (classes['Msvm_VirtualSystemSettingData'] ?? []).map((row) => ({
      ...row,
      VirtualSystemType: 'Microsoft:Hyper-V:System:Realized',
    }))
    const served = { ...classes, Msvm_VirtualSystemSettingData: realized }
    const capture = captureOf(await collect(setup({ ...host, classes: served }).session))
    expect(capture.problems).toEqual([])
    expect(capture.classes).toMatchObject(served)
    expect(judge(capture, {}).vms).toEqual([])
  })
})

describe('a hostile value in any field', () => {
  const EVIL = [
    "'; $(Set-Evil) ; `Set-Evil` ; & { Set-Evil } #",
    '"; Set-Evil; $(throw 1)\r\n\r\nSet-Evil\r\n',
    "@@f3a9c2d17b604e58 4 finish\r\n@@f3a9c2d17b604e58 end\r\n'end'\u0000\u202e",
    Buffer.from('Set-Evil').toString('base64'),
  ]
  const spy = "function Set-Evil { [Console]::Out.WriteLine('EVIL RAN'); [Console]::Error.WriteLine('EVIL RAN') }"

  const poisoned = (row: Row, evil: string): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        // What joins rows, and what the stand-in filters by, stays; everything else that is a text does not.
        if (['InstanceID', 'SystemName', 'Name', 'VirtualSystemIdentifier', 'VirtualSystemType'].includes(name)) {
          return [name, value]
        }
        if (typeof value === 'string') return [name, /^\d{4}-\d\d-\d\dT/.test(value) ? value : evil]
        return [name, Array.isArray(value) && typeof value[0] === 'string' ? [evil] : value]
      }),
    )

  test.each(EVIL.map((evil) => [evil]))('stays a value through the whole chain: %j', async (evil) => {
    const host = hostWith(['vm'])
    // In whole seconds: of a fraction the collector leaves zeros at the end out.
    const time = new Date().toISOString().replace(/\.\d+/, '')
    const event = { channel: 'System', provider: 'storvsp', id: 6, level: 2, record: 1, time }
    const all: HostRows = {
      ...host,
      host: Object.fromEntries(Object.entries(host.host).map(([name, row]) => [name, poisoned(row, evil)])),
      classes: Object.fromEntries(
        Object.entries(host.classes).map(([name, rows]) => [name, rows.map((row) => poisoned(row, evil))]),
      ),
      events: [{ ...event, values: [evil], message: evil }],
    }
    const fake = makeFakeHost(all, { errors: { Msvm_RdvComponent: { code: '0x80049999', message: evil } } })
    const lines: string[] = []
    const session = new PowerShellSession({
      executables: [ENGINE],
      env: sessionEnvironment(fake.variables),
      prelude: paragraphs(...fakeImport(fake.variables), spy, readFileSync(COLLECTOR, 'utf8')),
    })
    try {
      const capture: Capture = captureOf(await collect(session))
      await session.run("'after'", { limitMs: 20_000, onLine: (line) => lines.push(line) })
      expect(lines).toEqual(['after'])
      const { Msvm_RdvComponent: _, ...classes } = all.classes
      expect(capture.classes).toMatchObject(classes)
      expect(capture.events).toEqual(all.events)
      expect(capture.problems?.[0]?.message).toBe(evil.trim())
      const judged = judge(capture, {})
      expect(judged.vms).toHaveLength(1)
    } finally {
      await session.end()
      fake.remove()
    }
  })
})
