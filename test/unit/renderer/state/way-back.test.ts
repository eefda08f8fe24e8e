import { describe, expect, test, vi } from 'vitest'
import { isBesideSources } from '../../../../src/renderer/state/trail'
import { idAmongSources } from '../../../../src/renderer/state/roll-up-actions'
import { askedFor, rows, world } from './world'
import { someSource } from '../fake-bridge'

/** Two open captures, the first one shown with a filter and its last VM chosen. */
async function twoSources() {
  const { main, session, state, ...rest } = world()
  main.sources.push(someSource({ id: 'a', name: 'HV-A' }, rows), someSource({ id: 'b', name: 'HV-B' }, rows))
  await session.start()
  session.setSearch('fine')
  expect(state().selectedVmId).toBe('fine')
  const isShown = (kind: string) => vi.waitFor(() => expect(state().screen.kind).toBe(kind))
  return { main, session, state, isShown, ...rest }
}

describe('the way back', () => {
  test('a VM of the list of all sources leads back to that list as it was, on the VM', async () => {
    const { session, state, isShown } = await twoSources()
    await session.showRollUp()
    session.setRollUpView({ part: 'all', search: 'bad', selectedId: idAmongSources('b', 'bad') })
    await session.openFound({ from: { sourceId: 'b' }, vmId: 'bad' })
    expect(state().screen).toMatchObject({ kind: 'guide', sourceId: 'b', vmId: 'bad' })
    session.closeGuide()
    await isShown('roll-up')
    expect(state().rollUpView).toMatchObject({ part: 'all', search: 'bad', selectedId: idAmongSources('b', 'bad') })
    await session.leave()
    expect(state()).toMatchObject({ screen: { kind: 'source', sourceId: 'a' }, trail: [] })
    expect(state().overview?.source.id).toBe('a')
  })

  test('whoever went on to the next VM comes back to that one', async () => {
    const { session, state, isShown } = await twoSources()
    await session.showRollUp()
    await session.openFound({ from: { sourceId: 'b' }, vmId: 'bad' })
    session.goToStep('result')
    await session.nextStep()
    expect(state().screen).toMatchObject({ kind: 'guide', vmId: 'open' })
    session.closeGuide()
    await isShown('roll-up')
    expect(state().rollUpView.selectedId).toBe(idAmongSources('b', 'open'))
  })

  test('Alt+Left goes back by steps, then to the list; beside the sources it goes where Esc goes', async () => {
    const { session, state, isShown } = await twoSources()
    await session.showRollUp()
    await session.openFound({ from: { sourceId: 'b' }, vmId: 'bad' })
    session.forward()
    session.back()
    expect(state().screen).toMatchObject({ kind: 'guide', step: 'symptom' })
    session.back()
    await isShown('roll-up')
    session.back()
    await isShown('source')
  })

  test('a screen beside the sources leads back to the source that was shown, its filter and choice untouched', async () => {
    const { session, state } = await twoSources()
    await session.showHistory()
    await session.showRollUp()
    await session.showHistory()
    expect(state().trail.map(({ kind }) => kind)).toEqual(['source'])
    await session.leave()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'a' })
    expect(state()).toMatchObject({ selectedVmId: 'fine', view: { search: 'fine' }, trail: [] })
  })

  test('from the guided check to the history and back: the same VM and step, read again', async () => {
    const { session, state, bridge } = await twoSources()
    await session.openGuide('fine')
    session.goToStep('versions')
    await session.showHistory()
    const before = askedFor(bridge, 'guide.get').length
    await session.leave()
    expect(state().screen).toMatchObject({ kind: 'guide', sourceId: 'a', vmId: 'fine', step: 'versions' })
    expect(state().guide?.vm.id).toBe('fine')
    expect(askedFor(bridge, 'guide.get').length).toBeGreaterThan(before)
    session.closeGuide()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'a' })
  })

  test('back over another source: the guided check that was left is read again', async () => {
    const { session, state, isShown } = await twoSources()
    await session.openGuide('fine')
    await session.showRollUp()
    await session.openFound({ from: { sourceId: 'b' }, vmId: 'bad' })
    session.closeGuide()
    await isShown('roll-up')
    await session.leave()
    expect(state().screen).toMatchObject({ kind: 'guide', sourceId: 'a', vmId: 'fine' })
    expect(state()).toMatchObject({ selectedVmId: 'fine', guide: { sourceId: 'a', vm: { id: 'fine' } } })
  })

  test('a source that was closed meanwhile is passed over', async () => {
    const { session, state } = await twoSources()
    await session.showRollUp()
    await session.closeSource('a')
    await session.leave()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'b' })
    await session.showRollUp()
    await session.closeSource('b')
    await session.leave()
    expect(state().screen).toEqual({ kind: 'start' })
  })

  test('a VM that was found from a source leads back to its own source', async () => {
    const { session, state } = await twoSources()
    await session.openFind()
    await session.openFound({ from: { sourceId: 'b' }, vmId: 'bad' })
    session.closeGuide()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'b' })
  })

  test('only screens beside the sources are left by Esc', () => {
    expect(isBesideSources({ kind: 'start' })).toBe(false)
    expect(isBesideSources({ kind: 'source', sourceId: 'a' })).toBe(false)
    expect(isBesideSources({ kind: 'compare', older: null, newer: null })).toBe(true)
  })
})
