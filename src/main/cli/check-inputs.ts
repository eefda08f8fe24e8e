import { say } from '../../core/i18n/translate'
import type { AcceptedFinding } from '../../core/model/accepted'
import type { Answers } from '../../core/model/snapshot'
import { assist, assistanceLines } from '../remote/assist'
import { readAcceptedFile } from './accepted-file'
import { addNames, placeAnswers } from './answers'
import { askCredential } from './ask-credential'
import type { Check } from './check'
import { Redaction } from './redaction'
import type { RemoteReading } from './remote-sources'
import type { Loaded, Source } from './sources'

/** Reads this computer and tells how far it is. */
export async function readThisComputer(check: Check): Promise<Loaded> {
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
export async function remoteReading(check: Check): Promise<RemoteReading | null> {
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
export async function answersFor(check: Check, sources: readonly Source[]): Promise<Answers | null> {
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

/** The accepted findings; a file that cannot be read accepts nothing, and the check says that it is not whole. */
export async function acceptedFor(check: Check): Promise<readonly AcceptedFinding[]> {
  if (check.options.accepted === null) return []
  const result = await readAcceptedFile(check.options.accepted)
  if (result.ok) return result.accepted
  await check.problem(result.problem)
  return []
}

/** The redaction that was asked for; `wrong` where it cannot be had, which then has been said. */
export async function redactionFor(
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
