/** Lets so many tasks run at a time; the others wait in the order they came. */
export class Throttle {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** Runs a task when its turn has come. */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = this.#waiting.shift()
      // The place goes from hand to hand, so nobody who comes now can overtake.
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}
