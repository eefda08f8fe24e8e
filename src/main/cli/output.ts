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

/** A stream that is written to in turn with its reader, and that takes it well when the reader has left (`| head`). */
export class Output {
  #left = false

  constructor(private readonly stream: Writable) {
    stream.on('error', (cause) => {
      if (systemCode(cause) !== 'EPIPE' && systemCode(cause) !== 'ERR_STREAM_DESTROYED') throw cause
      this.#left = true
    })
  }

  /** The reader wants no more; further text would go nowhere. */
  get hasLeft(): boolean {
    return this.#left
  }

  /** Writes a text and waits until the stream can take more. */
  async write(text: string): Promise<void> {
    if (this.#left) return
    await new Promise<void>((resolve) => {
      // The callback comes with or without an error; the error itself is the listener's.
      this.stream.write(text, () => resolve())
    })
  }
}
