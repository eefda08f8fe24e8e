import type { Writable } from 'node:stream'
import { systemCode } from '../files/new-file'

/** Where a command line writes to, and what it knows of the terminal. */
export interface Streams {
  readonly stdout: Writable
  readonly stderr: Writable
  /** Columns of the terminal that standard output goes to; null where it goes elsewhere, and nothing has to be cut. */
  readonly columns: number | null
  readonly env: Readonly<Record<string, string | undefined>>
}

/** How a reader says that it wants no more. */
const LEFT_CODES = ['EPIPE', 'ERR_STREAM_DESTROYED']

/** A stream that is written to in turn with its reader, and that takes it well when the reader has left (`| head`) or the disk is full. */
export class Output {
  #hasLeft = false
  #failure: string | null = null

  constructor(private readonly stream: Writable) {
    stream.on('error', (cause) => this.#fail(cause))
  }

  /** Nothing more can be written: the reader has left, or writing failed. */
  get hasLeft(): boolean {
    return this.#hasLeft
  }

  /** Code of the error that writing failed with (`ENOSPC`); null where the reader just left. */
  get failure(): string | null {
    return this.#failure
  }

  #fail(cause: unknown): void {
    const code = systemCode(cause)
    this.#hasLeft = true
    if (!LEFT_CODES.includes(code)) this.#failure = code || String(cause)
  }

  /** Writes a text, or the bytes of a file, and waits until the stream can take more. */
  async write(text: string | Uint8Array): Promise<void> {
    if (this.#hasLeft) return
    await new Promise<void>((resolve) => {
      try {
        this.stream.write(text, (cause) => {
          if (cause) this.#fail(cause)
          resolve()
        })
      } catch (cause) {
        // A stream into a file may throw at once.
        this.#fail(cause)
        resolve()
      }
    })
  }
}
