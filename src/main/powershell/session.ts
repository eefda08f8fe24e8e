import { existsSync } from 'node:fs'
import type { SessionCause } from '../../core/decode/failure-table'
import { endTree } from './end-tree'
import { FramedShell, type ShellEnd } from './framed-shell'

/** How a call ended: the shell ran it to its end, or why not. `detail` is an exit code, a system error or a time in seconds. */
export type CallEnd =
  | { readonly ok: true; readonly errors: string }
  | { readonly ok: false; readonly cause: SessionCause; readonly detail: string; readonly errors: string }

/** What a call may take, and where its output goes. */
export interface CallOptions {
  /** From the start of this call, the start of the shell included; not the time it waits for another call. */
  readonly limitMs: number
  readonly signal?: AbortSignal | undefined
  readonly onLine: (line: string) => void
}

/** What a session is made of. */
export interface SessionOptions {
  /** Full paths, the best first. */
  readonly executables: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Statements that every new shell runs first: one per paragraph, no blank line inside one. */
  readonly prelude: string
}

/** How long a shell may take to be gone after it was ended; beyond it nothing more can be done about it. */
const END_LIMIT_MS = 5000
/** How long a healthy shell may take to end by itself when its input closes. */
const GOODBYE_MS = 1000

type Failure = Extract<CallEnd, { ok: false }>

function failure(cause: SessionCause, detail = '', errors = ''): Failure {
  return { ok: false, cause, detail, errors }
}

function settlesWithin(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), limitMs)
    void promise.then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

/**
 * One PowerShell for one target, started with the first call and kept warm for the next. Calls run one after the other.
 * Whatever goes wrong in a call ends the shell with its process tree before the call's promise settles; the next call
 * then starts a new one.
 */
export class PowerShellSession {
  #shell: FramedShell | null = null
  #last: Promise<unknown> = Promise.resolve()
  #ending: Promise<void> = Promise.resolve()

  constructor(private readonly options: SessionOptions) {}

  /** Id of the running shell's process, if there is one. */
  get pid(): number | undefined {
    return this.#shell?.pid
  }

  /** Runs one line of script. Never rejects; what went wrong is in the result. */
  run(command: string, options: CallOptions): Promise<CallEnd> {
    const turn = this.#last.then(() => this.#call(command, options))
    this.#last = turn
    return turn
  }

  /** Ends the shell and all it started, or waits for an end that has begun. Settles when it is gone, or when nothing more can be done. */
  end(): Promise<void> {
    const shell = this.#shell
    this.#shell = null
    const pid = shell?.pid
    if (shell !== null && pid !== undefined) {
      this.#ending = endTree(pid)
        .then(() => settlesWithin(shell.gone, END_LIMIT_MS))
        .then(() => undefined)
    }
    return this.#ending
  }

  /** Lets an idle shell end by itself, and ends it where it does not. */
  async close(): Promise<void> {
    const shell = this.#shell
    // A cancelled call ends its shell by itself, and that takes a moment.
    if (shell === null) return this.#ending
    shell.closeInput()
    if (!(await settlesWithin(shell.gone, GOODBYE_MS))) await this.end()
  }

  async #call(command: string, { limitMs, signal, onLine }: CallOptions): Promise<CallEnd> {
    if (signal?.aborted === true) return failure('cancelled')
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Failure>((resolve) => {
      timer = setTimeout(() => resolve(failure('time-limit', String(Math.round(limitMs / 1000)))), limitMs)
    })
    let onAbort: () => void = () => undefined
    const aborted = new Promise<Failure>((resolve) => {
      onAbort = () => resolve(failure('cancelled'))
      signal?.addEventListener('abort', onAbort, { once: true })
    })
    try {
      const end = await Promise.race([this.#invoke(command, onLine), late, aborted])
      const errors = this.#shell?.errors ?? ''
      if (this.#shell !== null) {
        this.#shell.onLine = () => undefined
        // The library keeps the output of every call.
        this.#shell.history.length = 0
      }
      if (!end.ok) await this.end()
      return { ...end, errors: end.errors === '' ? errors : end.errors }
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }

  async #invoke(command: string, onLine: (line: string) => void): Promise<CallEnd> {
    const isNew = this.#shell === null
    // Without a pause in between: a call that is given up meanwhile has a shell to end, or none was started.
    const started = this.#shell ?? this.#start()
    if ('cause' in started) return started
    if (isNew) {
      const prepared = await this.#runIn(started, this.options.prelude)
      if (!prepared.ok) return prepared
    }
    started.onLine = onLine
    return this.#runIn(started, command)
  }

  #start(): FramedShell | Failure {
    const executable = this.options.executables.find((path) => existsSync(path))
    if (executable === undefined) return failure('powershell-missing')
    try {
      const shell = new FramedShell(executable, this.options.env)
      this.#shell = shell
      // A shell that ends between two calls is replaced by the next call.
      void shell.gone.then(() => {
        if (this.#shell === shell) this.#shell = null
      })
      return shell
    } catch (cause) {
      return failure('powershell-blocked', cause instanceof Error ? cause.message : String(cause))
    }
  }

  async #runIn(shell: FramedShell, command: string): Promise<CallEnd> {
    const ended = shell.gone.then((end) => endOf(end, shell.errors))
    const answered = shell.invoke(command).then<CallEnd, CallEnd>(
      // A shell that ends with code 0 in mid-call resolves too, but without the output that a call always has.
      (result) => (result.stdout === undefined ? ended : { ok: true, errors: shell.errors }),
      () => ended,
    )
    return Promise.race([answered, ended])
  }
}

function endOf(end: ShellEnd, errors: string): Failure {
  if (!end.neverStarted) return failure('powershell-ended', end.detail, errors)
  return failure(end.detail === 'ENOENT' ? 'powershell-missing' : 'powershell-blocked', end.detail, errors)
}
