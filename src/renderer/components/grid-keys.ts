/** The row that a key moves to in a table of `count` rows, or null where the key does not move. */
export function indexAfterKey(key: string, index: number, count: number, perPage: number): number | null {
  const last = count - 1
  if (last < 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last)
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'PageDown':
      return Math.min(index + perPage, last)
    case 'PageUp':
      return Math.max(index - perPage, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
