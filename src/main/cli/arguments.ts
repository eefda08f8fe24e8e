import { parseArgs } from 'node:util'
import { guestOfAnswer } from '../../core/decode/guest'
import { message } from '../../core/i18n/translate'
import { FAMILIES } from '../../core/knowledge/guest-families'
import { isSymptomId } from '../../core/knowledge/symptoms'
import { WINDOWS_RELEASES } from '../../core/knowledge/windows-releases'
import type { GuestAnswer } from '../../core/model/snapshot'
import { SYMPTOM_IDS, type SymptomId } from '../../core/model/symptom'
import { REDACTION_LEVELS, type RedactionLevel } from '../../core/redaction/redactor'
import { isComputerName, type Transport, TRANSPORTS } from '../../core/model/computer-name'
import type { Language, TextRef } from '../../core/model/text'
import { WORKSHEET_SYSTEMS, type WorksheetSystem } from '../../core/model/worksheet'
import { DEFAULT_THRESHOLDS, THRESHOLD_VERDICTS, type Thresholds } from '../../core/report/monitors/monitored'
import { TICKET_PRESETS, type TicketPreset } from '../../core/model/report-file'
import { type CompareArguments, readCompareArguments } from './compare-arguments'
import { SHAPE_NAMES, type Shape } from '../reports/shapes'
import { asksToExplain, readExplainArguments, type ExplainOptions } from './explain-arguments'
import { DEFAULT_DAYS } from '../powershell/collect'
import { isLanguage } from './language'
import { argumentsOfVerify, readVerifyArguments, type VerifyArguments } from './verify-arguments'

export type Format = 'table' | 'pdf' | Shape
export const FORMATS: readonly Format[] = ['table', ...SHAPE_NAMES, 'pdf']

/** A source as it was named on the command line. */
export type NamedSource =
  | { readonly kind: 'capture'; readonly path: string }
  /** A text that somebody pasted; `-` is standard input. */
  | { readonly kind: 'paste'; readonly path: string }
  | { readonly kind: 'sample' }
  /** Another computer, or a failover cluster that stands for its nodes. */
  | { readonly kind: 'host' | 'cluster'; readonly name: string }

/** `--answer VM=FAMILY[:VERSION]`, as written. */
export interface NamedAnswer {
  readonly vm: string
  readonly answer: GuestAnswer
}

/** What `check` is asked to do. */
export interface CheckOptions {
  /** Empty: this computer. */
  readonly sources: readonly NamedSource[]
  /** How hosts and clusters are read. */
  readonly transport: Transport
  /** Whether another account is asked for before hosts are read. */
  readonly askCredential: boolean
  readonly answers: readonly NamedAnswer[]
  /** Only VMs whose name, guest, address or id contains it; null: all. */
  readonly find: string | null
  /** File of accepted findings, or null. */
  readonly accepted: string | null
  /** What the caller sees, of every VM; null: nobody said it. */
  readonly symptom: SymptomId | null
  /** Whether earlier checks are used and this one is kept. */
  readonly history: boolean
  readonly format: Format
  /** Columns of `csv-tickets`. */
  readonly preset: TicketPreset
  /** What is a warning and what critical for a monitor. */
  readonly thresholds: Thresholds
  readonly output: string | null
  readonly saveCapture: string | null
  /** Folder or zip file for the escalation pack; null where none was asked for. */
  readonly pack: string | null
  /** How much is hidden in everything that is written. */
  readonly redact: RedactionLevel | null
  /** File that keeps the placeholders of several reports the same; null: they hold for this call. */
  readonly redactionMap: string | null
  readonly timeoutSeconds: number
  /** How many days back the event logs are read. */
  readonly days: number
  readonly quiet: boolean
}

