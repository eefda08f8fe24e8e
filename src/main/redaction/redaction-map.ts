import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { message, say } from '../../core/i18n/translate'
import type { Problem } from '../../core/model/problem'
import { HIDDEN_KINDS, type Hidden } from '../../core/redaction/placeholders'
import { systemCode } from '../files/new-file'
import { replaceFile } from '../files/replace-file'

/** Which name stands behind which placeholder. */
const MapFile = z.strictObject({
  schema: z.literal('integration-doctor/redaction-map@1'),
  hidden: z.array(z.strictObject({ kind: z.enum(HIDDEN_KINDS), original: z.string(), placeholder: z.string() })),
})

/** The placeholders of earlier reports, or why their file cannot be used. */
export type MapResult =
  { readonly ok: true; readonly hidden: readonly Hidden[] } | { readonly ok: false; readonly problem: Problem }

/** The first line of a map, which says in both languages what it must never be used for. */
const warning = () => `${say('en', 'files.map.warning')} / ${say('ko', 'files.map.warning')}`

/** Reads a map of placeholders. A file that is not there yet is an empty one; any other that is none is refused. */
export async function readRedactionMap(path: string): Promise<MapResult> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return { ok: true, hidden: [] }
    return { ok: false, problem: broken(path) }
  }
  try {
    return { ok: true, hidden: MapFile.parse(JSON.parse(text.slice(text.indexOf('\n') + 1))).hidden }
  } catch {
    return { ok: false, problem: broken(path) }
  }
}

function broken(path: string): Problem {
  return {
    code: 'redaction-map-broken',
    class: null,
    message: message('files.map.broken.message', { path }),
    step: message('files.map.broken.step'),
  }
}

/** Writes a map, readable by this account alone. Its first line warns; the program never attaches it to anything. Throws the system's error. */
export async function writeRedactionMap(path: string, hidden: readonly Hidden[]): Promise<void> {
  const file: z.infer<typeof MapFile> = { schema: 'integration-doctor/redaction-map@1', hidden: [...hidden] }
  await replaceFile(path, `${warning()}\n${JSON.stringify(file, null, 1)}\n`, 0o600)
}
