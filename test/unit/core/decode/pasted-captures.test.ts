import { describe, expect, test } from 'vitest'
import { captureOfText, readPasted, snapshotOfText } from '../../../../src/core/decode/pasted-capture'
import type { PastedReading, PastedSign } from '../../../../src/core/decode/pasted/reading'
import { decodeCapture } from '../../../../src/core/decode/snapshot'
import type { Snapshot, Vm } from '../../../../src/core/model/snapshot'
import { captureOf, UBUNTU } from '../capture-builder'

const AT = '1970-01-01T00:01:40Z'

test('a text becomes a capture in which nothing is invented', () => {
  expect(captureOfText('text', 'ticket.txt', AT)).toEqual({
    schema: 'integration-doctor/capture@1',
    collectedAt: AT,
    complete: true,
    stopped: null,
    collector: null,
    target: { computerName: null, via: 'pasted' },
    host: {},
    asked: [],
    classes: {},
    events: [],
    access: null,
    problems: [],
    timings: {},
    pasted: { text: 'text', name: 'ticket.txt' },
    sha256: null,
  })
})

describe('the reading of a text', () => {
  const TABLE = 'VMName Name Enabled PrimaryStatusDescription\n------ ---- ------- ----\nweb01 VSS True OK\n'

  test('is none of a capture of rows', () => {
    expect(readPasted(captureOf([{}]), {})).toBeNull()
  })

  test('is of the time of pasting, whoever asks and whatever is answered', () => {
    const capture = captureOfText(TABLE, null, AT)
    const first = readPasted(capture, {})
    const second = readPasted(capture, { 'pasted:web01': { family: 'ubuntu' } })
    expect(first?.snapshot.collectedAt).toBe(AT)
    expect(first?.snapshot.vms[0]).toMatchObject({ name: 'web01', guest: { os: 'unknown' } })
    expect(second?.snapshot.vms[0]?.guest).toMatchObject({ family: 'ubuntu', source: 'answer' })
    expect(decodeCapture(capture).vms[0]).toMatchObject({ name: 'web01', events: { devices: [] }, guestHint: null })
  })
})

describe('what events and words say of the VMs of a text', () => {
  const [known, unknown] = decodeCapture(captureOf([{ name: 'a', kvp: UBUNTU }, { name: 'b' }])).vms
  const vmOf = (id: string, vm: Vm | undefined): Vm => ({ ...(vm as Vm), id })
  const NOTHING = { versions: {}, devices: [], startedAt: null, resumedAt: null }
  const sign = (vmId: string, parts: Partial<PastedSign>): PastedSign => ({
    vmId,
    kind: 'version-differs',
    subject: 'network-adapter',
    event: 23014,
    device: 'Adapter',
    server: '5.0',
    client: '4.0',
    guessed: false,
    line: 3,
    ...parts,
  })

  function said(parts: Partial<PastedReading>, collectedAt = AT): readonly Vm[] {
    const snapshot = { collectedAt, vms: [vmOf('a', known), vmOf('b', unknown)] } as unknown as Snapshot
    const reading = { snapshot, lines: [], refusal: null, versions: [], signs: [], hints: [], ...parts }
    return snapshotOfText(reading).vms
  }

  test('nothing', () => {
    expect(said({}).map(({ events, guestHint }) => [events, guestHint])).toEqual([
      [NOTHING, null],
      [NOTHING, null],
    ])
  })

  test('versions, of each VM its own', () => {
    const versions = [
      { vmId: 'a', service: 'vss', negotiated: '4.0', expected: '5.0', line: 1 },
      { vmId: 'b', service: 'kvp', negotiated: '3.0', expected: '5.0', line: 2 },
      { vmId: 'a', service: 'kvp', negotiated: '4.1', expected: '5.0', line: 3 },
      { vmId: 'a', service: 'vss', negotiated: '4.2', expected: '5.0', line: 4 },
      { vmId: 'c', service: 'vss', negotiated: '1.0', expected: '5.0', line: 5 },
    ] as const
    const pair = (negotiated: string, line: number) => ({
      negotiated,
      expected: '5.0',
      evidence: { source: `pasted text, line ${line}`, value: [negotiated, '5.0'] },
    })
    expect(said({ versions }).map(({ events }) => events.versions)).toEqual([
      { vss: pair('4.2', 4), kvp: pair('4.1', 3) },
      { kvp: pair('3.0', 2) },
    ])
  })

  test('devices, as of the time of pasting', () => {
    const signs = [
      sign('a', {}),
      sign('a', {
        kind: 'cannot-load',
        subject: 'storage',
        event: 5,
        device: null,
        server: null,
        client: null,
        line: 4,
      }),
      sign('b', { guessed: true, client: null }),
      sign('b', { event: null, device: null, subject: 'integration-services' }),
    ]
    expect(said({ signs }).map(({ events }) => events.devices)).toEqual([
      [
        {
          loaded: true,
          subject: 'network-adapter',
          device: 'Adapter',
          seconds: 100,
          evidence: { source: 'pasted text, line 3', value: [23014, 'Adapter', '5.0', '4.0'] },
        },
        {
          loaded: false,
          subject: 'storage',
          device: null,
          seconds: 100,
          evidence: { source: 'pasted text, line 4', value: [5] },
        },
      ],
      [
        {
          loaded: true,
          subject: 'network-adapter',
          device: 'Adapter',
          seconds: 100,
          evidence: { source: 'pasted text, line 3', value: [23014, 'Adapter', '5.0'] },
          guessed: true,
        },
        {
          loaded: true,
          subject: 'integration-services',
          device: null,
          seconds: 100,
          evidence: { source: 'pasted text, line 3', value: ['5.0', '4.0'] },
          isStatus: true,
        },
      ],
    ])
    expect(said({ signs: [sign('a', {})] }, 'some day')[0]?.events.devices[0]?.seconds).toBe(0)
  })

  test('the first system that prose names, of a VM whose guest is not known', () => {
    const hint = (vmId: string | null, family: string, version?: string) => ({
      vmId,
      line: 1,
      guest: version === undefined ? { family } : { family, version },
    })
    const hints = [hint(null, 'debian'), hint('a', 'centos'), hint('b', 'ubuntu', '22.04'), hint('b', 'freebsd')]
    expect(said({ hints }).map(({ guestHint }) => guestHint)).toEqual([null, 'ubuntu 22.04'])
    expect(said({ hints: [hint('b', 'freebsd')] }).map(({ guestHint }) => guestHint)).toEqual([null, 'freebsd'])
  })

  test('and its lines', () => {
    const lines = [{ number: 1, text: 'x', kind: 'ignored', guessed: false, meaning: null }] as const
    const reading = { lines, refusal: null, versions: [], signs: [], hints: [] }
    const snapshot = { collectedAt: AT, vms: [] } as unknown as Snapshot
    expect(snapshotOfText({ ...reading, snapshot } as unknown as PastedReading).pastedLines).toBe(lines)
  })
})
