import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secondsOf } from '../../../src/core/decode/instant'

describe('secondsOf', () => {
  test('agrees with the calendar of the runtime', () => {
    const date = fc.date({
      min: new Date('1601-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, (moment) => {
        expect(secondsOf(moment.toISOString())).toBe(Math.floor(moment.getTime() / 1000))
      }),
    )
  })

  test('reads zones, and nothing that is no time', () => {
    expect(secondsOf('2026-11-23T17:46:37+09:00')).toBe(secondsOf('2026-11-23T08:46:37Z'))
    expect(secondsOf('2026-11-23T03:46:37-05:00')).toBe(secondsOf('2026-11-23T08:46:37Z'))
    for (const nonsense of ['', 'yesterday', '2026-11-23', null, 5, '2026-11-23T08:46:37'])
      expect(secondsOf(nonsense)).toBeNull()
  })
})
