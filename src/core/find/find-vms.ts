/** A VM as far as somebody on the phone can name it. */
export interface FindableVm {
  readonly id: string
  readonly name: string
  /** What runs in it, in words; null where nobody knows. */
  readonly guest: string | null
  readonly addresses: readonly string[]
  /** The name the guest gives itself, which callers know rather than the VM's. */
  readonly guestHostName?: string | null
}

/** For comparing what people type: one Unicode form (Hangul comes composed or decomposed, letters full width), one case. */
function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const oneLine = (text: string): string => foldedText(text).replace(/\s+/g, ' ')

/** Everything a VM can be found by, folded, a line for each: a search never matches across two of them. */
export function searchableText(vm: FindableVm): string {
  const parts = [vm.name, vm.guest ?? '', ...vm.addresses, vm.id, vm.guestHostName ?? '']
  return parts.map(oneLine).join('\n')
}

/** The words of a search, folded; a VM is found where every one of them stands somewhere. */
export function wordsOfSearch(search: string): readonly string[] {
  return foldedText(search).split(/\s+/).filter(Boolean)
}

/** Whether a VM's name, guest, address or id contains a text as it stands. A blank text is contained in none. */
export function containsText(vm: FindableVm, text: string): boolean {
  const wanted = oneLine(text).trim()
  return wanted !== '' && searchableText(vm).includes(wanted)
}

/** A list of VMs under a name: a host, a capture, a reading of before. */
export interface VmList<V extends FindableVm> {
  readonly vms: readonly V[]
}

/** What a search over several lists came to. */
export interface FoundVms<V extends FindableVm, L extends VmList<V>> {
  readonly found: readonly { readonly list: L; readonly vm: V }[]
  /** All that match, also beyond the limit. */
  readonly total: number
}

/** How well a VM fits: its whole name, the beginning of it, a part of it, anything else. */
function rank(vm: FindableVm, search: string): number {
  const name = foldedText(vm.name)
  const wanted = foldedText(search).trim()
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  return name.includes(wanted) ? 2 : 3
}

/** The VMs of all lists in which every word of a search occurs, those with that name first, else in the order of the lists. */
export function findVms<V extends FindableVm, L extends VmList<V>>(
  lists: readonly L[],
  search: string,
  limit: number,
): FoundVms<V, L> {
  const words = wordsOfSearch(search)
  if (words.length === 0) return { found: [], total: 0 }
  const all = lists.flatMap((list) =>
    list.vms
      .filter((vm) => {
        const text = searchableText(vm)
        return words.every((word) => text.includes(word))
      })
      .map((vm) => ({ list, vm, rank: rank(vm, search) })),
  )
  const ordered = all.sort((a, b) => a.rank - b.rank)
  return { found: ordered.slice(0, limit).map(({ list, vm }) => ({ list, vm })), total: all.length }
}
