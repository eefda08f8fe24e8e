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

/** Whether one text becomes the other where at most `edits` letters are added, left out, changed or swapped with their neighbour. */
function isNear(one: string, other: string, edits: number): boolean {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const [a, b] = [one.slice(same), other.slice(same)]
  if (a === b) return true
  if (edits === 0) return false
  const isNearFrom = (ofOne: number, ofOther: number): boolean => isNear(a.slice(ofOne), b.slice(ofOther), edits - 1)
  const isSwapped = a[0] === b[1] && a[1] === b[0]
  return isNearFrom(1, 0) || isNearFrom(0, 1) || isNearFrom(1, 1) || (isSwapped && isNearFrom(2, 2))
}

/** The service whose English name somebody mistyped, or null. What rests on it is a guess. */
export function serviceMisspelt(name: string): ServiceId | null {
  // Most labels of a log are settled here.
  if (!/^[A-Za-z][A-Za-z -]{7,26}$/.test(name)) return null
  const key = keyOf(name)
  const found = TYPED.find(([typed]) => {
    if (typed[0] !== key[0]) return false
    return isNear(key, typed, typed.length < LONG_NAME ? 1 : 2)
  })
  return found?.[1] ?? null
}
