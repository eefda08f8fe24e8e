const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))$/

/** Days from 1970-01-01 to a date of the Gregorian calendar, counted from March so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Seconds since 1970 of an ISO 8601 time with zone, fractions dropped; null for anything else. The core has no clock and no Date. */
export function secondsOf(iso: unknown): number | null {
  const match = typeof iso === 'string' ? ISO.exec(iso) : null
  if (match === null) return null
  const sign = match[7] === '-' ? -1 : 1
  const offset = match[7] === undefined ? 0 : sign * (Number(match[8]) * 3600 + Number(match[9]) * 60)
  const days = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return days * 86_400 + Number(match[4]) * 3600 + Number(match[5]) * 60 + Number(match[6]) - offset
}
