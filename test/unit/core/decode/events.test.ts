import { describe, expect, test } from 'vitest'
import { decodeEvents } from '../../../../src/core/decode/events'
import type { Row } from '../../../../src/core/model/capture'
import type { VmEvents } from '../../../../src/core/model/snapshot'
import { captureOf, VM_ID } from '../capture-builder'

const WORKER = 'Microsoft-Windows-Hyper-V-Worker'
const TIME = '1970-01-01T00:01:40Z'
const NOTHING: VmEvents = { versions: {}, devices: [], startedAt: null, resumedAt: null }

/** An event of the VM, a hundred seconds after 1970 began. */
const event = (parts: Row): Row => ({ provider: WORKER, id: 18500, time: TIME, vmId: VM_ID, values: [], ...parts })
const decoded = (...events: readonly Row[]) => decodeEvents({ ...captureOf([]), events: [...events] })
const ofVm = (...events: readonly Row[]) => decoded(...events).get(VM_ID)

describe('whose event it is', () => {
  test.each<readonly [string, Row]>([
    ['by its field', { vmId: VM_ID }],
    ['by its field, in lower case and braces', { vmId: `{${VM_ID.toLowerCase()}}` }],
    ['by its first value that is an id', { vmId: null, values: ['srv', VM_ID, VM_ID.replace(/1$/, '2')] }],
    ['by its field before its values', { values: [VM_ID.replace(/1$/, '2')] }],
    ['where values are missing', { vmId: null, values: [null, undefined, VM_ID] }],
  ])('%s', (_how, parts) => {
    expect([...decoded(event(parts))]).toEqual([[VM_ID, { ...NOTHING, startedAt: 100 }]])
  })

  test.each<readonly [string, Row]>([
    ['no VM', { vmId: null }],
    ['a VM by its name alone', { vmId: 'srv', values: ['srv'] }],
    ['values that are no list', { vmId: null, values: VM_ID }],
    ['no number', { id: null }],
    ['a number in words', { id: 'start' }],
    ['no time', { time: null }],
    ['a time that is none', { time: 'yesterday' }],
    ['a time without a zone', { time: '1970-01-01T00:01:40' }],
    ['a time that is blank', { time: ' ' }],
  ])('%s: none', (_what, parts) => {
    expect(decoded(event(parts)).size).toBe(0)
  })

  test('a log that was not read', () => {
    expect(decodeEvents({ ...captureOf([]), events: null }).size).toBe(0)
  })
})

describe('starts and resumes', () => {
  test.each([18500, 18514, '18500', ' 18514 '])('%j is a start', (id) => {
    expect(ofVm(event({ id }))).toEqual({ ...NOTHING, startedAt: 100 })
  })

  test.each([18518, 18596])('%j is a resume', (id) => {
    expect(ofVm(event({ id }))).toEqual({ ...NOTHING, resumedAt: 100 })
  })

  test('the latest of each counts, in whatever order they stand', () => {
    const at = (id: number, second: number) => event({ id, time: `1970-01-01T00:00:${second}Z` })
    expect(ofVm(at(18500, 20), at(18518, 50), at(18500, 40), at(18514, 30), at(18596, 10))).toEqual({
      ...NOTHING,
      startedAt: 40,
      resumedAt: 50,
    })
  })

  test('another number says nothing of the VM', () => {
    expect(ofVm(event({ id: 18501 }))).toEqual(NOTHING)
  })
})

