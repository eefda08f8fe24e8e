import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Parts of a moment in this computer's time zone, each with two digits (the year with four). */
function localParts(moment: Date) {
  const two = (value: number): string => String(value).padStart(2, '0')
  const offset = -moment.getTimezoneOffset()
  const hours = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return {
    day: `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    hour: two(moment.getHours()),
    minute: two(moment.getMinutes()),
    offset: `${offset < 0 ? '-' : '+'}${hours}`,
  }
}

/** A moment as it is, or null where the text is none. */
export function momentOf(iso: string | null): Date | null {
  const moment = new Date(iso ?? Number.NaN)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** `2026-11-23 17:46 +09:00`: local, with the offset, so that it can be read elsewhere. */
export function localTime(moment: Date): string {
  const { day, hour, minute, offset } = localParts(moment)
  return `${day} ${hour}:${minute} ${offset}`
}

/** `2026-11-23 08:46 UTC` */
export function utcTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** `2026-11-23_1746` in local time, for file names. */
export function fileTime(moment: Date): string {
  const { day, hour, minute } = localParts(moment)
  return `${day}_${hour}${minute}`
}

/** How old a reading was when the report was written, in its largest unit; null where the clocks do not allow to say. */
export function ageText(read: Date, now: Date, language: Language): string | null {
  const ms = now.getTime() - read.getTime()
  if (ms < 0) return null
  if (ms < HOUR_MS) return say(language, 'report.age.minutes', { count: Math.floor(ms / MINUTE_MS) })
  if (ms < DAY_MS) return say(language, 'report.age.hours', { count: Math.floor(ms / HOUR_MS) })
  return say(language, 'report.age.days', { count: Math.floor(ms / DAY_MS) })
}
