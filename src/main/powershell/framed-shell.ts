import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { homedir } from 'node:os'
import { Readable } from 'node:stream'
import { PowerShell } from 'node-powershell'
import { LineSplitter } from './lines'

/** How a shell process came to its end. */
export interface ShellEnd {
  /** True where there never was a process. */
  readonly neverStarted: boolean
  /** Exit code, signal, or the system's error code. */
  readonly detail: string
}

const ERROR_TAIL = 4000
/** How long output may still arrive after the process has gone; a grandchild can hold the pipe open for good. */
const DRAIN_MS = 500

/**
 * A PowerShell of node-powershell whose answers can be read while they arrive, however large they are.
 *
 * The library keeps the whole output in one buffer that it copies and searches for every chunk, so its time grows with
 * the square of the answer; it never settles when both of its marks arrive in one chunk with Windows line ends; and it
 * frames with method calls, which PowerShell refuses in Constrained Language Mode. Here the process's output goes to
 * `onLine`, and the library gets nothing but its own marks, which are written by a statement that every mode allows.
 */
export class FramedShell extends PowerShell {
  /** Gets every line of output that is not one of the library's marks. */
  onLine: (line: string) => void = () => undefined
  /** Settles when the process has ended and its output has been read. Never rejects. */
  readonly gone: Promise<ShellEnd>
  readonly #child: ChildProcessWithoutNullStreams
  #mark: string | null = null
  #errors = ''

  constructor(executable: string, env: NodeJS.ProcessEnv) {
    super({
      executable,
      throwOnInvocationError: false,
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      // The folder a file was opened from stays in use for as long as a process has it as its own.
      spawnOptions: { env, windowsHide: true, cwd: homedir() },
    })
    // Private in the library, which offers no other way to the process it started.
    this.#child = Reflect.get(this, 'process') as ChildProcessWithoutNullStreams
    const exit = Reflect.get(this, 'exitPromise') as Promise<void>
    exit.catch(() => undefined)
    this.gone = this.#watch()
    this.#divertOutput()
  }

  /** Id of the process; undefined where it could not be started. */
  get pid(): number | undefined {
    return this.#child.pid
  }

  /** The last of what the shell wrote to standard error. */
  get errors(): string {
    return this.#errors
  }

  /** Closes the input, upon which a healthy shell ends by itself. */
  closeInput(): void {
    this.#child.stdin.end()
  }

  /** Keeps the library from reading NODE_POWERSHELL, which it prefers to whatever it is told. */
  protected override setExecutable({ executable }: { executable?: string }): string {
    return executable ?? ''
  }

  protected override writeToOutput(mark: string): string {
    this.#mark = mark
    return `'${mark}'`
  }

  protected override writeToError(mark: string): string {
    // Standard error is not framed: what stands there never decides about an answer. The library waits for its mark
    // before and after the command, and gets both from here.
    this.streams.stderr.push(`${mark}\n`)
    return ''
  }

  #watch(): Promise<ShellEnd> {
    const child = this.#child
    // Writing to a shell that has just ended; `gone` tells it.
    child.stdin.on('error', () => undefined)
    return new Promise((resolve) => {
      const settle = (neverStarted: boolean, detail: string): void => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ neverStarted, detail })
      }
      child.once('error', (cause: NodeJS.ErrnoException) => {
        if (child.pid === undefined) settle(true, cause.code ?? cause.message)
      })
      const ended = (code: number | null, signal: NodeJS.Signals | null): void =>
        settle(false, signal ?? (code === null ? '?' : exitCodeText(code)))
      child.once('close', ended)
      child.once('exit', (code, signal) => setTimeout(ended, DRAIN_MS, code, signal).unref())
    })
  }

  #divertOutput(): void {
    const { stdout, stderr } = this.#child
    // The library already listens for early errors; that pipe would be written to after its end.
    stderr.unpipe()
    this.streams.stdout = new Readable({ read: () => undefined })
    this.streams.stderr = new Readable({ read: () => undefined })
    const lines = new LineSplitter((line) => this.#takeLine(line))
    stdout.on('data', (text: string) => lines.take(text))
    stdout.once('end', () => lines.flush())
    stderr.on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-ERROR_TAIL)
    })
  }

  #takeLine(line: string): void {
    const text = line.trimEnd()
    if (this.#mark === null || !text.endsWith(this.#mark)) return this.onLine(line)
    // A prompt, or noise that did not end its line.
    const before = text.slice(0, -this.#mark.length)
    if (before !== '') this.onLine(before)
    this.streams.stdout.push(`${this.#mark}\n`)
  }
}

/** Exit codes of Windows crashes are known by their hexadecimal form: 0xC0000005. */
function exitCodeText(code: number): string {
  return code > 255 || code < 0 ? `0x${(code >>> 0).toString(16).toUpperCase()}` : String(code)
}
