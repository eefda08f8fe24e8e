import type { MomentText } from '../../core/report/source'

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
function utcTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** `2026-11-23_1746` in local time, for file names. */
export function fileTime(moment: Date): string {
  const { day, hour, minute } = localParts(moment)
  return `${day}_${hour}${minute}`
}

/** A moment for a report: in this computer's time zone, and in UTC; null where the text is no time. */
export function momentText(iso: string): MomentText | null {
  const moment = momentOf(iso)
  return moment === null ? null : { local: localTime(moment), utc: utcTime(moment) }
}

/** Options with their clock, as the pure content of a report takes them. */
export function contentOptions<O extends { readonly now: Date }>({ now, ...rest }: O) {
  return { ...rest, writtenAt: now.toISOString(), momentText }
}
