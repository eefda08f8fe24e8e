import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VERDICTS } from '../../../../src/core/model/verdict'
import { type GridLine, linesOf, vmLineFrom } from '../../../../src/renderer/state/row-groups'
import { ALL_ROWS, type ListedVm, visibleRows } from '../../../../src/renderer/state/rows'
import { someRow } from '../fake-bridge'

const shownAs = (lines: readonly GridLine[]) =>
  lines.map((line) => (line.kind === 'vm' ? line.row.id : `[${line.rows.map(({ id }) => id).join(' ')}]`))

const rows = [
  someRow({ id: 'fine', verdict: 'healthy' }),
  someRow({ id: 'bad', verdict: 'action-needed' }),
  someRow({ id: 'also-fine', verdict: 'healthy' }),
  someRow({ id: 'off', verdict: 'not-running' }),
]

describe('groups of the table', () => {
  test('by verdict the severest group stands first, whatever the rows are sorted by', () => {
    const byName = { ...ALL_ROWS, group: 'verdict', sort: { column: 'name', descending: true } } as const
    expect(shownAs(linesOf(visibleRows(rows, byName, 'en'), 'verdict'))).toEqual([
      '[bad]',
      'bad',
      '[fine also-fine]',
      'fine',
      'also-fine',
      '[off]',
      'off',
    ])
  })

  test('sorting by verdict, mildest first, turns the groups around', () => {
    const view = { ...ALL_ROWS, group: 'verdict', sort: { column: 'verdict', descending: false } } as const
    expect(visibleRows(rows, view, 'en').map(({ id }) => id)).toEqual(['off', 'also-fine', 'fine', 'bad'])
  })

  test('by host two sources of one name stay apart, and each keeps the sort', () => {
    const of = (id: string, source: string, verdict: ListedVm['verdict']) => ({
      ...someRow({ id }),
      verdict,
      source: { id: source, name: source === 'c' ? 'HV02' : 'HV10' },
    })
    const some = [of('1', 'a', 'healthy'), of('2', 'c', 'healthy'), of('3', 'b', 'advice'), of('4', 'a', 'advice')]
    const view = { ...ALL_ROWS, group: 'host' } as const
    expect(shownAs(linesOf(visibleRows(some, view, 'en'), 'host'))).toEqual(['[2]', '2', '[4 1]', '4', '1', '[3]', '3'])
  })

  test('without grouping there are no heads', () => {
    expect(shownAs(linesOf(rows, 'none'))).toEqual(['fine', 'bad', 'also-fine', 'off'])
  })

  test('every VM stands once, below the head of its group', () => {
    const anyRows = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), verdict: fc.constantFrom(...VERDICTS) }),
      {
        selector: ({ id }) => id,
      },
    )
    fc.assert(
      fc.property(anyRows, (parts) => {
        const some = parts.map((part) => someRow(part))
        const lines = linesOf(visibleRows(some, { ...ALL_ROWS, group: 'verdict' }, 'en'), 'verdict')
        const heads = lines.filter(({ kind }) => kind === 'head').length
        expect(heads).toBe(new Set(some.map(({ verdict }) => verdict)).size)
        expect(lines).toHaveLength(some.length + heads)
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
        const members = lines.flatMap((line) => (line.kind === 'head' ? line.rows : []))
        expect(members).toEqual(lines.flatMap((line) => (line.kind === 'vm' ? [line.row] : [])))
      }),
    )
  })
})

test.each([
  ['down onto a head goes on to the VM below it', 2, 1, 3],
  ['up onto a head goes on to the VM above it', 2, 3, 1],
  ['up onto the first head stays below it', 0, 1, 1],
  ['a VM is where it is', 3, 1, 3],
])('%s', (_what, wanted, from, line) => {
  const view = { ...ALL_ROWS, group: 'verdict' } as const
  const two = [someRow({ id: 'a', verdict: 'healthy' }), someRow({ id: 'b', verdict: 'advice' })]
  expect(vmLineFrom(linesOf(visibleRows(two, view, 'en'), 'verdict'), wanted, from)).toBe(line)
})
