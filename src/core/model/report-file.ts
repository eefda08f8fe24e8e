import { REPORT_FORMATS } from './settings-choices'

/** Where tickets are imported: ServiceNow (incident, or its import table for notifications), Jira, GitLab, or the fields of ITIL. */
export const TICKET_PRESETS = ['generic', 'servicenow', 'servicenow-notification', 'jira', 'gitlab'] as const
export type TicketPreset = (typeof TICKET_PRESETS)[number]

/** Reports for a program or another text, beside the page and the PDF for people; each with the ending of its file. */
export const DATA_FILES = {
  json: 'json',
  csv: 'csv',
  'csv-services': 'csv',
  markdown: 'md',
  text: 'txt',
  'tickets-generic': 'csv',
  'tickets-servicenow': 'csv',
  'tickets-servicenow-notification': 'csv',
  'tickets-jira': 'csv',
  'tickets-gitlab': 'csv',
} as const satisfies Readonly<Record<string, string>> & Readonly<Record<`tickets-${TicketPreset}`, 'csv'>>
export type DataFile = keyof typeof DATA_FILES
export const DATA_FILE_NAMES = Object.keys(DATA_FILES) as readonly DataFile[]
/** Everything that “Save as” writes. */
export const REPORT_FILES = [...REPORT_FORMATS, ...DATA_FILE_NAMES] as const
export type ReportFile = (typeof REPORT_FILES)[number]