/** What the arguments ask for, or the sentence that says why they cannot be understood. */
export type Arguments =
  | { readonly kind: 'check'; readonly language: Language; readonly options: CheckOptions }
  | { readonly kind: 'explain'; readonly language: Language; readonly options: ExplainOptions }
  | { readonly kind: 'help' | 'version'; readonly language: Language }
  /** The block of commands to be run inside a guest. */
  | { readonly kind: 'worksheet'; readonly language: Language; readonly system: WorksheetSystem }
  | CompareArguments
  | VerifyArguments
  | { readonly kind: 'wrong'; readonly language: Language; readonly reason: TextRef }

const DEFAULT_TIMEOUT_SECONDS = 120
const MAX_TIMEOUT_SECONDS = 3600
const MAX_DAYS = 365

const OPTIONS = {
  host: { type: 'string', multiple: true },
  cluster: { type: 'string', multiple: true },
  transport: { type: 'string' },
  'ask-credential': { type: 'boolean' },
  capture: { type: 'string', multiple: true },
  paste: { type: 'string', multiple: true },
  sample: { type: 'boolean' },
  answer: { type: 'string', multiple: true },
  accepted: { type: 'string' },
  find: { type: 'string' },
  worksheet: { type: 'string' },
  symptom: { type: 'string' },
  history: { type: 'string' },
  format: { type: 'string' },
  preset: { type: 'string' },
  warning: { type: 'string' },
  critical: { type: 'string' },
  lang: { type: 'string' },
  output: { type: 'string' },
  'save-capture': { type: 'string' },
  pack: { type: 'string' },
  redact: { type: 'string' },
  'redaction-map': { type: 'string' },
  timeout: { type: 'string' },
  days: { type: 'string' },
  quiet: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type OptionName = keyof typeof OPTIONS

const KNOWN_FAMILIES = [
  'linux',
  'windows',
  'freebsd',
  'other',
  ...FAMILIES.map(({ id }) => id),
  ...WINDOWS_RELEASES.map(({ id }) => id),
]

/** Arguments that cannot be understood, on their way out. */
class WrongUsage extends Error {
  constructor(readonly reason: TextRef) {
    super(reason.key)
  }
}

interface Given {
  readonly sources: NamedSource[]
  readonly answers: NamedAnswer[]
  readonly values: Partial<Record<OptionName, string>>
  readonly switches: Set<OptionName>
}

function isKnown(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}

function unknownOption(name: string): WrongUsage {
  const option = name.length === 1 ? `-${name}` : `--${name}`
  return new WrongUsage(message('cli.wrong.unknown-option', { option }))
}

/** `VM=FAMILY[:VERSION]`; the last sign counts, because a name may contain one and a family does not. */
function answerOf(text: string): NamedAnswer {
  const match = /^(?<vm>.+)=(?<family>[^=:]+)(?::(?<version>[^=:]+))?$/su.exec(text)
  const { vm, family, version } = match?.groups ?? {}
  if (vm === undefined || family === undefined) throw new WrongUsage(message('cli.wrong.answer', { text }))
  const answer = { family: family.toLowerCase(), ...(version !== undefined && { version }) }
  if (guestOfAnswer(answer).os === 'unknown') {
    throw new WrongUsage(message('cli.wrong.family', { family, known: KNOWN_FAMILIES.join(', ') }))
  }
  return { vm, answer }
}

/** One or several computers; a name that could mean anything else to a command line is refused. */
function computersOf(kind: 'host' | 'cluster', text: string): readonly NamedSource[] {
  return text.split(',').map((part) => {
    const name = part.trim()
    if (!isComputerName(name))
      throw new WrongUsage(message('remote.cli.wrong-name', { option: `--${kind}`, text: name }))
    return { kind, name }
  })
}

function take(name: OptionName, value: string, given: Given): void {
  if (name === 'host' || name === 'cluster') given.sources.push(...computersOf(name, value))
  else if (name === 'capture' || name === 'paste') given.sources.push({ kind: name, path: value })
  else if (name === 'answer') given.answers.push(answerOf(value))
  else given.values[name] = value
}

/** Options that take several values, one after the other. */
const SEVERAL = ['capture', 'answer', 'host', 'cluster'] as const

/** Goes through the arguments in their order, because that is the order of the results. */
function read(argv: readonly string[]): Given {
  const given: Given = { sources: [], answers: [], values: {}, switches: new Set() }
  // Not strict: the library's own sentences exist in English only, and it knows no option with several values.
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  let several: 'capture' | 'answer' | 'host' | 'cluster' | null = null
  let isFirst = true
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (!isKnown(token.name)) throw unknownOption(token.name)
      several = null
      if (OPTIONS[token.name].type === 'boolean') {
        if (token.value !== undefined) throw new WrongUsage(message('cli.wrong.no-value', { option: token.rawName }))
        given.switches.add(token.name)
        if (token.name === 'sample') given.sources.push({ kind: 'sample' })
      } else {
        const value = token.value ?? ''
        if (value === '' || (!token.inlineValue && /^-./.test(value))) {
          throw new WrongUsage(message('cli.wrong.value-missing', { option: token.rawName }))
        }
        take(token.name, value, given)
        several = SEVERAL.find((name) => name === token.name) ?? null
      }
    } else if (token.kind === 'positional') {
      if (several !== null) take(several, token.value, given)
      else if (!isFirst || token.value !== 'check') {
        const argument = token.value
        throw new WrongUsage(message('cli.wrong.stray', { argument }))
      }
    }
    isFirst = false
  }
  return given
}

