import { expect, test, vi } from 'vitest'
import type { Handlers } from '../../../../src/core/ipc'
import type { Desk } from '../../../../src/main/ipc/desk'
import type { Call } from '../../../../src/main/ipc/dispatch'
import { handlersLater, later } from '../../../../src/main/ipc/later-handlers'

const desk = {} as Desk
const call = { signal: new AbortController().signal, sendProgress: () => undefined }

test('nothing is loaded before a call, and then once for all of them', async () => {
  const show = vi.fn<Handlers<Call>['file.show']>(async () => null)
  const load = vi.fn<() => Promise<() => Pick<Handlers<Call>, 'file.open' | 'file.show'>>>(async () => () => ({
    'file.open': async () => null,
    'file.show': show,
  }))
  const handlers = handlersLater(later(['file.open', 'file.show'], load), desk)
  expect(load).not.toHaveBeenCalled()
  await Promise.all([
    handlers['file.open']({ path: '/a' }, call),
    handlers['file.show']({ path: '/b' }, call),
    handlers['file.show']({ path: '/c' }, call),
  ])
  expect(load).toHaveBeenCalledOnce()
  expect(show.mock.calls).toEqual([
    [{ path: '/b' }, call],
    [{ path: '/c' }, call],
  ])
})

test('a script that cannot be loaded fails the call and nothing else', async () => {
  const missing = later(['file.open'], () => Promise.reject(new Error('not there')))
  await expect(handlersLater(missing, desk)['file.open']({ path: '/a' }, call)).rejects.toThrow('not there')
})
