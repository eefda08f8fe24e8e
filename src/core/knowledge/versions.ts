import { remember } from './remember'

/** The numbers of a version text: `9.4`, `v1.8.0`, `15 SP5`, `14.1-RELEASE-p5`. Empty where it does not start with a number. */
export const versionNumbers = remember(
  (text: string) => text,
  (text): readonly number[] => {
    const match = /^v?(\d{1,9}(?:\.\d{1,9})*)/i.exec(text.trim().replace(/(?<![\s-])[\s-]*SP\s*(\d)/i, '.$1'))
    return match?.[1] === undefined ? [] : match[1].split('.').map(Number)
  },
)

/** Compares as many numbers as the bound has, so that 5.8.1 is not above the bound 5.8. */
function compareToBound(version: readonly number[], bound: readonly number[]): number {
  for (const [index, limit] of bound.entries()) {
    const difference = (version[index] ?? 0) - limit
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether a version is at or above `bound`, as far as the bound is spelled out. False where either is no number. */
export function isAtLeast(version: string, bound: string): boolean {
  const numbers = versionNumbers(version)
  return numbers.length > 0 && compareToBound(numbers, versionNumbers(bound)) >= 0
}

/** Whether a version is below `bound`. False where it is no number. */
export function isBelow(version: string, bound: string): boolean {
  return versionNumbers(version).length > 0 && !isAtLeast(version, bound)
}

/** Whether a version is at or below `bound`, as far as the bound is spelled out. */
export function isAtMost(version: string, bound: string): boolean {
  const numbers = versionNumbers(version)
  return numbers.length > 0 && compareToBound(numbers, versionNumbers(bound)) <= 0
}

/** Whether two versions have the same numbers; a missing number counts as 0. */
export function isSameVersion(a: string, b: string): boolean {
  const [left, right] = [versionNumbers(a), versionNumbers(b)]
  if (left.length === 0 || right.length === 0) return a.trim().toLowerCase() === b.trim().toLowerCase()
  return compareToBound(left, right) === 0 && compareToBound(right, left) === 0
}

/** Whether `version` is `prefix` or below it in the tree of releases: 9.4 is under 9, 9 is not under 9.4. */
export function isUnder(version: string, prefix: string): boolean {
  const [numbers, start] = [versionNumbers(version), versionNumbers(prefix)]
  return start.length > 0 && numbers.length >= start.length && compareToBound(numbers, start) === 0
}
