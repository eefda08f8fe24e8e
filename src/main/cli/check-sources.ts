import { join } from 'node:path'
import { judge } from '../../core/diagnosis/judge'
import { isIncomplete, renderDiagnosis, renderFailure } from '../../core/diagnosis/render'
import { say } from '../../core/i18n/translate'
import type { Capture } from '../../core/model/capture'
import { cannotRedact } from '../../core/redaction/redact-check'
import type { AcceptedFinding } from '../../core/model/accepted'
import type { Problem } from '../../core/model/problem'
import type { Answers, Statements } from '../../core/model/snapshot'
import { version } from '../../../package.json'
import type { HistoryStore } from '../history/history-store'
import { knownGuests, sinceWhen } from '../history/history-lookup'
import { earlierCheck, lastCheckOf } from '../history/last-check'
import { namePart } from '../reports/file-name'
import { fileTime, momentOf } from '../reports/report-time'
import { writeCaptureFile } from '../sources/capture-file'
import type { Check } from './check'
import { keep, openHistory } from './check-history'
import { acceptedFor, answersFor, readThisComputer, redactionFor, remoteReading } from './check-inputs'
import { rememberedLines, selectionOf } from './find'
import type { Redaction } from './redaction'
import { remoteSources } from './remote-sources'
import { isFolderPath, reportSource, type Results, resultsOf } from './results'
import { savePack } from './save-pack'
import { type Source, sourcesOf } from './sources'
import { EXIT } from './surroundings'
import { joinWorksheets } from './worksheet-sources'

async function saveCapture(
  check: Check,
  capture: Capture,
  { path: target, isFolder }: Place,
  redaction: Redaction | null,
): Promise<void> {
  const read = momentOf(capture.collectedAt)
  const name = [namePart(capture.target.computerName ?? '') || 'host', read === null ? '' : fileTime(read)]
  if (redaction !== null) name.push('redacted')
  const path = isFolder ? join(target, `${name.filter((part) => part !== '').join('_')}.hvcapture`) : target
  const result = await writeCaptureFile(capture, path, redaction?.guard.inspect)
  await check.written(result.ok ? { paths: [result.path], problems: [] } : { paths: [], problems: [result.problem] })
}

/** A folder, or the one file for the one source. */
interface Place {
  readonly path: string
  readonly isFolder: boolean
}

/** What all sources of one call have in common. */
interface Common {
  readonly answers: Answers
  readonly statements: Statements
  readonly accepted: readonly AcceptedFinding[]
  readonly redaction: Redaction | null
  readonly history: HistoryStore | null
  readonly results: Results
  /** Where the captures and the escalation packs go; null where none was asked for. */
  readonly captures: Place | null
  readonly packs: Place | null
}

/** What has come of the sources so far. */
interface Found {
  vms: number
  readonly read: { readonly id: string; readonly checkedAt: string }[]
}

/** The place that an option names; `wrong` where one file is to take several sources, which then has been said. */
async function placeOf(
  check: Check,
  option: string,
  path: string | null,
  count: number,
): Promise<Place | 'wrong' | null> {
  if (path === null) return null
  const isFolder = await isFolderPath(path)
  if (isFolder || count === 1) return { path, isFolder }
  await check.tell(say(check.language, 'cli.wrong.one-file-for-several', { option, path, count }))
  return 'wrong'
}

/** One source, read and judged: as it is shown, and without its names where those are to be hidden. */
function judgedParts({ answers, statements, accepted, redaction, history }: Common, capture: Capture) {
  const parts = { capture, answers, statements, accepted }
  if (redaction !== null) return redaction.check(parts)
  // What is redacted is judged by itself: the history knows the true names.
  const known = history === null ? {} : knownGuests(history.hosts, capture)
  return { ...parts, judged: judge(capture, answers, statements, known) }
}

