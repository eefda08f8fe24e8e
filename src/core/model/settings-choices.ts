// Apart from the schema of the settings, so that the window offers the choices without carrying a schema library.

export const THEMES = ['system', 'light', 'dark'] as const
/** Percent of the usual size of text. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const
export const REPORT_FORMATS = ['html', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
export const REDACTIONS = ['none', 'names', 'strict'] as const
/** Seconds a check of a host may take. */
export const TIME_LIMIT_SECONDS = { least: 10, most: 3600, usual: 120 } as const
/** Days of a host's event logs that a check reads. */
export const EVENT_DAYS = { least: 1, most: 365, usual: 14 } as const
export const HISTORY_DAYS = { least: 1, most: 3650, usual: 90 } as const
export const HISTORY_MEBIBYTES = { least: 1, most: 1_048_576, usual: 1024 } as const
export const GROUPINGS = ['none', 'verdict'] as const
export const ALL_GROUPINGS = ['host', 'verdict'] as const
