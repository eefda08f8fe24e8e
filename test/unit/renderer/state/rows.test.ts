import { describe, expect, test, vi } from 'vitest'
import type { VmRow } from '../../../../src/core/ipc'
import {
  ALL_ROWS,
  idAfter,
  prepareSearch,
  selectionAmong,
  sortAfterClick,
  visibleRows,
} from '../../../../src/renderer/state/rows'
import { someRow } from '../fake-bridge'

const ids = (rows: readonly VmRow[]) => rows.map(({ id }) => id)

const rows = [
  someRow({ id: 'a1', name: 'web-10', verdict: 'healthy', guest: 'Ubuntu 22.04', addresses: ['10.20.1.15'] }),
  someRow({ id: 'b2', name: 'web-2', verdict: 'safe-to-ignore', guest: 'Debian 12' }),
  someRow({ id: 'c3', name: '회계-서버', verdict: 'action-needed', guest: null }),
  someRow({ id: 'd4', name: 'Template', verdict: 'not-running', guest: null }),
]

describe('rows of the table', () => {
  test('the severest stand first, equal ones by name as people count', () => {
    expect(ids(visibleRows(rows, ALL_ROWS, 'en'))).toEqual(['c3', 'b2', 'a1', 'd4'])
    const byName = { ...ALL_ROWS, sort: { column: 'name', descending: false } } as const
    expect(ids(visibleRows(rows, byName, 'en')).slice(0, 3)).toEqual(['d4', 'b2', 'a1'])
  })

  test('Korean names come before Latin ones in Korean', () => {
    const byName = { ...ALL_ROWS, sort: { column: 'name', descending: false } } as const
    expect(ids(visibleRows(rows, byName, 'ko'))[0]).toBe('c3')
  })

  test.each([
    ['name, any case', 'TEMPL', ['d4']],
    ['guest', 'debian', ['b2']],
    ['address', '20.1.15', ['a1']],
    ['id', 'c3', ['c3']],
    ['two words in any order', 'ubuntu web', ['a1']],
    ['decomposed Hangul', '회계'.normalize('NFD'), ['c3']],
    ['full-width letters', 'ｄｅｂｉａｎ', ['b2']],
    ['no match', 'nothing', []],
  ])('the search finds by %s', (_what, search, found) => {
    expect(ids(visibleRows(rows, { ...ALL_ROWS, search }, 'en'))).toEqual(found)
  })

  test('verdicts filter together with the search', () => {
    const view = { ...ALL_ROWS, verdicts: ['healthy', 'safe-to-ignore'], search: 'web' } as const
    expect(ids(visibleRows(rows, view, 'en'))).toEqual(['b2', 'a1'])
    expect(ids(visibleRows(rows, { ...view, verdicts: ['not-running'] }, 'en'))).toEqual([])
  })

  test('a service sorts by its verdict, without one last', () => {
    const kvp = (id: string, verdict: VmRow['verdict'] | null) =>
      someRow({ id, services: [{ service: 'kvp', verdict, enabled: true, word: '' }] })
    const some = [kvp('fine', 'healthy'), kvp('none', null), kvp('bad', 'action-needed')]
    const view = { ...ALL_ROWS, sort: sortAfterClick(ALL_ROWS.sort, 'kvp') }
    expect(ids(visibleRows(some, view, 'en'))).toEqual(['bad', 'fine', 'none'])
  })

  test('a second click turns the order, another column begins anew', () => {
    const once = sortAfterClick(ALL_ROWS.sort, 'name')
    expect(once).toEqual({ column: 'name', descending: false })
    expect(sortAfterClick(once, 'name')).toEqual({ column: 'name', descending: true })
    expect(sortAfterClick(once, 'verdict')).toEqual({ column: 'verdict', descending: true })
  })

  test('sorting leaves the given list as it was', () => {
    const before = ids(rows)
    visibleRows(rows, ALL_ROWS, 'en')
    expect(ids(rows)).toEqual(before)
  })

  test('what was shown before changes nothing: any view of a list is that of a list just read', () => {
    const columns = ['verdict', 'name', 'guest', 'kvp'] as const
    const views = columns.flatMap((column) =>
      [true, false].flatMap((descending) =>
        (['none', 'verdict'] as const).map((group) => ({ ...ALL_ROWS, sort: { column, descending }, group })),
      ),
    )
    for (const view of [...views, ...views.toReversed()]) {
      for (const language of ['en', 'ko'] as const) {
        for (const search of ['', 'web', '']) {
          const shown = visibleRows(rows, { ...view, search }, language)
          expect(ids(shown)).toEqual(ids(visibleRows([...rows], { ...view, search }, language)))
        }
      }
    }
  })

  test('the same inputs give the same list, another input a new one', () => {
    const first = visibleRows(rows, ALL_ROWS, 'en')
    expect(visibleRows(rows, ALL_ROWS, 'en')).toBe(first)
    expect(visibleRows(rows, ALL_ROWS, 'ko')).not.toBe(first)
    expect(visibleRows([...rows], ALL_ROWS, 'en')).not.toBe(first)
  })

  test('what a search compares is made ready in the pauses, as far as each lasts, until it is not needed', () => {
    const pauses: ((deadline: { timeRemaining: () => number }) => void)[] = []
    const cancel = vi.fn<(id: number) => void>()
    vi.stubGlobal('requestIdleCallback', (pause: (typeof pauses)[number]) => pauses.push(pause))
    vi.stubGlobal('cancelIdleCallback', cancel)
    const read: string[] = []
    const many = Array.from({ length: 5 }, (_, place) => ({
      ...rows[0],
      id: `vm-${place}`,
      get name() {
        read.push(`vm-${place}`)
        return `web-${place}`
      },
    })) as unknown as typeof rows
    const stop = prepareSearch(many)
    expect(read).toEqual([])
    let left = 3
    pauses[0]?.({ timeRemaining: () => left-- })
    expect(read).toEqual(['vm-0', 'vm-1'])
    pauses[1]?.({ timeRemaining: () => 50 })
    expect(read).toEqual(['vm-0', 'vm-1', 'vm-2', 'vm-3', 'vm-4'])
    expect(pauses).toHaveLength(2)
    stop()
    expect(cancel).toHaveBeenCalledWith(2)
    vi.unstubAllGlobals()
  })

  test('the selection stays on its VM while it can be seen', () => {
    expect(selectionAmong(rows, 'b2')).toBe('b2')
    expect(selectionAmong(rows, 'gone')).toBe('a1')
    expect(selectionAmong([], 'b2')).toBeNull()
  })

  test('the next VM follows the order given', () => {
    expect(idAfter(['a', 'b'], 'a')).toBe('b')
    expect(idAfter(['a', 'b'], 'b')).toBeNull()
    expect(idAfter(['a', 'b'], 'x')).toBeNull()
  })
})