async function checkSource(check: Check, source: Source, common: Common, found: Found): Promise<void> {
  const { options, language } = check
  const { answers, statements, accepted, redaction, history, results, captures, packs } = common
  const rendering = {
    language,
    source: redaction?.sourceName(source.name) ?? source.name,
    programVersion: version,
    accepted,
    symptom: options.symptom,
    redaction: options.redact ?? ('none' as const),
  }
  const fail = async (problem: Problem): Promise<void> =>
    check.written(await results.add({ diagnosis: renderFailure(problem, rendering), capture: null }))
  const loaded = await source.load()
  if (!loaded.ok) {
    await check.problem(loaded.problem, source.assist === undefined ? null : source.name)
    for (const line of (await source.assist?.(loaded.problem)) ?? []) await check.tell(`  ${line}`)
    return fail(redaction?.problem(loaded.problem) ?? loaded.problem)
  }
  const part = judgedParts(common, loaded.capture)
  if (part === null) {
    await check.problem(cannotRedact(source.name))
    return fail(cannotRedact(rendering.source))
  }
  const { capture } = part
  const { judged, selection } = selectionOf(
    options.find,
    redaction === null ? part.judged : judge(loaded.capture, answers, statements),
    part.judged,
    language,
  )
  found.read.push(...part.judged.vms.map(({ vm }) => ({ id: vm.id, checkedAt: capture.collectedAt })))
  found.vms += judged.vms.length
  const since = history === null || redaction !== null ? null : sinceWhen(history.hosts, capture, judged)
  const diagnosis = renderDiagnosis(judged, {
    ...rendering,
    accepted: part.accepted,
    selection,
    ...(since === null ? {} : { history: since }),
  })
  const earlier = since === null || history === null ? null : await earlierCheck(history, capture)
  const shown = selection === null ? null : new Set(judged.vms.map(({ vm }) => vm.id))
  const lastCheck = earlier && lastCheckOf(earlier.judged, part.judged, shown, language)
  check.needsAction ||= diagnosis.vms.some((vm) => vm.needsAction)
  check.isWhole &&= !isIncomplete(judged)
  check.watch(reportSource({ diagnosis, capture }))
  // A host without such a VM has no part in the answer; only JSON keeps its line for every source.
  if (selection === null || selection.shown > 0 || options.format === 'json') {
    await check.written(await results.add({ diagnosis, capture, lastCheck }))
  }
  for (const { message, step } of diagnosis.problems) await check.tell(`${source.name}: ${message} ${step}`)
  if (captures !== null) await saveCapture(check, capture, captures, redaction)
  if (packs !== null) await savePack(check, { diagnosis, capture, lastCheck }, packs, redaction)
  await keep(check, history, loaded.capture)
}

/** What is said after the last source: VMs that were not found or are only remembered, and what became of the names. */
async function tellAfter(check: Check, { redaction, history }: Common, found: Found): Promise<void> {
  const { options, language } = check
  if (options.find !== null && found.vms === 0) {
    await check.tell(say(language, 'find.cli.none', { text: options.find }))
    check.isWhole = false
  }
  // What the history knows has no placeholders.
  if (options.find !== null && history !== null && redaction === null) {
    for (const line of rememberedLines(options.find, history.hosts, found.read, language)) await check.tell(line)
  }
  if (redaction === null) return
  const problem = await redaction.keepMap()
  if (problem !== null) await check.problem(problem)
  const count = redaction.guard.searched
  if (count !== null) await check.progress(say(language, 'files.leak.none', { count }))
}

/** Reads, judges and gives out every source that was asked for, one after the other; the exit code of `check`. */
export async function checkSources(check: Check): Promise<number> {
  const { options, language, surroundings, stdout } = check
  const reading = await remoteReading(check)
  if (reading === null) return EXIT.notJudged
  const named = await sourcesOf(
    options.sources,
    () => readThisComputer(check),
    (host) => remoteSources(host, reading),
    surroundings.now,
  )
  const sources = await joinWorksheets(check, named)
  const captures = await placeOf(check, '--save-capture', options.saveCapture, sources.length)
  const packs = captures === 'wrong' ? 'wrong' : await placeOf(check, '--pack', options.pack, sources.length)
  if (captures === 'wrong' || packs === 'wrong') return EXIT.wrongUsage
  const answers = await answersFor(check, sources)
  if (answers === null) return EXIT.wrongUsage
  const accepted = await acceptedFor(check)
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
  const statements: Statements = options.symptom === null ? {} : { '*': { symptom: options.symptom } }
  const history = options.history ? await openHistory(surroundings) : null
  const common: Common = { answers, statements, accepted, redaction, history, results, captures, packs }
  const found: Found = { vms: 0, read: [] }
  for (const source of sources) {
    if (stdout.hasLeft) break
    await checkSource(check, source, common, found)
  }
  await check.written(await results.finish())
  await tellAfter(check, common, found)
  if (stdout.failure !== null) {
    await check.tell(say(language, 'cli.not-written', { code: stdout.failure }))
    check.isWhole = false
  }
  return check.exitCode
}
