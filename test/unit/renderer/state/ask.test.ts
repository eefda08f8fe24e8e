import { describe, expect, test, vi } from 'vitest'
import type { AcceptedEntry, FoundVms } from '../../../../src/core/ipc'
import { EXPLANATION_SCHEMA, type Explanation } from '../../../../src/core/model/explanation'
import type { Notice } from '../../../../src/renderer/state/desk'
import { createSession } from '../../../../src/renderer/state/session'
import { fakeBridge, someGuide, someOverview, someProblem, someRow, someSource } from '../fake-bridge'
import { askedFor, info } from './world'

const rows = [someRow({ id: 'bad', verdict: 'action-needed' }), someRow({ id: 'fine' })]
const source = someSource({ id: 'hv01' }, rows)
const other = someSource({ id: 'hv02' }, rows)

const FINE: FoundVms['found'][number] = {
  from: { sourceId: 'hv02' },
  sourceName: 'HV02',
  checkedAt: null,
  vmId: 'fine',
  name: 'fine',
  guest: null,
  addresses: [],
  verdict: 'healthy',
}

const found = (text: string): FoundVms => ({
  found: text === '' ? [] : [FINE],
  total: text === '' ? 0 : 1,
  searchedSources: 2,
  searchedVms: 4,
  searchedKept: 0,
})

const explanation = (asked: string): Explanation => ({
  schema: EXPLANATION_SCHEMA,
  program: { version: '1.0.0', knowledge: '2026-11-23' },
  language: 'en',
  asked,
  meanings: [],
})

const entry: AcceptedEntry = {
  vmId: 'bad',
  vmName: 'bad',
  service: 'vss',
  rule: 'service-lost',
  code: 'IS-41',
  title: 'title',
  reason: 'known',
  person: 'kim',
  ticket: null,
  until: null,
  state: 'holds',
  facts: [],
}

async function asking() {
  const notices: Notice[] = []
  let refuses = true
  const bridge = fakeBridge({
    'app.info': () => info,
    'source.list': () => [source, other],
    'overview.get': ({ sourceId }) => someOverview(sourceId === 'hv02' ? other : source, rows),
    'guide.get': ({ sourceId, vmId }) => someGuide(sourceId, vmId),
    'vm.find': ({ text }) => found(text),
    'history.open': ({ file }) => (file === 'gone' ? someProblem('history-gone') : other),
    'explain.ask': ({ what }) => explanation(what),
    'accepted.list': () => [entry],
    'accepted.add': ({ sourceId, vmId, until }) => {
      if (until !== null && refuses) return someProblem('accepted-until-past')
      return someGuide(sourceId, vmId)
    },
    'accepted.take-back': () => [],
    'accepted.export': () => ({ path: '/x/accepted.json', folder: '/x', name: 'accepted.json' }),
    'accepted.import': () => {
      refuses = false
      return { added: 2, replaced: 1, entries: [entry] }
    },
  })
  const session = createSession(bridge, { notify: (notice) => notices.push(notice) })
  await session.start()
  return { session, bridge, notices, state: session.store.get }
}

