import { basename, dirname } from 'node:path'
import type { Capture } from '../../core/model/capture'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Problem } from '../../core/model/problem'
import { isFolder, savingProblem, writeNewFile } from '../files/new-file'
import { reportFileName } from '../reports/file-name'
import { reportHtml } from '../reports/report-html'
import { inertJson } from '../reports/shown-text'
import type { Format } from './arguments'
import type { Output } from './output'
import type { LeakGuard } from '../redaction/leak-guard'
import { tableText } from './table'

/** One checked source: its diagnosis, and the capture it rests on where there is one. */
export interface Checked {
  readonly diagnosis: Diagnosis
  readonly capture: Capture | null
}

/** What writing came to: the paths of files that were written, and why others were not. */
export interface Written {
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
}

/** Where results go, one source after the other. */
export interface Results {
  readonly add: (checked: Checked) => Promise<Written>
  readonly finish: () => Promise<Written>
}

/** What a result needs to know beside the diagnoses. */
export interface ResultOptions {
  readonly format: Format
  /** A file or a folder; null: standard output. */
  readonly output: string | null
  readonly columns: number | null
  readonly programVersion: string
  readonly now: Date
  /** Looks for hidden names in everything that is written; null where nothing is hidden. */
  readonly guard: LeakGuard | null
}

const EXTENSIONS: Readonly<Record<Format, string>> = { table: 'txt', json: 'json', html: 'html' }
const NOTHING: Written = { paths: [], problems: [] }

/** Whether a path names a folder: it is one, or it ends like one. */
export async function isFolderPath(path: string): Promise<boolean> {
  return /[/\\]$/.test(path) || isFolder(path)
}

function textOf(all: readonly Checked[], { format, columns, programVersion, now }: ResultOptions): string {
  if (format === 'table') return all.map(({ diagnosis }) => tableText(diagnosis, columns)).join('\n')
  if (format === 'json') return all.map(({ diagnosis }) => `${inertJson(diagnosis)}\n`).join('')
  const [first, ...others] = all.map(({ diagnosis, capture }) => ({
    diagnosis,
    via: capture?.target.via ?? null,
    captureSha256: capture?.sha256 ?? null,
  }))
  return first === undefined ? '' : reportHtml([first, ...others], { programVersion, now })
}

async function writeFile(folder: string, name: string, text: string, guard: LeakGuard | null): Promise<Written> {
  try {
    return { paths: [await writeNewFile(folder, name, text, guard?.inspect)], problems: [] }
  } catch (cause) {
    return { paths: [], problems: [savingProblem(cause, folder, name)] }
  }
}

function toStandardOutput(options: ResultOptions, stdout: Output): Results {
  const kept: Checked[] = []
  let isFirst = true
  const toStream = async (text: string): Promise<Written> => {
    const name = `result.${EXTENSIONS[options.format]}`
    try {
      options.guard?.checkText(name, text)
    } catch (cause) {
      return { paths: [], problems: [savingProblem(cause, '', name)] }
    }
    await stdout.write(text)
    return NOTHING
  }
  return {
    add: async (checked) => {
      if (options.format === 'html') {
        kept.push(checked)
        return NOTHING
      }
      const separator = options.format === 'table' && !isFirst ? '\n' : ''
      isFirst = false
      return toStream(separator + textOf([checked], options))
    },
    finish: async () => {
      return kept.length > 0 ? toStream(textOf(kept, options)) : NOTHING
    },
  }
}

function toFolder(options: ResultOptions, folder: string): Results {
  return {
    add: ({ diagnosis, capture }) => {
      const name = reportFileName({ diagnosis }, EXTENSIONS[options.format])
      return writeFile(folder, name, textOf([{ diagnosis, capture }], options), options.guard)
    },
    finish: async () => NOTHING,
  }
}

function toFile(options: ResultOptions, path: string): Results {
  const kept: Checked[] = []
  return {
    add: async (checked) => {
      // The rows of the capture are not needed any more, and a hundred hosts of them would fill the memory.
      kept.push({ ...checked, capture: checked.capture && { ...checked.capture, classes: {}, events: [] } })
      return NOTHING
    },
    finish: () => writeFile(dirname(path), basename(path), textOf(kept, options), options.guard),
  }
}

/** The place that `--output` names: a folder takes a file per source, a file takes all together, nothing means standard output. */
export async function resultsOf(options: ResultOptions, stdout: Output): Promise<Results> {
  const { output } = options
  if (output === null) return toStandardOutput(options, stdout)
  const inFile: ResultOptions = { ...options, columns: null }
  return (await isFolderPath(output)) ? toFolder(inFile, output) : toFile(inFile, output)
}