function formatOf(text: string | undefined): Format {
  const format = FORMATS.find((known) => known === (text ?? 'table'))
  if (format !== undefined) return format
  throw new WrongUsage(message('cli.wrong.format', { format: text ?? '', known: FORMATS.join(', ') }))
}

/** One of some known words, in any case; `missing` where none is given. */
function wordOf<T extends string>(option: string, text: string | undefined, known: readonly T[], missing: T): T {
  if (text === undefined) return missing
  const word = known.find((candidate) => candidate === text.toLowerCase())
  if (word !== undefined) return word
  throw new WrongUsage(message('shape.wrong.word', { option, text, known: known.join(', ') }))
}

function thresholdsOf({ warning, critical }: Given['values']): Thresholds {
  return {
    warning: wordOf('--warning', warning, THRESHOLD_VERDICTS, DEFAULT_THRESHOLDS.warning),
    critical: wordOf('--critical', critical, THRESHOLD_VERDICTS, DEFAULT_THRESHOLDS.critical),
  }
}

/** A folder, or a zip file: by its ending it is told how the pack is read back and searched for hidden names. */
function packOf(path: string | undefined): string | null {
  if (path === undefined) return null
  const name = path.split(/[/\\]/).at(-1) ?? ''
  const hasEnding = name.slice(0, -1).includes('.')
  if (!hasEnding || /\.zip$/i.test(name)) return path
  throw new WrongUsage(message('cli.wrong.pack-name', { path }))
}

function switchOf(text: string | undefined): boolean {
  if (text === undefined || text === 'off') return false
  if (text === 'on') return true
  throw new WrongUsage(message('cli.wrong.history', { text }))
}

function symptomIdOf(text: string | undefined): SymptomId | null {
  if (text === undefined) return null
  const symptom = text.toLowerCase()
  if (isSymptomId(symptom)) return symptom
  throw new WrongUsage(message('cli.wrong.symptom', { text, known: SYMPTOM_IDS.join(', ') }))
}

function redactionLevelOf(text: string | undefined): RedactionLevel | null {
  if (text === undefined) return null
  const level = REDACTION_LEVELS.find((known) => known === text)
  if (level !== undefined) return level
  throw new WrongUsage(message('files.wrong.redact', { text, known: REDACTION_LEVELS.join(', ') }))
}