describe('versions', () => {
  const VALUES = ['srv', VM_ID, '3.0', '3.1', '4.0', '5.0']
  const INTEGRATION = 'Microsoft-Windows-Hyper-V-Integration'
  const versions = (provider: unknown, values: unknown = VALUES) =>
    ofVm(event({ id: 4010, provider, values }))?.versions ?? {}
  const pair = (provider: string, negotiated = '4.0', expected = '5.0') => ({
    negotiated,
    expected,
    evidence: { source: `${provider} 4010`, value: [TIME, negotiated, expected] },
  })

  test.each([
    ['KvpExchange', 'kvp'],
    ['Heartbeat', 'heartbeat'],
    ['Shutdown', 'shutdown'],
    ['TimeSync', 'timesync'],
    ['VSS', 'vss'],
    ['GuestInterface', 'guest-service-interface'],
    ['RDV', 'rdv'],
  ])('%s has a provider of its own on old hosts', (name, service) => {
    const provider = `${INTEGRATION}-${name}`
    expect(versions(provider)).toEqual({ [service]: pair(provider) })
  })

  test.each([INTEGRATION, INTEGRATION.toUpperCase(), WORKER])('%s is of data exchange', (provider) => {
    expect(versions(provider)).toEqual({ kvp: pair(provider) })
  })

  test.each([
    `x${INTEGRATION}`,
    `${INTEGRATION}x`,
    `${INTEGRATION}-Other`,
    'Microsoft-Windows-Hyper-V-VMMS',
    'KvpExchange-Other',
    '',
    null,
  ])('%j is of no service', (provider) => {
    expect(versions(provider)).toEqual({})
  })

  test.each<readonly [string, readonly unknown[], readonly [string, string] | null]>([
    ['behind name and id', VALUES, ['4.0', '5.0']],
    ['without name and id', VALUES.slice(2), ['4.0', '5.0']],
    ['of a VM that is called like one', ['10.0', VM_ID, '3.0', '3.1', '4.0', '5.0'], ['4.0', '5.0']],
    ['with other values between', ['srv', VM_ID, 'x', '3.0', null, '3.1', '', '4.0', 5, '5.0'], ['4.0', '5.0']],
    ['with more behind', [...VALUES, '6.0'], ['4.0', '5.0']],
    ['of three digits', ['srv', VM_ID, '3.0', '3.1', '655.360', '1.0'], ['655.360', '1.0']],
    ['that are too few', VALUES.slice(0, 5), null],
    ['that are none', ['srv', VM_ID, '3.0', '3.1', '4.0.1', '5.0'], null],
    ['that are too long', ['srv', VM_ID, '3.0', '3.1', '4000.0', '5.0'], null],
    ['with text before', ['srv', VM_ID, '3.0', '3.1', 'v4.0', '5.0'], null],
  ])('values %s', (_how, values, found) => {
    expect(versions(WORKER, values)).toEqual(found === null ? {} : { kvp: pair(WORKER, ...found) })
  })

  test('the newest event of a service counts', () => {
    const later = event({ id: 4010, time: '1970-01-01T00:03:20Z', values: ['srv', VM_ID, '3.0', '3.0', '4.1', '5.0'] })
    expect(ofVm(later, event({ id: 4010, values: VALUES }))?.versions.kvp?.negotiated).toBe('4.1')
  })
})

describe('devices', () => {
  const device = (parts: Row) =>
    ofVm(event({ values: ['srv', VM_ID, 'Network Adapter', '3.3', '3.2'], ...parts }))?.devices
  const evidence = (source: string) => ({ source, value: [TIME, 'Network Adapter', '3.3', '3.2'] })

  test.each<readonly [string, number, boolean, string, string | null]>([
    [WORKER, 23014, true, 'device', 'Network Adapter'],
    [WORKER, 23012, false, 'device', 'Network Adapter'],
    ['', 23012, false, 'device', 'Network Adapter'],
    ['storvsp', 6, true, 'storage', null],
    ['StorVSP', 5, false, 'storage', null],
    ['VMSMP', 26, false, 'network-adapter', null],
    ['Microsoft-Windows-Hyper-V-SynthNic', 26, false, 'network-adapter', null],
    // As a device in words, since this number is a device's everywhere.
    ['VMSMP', 23012, false, 'device', 'Network Adapter'],
  ])('%s %s: loaded %s, %s, %s', (provider, id, loaded, subject, name) => {
    expect(device({ provider, id })).toEqual([
      { loaded, subject, device: name, seconds: 100, evidence: evidence(`${provider} ${id}`.trim()) },
    ])
  })

  test.each([
    [WORKER, 5],
    [WORKER, 6],
    [WORKER, 26],
    ['disk', 26],
    ['storvsp', 26],
    ['storvsp', 23012],
    ['storvsp', 23014],
    ['VMSMP', 5],
    [WORKER, 23013],
  ])('%s %s is none', (provider, id) => {
    expect(device({ provider, id })).toEqual([])
  })

  test.each<readonly [string, readonly unknown[], string | null]>([
    ['without values', [], null],
    ['with name and id alone', ['srv', VM_ID], null],
    ['with a blank name', ['srv', VM_ID, '  '], null],
    ['with a name of 256 characters', ['srv', VM_ID, 'x'.repeat(256)], 'x'.repeat(256)],
    ['with a name of 257 characters', ['srv', VM_ID, 'x'.repeat(257)], 'x'.repeat(256)],
  ])('%s', (_how, values, name) => {
    expect(device({ id: 23012, values })).toEqual([
      expect.objectContaining({
        device: name,
        evidence: { source: `${WORKER} 23012`, value: [TIME, ...values.slice(2)] },
      }),
    ])
  })

  test('stand oldest first, those of one second as they were read', () => {
    const at = (second: number, name: string) =>
      event({ id: 23012, time: `1970-01-01T00:00:${second}Z`, values: ['srv', VM_ID, name] })
    const names = ofVm(at(30, 'c'), at(10, 'a'), at(30, 'd'), at(20, 'b'))?.devices.map(({ device: name }) => name)
    expect(names).toEqual(['a', 'b', 'c', 'd'])
  })
})
