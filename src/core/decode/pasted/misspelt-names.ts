import type { ServiceId } from '../../model/service'
import { keyOf } from './service-names'

/** Names that somebody types by hand, in the form in which they are compared. */
const TYPED: readonly (readonly [string, ServiceId])[] = (
  [
    ['Heartbeat', 'heartbeat'],
    ['Key-Value Pair Exchange', 'kvp'],
    ['Key Value Pair Exchange', 'kvp'],
    ['Data Exchange', 'kvp'],
    ['Time Synchronization', 'timesync'],
    ['Time Synchronisation', 'timesync'],
    ['Guest Service Interface', 'guest-service-interface'],
    ['Volume Shadow Copy', 'vss'],
  ] as const
).map(([name, id]) => [keyOf(name), id] as const)

/** From so many letters on two may be wrong. */
const LONG_NAME = 12

/** How many letters have to be added, left out, changed or swapped with their neighbour; `limit` + 1 for anything above. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let older: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let at = 1; at <= b.length; at += 1) {
      const isSame = a[row - 1] === b[at - 1]
      const isSwapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]
      const cost = Math.min((before[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (before[at - 1] ?? 0) + (isSame ? 0 : 1))
      current.push(isSwapped ? Math.min(cost, (older[at - 2] ?? 0) + 1) : cost)
    }
    older = before
    before = current
  }
  return before[b.length] ?? limit + 1
}

/** The service whose English name somebody mistyped, or null. What rests on it is a guess. */
export function serviceMisspelt(name: string): ServiceId | null {
  // Most labels of a log are settled here.
  if (!/^[A-Za-z][A-Za-z -]{7,26}$/.test(name)) return null
  const key = keyOf(name)
  const found = TYPED.find(([typed]) => {
    if (typed[0] !== key[0]) return false
    const limit = typed.length < LONG_NAME ? 1 : 2
    return distance(key, typed, limit) <= limit
  })
  return found?.[1] ?? null
}
