import { describe, expect, test, vi } from 'vitest'
import { PASTE_LIMIT } from '../../../../src/core/model/limits'
import { askedFor, world } from './world'

describe('the paste window', () => {
  test('opens by its menu command, and shows what was read', async () => {
    const { session, bridge, state } = world()
    await session.start()
    bridge.sendMenu('paste-text')
    expect(state().dialog).toBe('paste')
    session.setPaste('a table')
    await session.readPaste()
    expect(askedFor(bridge, 'source.paste')).toEqual([{ text: 'a table' }])
    expect(state()).toMatchObject({ dialog: 'paste', screen: { kind: 'source', sourceId: 'pasted' } })
    expect(state().paste).toMatchObject({ text: '', readId: 'pasted' })
    expect(state().overview?.source.kind).toBe('pasted')
    session.showDialog(null)
    expect(state()).toMatchObject({ dialog: null, paste: { readId: null } })
  })

  test('takes the answer to a question of the chosen VM right there, and lists the new verdict', async () => {
    const { session, bridge, state } = world()
    await session.start()
    session.showDialog('paste')
    session.setPaste('a table')
    await session.readPaste()
    session.selectVm('open')
    await vi.waitFor(() => expect(state().guide?.vm.id).toBe('open'))
    const question = { id: 'guest-os', text: 'What runs?', answers: [], howToFind: [], answered: null }
    await session.answer({ id: 'guest', question }, 'linux')
    expect(askedFor(bridge, 'guide.answer')).toEqual([
      { sourceId: 'pasted', vmId: 'open', questionId: 'guest-os', answer: 'linux' },
    ])
    expect(state()).toMatchObject({ dialog: 'paste', screen: { kind: 'source' } })
    expect(state().announcement).toContain('Answered.')
    expect(askedFor(bridge, 'overview.get')).toHaveLength(2)
  })

  test('keeps the text beside a refusal, and over closing; writing takes the refusal away', async () => {
    const { session, state } = world()
    await session.start()
    session.showDialog('paste')
    session.setPaste('a poem')
    await session.readPaste()
    expect(state()).toMatchObject({ dialog: 'paste', announcement: 'message of pasted-nothing' })
    expect(state().paste).toMatchObject({ text: 'a poem', problem: { code: 'pasted-nothing' }, isReading: false })
    session.showDialog(null)
    session.showDialog('paste')
    expect(state().paste.text).toBe('a poem')
    session.setPaste('a poem, and more')
    expect(state().paste.problem).toBeNull()
  })

  test('asks main for nothing that is blank or too long, and says why', async () => {
    const { session, bridge, state } = world()
    await session.start()
    session.setPaste(' \n')
    await session.readPaste()
    expect(state().paste.problem).toBeNull()
    session.setPaste('x'.repeat(PASTE_LIMIT + 1))
    await session.readPaste()
    expect(state().paste.problem?.message).toBe('The text has 2,000,001 characters; at most 2,000,000 are read.')
    expect(askedFor(bridge, 'source.paste')).toEqual([])
  })
})
