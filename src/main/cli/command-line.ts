import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { judge } from '../../core/diagnosis/judge'
import { isIncomplete, renderDiagnosis, renderFailure, renderProblem } from '../../core/diagnosis/render'
import { say, translate } from '../../core/i18n/translate'
import { KNOWLEDGE_DATE } from '../../core/knowledge/revision'
import { CAPTURE_SCHEMA, type Capture } from '../../core/model/capture'
import { ACCEPTED_SCHEMA, type AcceptedFinding } from '../../core/model/accepted'
import { COMPARISON_SCHEMA } from '../../core/model/comparison'
import { DIAGNOSIS_SCHEMA } from '../../core/model/diagnosis'
import { EXPLANATION_SCHEMA } from '../../core/model/explanation'
import { cannotRedact } from '../../core/redaction/redact-check'
import type { Problem } from '../../core/model/problem'
import type { Answers, Statements } from '../../core/model/snapshot'
import type { Language } from '../../core/model/text'
import { version } from '../../../package.json'
import { type MonitorState, worstState } from '../../core/report/monitors/monitored'
import type { ReportSource } from '../../core/report/source'
import type { PrintPdf } from '../pdf/pdf-request'
import { assist, assistanceLines } from '../remote/assist'
import type { Probe } from '../remote/probe'
import type { RemoteHosts } from '../remote/remote-hosts'
import { knownGuests, sinceWhen } from '../history/history-lookup'
import { DEFAULT_BYTES, DEFAULT_DAYS } from '../history/history-limits'
import { HistoryStore } from '../history/history-store'
import { JUDGED_BY } from '../history/window-history'
import { namePart } from '../reports/file-name'
import { fileTime, momentOf } from '../reports/report-time'
import { monitoredOf } from '../reports/shapes'
import { shownText } from '../../core/i18n/shown-text'
import { worksheetText } from '../../core/worksheet/worksheet-text'
import { writeCaptureFile } from '../sources/capture-file'
import { readAcceptedFile } from './accepted-file'
import { askCredential } from './ask-credential'
import { addNames, placeAnswers } from './answers'
import { type CheckOptions, readArguments } from './arguments'
import { runCompare } from './compare-command'
import { explainOnCommandLine } from './explain-command'
import { languageOf } from './language'
import { Output, type Streams } from './output'
import { rememberedLines, selectionOf } from './find'
import { isFolderPath, reportSource, resultsOf, type Written } from './results'
import { type RemoteReading, remoteSources } from './remote-sources'
import { Redaction } from './redaction'
import { verifyOnCommandLine } from './verify-command'
import { type Loaded, type Source, sourcesOf } from './sources'

/** What ends a check with which code; see the contracts. */
export const EXIT = { ok: 0, actionNeeded: 1, notJudged: 2, wrongUsage: 64 } as const
/** What a plugin of Nagios ends with where it could not do its work. */
const UNKNOWN_STATE = 3

/** How this computer is read: how long it may take, and who wants to know how far it is. */
export interface LocalReading {
  readonly limitMs: number
  /** How many days back the event logs are read. */
  readonly days: number
  /** Fires when the person presses Ctrl+C; what was read before is kept. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void
}

/** What a command line is given to work with. */
export interface Surroundings extends Streams {
  readonly readLocal: (reading: LocalReading) => Promise<Loaded>
  readonly now: () => Date
  /** Absent where there is no window that could print. */
  readonly printPdf?: PrintPdf | undefined
  readonly remote: RemoteHosts
  /** What is typed, for the account that `--ask-credential` asks for. */
  readonly stdin: Readable
  /** Tries the way to a host that could not be reached. */
  readonly probe: Probe
  /** Folder of the kept checks of this person. */
  readonly historyFolder: string
}

/** A run of `check`: its streams, and what it has come to so far. */
class Check {
  needsAction = false
  isWhole = true
  /** States of a monitor, one per source, and unknown for whatever went wrong. */
  readonly states: MonitorState[] = []
  #interruption: AbortController | null = null
  readonly #interrupt = (): void => this.#interruption?.abort()

  constructor(
    readonly options: CheckOptions,
    readonly language: Language,
    readonly surroundings: Surroundings,
    readonly stdout: Output,
    readonly stderr: Output,
  ) {}

