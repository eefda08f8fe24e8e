import data from './sources.json'
import type { Source } from './schema'

/** Every page the knowledge files rest on. */
export const SOURCES: readonly Source[] = data

const byId = new Map(SOURCES.map((source) => [source.id, source]))

/** A page by its id. Throws on an id that is not in the file, which the tests rule out. */
export function sourceOf(id: string): Source {
  const source = byId.get(id)
  if (source === undefined) throw new Error(`No source "${id}"`)
  return source
}
