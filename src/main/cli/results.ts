import { basename, dirname } from 'node:path'
import type { Capture } from '../../core/model/capture'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Problem } from '../../core/model/problem'
import { isFolder, NotKept, savingProblem, writeNewFile } from '../files/new-file'
import { footLine, noWindow, type PrintPdf } from '../pdf/pdf-request'
import { reportFileName } from '../reports/file-name'
import type { LastCheck, ReportSource } from '../../core/report/source'
import { SHAPES, type ShapeOptions, shapeText } from '../reports/shapes'
import type { Format } from './arguments'
import type { Output } from './output'
import type { LeakGuard } from '../redaction/leak-guard'
import { tableText } from './table'

/** One checked source: its diagnosis, and the capture it rests on where there is one. */
export interface Checked {
  readonly diagnosis: Diagnosis
  readonly capture: Capture | null
  /** Null or left out where no check before is known. */
  readonly lastCheck?: LastCheck | null
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
export interface ResultOptions extends Pick<ShapeOptions, 'preset' | 'thresholds' | 'programVersion' | 'now'> {
  readonly format: Format
  /** A file or a folder; null: standard output. */
  readonly output: string | null
  readonly columns: number | null
  /** Looks for hidden names in everything that is written; null where nothing is hidden. */
  readonly guard: LeakGuard | null
  /** Null where there is no window that could print, as on plain Node. */
  readonly printPdf: PrintPdf | null
}

const EXTENSIONS: Readonly<Record<Format, string>> = { table: 'txt', pdf: 'pdf', ...SHAPES }
/** Formats that begin again with each source; every other one is a whole, and is written when all are read. */
const PER_SOURCE: readonly Format[] = ['table', 'json']
const NOTHING: Written = { paths: [], problems: [] }

/** Whether a path names a folder: it is one, or it ends like one. */
export async function isFolderPath(path: string): Promise<boolean> {
  return /[/\\]$/.test(path) || isFolder(path)
}

/** A checked source as a report is made from. */
export function reportSource({ diagnosis, capture, lastCheck = null }: Checked): ReportSource {
  return { diagnosis, lastCheck, via: capture?.target.via ?? null, captureSha256: capture?.sha256 ?? null }
}

/** The rows of a capture are not needed once it is judged, and a hundred hosts of them would fill the memory. */
function withoutRows(checked: Checked): Checked {
  return { ...checked, capture: checked.capture && { ...checked.capture, classes: {}, events: [] } }
}

function textOf(all: readonly Checked[], format: Exclude<Format, 'pdf'>, options: ResultOptions): string {
  if (format === 'table') return all.map(({ diagnosis }) => tableText(diagnosis, options.columns)).join('\n')
  const [first, ...others] = all.map(reportSource)
  return first === undefined ? '' : shapeText(format, [first, ...others], options)
}

/** The content of a result; a PDF is printed from the HTML of the same result. */
async function contentOf(all: readonly Checked[], options: ResultOptions): Promise<string | Uint8Array> {
  const { format, printPdf } = options
  if (format !== 'pdf') return textOf(all, format, options)
  if (printPdf === null) throw new NotKept(noWindow())
  const diagnoses = all.map(({ diagnosis }) => diagnosis)
  const language = diagnoses[0]?.language ?? 'en'
  const page = textOf(all, 'html', options)
  return printPdf({ page, language, line: footLine(diagnoses, null) })
}

async function writeFile(
  folder: string,
  name: string,
  all: readonly Checked[],
  options: ResultOptions,
): Promise<Written> {
  try {
    const content = await contentOf(all, options)
    return { paths: [await writeNewFile(folder, name, content, options.guard?.inspect)], problems: [] }
  } catch (cause) {
    return { paths: [], problems: [savingProblem(cause, folder, name)] }
  }
}

function toStandardOutput(options: ResultOptions, stdout: Output): Results {
  const kept: Checked[] = []
  let isFirst = true
  const toStream = async (all: readonly Checked[], separator: string): Promise<Written> => {
    const name = `result.${EXTENSIONS[options.format]}`
    try {
      const content = await contentOf(all, options)
      await options.guard?.inspect(Buffer.from(content), name)
      await stdout.write(typeof content === 'string' ? separator + content : content)
    } catch (cause) {
      return { paths: [], problems: [savingProblem(cause, '', name)] }
    }
    return NOTHING
  }
  return {
    add: async (checked) => {
      if (!PER_SOURCE.includes(options.format)) {
        kept.push(withoutRows(checked))
        return NOTHING
      }
      const separator = options.format === 'table' && !isFirst ? '\n' : ''
      isFirst = false
      return toStream([checked], separator)
    },
    finish: async () => {
      return kept.length > 0 ? toStream(kept, '') : NOTHING
    },
  }
}

function toFolder(options: ResultOptions, folder: string): Results {
  return {
    add: (checked) => {
      const name = reportFileName({ diagnosis: checked.diagnosis }, EXTENSIONS[options.format])
      return writeFile(folder, name, [checked], options)
    },
    finish: async () => NOTHING,
  }
}

function toFile(options: ResultOptions, path: string): Results {
  const kept: Checked[] = []
  return {
    add: async (checked) => {
      kept.push(withoutRows(checked))
      return NOTHING
    },
    finish: async () => (kept.length === 0 ? NOTHING : writeFile(dirname(path), basename(path), kept, options)),
  }
}

/** The place that `--output` names: a folder takes a file per source, a file takes all together, nothing means standard output. */
export async function resultsOf(options: ResultOptions, stdout: Output): Promise<Results> {
  const { output } = options
  if (output === null) return toStandardOutput(options, stdout)
  const inFile: ResultOptions = { ...options, columns: null }
  return (await isFolderPath(output)) ? toFolder(inFile, output) : toFile(inFile, output)
}
