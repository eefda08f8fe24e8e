import type { Language } from '../core/model/text'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}

/** A moment as a person reads it, in local time: the time alone for today, else with the date. `iso` is ISO 8601. */
export function momentText(iso: string, now: number, language: Language): string {
  const moment = new Date(iso)
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
  return new Intl.DateTimeFormat(language, sameDay(moment, new Date(now)) ? time : { ...day, ...time }).format(moment)
}

/** How long ago a moment was, in the largest fitting unit; null under a minute, or for a moment that is still to come. */
export function agoText(iso: string, now: number, language: Language): string | null {
  const ms = now - Date.parse(iso)
  if (ms < MINUTE_MS) return null
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  if (ms < HOUR_MS) return format.format(-Math.floor(ms / MINUTE_MS), 'minute')
  if (ms < DAY_MS) return format.format(-Math.floor(ms / HOUR_MS), 'hour')
  return format.format(-Math.floor(ms / DAY_MS), 'day')
}
