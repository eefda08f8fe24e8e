import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract, type Progress } from '../../../../src/core/ipc'
import { problemOf } from '../../../../src/core/decode/class-problem'
import { testDesk } from './test-desk'

const refused = (what: string) => ({ ok: false, problem: { code: `request-refused:${what}` } })

describe('a call of the window', () => {
  test.each(['nope', '__proto__', 'constructor', 'toString', '', null, 7, {}])(
    'with the name %j is refused with a reason',
    async (name) => {
      const { raw } = await testDesk()
      expect(await raw(name, 'a', {})).toMatchObject(refused('unknown-call'))
    },
  )

  test.each([null, '', 'a b', 'x'.repeat(101), 5])('with the id %j is refused', async (id) => {
    const { raw } = await testDesk()
    expect(await raw('app.info', id, {})).toMatchObject(refused('call-id'))
  })

  test('whose request is not exactly what the contract says is refused before a handler sees it', async () => {
    const { raw, done } = await testDesk()
    expect(await raw('app.info', 'a', { extra: 1 })).toMatchObject(refused('app.info'))
    expect(await raw('file.open', 'b', { path: ['/etc/passwd'] })).toMatchObject(refused('file.open'))
    expect(await raw('clipboard.write', 'c', { text: 'x'.repeat(1_000_001) })).toMatchObject(refused('clipboard.write'))
    expect(await raw('settings.set', 'd', { reportFolder: '/tmp' })).toMatchObject(refused('settings.set'))
    expect(done).toEqual([])
  })

  test('with anything at all gives a reply and no exception', async () => {
    const { raw } = await testDesk({ check: async () => ({ ok: false, problem: problemOf('cancelled') }) })
    const names = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.string())
    await fc.assert(
      fc.asyncProperty(names, fc.stringMatching(/^[a-z]{8}$/), fc.anything(), async (name, id, request) => {
        const reply = await raw(name, id, request)
        expect(reply.ok || reply.problem.message !== '').toBe(true)
      }),
    )
  })

  test('that meets a bug is answered with a sentence, and the bug is logged', async () => {
    const { raw, logged } = await testDesk({ check: () => Promise.reject(new TypeError('secret')) })
    const reply = await raw('source.check-local', 'a', {})
    expect(reply).toMatchObject({ ok: false, problem: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(logged).toHaveLength(1)
  })

  test('can be cancelled by its id, and only by its own', async () => {
    let signal: AbortSignal | undefined
    const { raw, dispatcher } = await testDesk({
      check: (options) =>
        new Promise((resolve) => {
          signal = options.signal
          signal?.addEventListener('abort', () => resolve({ ok: false, problem: problemOf('cancelled') }))
        }),
    })
    const reply = raw('source.check-local', 'mine', {})
    expect(await raw('app.info', 'mine', {})).toMatchObject(refused('call-id'))
    dispatcher.cancel('other')
    dispatcher.cancel({ id: 'mine' })
    expect(signal?.aborted).toBe(false)
    dispatcher.cancel('mine')
    expect(await reply).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
    // The id is free again.
    expect(await raw('app.info', 'mine', {})).toMatchObject({ ok: true })
  })

  test('sends its progress under its own id', async () => {
    const progress: Progress[] = []
    const { raw } = await testDesk({
      check: async (options) => {
        options.onProgress?.({ done: 3, of: 16, current: 'Msvm_VssComponent' })
        return { ok: false, problem: problemOf('powershell-silent') }
      },
    })
    await raw('source.check-local', 'mine', {}, progress)
    expect(progress).toMatchObject([{ callId: 'mine', done: 3, of: 16, current: 'Msvm_VssComponent' }])
    expect(progress[0]?.elapsedMs).toBeGreaterThanOrEqual(0)
  })

  test('is answered in the language of the window', async () => {
    const { call, raw } = await testDesk()
    await call('settings.set', { language: 'ko' })
    const reply = await raw('nope', 'a', {})
    expect(reply.ok ? '' : reply.problem.message).toMatch(/[가-힣]/)
  })
})
