/** The middle of the values: one slow run, when the machine did something else, does not count. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Milliseconds that the work took, and what it gave. */
export function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const started = performance.now()
  const value = work()
  return { ms: performance.now() - started, value }
}
