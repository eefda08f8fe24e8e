/**
 * Results by the values that they follow from, one value after the other. Ten thousand VMs have few different states, so
 * equal ones can share what was made of them. Values are told apart by type as well: the text 2 is not the number 2.
 */
export class ByValues<Output> {
  readonly #next = new Map<unknown, ByValues<Output>>()
  #output: Output | undefined

  /** The results for everything that has `value` next. */
  at(value: unknown): ByValues<Output> {
    let next = this.#next.get(value)
    if (next === undefined) {
      next = new ByValues()
      this.#next.set(value, next)
    }
    return next
  }

  /** The result for the values so far; undefined where there is none yet. */
  get output(): Output | undefined {
    return this.#output
  }

  /** Remembers the result for the values so far. */
  keep(output: Output): Output {
    this.#output = output
    return output
  }
}
