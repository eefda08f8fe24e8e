import { z } from 'zod'
import {
  ALL_GROUPINGS,
  EVENT_DAYS,
  GROUPINGS,
  HISTORY_DAYS,
  HISTORY_MEBIBYTES,
  REDACTIONS,
  REPORT_FORMATS,
  TEXT_SIZES,
  THEMES,
  TIME_LIMIT_SECONDS,
} from './settings-choices'
import { LANGUAGES } from './text'

const fields = {
  language: z.enum(['system', ...LANGUAGES]),
  theme: z.enum(THEMES),
  textSize: z.literal(TEXT_SIZES),
  /** Language of reports; `window` speaks the window's. */
  reportLanguage: z.enum(['window', ...LANGUAGES]),
  /** Folder that reports are saved to; null: "Integration Doctor" in the person's documents. */
  reportFolder: z.string().max(32_767).nullable(),
  /** What one click saves. */
  reportFormats: z.array(z.enum(REPORT_FORMATS)).min(1),
  /** What is hidden in a report unless the person chooses otherwise. */
  redaction: z.enum(REDACTIONS),
  timeLimitSeconds: z.number().int().min(TIME_LIMIT_SECONDS.least).max(TIME_LIMIT_SECONDS.most),
  eventDays: z.number().int().min(EVENT_DAYS.least).max(EVENT_DAYS.most),
  /** Printed at the foot of reports; empty: nothing. */
  organisation: z.string().max(120),
  contact: z.string().max(200),
  /** Whether completed checks are kept, and for how many days and in how much space. */
  history: z.boolean(),
  historyDays: z.number().int().min(HISTORY_DAYS.least).max(HISTORY_DAYS.most),
  historyMebibytes: z.number().int().min(HISTORY_MEBIBYTES.least).max(HISTORY_MEBIBYTES.most),
  /** Columns of the table of VMs that are not shown. */
  hiddenColumns: z.array(z.string().max(64)).max(32),
  /** What the VMs of a source stand together by in the table, and those of all open sources. */
  groupBy: z.enum(GROUPINGS),
  groupAllBy: z.enum(ALL_GROUPINGS),
}

/**
 * Some settings, as the window asks main to change them. A folder is chosen in main's own dialog; the window can only give
 * it back.
 */
export const SettingsChange = z.strictObject({ ...fields, reportFolder: z.null() }).partial()
export type SettingsChange = z.infer<typeof SettingsChange>

/** What the program remembers between starts. `system` follows Windows. */
export const Settings = z.looseObject({
  language: fields.language.default('system'),
  theme: fields.theme.default('system'),
  textSize: fields.textSize.default(100),
  reportLanguage: fields.reportLanguage.default('window'),
  reportFolder: fields.reportFolder.default(null),
  reportFormats: fields.reportFormats.default([...REPORT_FORMATS]),
  redaction: fields.redaction.default('none'),
  timeLimitSeconds: fields.timeLimitSeconds.default(TIME_LIMIT_SECONDS.usual),
  eventDays: fields.eventDays.default(EVENT_DAYS.usual),
  organisation: fields.organisation.default(''),
  contact: fields.contact.default(''),
  history: fields.history.default(true),
  historyDays: fields.historyDays.default(HISTORY_DAYS.usual),
  historyMebibytes: fields.historyMebibytes.default(HISTORY_MEBIBYTES.usual),
  hiddenColumns: fields.hiddenColumns.default([]),
  groupBy: fields.groupBy.default('none'),
  groupAllBy: fields.groupAllBy.default('host'),
})
export type Settings = z.infer<typeof Settings>