  /** Fires when the person presses Ctrl+C; pressed again it ends the program. */
  get interruption(): AbortSignal {
    if (this.#interruption === null) {
      this.#interruption = new AbortController()
      process.once('SIGINT', this.#interrupt)
    }
    return this.#interruption.signal
  }

  /** Leaves Ctrl+C to the system again. */
  release(): void {
    process.off('SIGINT', this.#interrupt)
  }

  async tell(sentence: string): Promise<void> {
    await this.stderr.write(`${shownText(sentence)}\n`)
  }

  async progress(sentence: string): Promise<void> {
    if (!this.options.quiet) await this.tell(sentence)
  }

  /** `host`: which of several computers it is about; null where the sentence names it itself. */
  async problem(problem: Problem, host: string | null = null): Promise<void> {
    const { message, step } = renderProblem(problem, this.language)
    await this.tell(`${host === null ? '' : `${host}: `}${message} ${step}`)
    this.isWhole = false
    this.states.push(UNKNOWN_STATE)
  }

  async written({ paths, problems }: Written): Promise<void> {
    for (const path of paths) await this.progress(say(this.language, 'cli.saved', { path }))
    for (const problem of problems) await this.problem(problem)
  }

  /** Keeps the state that a monitor gives a source, for the exit code of its plugin. */
  watch(source: ReportSource): void {
    const { options, surroundings } = this
    if (options.format !== 'nagios') return
    this.states.push(monitoredOf([source], { ...options, programVersion: version, now: surroundings.now() }).state)
  }

  get exitCode(): number {
    if (this.options.format === 'nagios') return worstState(this.states)
    if (this.needsAction) return EXIT.actionNeeded
    return this.isWhole ? EXIT.ok : EXIT.notJudged
  }
}

async function readThisComputer(check: Check): Promise<Loaded> {
  const { language, options, surroundings } = check
  await check.progress(say(language, 'cli.reading-local'))
  return surroundings.readLocal({
    limitMs: options.timeoutSeconds * 1000,
    days: options.days,
    signal: check.interruption,
    onProgress: ({ done, of }) => void check.progress(say(language, 'cli.progress', { done, of })),
  })
}

/** How hosts are read; null where another account was asked for and not given, which then has been said. */
async function remoteReading(check: Check): Promise<RemoteReading | null> {
  const { language, options, surroundings } = check
  const credential = options.askCredential ? await askCredential(surroundings.stdin, check.stderr, language) : null
  if (options.askCredential && credential === null) {
    await check.tell(say(language, 'remote.cli.no-credential'))
    return null
  }
  return {
    hosts: surroundings.remote,
    transport: options.transport,
    credential,
    options: { limitMs: options.timeoutSeconds * 1000, days: options.days, signal: check.interruption },
    language,
    progress: (line) => check.progress(line),
    assist: async (target, problem) => assistanceLines(await assist(target, problem, surroundings.probe), language),
  }
}

/** Ties the answers to VMs before anything is judged or printed; null where a name fits several, which then has been said. */
async function answersFor(check: Check, sources: readonly Source[]): Promise<Answers | null> {
  const { answers: named } = check.options
  if (named.length === 0) return {}
  const index = new Map<string, Set<string>>()
  for (const source of sources) {
    // Read again when its turn comes: a hundred captures need not be held in memory for a few names.
    const loaded = await source.load()
    if (loaded.ok) addNames(loaded.capture, index)
  }
  const { answers, unknown, ambiguous } = placeAnswers(named, index)
  for (const { vm, ids } of ambiguous) {
    await check.tell(say(check.language, 'cli.wrong.answer-fits-several', { vm, ids: ids.join(', ') }))
  }
  if (ambiguous.length > 0) return null
  for (const vm of unknown) await check.tell(say(check.language, 'cli.answer-fits-none', { vm }))
  return answers
}

async function saveCapture(
  check: Check,
  capture: Capture,
  target: string,
  isFolder: boolean,
  redaction: Redaction | null,
): Promise<void> {
  const read = momentOf(capture.collectedAt)
  const name = [namePart(capture.target.computerName ?? '') || 'host', read === null ? '' : fileTime(read)]
  if (redaction !== null) name.push('redacted')
  const path = isFolder ? join(target, `${name.filter((part) => part !== '').join('_')}.hvcapture`) : target
  const result = await writeCaptureFile(capture, path, redaction?.guard.inspect)
  await check.written(result.ok ? { paths: [result.path], problems: [] } : { paths: [], problems: [result.problem] })
}

/** The accepted findings; a file that cannot be read accepts nothing, and the check says that it is not whole. */
async function acceptedFor(check: Check): Promise<readonly AcceptedFinding[]> {
  if (check.options.accepted === null) return []
  const result = await readAcceptedFile(check.options.accepted)
  if (result.ok) return result.accepted
  await check.problem(result.problem)
  return []
}

/** The redaction that was asked for; `wrong` where it cannot be had, which then has been said. */
async function redactionFor(
  check: Check,
  sources: readonly Source[],
  accepted: readonly AcceptedFinding[],
): Promise<Redaction | 'wrong' | null> {
  const { redact, redactionMap } = check.options
  if (redact === null) return null
  const result = await Redaction.over(sources, redact, redactionMap, accepted)
  if (result.ok) return result.redaction
  await check.problem(result.problem)
  return 'wrong'
}

/** The kept checks. What is damaged there is told and does not make this check less whole. */
async function openHistory({ historyFolder, now }: Surroundings): Promise<HistoryStore> {
  const history = new HistoryStore({
    folder: historyFolder,
    isOn: () => true,
    limits: () => ({ days: DEFAULT_DAYS, bytes: DEFAULT_BYTES }),
    judgedBy: JUDGED_BY,
    now,
    delayMs: 0,
    onChanged: () => undefined,
  })
  await history.load()
  return history
}

/** Keeps a check after its result was given. One that could not be kept is told. */
async function keep(check: Check, history: HistoryStore | null, capture: Capture): Promise<void> {
  if (history === null) return
  history.keep(capture)
  await history.settle()
  for (const problem of [...history.problems, ...(history.writeProblem === null ? [] : [history.writeProblem])]) {
    const { message, step } = renderProblem(problem, check.language)
    await check.tell(`${message} ${step}`)
  }
}

async function checkSources(check: Check): Promise<number> {
  const { options, language, surroundings, stdout } = check
  const reading = await remoteReading(check)
  if (reading === null) return EXIT.notJudged
  const sources = await sourcesOf(
    options.sources,
    () => readThisComputer(check),
    (named) => remoteSources(named, reading),
    surroundings.now,
  )
  const saveInFolder = options.saveCapture !== null && (await isFolderPath(options.saveCapture))
  if (options.saveCapture !== null && !saveInFolder && sources.length > 1) {
    await check.tell(
      say(language, 'cli.wrong.one-file-for-several', { path: options.saveCapture, count: sources.length }),
    )
    return EXIT.wrongUsage
  }
  const answers = await answersFor(check, sources)
  if (answers === null) return EXIT.wrongUsage
  const accepted = await acceptedFor(check)
  const statements: Statements = options.symptom === null ? {} : { '*': { symptom: options.symptom } }
  const redaction = await redactionFor(check, sources, accepted)
  if (redaction === 'wrong') return EXIT.notJudged
  const results = await resultsOf(
    {
      ...options,
      columns: surroundings.columns,
      programVersion: version,
      now: surroundings.now(),
      guard: redaction?.guard ?? null,
      printPdf: surroundings.printPdf ?? null,
    },
    stdout,
  )
  let foundVms = 0
  const read: { readonly id: string; readonly checkedAt: string }[] = []
  const history = options.history ? await openHistory(surroundings) : null
  for (const source of sources) {
    if (stdout.hasLeft) break
    const rendering = {
      language,
      source: redaction?.sourceName(source.name) ?? source.name,
      programVersion: version,
      accepted,
      symptom: options.symptom,
      redaction: options.redact ?? ('none' as const),
    }
    const loaded = await source.load()
    if (!loaded.ok) {
      await check.problem(loaded.problem, source.assist === undefined ? null : source.name)
      for (const line of (await source.assist?.(loaded.problem)) ?? []) await check.tell(`  ${line}`)
      const problem = redaction?.problem(loaded.problem) ?? loaded.problem
      await check.written(await results.add({ diagnosis: renderFailure(problem, rendering), capture: null }))
      continue
    }
    const parts = { capture: loaded.capture, answers, statements, accepted }
    // What is redacted is judged by itself: the history knows the true names.
    const known = history === null ? {} : knownGuests(history.hosts, loaded.capture)
    const part =
      redaction === null
        ? { ...parts, judged: judge(loaded.capture, answers, statements, known) }
        : redaction.check(parts)
    if (part === null) {
      await check.problem(cannotRedact(source.name))
      const diagnosis = renderFailure(cannotRedact(rendering.source), rendering)
      await check.written(await results.add({ diagnosis, capture: null }))
      continue
    }
    const { capture } = part
    const { judged, selection } = selectionOf(
      options.find,
      redaction === null ? part.judged : judge(loaded.capture, answers, statements),
      part.judged,
      language,
    )
    read.push(...part.judged.vms.map(({ vm }) => ({ id: vm.id, checkedAt: capture.collectedAt })))
    const since = history === null || redaction !== null ? null : sinceWhen(history.hosts, capture, judged)
    const diagnosis = renderDiagnosis(judged, {
      ...rendering,
      accepted: part.accepted,
      selection,
      ...(since === null ? {} : { history: since }),
    })
    check.needsAction ||= diagnosis.vms.some((vm) => vm.needsAction)
    check.isWhole &&= !isIncomplete(judged)
    foundVms += judged.vms.length
    // A host without such a VM has no part in the answer; only JSON keeps its line for every source.
    check.watch(reportSource({ diagnosis, capture }))
    if (selection === null || selection.shown > 0 || options.format === 'json') {
      await check.written(await results.add({ diagnosis, capture }))
    }
    for (const { message, step } of diagnosis.problems) await check.tell(`${source.name}: ${message} ${step}`)
    if (options.saveCapture !== null) {
      await saveCapture(check, capture, options.saveCapture, saveInFolder, redaction)
    }
    await keep(check, history, loaded.capture)
  }
  await check.written(await results.finish())
  if (options.find !== null && foundVms === 0) {
    await check.tell(say(language, 'find.cli.none', { text: options.find }))
    check.isWhole = false
  }
  // What the history knows has no placeholders.
  if (options.find !== null && history !== null && redaction === null) {
    for (const line of rememberedLines(options.find, history.hosts, read, language)) await check.tell(line)
  }
  if (redaction !== null) {
    const problem = await redaction.keepMap()
    if (problem !== null) await check.problem(problem)
    const count = redaction.guard.searched
    if (count !== null) await check.progress(say(language, 'files.leak.none', { count }))
  }
  if (stdout.failure !== null) {
    await check.tell(say(language, 'cli.not-written', { code: stdout.failure }))
    check.isWhole = false
  }
  return check.exitCode
}

function isNagios(argv: readonly string[]): boolean {
  return argv.some(
    (argument, index) => argument === '--format=nagios' || (argument === 'nagios' && argv[index - 1] === '--format'),
  )
}

/**
 * Runs the command line and gives its exit code. Results go to standard output, progress and problems to standard
 * error; nothing is read from standard input, no window opens. Bad input is a sentence, never an exception.
 */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const systemLocale = new Intl.DateTimeFormat().resolvedOptions().locale
  const asked = readArguments(argv, languageOf(surroundings.env, systemLocale))
  const stdout = new Output(surroundings.stdout)
  const stderr = new Output(surroundings.stderr)
  const { language } = asked
  switch (asked.kind) {
    case 'help':
      await stdout.write(`${say(language, 'cli.help', { version })}\n`)
      return EXIT.ok
    case 'version':
      await stdout.write(
        [
          `integration-doctor ${version}`,
          `knowledge ${KNOWLEDGE_DATE}`,
          CAPTURE_SCHEMA,
          DIAGNOSIS_SCHEMA,
          ACCEPTED_SCHEMA,
          COMPARISON_SCHEMA,
          EXPLANATION_SCHEMA,
          '',
        ].join('\n'),
      )
      return EXIT.ok
    case 'wrong':
      await stderr.write(`${shownText(translate(language, asked.reason))} ${say(language, 'cli.see-help')}\n`)
      // What a plugin that was called wrongly ends with.
      return isNagios(argv) ? UNKNOWN_STATE : EXIT.wrongUsage
    case 'compare-help':
      await stdout.write(`${say(language, 'compare.help')}\n`)
      return EXIT.ok
    case 'worksheet':
      await stdout.write(`${worksheetText(asked.system, language, null)}\n`)
      return EXIT.ok
    case 'compare':
      return runCompare(asked.options, language, surroundings, stdout, stderr)
    case 'verify':
      return verifyOnCommandLine(asked.options, language, stdout)
    case 'explain':
      return explainOnCommandLine(asked.options, language, { stdout, stderr, columns: surroundings.columns })
    case 'check': {
      const check = new Check(asked.options, language, surroundings, stdout, stderr)
      try {
        return await checkSources(check)
      } finally {
        check.release()
      }
    }
  }
}