describe('the search over all sources', () => {
  test('opens by its menu command and says what there is to search', async () => {
    const { bridge, state } = await asking()
    bridge.sendMenu('find-vm')
    await vi.waitFor(() => expect(state().find.result?.searchedVms).toBe(4))
    expect(state().dialog).toBe('find')
  })

  test('asks once the typing rests, and drops what came back for less', async () => {
    const { session, bridge, state } = await asking()
    await session.openFind()
    session.setFind('f')
    session.setFind('fi')
    await vi.waitFor(() => expect(state().find.result?.total).toBe(1))
    expect(askedFor(bridge, 'vm.find')).toEqual([{ text: '' }, { text: 'fi' }])
  })

  test('opens the guided check of a VM in its source', async () => {
    const { session, state } = await asking()
    await session.openFind()
    await session.openFound({ from: { sourceId: 'hv02' }, vmId: 'fine' })
    expect(state()).toMatchObject({ dialog: null, screen: { kind: 'guide', sourceId: 'hv02', vmId: 'fine' } })
    expect(state().guide?.vm.id).toBe('fine')
  })

  test('opens a kept check as a source, and no other VM where it is gone', async () => {
    const { session, bridge, state } = await asking()
    await session.openFound({ from: { hostId: 'hv02', file: 'kept' }, vmId: 'fine' })
    expect(askedFor(bridge, 'history.open')).toEqual([{ hostId: 'hv02', file: 'kept' }])
    expect(state()).toMatchObject({ screen: { kind: 'guide', sourceId: 'hv02', vmId: 'fine' } })
    await session.openFound({ from: { hostId: 'hv02', file: 'gone' }, vmId: 'bad' })
    expect(state()).toMatchObject({ screen: { vmId: 'fine' } })
  })
})

describe('the explainer', () => {
  test('opens empty by its menu command, with an answer from a value', async () => {
    const { session, bridge, state } = await asking()
    bridge.sendMenu('explain')
    expect(state()).toMatchObject({ dialog: 'explain', explain: { text: '', explanation: null } })
    await session.openExplainer('[2, 32775]')
    expect(state().explain).toMatchObject({ text: '[2, 32775]', explanation: { asked: '[2, 32775]' } })
  })

  test('asks nothing for a blank field', async () => {
    const { session, bridge } = await asking()
    session.setQuestion('  ')
    await session.askQuestion()
    expect(askedFor(bridge, 'explain.ask')).toEqual([])
  })
})

describe('accepting a finding', () => {
  const finding = { vmId: 'bad', vmName: 'bad', service: 'vss', rule: 'service-lost', title: 'title' } as const

  test('takes the ticket along, and the name for the next one', async () => {
    const { session, bridge, state } = await asking()
    await session.setTicket('INC1')
    session.startAccepting(finding)
    expect(state().accepting?.draft.ticket).toBe('INC1')
    session.setAcceptance({ reason: 'known', person: 'kim' })
    await session.accept()
    expect(state()).toMatchObject({ dialog: null, accepting: null, guide: { vm: { id: 'bad' } } })
    expect(askedFor(bridge, 'accepted.add')).toEqual([
      {
        sourceId: 'hv01',
        vmId: 'bad',
        service: 'vss',
        rule: 'service-lost',
        reason: 'known',
        person: 'kim',
        ticket: 'INC1',
        until: null,
      },
    ])
    session.startAccepting(finding)
    expect(state().accepting?.draft.person).toBe('kim')
  })

  test('keeps the form beside a refusal', async () => {
    const { session, state } = await asking()
    session.startAccepting(finding)
    session.setAcceptance({ reason: 'known', person: 'kim', until: '2020-01-01' })
    await session.accept()
    expect(state()).toMatchObject({ dialog: 'accept', accepting: { problem: { code: 'accepted-until-past' } } })
    session.setAcceptance({ until: '' })
    expect(state().accepting?.problem).toBeNull()
  })

  test('is listed, taken back, exported and imported', async () => {
    const { session, bridge, notices, state } = await asking()
    await session.openAccepted()
    expect(state()).toMatchObject({ dialog: 'accepted', accepted: [{ rule: 'service-lost' }] })
    await session.takeBack({ vmId: 'bad', service: 'vss', rule: 'service-lost' })
    expect(state().accepted).toEqual([])
    await session.exportAccepted()
    await session.importAccepted()
    expect(state().accepted).toHaveLength(1)
    expect(notices).toMatchObject([
      { kind: 'saved', what: 'accepted' },
      { kind: 'told', text: '2 findings were added, 1 replaced.' },
    ])
    expect(askedFor(bridge, 'overview.get').length).toBeGreaterThan(1)
  })
})
