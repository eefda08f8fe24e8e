import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { decodeStatus } from '../../../src/core/decode/service-status'
import { SERVICES } from '../../../src/core/model/service'

describe('decodeStatus', () => {
  test.each([
    ['heartbeat', [2], 'ok'],
    ['heartbeat', [2, 0], 'ok'],
    ['heartbeat', [2, 2], 'ok'],
    ['heartbeat', [2, 12], 'ok-no-application-data'],
    ['heartbeat', [2, 32782], 'application-critical'],
    ['heartbeat', [2, 40000], 'unknown'],
    ['vss', [2, 2], 'ok-heartbeat-number'],
    ['vss', [2, 12], 'ok-heartbeat-number'],
    ['vss', [2, 32782], 'unknown'],
    ['vss', [2, 32896], 'unknown'],
    ['vss', [3], 'mismatch'],
    ['vss', [3, 32775], 'mismatch'],
    ['vss', [2, 32775], 'mismatch'],
    ['vss', [3, 12], 'unknown'],
    ['heartbeat', [3, 12], 'mismatch'],
    ['vss', [7, 32775], 'incompatible'],
    ['vss', [7], 'incompatible'],
    ['vss', [12], 'no-contact'],
    ['vss', [12, 32775], 'no-contact'],
    ['vss', [13], 'lost-communication'],
    ['vss', [13, 32783], 'lost-communication'],
    ['vss', [15], 'paused'],
    ['vss', [6], 'error'],
    ['vss', [2, 32783], 'timed-out'],
    ['vss', [3, 32784], 'communication-failed'],
    ['vss', [2, 0, 32775], 'mismatch'],
    ['heartbeat', [2, 12, 32775], 'mismatch'],
    ['vss', [2, 32775, 2], 'mismatch'],
    ['vss', [0], 'unknown'],
    ['vss', [9999], 'unknown'],
    ['vss', [], 'none'],
    ['vss', null, 'none'],
    ['vss', undefined, 'none'],
    ['vss', 2, 'ok'],
    ['vss', '2', 'ok'],
    ['vss', ['2', '32775'], 'mismatch'],
    ['vss', 'OK', 'unknown'],
    ['vss', [2, 'OK'], 'unknown'],
    ['vss', [null], 'unknown'],
    ['vss', { 0: 2 }, 'unknown'],
  ] as const)('%s %j is %s', (service, value, kind) => {
    expect(decodeStatus(service, value).kind).toBe(kind)
  })

  test('keeps both numbers', () => {
    expect(decodeStatus('vss', [3, 32775])).toMatchObject({ code: 3, detailCode: 32775 })
  })

  test('any value gives a kind, and only a first number of 2 gives a good one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SERVICES), fc.anything(), (service, value) => {
        const { kind, code } = decodeStatus(service, value)
        const allowed = kind.startsWith('ok') ? [2] : kind === 'mismatch' ? [2, 3] : [code]
        expect(allowed).toContain(code)
      }),
    )
  })
})
