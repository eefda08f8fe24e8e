import { renderProblem } from '../../core/diagnosis/render'
import { shownText } from '../../core/i18n/shown-text'
import { say } from '../../core/i18n/translate'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { version } from '../../../package.json'
import { type MonitorState, worstState } from '../../core/report/monitors/monitored'
import type { ReportSource } from '../../core/report/source'
import { monitoredOf } from '../reports/shapes'
import type { CheckOptions } from './arguments'
import type { Output } from './output'
import type { Written } from './results'
import { EXIT, type Surroundings, UNKNOWN_STATE } from './surroundings'

/** A run of `check`: its streams, and what it has come to so far. */
export class Check {
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
