import { systemCode } from './new-file'

/** Writes of one file, one after the other: a later text is never overtaken by an earlier one. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs a write when those before it have ended, however. Gives the system's code of its failure, `?` without one, or null. */
  async run(write: () => Promise<void>): Promise<string | null> {
    const ran = this.#last.then(write)
    this.#last = ran.catch(() => undefined)
    try {
      await ran
      return null
    } catch (cause) {
      return systemCode(cause) || '?'
    }
  }
}
