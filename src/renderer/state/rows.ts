import { searchableText, wordsOfSearch } from '../../core/find/find-vms'
import type { VmRow } from '../../core/ipc'
import { severity, type Verdict } from '../../core/model/verdict'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../core/model/service'
import type { Language } from '../../core/model/text'

export type SortColumn = 'verdict' | 'name' | 'guest' | 'state' | JudgedServiceId
export const SORT_COLUMNS: readonly SortColumn[] = ['verdict', 'name', 'guest', 'state', ...JUDGED_SERVICES]

/** A VM as a table lists it: without a verdict while its host is still being read, with its source among those of others. */
export interface ListedVm extends Omit<VmRow, 'verdict'> {
  readonly verdict: Verdict | null
  readonly source?: { readonly id: string; readonly name: string }
}

/** What the rows of a table stand together by. */
export type Grouping = 'none' | 'verdict' | 'host'

/** How the table is filtered, sorted and grouped. No verdict chosen means all of them. */
export interface TableView {
  readonly verdicts: readonly Verdict[]
  readonly search: string
  readonly sort: { readonly column: SortColumn; readonly descending: boolean }
  readonly group: Grouping
}

/** Columns that can be taken away; without the others a row says nothing. */
export const OPTIONAL_COLUMNS: readonly SortColumn[] = ['guest', 'state', ...JUDGED_SERVICES]

/** Everything, the severest first. */
export const ALL_ROWS: TableView = {
  verdicts: [],
  search: '',
  sort: { column: 'verdict', descending: true },
  group: 'none',
}

/** The next state of the sort after a click on a column's head: verdicts and services begin with the severest. */
export function sortAfterClick(sort: TableView['sort'], column: SortColumn): TableView['sort'] {
  if (sort.column === column) return { column, descending: !sort.descending }
  return { column, descending: column === 'verdict' || isService(column) }
}

function isService(column: SortColumn): column is JudgedServiceId {
  return (JUDGED_SERVICES as readonly string[]).includes(column)
}

const haystacks = new WeakMap<ListedVm, string>()

function haystackOf(row: ListedVm): string {
  let text = haystacks.get(row)
  if (text === undefined) {
    text = searchableText(row)
    haystacks.set(row, text)
  }
  return text
}

const weightOf = (verdict: Verdict | null): number => (verdict === null ? -1 : severity(verdict))

const serviceSeverity = (row: ListedVm, id: JudgedServiceId): number => {
  const mark = row.services.find(({ service }) => service === id)
  return weightOf(mark?.verdict ?? null)
}

function compareBy(column: SortColumn, collator: Intl.Collator): (a: ListedVm, b: ListedVm) => number {
  if (column === 'verdict') return (a, b) => weightOf(a.verdict) - weightOf(b.verdict)
  if (column === 'name') return (a, b) => collator.compare(a.name, b.name)
  if (column === 'guest') return (a, b) => collator.compare(a.guest ?? '', b.guest ?? '')
  if (column === 'state') return (a, b) => collator.compare(a.state, b.state)
  return (a, b) => serviceSeverity(a, column) - serviceSeverity(b, column)
}

/** The order of the groups: the severest verdict first, unless the sort says otherwise; hosts by name. */
function compareGroups({ group, sort }: TableView, collator: Intl.Collator): (a: ListedVm, b: ListedVm) => number {
  if (group === 'none') return () => 0
  if (group === 'verdict') {
    const direction = sort.column === 'verdict' && !sort.descending ? 1 : -1
    return (a, b) => direction * (weightOf(a.verdict) - weightOf(b.verdict))
  }
  return (a, b) =>
    collator.compare(a.source?.name ?? '', b.source?.name ?? '') ||
    collator.compare(a.source?.id ?? '', b.source?.id ?? '')
}

/** The last order of each list of rows: while somebody types, the rows stay the same and so does their order. */
const orders = new WeakMap<readonly ListedVm[], { readonly key: string; readonly order: readonly ListedVm[] }>()

function inOrder<Row extends ListedVm>(rows: readonly Row[], view: TableView, language: Language): readonly Row[] {
  const key = `${language} ${view.group} ${view.sort.column} ${view.sort.descending}`
  const last = orders.get(rows)
  // What is kept for a list are its own rows.
  if (last?.key === key) return last.order as readonly Row[]
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const compare = compareBy(view.sort.column, collator)
  const inGroups = compareGroups(view, collator)
  const direction = view.sort.descending ? -1 : 1
  const order = rows.toSorted(
    (a, b) =>
      inGroups(a, b) ||
      direction * compare(a, b) ||
      collator.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  )
  orders.set(rows, { key, order })
  return order
}

/** The last answer for each list of rows: several readers ask for the same one after every letter. */
const shown = new WeakMap<
  readonly ListedVm[],
  { readonly view: TableView; readonly language: Language; readonly rows: readonly ListedVm[] }
>()

/** The rows the table shows, in its order. Every word of the search has to occur; equal rows are ordered by name, then id. */
export function visibleRows<Row extends ListedVm>(
  rows: readonly Row[],
  view: TableView,
  language: Language,
): readonly Row[] {
  const last = shown.get(rows)
  // What is kept for a list are its own rows.
  if (last?.view === view && last.language === language) return last.rows as readonly Row[]
  const words = wordsOfSearch(view.search)
  const found = inOrder(rows, view, language).filter(
    (row) =>
      (view.verdicts.length === 0 || (row.verdict !== null && view.verdicts.includes(row.verdict))) &&
      words.every((word) => haystackOf(row).includes(word)),
  )
  shown.set(rows, { view, language, rows: found })
  return found
}

/** Makes ready what a search compares, while nothing else is to be done: the first letter then waits for it no longer. */
export function prepareSearch(rows: readonly ListedVm[]): () => void {
  let next = 0
  let waiting = requestIdleCallback(prepare)
  function prepare(deadline: Pick<IdleDeadline, 'timeRemaining'>): void {
    for (; next < rows.length && deadline.timeRemaining() > 1; next++) {
      const row = rows[next]
      if (row !== undefined) haystackOf(row)
    }
    if (next < rows.length) waiting = requestIdleCallback(prepare)
  }
  return () => cancelIdleCallback(waiting)
}

/** The selection after the rows changed: the same VM where it is still there, else the first row. */
export function selectionAmong(rows: readonly Pick<ListedVm, 'id'>[], selected: string | null): string | null {
  return rows.some(({ id }) => id === selected) ? selected : (rows[0]?.id ?? null)
}

/** The ids from one to another in an order, both included, whichever comes first; only `to` where `from` is not in it. */
export function idsBetween(order: readonly string[], from: string | null, to: string): readonly string[] {
  const start = from === null ? -1 : order.indexOf(from)
  const end = order.indexOf(to)
  return start < 0 ? [to] : order.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** The id after `id` in an order, or null at its end or where the id is not in it. */
export function idAfter(order: readonly string[], id: string): string | null {
  const at = order.indexOf(id)
  return at < 0 ? null : (order[at + 1] ?? null)
}
