import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { compareStatus, decodeStatus } from '../../../src/core/decode/service-status'
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

  test.each([
    ['vss', [2, 0], 'ok', 2, null],
    ['vss', [2, 32775], 'mismatch', 2, 32775],
    ['vss', [2, 32782], 'unknown', 2, 32782],
    ['vss', [6, 32775], 'error', 6, 32775],
    ['vss', [6, 32783], 'timed-out', 6, 32783],
    ['vss', [6, 32784], 'communication-failed', 6, 32784],
    ['vss', [15, 32784], 'communication-failed', 15, 32784],
    ['vss', [13, 32784], 'lost-communication', 13, 32784],
    ['vss', [7, 32783], 'incompatible', 7, 32783],
    // What stands third counts where it is the severer one, and is of no account where it says nothing of a fault.
    ['vss', [2, 0, 32775], 'mismatch', 2, 32775],
    ['vss', [2, 32775, 32784], 'communication-failed', 2, 32784],
    ['vss', [2, 32784, 32775], 'communication-failed', 2, 32784],
    ['vss', [2, 32784, 32783], 'timed-out', 2, 32783],
    ['vss', [2, 32783, 32784], 'timed-out', 2, 32783],
    ['vss', [2, 32775, 32896], 'unknown', 2, 32896],
    ['vss', [2, 0, 0, 32775], 'mismatch', 2, 32775],
    ['vss', [3, 0, 32775], 'mismatch', 3, null],
    ['vss', [12, 32775, 32784], 'communication-failed', 12, 32784],
    ['vss', [2, 0, 2], 'ok', 2, null],
    ['vss', [2, 0, 12], 'ok', 2, null],
    ['vss', [2, 0, 9999], 'ok', 2, null],
    ['vss', [3, 0, 12], 'mismatch', 3, null],
    ['heartbeat', [2, 2, 12], 'ok', 2, 2],
    ['heartbeat', [2, 2, 32782], 'application-critical', 2, 32782],
    ['heartbeat', [2, 12, 2], 'ok-no-application-data', 2, 12],
    ['heartbeat', [3, 2], 'mismatch', 3, 2],
    ['heartbeat', [3, 32782], 'application-critical', 3, 32782],
    ['vss', [3, 2], 'mismatch', 3, 2],
    ['vss', [32775], 'unknown', 32775, null],
    ['vss', [], 'none', null, null],
    ['vss', 'OK', 'unknown', null, null],
  ] as const)('%s %j as a whole: %s', (service, value, kind, code, detailCode) => {
    expect(decodeStatus(service, value)).toEqual({ kind, code, detailCode })
  })

  test('of two states the severer one comes first', () => {
    const kinds = (['vss', 'heartbeat'] as const).flatMap((service) =>
      [[2], [7], [2, 12], [13], [6], [2, 32783], [2, 32784], [2, 32782], [12], [9], [], [15], [3], [2, 2]].map(
        (value) => decodeStatus(service, value),
      ),
    )
    expect([...new Set(kinds.toSorted(compareStatus).map(({ kind }) => kind))]).toEqual([
      'incompatible',
      'lost-communication',
      'error',
      'timed-out',
      'communication-failed',
      'application-critical',
      'no-contact',
      'unknown',
      'none',
      'paused',
      'mismatch',
      'ok-heartbeat-number',
      'ok-no-application-data',
      'ok',
    ])
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
