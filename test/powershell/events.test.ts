import { beforeAll, describe, expect, test } from 'vitest'
import { decodeEvents } from '../../src/core/decode/events'
import { Capture, type Row } from '../../src/core/model/capture'
import { REQUEST, runCheck, type Check, type Faults } from './collector'
import { CHANNELS, eventRow, hostWith, vmId } from './hyper-v-host'

const [INTEGRATION, WORKER, MANAGEMENT, SYSTEM] = CHANNELS

/** In whole seconds: of a fraction the collector leaves zeros at the end out. */
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d+/, '')

const kvpProvider = 'Microsoft-Windows-Hyper-V-Integration-KvpExchange'
const versions = ['3.0', '3.0', '4.0', '5.0']

const mismatch = eventRow(4010, 0, { time: ago(1), channel: INTEGRATION, provider: kvpProvider, values: versions })
const device = eventRow(23_014, 0, { time: ago(2), values: ['Synthetic SCSI Controller', '3.3', '3.2'] })
const restart = eventRow(18_514, 0, { time: ago(0.5) })
const storage = eventRow(6, 0, { time: ago(3), channel: SYSTEM, provider: 'storvsp' })
const disk = eventRow(16_060, 0, { time: ago(4), channel: MANAGEMENT, provider: 'Microsoft-Windows-Hyper-V-VMMS' })
const wanted = [mismatch, device, restart, storage, disk]
const unwanted = [
  eventRow(23_014, 0, { time: ago(15) }),
  eventRow(18_590, 0, { time: ago(1) }),
  eventRow(6, 0, { time: ago(1), channel: SYSTEM, provider: 'Microsoft-Windows-Kernel-General' }),
]

const check = (faults: Faults = {}, request: Partial<typeof REQUEST> = {}, events: readonly Row[] = wanted) =>
  runCheck({ ...hostWith(['vm-0']), events }, { faults, request: { ...REQUEST, ...request } })

const idsOf = (read: Check, channel: string): readonly unknown[] => read.classOf(channel).rows.map((row) => row['id'])

const expectWhole = (read: Check): void => {
  expect(read.classOf('Msvm_KvpExchangeComponent')).toMatchObject({ problem: null })
  expect(read.classOf('Msvm_KvpExchangeComponent').rows).toHaveLength(1)
  expect(read.names.at(-1)).toBe('finish')
}

describe('the event logs of a host', () => {
  let read: Check
  beforeAll(async () => {
    read = await check({}, {}, [...unwanted, ...wanted])
  })

  test('are read by number, newest first, within the days that were asked for, one query each', () => {
    expect(CHANNELS.map((channel) => idsOf(read, channel))).toEqual([[4010], [18_514, 23_014], [16_060], [6]])
    expect(read.queries.filter((line) => line.startsWith('eventlog '))).toHaveLength(CHANNELS.length)
    expect(read.stderr).toBe('')
  })

  test('come as numbers and property values, with the words of the host beside them', () => {
    expect(read.classOf(INTEGRATION).rows).toEqual([mismatch])
    expect(read.classOf(WORKER).rows).toEqual([restart, device])
  })

  test('give the version pairs of a VM in any language', () => {
    const rows = CHANNELS.flatMap((channel) => read.classOf(channel).rows)
    const decoded = decodeEvents(
      Capture.parse({
        schema: 'integration-doctor/capture@1',
        collectedAt: ago(0),
        target: { via: 'local' },
        classes: {},
        events: rows,
      }),
    ).get(vmId(0))
    expect(decoded?.versions.kvp).toMatchObject({ negotiated: '4.0', expected: '5.0' })
    expect(decoded?.devices.map(({ subject }) => subject)).toEqual(['storage', 'device'])
  })
})

describe('a log that cannot be read never fails the check', () => {
  test('not there, and empty: no event and no problem', async () => {
    const read = await check({ missingChannels: [INTEGRATION] }, {}, [restart])
    for (const channel of [INTEGRATION, MANAGEMENT]) {
      expect(read.classOf(channel)).toMatchObject({ rows: [], problem: null })
    }
    expectWhole(read)
  })

  test('no right, and damaged after some events: the others are read', async () => {
    const read = await check({
      eventErrors: {
        [WORKER]: {
          id: 'System.Diagnostics.Eventing.Reader.EventLogException',
          message: '손상된 로그',
          afterEvents: 1,
        },
        [SYSTEM]: { id: 'System.UnauthorizedAccessException', message: '액세스가 거부되었습니다.' },
      },
    })
    expect(idsOf(read, WORKER)).toEqual([18_514])
    expect(read.classOf(WORKER).problem).toMatchObject({
      class: WORKER,
      code: 'System.Diagnostics.Eventing.Reader.EventLogException',
      message: '손상된 로그',
    })
    expect(read.classOf(SYSTEM).problem).toMatchObject({ code: 'System.UnauthorizedAccessException' })
    expect(idsOf(read, MANAGEMENT)).toEqual([16_060])
    expectWhole(read)
  })

  test('slow: what came in time is kept, and the logs after it are named', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ ...device, record: index, time: ago(1 + index / 100) }))
    const read = await check({ slowEvents: 100 }, { eventsTimeoutSeconds: 1 }, [...many, disk])
    expect(idsOf(read, WORKER).length).toBeGreaterThan(0)
    expect(idsOf(read, WORKER).length).toBeLessThan(many.length)
    expect([WORKER, MANAGEMENT, SYSTEM].map((channel) => read.classOf(channel).problem?.code)).toEqual(
      Array(3).fill('0x00040004'),
    )
    expectWhole(read)
  })

  test('long: no more than the number asked for, the newest', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...device, record: index, time: ago(1 + index / 100) }))
    const read = await check({}, { eventsMost: 10 }, many)
    expect(read.classOf(WORKER).rows.map((row) => row['record'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})

test('hostile values of an event arrive to the letter', async () => {
  const values = ['$(calc) `whoami`', '"; Remove-Item x', 'line\r\nbreak\u0000', '@@ end', 'x'.repeat(2500)]
  const read = await check({}, {}, [{ ...device, values, message: null }])
  const [row] = read.classOf(WORKER).rows
  expect(row?.['values']).toEqual([...values.slice(0, 4), 'x'.repeat(2000)])
  expect(row?.['message']).toBe('')
  expectWhole(read)
})
