import { loneWorksheet, ownerOf } from '../../core/decode/lone-worksheet'
import { decodeCapture } from '../../core/decode/snapshot'
import type { OpenedSource, OpenSource, SourceStore } from './source-store'

/**
 * Keeps a pasted worksheet's output with the VM that it was printed in, in every open source that has it, and gives the
 * first of those; null where the text is no worksheet alone or its VM is not clear, so that it is a source of its own.
 */
export function seeInOpenVm(sources: SourceStore, { capture }: OpenedSource): OpenSource | null {
  const lone = capture === null ? null : loneWorksheet(capture)
  if (lone === null) return null
  const open = sources
    .list()
    .flatMap((source) =>
      source.capture === null || loneWorksheet(source.capture) !== null
        ? []
        : [{ id: source.id, vms: decodeCapture(source.capture).vms }],
    )
  const owner = ownerOf(
    lone,
    open.flatMap(({ vms }) => vms),
  )
  if (owner.kind !== 'one') return null
  const seen = open
    .filter(({ vms }) => vms.some(({ id }) => id === owner.id))
    .map(({ id }) => sources.see(id, owner.id, lone.text))
  return seen[0] ?? null
}
