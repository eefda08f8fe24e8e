/**
 * A pure function that remembers its results by a text key: ten thousand guests share a few dozen names and releases. Keys
 * can hold what guests write, so no more than a bounded number is kept.
 */
export function remember<Input, Output>(
  keyOf: (input: Input) => string,
  compute: (input: Input) => Output,
): (input: Input) => Output {
  const known = new Map<string, { readonly output: Output }>()
  return (input) => {
    const key = keyOf(input)
    const hit = known.get(key)
    if (hit !== undefined) return hit.output
    const output = compute(input)
    if (known.size < 1000) known.set(key, { output })
    return output
  }
}
