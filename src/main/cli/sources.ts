import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Capture } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import { isFolder } from '../files/new-file'
import { readCaptureFile } from '../sources/capture-file'
import { readPastedText } from '../sources/pasted-text'
import { sampleCapture } from '../sources/sample-capture'
import { captureProblem } from '../../core/decode/read-capture'
import { message } from '../../core/i18n/translate'
import type { NamedSource } from './arguments'
import type { NamedRemote } from './remote-sources'

export type Loaded =
  { readonly ok: true; readonly capture: Capture } | { readonly ok: false; readonly problem: Problem }

/** A source of a check: the name it is given in results, and its capture, which is read when its turn comes. */
export interface Source {
  readonly name: string
  readonly load: () => Promise<Loaded>
  /** A text that was pasted, which may be the answer to a guest worksheet and belong to a VM of another source. */
  readonly isPasted?: true
  /** Only of other computers: more about why one could not be read, one line each. */
  readonly assist?: (problem: Problem) => Promise<readonly string[]>
}

const NO_CAPTURE = (name: string): Problem => ({
  code: 'folder-without-capture',
  class: null,
  message: message('cli.folder-empty.message', { name }),
  step: message('cli.folder-empty.step', { name }),
})

/** Captures of a folder in the order of their names, by code unit: the same on every system and in every language. */
async function ofFolder(folder: string): Promise<readonly Source[]> {
  const failed = (problem: Problem): readonly Source[] => [{ name: folder, load: async () => ({ ok: false, problem }) }]
  let names: readonly string[]
  try {
    names = (await readdir(folder)).filter((name) => /\.hvcapture$/i.test(name)).sort()
  } catch {
    return failed(captureProblem('no-access', folder))
  }
  return names.length === 0 ? failed(NO_CAPTURE(folder)) : names.map((name) => ofFile(join(folder, name)))
}

function ofFile(path: string): Source {
  return { name: path, load: () => readCaptureFile(path, path) }
}

/** A source that is read once however often it is asked for: this computer, or standard input. */
function readOnce(name: string, read: () => Promise<Loaded>): Source {
  let reading: Promise<Loaded> | null = null
  return { name, load: () => (reading ??= read()) }
}

/** The sources of a check in the order given; a folder stands for its captures, a cluster for its nodes. None: this computer. */
export async function sourcesOf(
  named: readonly NamedSource[],
  readLocal: () => Promise<Loaded>,
  readRemote: (named: NamedRemote) => Promise<readonly Source[]>,
  now: () => Date,
): Promise<readonly Source[]> {
  if (named.length === 0) return [readOnce('local', readLocal)]
  const sources: Source[] = []
  for (const source of named) {
    if (source.kind === 'sample')
      sources.push({ name: 'sample', load: async () => ({ ok: true, capture: sampleCapture() }) })
    else if (source.kind === 'paste')
      sources.push({ ...readOnce(source.path, () => readPastedText(source.path, now())), isPasted: true })
    else if (source.kind !== 'capture') sources.push(...(await readRemote(source)))
    else if (await isFolder(source.path)) sources.push(...(await ofFolder(source.path)))
    else sources.push(ofFile(source.path))
  }
  return sources
}
