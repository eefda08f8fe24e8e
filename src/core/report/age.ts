import { secondsOf } from '../decode/instant'
import { say } from '../i18n/translate'
import type { Language } from '../model/text'

const HOUR = 3600
const DAY = 24 * HOUR

/** How old a reading was when the report was written, in its largest unit; null where the clocks do not allow to say. */
export function ageText(readAt: string, writtenAt: string, language: Language): string | null {
  const [read, written] = [secondsOf(readAt), secondsOf(writtenAt)]
  if (read === null || written === null || written < read) return null
  const seconds = written - read
  if (seconds < HOUR) return say(language, 'report.age.minutes', { count: Math.floor(seconds / 60) })
  if (seconds < DAY) return say(language, 'report.age.hours', { count: Math.floor(seconds / HOUR) })
  return say(language, 'report.age.days', { count: Math.floor(seconds / DAY) })
}