/** `--redact` may stand alone and then means `names`; the library knows no option whose value may be left out. */
function withRedactionLevel(argv: readonly string[]): readonly string[] {
  return argv.map((argument, index) => {
    const next = argv[index + 1]
    return argument === '--redact' && (next === undefined || next.startsWith('-')) ? '--redact=names' : argument
  })
}

function wholeNumberOf(option: 'timeout' | 'days', text: string | undefined, usual: number, most: number): number {
  if (text === undefined) return usual
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (number >= 1 && number <= most) return number
  throw new WrongUsage(message(`cli.wrong.${option}`, { text, most }))
}

/** What belongs to hosts needs one; and a text on standard input leaves no room for a password. */
function checkRemote(sources: Given['sources'], values: Given['values'], switches: Given['switches']): void {
  const asks = switches.has('ask-credential')
  const option = asks ? '--ask-credential' : values.transport === undefined ? null : '--transport'
  const isRemote = sources.some(({ kind }) => kind === 'host' || kind === 'cluster')
  if (option !== null && !isRemote) throw new WrongUsage(message('remote.cli.needs-host', { option }))
  if (asks && sources.some((source) => source.kind === 'paste' && source.path === '-')) {
    throw new WrongUsage(message('remote.cli.one-input'))
  }
}

/** Reads the arguments of the command line. `fallback` is the language of the environment, for when none is asked for. */
export function readArguments(argv: readonly string[], fallback: Language): Arguments {
  // The language first, so that even what is wrong is said in it.
  const asked = argv.flatMap((argument, index) =>
    argument === '--lang' ? [argv[index + 1] ?? ''] : argument.startsWith('--lang=') ? [argument.slice(7)] : [],
  )
  const language = asked.findLast(isLanguage) ?? fallback
  const toVerify = argumentsOfVerify(argv)
  if (toVerify !== null && !argv.includes('--help')) return readVerifyArguments(toVerify, language)
  if (argv[0] === 'compare') return readCompareArguments(argv.slice(1), language)
  try {
    if (argv.includes('--help') || argv.includes('-h')) return { kind: 'help', language }
    if (asksToExplain(argv)) return { language, ...readExplainArguments(argv) }
    const { sources, answers, values, switches } = read(withRedactionLevel(argv))
    if (switches.has('version')) return { kind: 'version', language }
    const { lang } = values
    if (lang !== undefined && !isLanguage(lang)) throw new WrongUsage(message('cli.wrong.lang', { text: lang }))
    checkRemote(sources, values, switches)
    if (values.worksheet !== undefined) {
      return {
        kind: 'worksheet',
        language,
        system: wordOf('--worksheet', values.worksheet, WORKSHEET_SYSTEMS, 'linux'),
      }
    }
    const options: CheckOptions = {
      transport: wordOf('--transport', values.transport, TRANSPORTS, 'remoting'),
      askCredential: switches.has('ask-credential'),
      sources,
      answers,
      find: values.find ?? null,
      accepted: values.accepted ?? null,
      symptom: symptomIdOf(values.symptom),
      history: switchOf(values.history),
      format: formatOf(values.format),
      preset: wordOf('--preset', values.preset, TICKET_PRESETS, 'generic'),
      thresholds: thresholdsOf(values),
      output: values.output ?? null,
      saveCapture: values['save-capture'] ?? null,
      pack: packOf(values.pack),
      redact: redactionLevelOf(values.redact),
      redactionMap: values['redaction-map'] ?? null,
      timeoutSeconds: wholeNumberOf('timeout', values.timeout, DEFAULT_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS),
      days: wholeNumberOf('days', values.days, DEFAULT_DAYS, MAX_DAYS),
      quiet: switches.has('quiet'),
    }
    return { kind: 'check', language, options }
  } catch (cause) {
    if (cause instanceof WrongUsage) return { kind: 'wrong', language, reason: cause.reason }
    throw cause
  }
}
