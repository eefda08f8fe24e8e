import { expect, test } from 'vitest'
import { isRight } from '../../../../src/renderer/state/practice-actions'

import { askedFor, someCall, world } from './world'

test('the calls are read when they are opened, and again in another language', async () => {
  const { session, bridge, state } = world()
  await session.start()
  await session.changeSettings({ language: 'ko' })
  expect(askedFor(bridge, 'practice.list')).toHaveLength(0)
  await session.openPractice()
  expect(state().dialog).toBe('practice')
  expect(state().practice.calls.map(({ id }) => id)).toEqual(['who-is-it'])
  await session.changeSettings({ language: 'en' })
  expect(askedFor(bridge, 'practice.list')).toHaveLength(2)
})

test('an answer is right only when verdict and next step are', async () => {
  expect(isRight(someCall, { verdict: 'cannot-tell', step: 'a' })).toBe(true)
  expect(isRight(someCall, { verdict: 'cannot-tell', step: 'b' })).toBe(false)
  expect(isRight(someCall, { verdict: 'safe-to-ignore', step: 'a' })).toBe(false)
})

test('answers stay while the window is open', async () => {
  const { session, state } = world()
  await session.start()
  await session.openPractice()
  session.answerPractice('who-is-it', { verdict: 'healthy', step: 'b' })
  session.showDialog(null)
  await session.openPractice()
  expect(state().practice.answers).toEqual({ 'who-is-it': { verdict: 'healthy', step: 'b' } })
})

test('the VM of a call opens in its guided check, and the dialog goes', async () => {
  const { session, state } = world()
  await session.start()
  await session.openPractice()
  await session.openPracticeVm(someCall)
  expect(state().dialog).toBeNull()
  expect(state().screen).toMatchObject({ kind: 'guide', sourceId: 'practice', vmId: 'open' })
})
