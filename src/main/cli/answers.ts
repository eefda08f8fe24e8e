import { decodeCapture } from '../../core/decode/snapshot'
import type { Capture } from '../../core/model/capture'
import type { Answers } from '../../core/model/snapshot'
import type { NamedAnswer } from './arguments'

/** Ids of VMs by what a person may call them. */
export type VmIndex = ReadonlyMap<string, ReadonlySet<string>>

/** The names of a capture's VMs with their ids, added to those of others. Names are compared without regard to case, as Windows does. */
export function addNames(capture: Capture, index: Map<string, Set<string>>): void {
  for (const { id, name } of decodeCapture(capture).vms) {
    for (const called of [name.toLowerCase(), id.toLowerCase()]) {
      const ids = index.get(called)
      if (ids === undefined) index.set(called, new Set([id]))
      else ids.add(id)
    }
  }
}

/** Answers by VM id, with what could not be placed: names that no VM has, and names that several have. */
export interface PlacedAnswers {
  readonly answers: Answers
  readonly unknown: readonly string[]
  readonly ambiguous: readonly { readonly vm: string; readonly ids: readonly string[] }[]
}

/** Ties answers to VMs. The same VM in several captures is one VM, because its id is the same. */
export function placeAnswers(named: readonly NamedAnswer[], index: VmIndex): PlacedAnswers {
  const answers: Record<string, NamedAnswer['answer']> = {}
  const unknown: string[] = []
  const ambiguous: { vm: string; ids: readonly string[] }[] = []
  for (const { vm, answer } of named) {
    const ids = [...(index.get(vm.replace(/^\{(.*)\}$/, '$1').toLowerCase()) ?? [])]
    const [only] = ids
    if (only === undefined) unknown.push(vm)
    else if (ids.length > 1) ambiguous.push({ vm, ids })
    else answers[only] = answer
  }
  return { answers, unknown, ambiguous }
}
