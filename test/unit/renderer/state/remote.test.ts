import { describe, expect, test } from 'vitest'
import type { SourceSummary } from '../../../../src/core/ipc'
import type { ProblemText } from '../../../../src/core/model/diagnosis'
import { createSession } from '../../../../src/renderer/state/session'
import { fakeBridge, someGuide, someOverview, someProblem, someSource } from '../fake-bridge'
import { askedFor, info, rows } from './world'

/** The form for another computer, with what main answers to its check. */
async function form(answer: readonly SourceSummary[] | ProblemText) {
  const read = Array.isArray(answer) ? (answer as SourceSummary[]) : []
  const bridge = fakeBridge({
    'app.info': () => info,
    'source.list': () => read,
    'source.check-local': () => someProblem('not-a-host'),
    'overview.get': ({ sourceId }) => someOverview(someSource({ id: sourceId, kind: 'remote' }, rows), rows),
    'guide.get': ({ sourceId, vmId }) => someGuide(sourceId, vmId),
    'roll-up.get': () => read.map((source) => ({ source, rows })),
    'remote.recent': () => [],
    'remote.check': () => ('code' in answer ? answer : [...answer]),
  })
  const session = createSession(bridge, { notify: () => undefined })
  await session.start()
  await session.openRemote()
  return { session, bridge, state: session.store.get }
}

describe('checking another computer', () => {
  test('a host is shown as soon as it was read', async () => {
    const { session, state } = await form([someSource({ id: 'hv01', kind: 'remote' }, rows)])
    session.setRemote({ name: ' hv01 ' })
    await session.checkRemote()
    expect(state()).toMatchObject({ dialog: null, screen: { kind: 'source', sourceId: 'hv01' } })
  })

  test('the nodes of a cluster are shown side by side, also where the first of them is down', async () => {
    const down = someSource({ id: 'hv01', kind: 'remote', problem: someProblem('node-down') })
    const { session, bridge, state } = await form([down, someSource({ id: 'hv02', kind: 'remote' }, rows)])
    session.setRemote({ name: 'clu01', kind: 'cluster' })
    await session.checkRemote()
    expect(askedFor(bridge, 'remote.check')).toEqual([{ kind: 'cluster', name: 'clu01', transport: 'remoting' }])
    expect(state()).toMatchObject({ dialog: null, screen: { kind: 'roll-up' } })
    expect(state().sources.map(({ id }) => id)).toEqual(['hv01', 'hv02'])
    expect(state().rollUp?.map(({ source }) => source.problem?.code ?? null)).toEqual(['node-down', null])
  })

  test('a cluster that cannot be asked leaves the form as it was, with the reason and without the password', async () => {
    const { session, state } = await form(someProblem('cluster-missing'))
    session.setRemote({ name: 'clu01', kind: 'cluster', isOther: true, userName: 'CORP\\me', password: 'geheim' })
    await session.checkRemote()
    expect(state()).toMatchObject({ dialog: 'remote', remote: { name: 'clu01', problem: { code: 'cluster-missing' } } })
    expect(JSON.stringify(state())).not.toContain('geheim')
  })

  test('what is missing is said, and nothing is asked', async () => {
    const { session, bridge, state } = await form([])
    session.setRemote({ name: 'no name', isOther: true })
    await session.checkRemote()
    expect(askedFor(bridge, 'remote.check')).toEqual([])
    expect(state().remote.wasTried).toBe(true)
  })
})
