import type { JudgedVm } from '../model/diagnosis'

/** The two judgements of one VM; null where a check does not know it. At least one is there. */
export interface VmPair {
  readonly before: JudgedVm | null
  readonly after: JudgedVm | null
}

/** Whether a VM is known by its name alone: a text that was pasted gave no id. */
function isKnownByName({ vm }: JudgedVm): boolean {
  return vm.partial === true && vm.id.startsWith('pasted:')
}

const nameOf = ({ vm }: JudgedVm): string => vm.name.toLowerCase()

/** VMs by a name that only one of them has: two of one name cannot be told apart. */
function byUniqueName(vms: readonly JudgedVm[]): ReadonlyMap<string, JudgedVm> {
  const found = new Map<string, JudgedVm | null>()
  for (const vm of vms) found.set(nameOf(vm), found.has(nameOf(vm)) ? null : vm)
  return new Map([...found].filter((entry): entry is [string, JudgedVm] => entry[1] !== null))
}

/**
 * Finds for each VM of one check the same VM in the other: by id, because names change and are not unique. A VM of a
 * pasted text without an id is found by its name, where that fits one VM alone. In the order of the newer check; VMs
 * that are gone come last.
 */
export function joinVms(before: readonly JudgedVm[], after: readonly JudgedVm[]): readonly VmPair[] {
  const byId = new Map(before.map((judged) => [judged.vm.id, judged]))
  const afterIds = new Set(after.map(({ vm }) => vm.id))
  const oldNames = byUniqueName(before)
  const newNames = byUniqueName(after)
  const taken = new Set<JudgedVm>()
  const pairs: VmPair[] = after.map((judged) => {
    const same = byId.get(judged.vm.id)
    if (same !== undefined && !taken.has(same)) {
      taken.add(same)
      return { before: same, after: judged }
    }
    const named = oldNames.get(nameOf(judged))
    const fits =
      named !== undefined &&
      !taken.has(named) &&
      !afterIds.has(named.vm.id) &&
      newNames.get(nameOf(judged)) === judged &&
      (isKnownByName(judged) || isKnownByName(named))
    if (!fits) return { before: null, after: judged }
    taken.add(named)
    return { before: named, after: judged }
  })
  const gone = before.filter((judged) => !taken.has(judged)).map((judged) => ({ before: judged, after: null }))
  return [...pairs, ...gone]
}
