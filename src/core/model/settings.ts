import { z } from 'zod'
import { LANGUAGES } from './text'

export const THEMES = ['system', 'light', 'dark'] as const

/** What the program remembers between starts. `system` follows Windows. */
export const Settings = z.looseObject({
  language: z.enum(['system', ...LANGUAGES]).default('system'),
  theme: z.enum(THEMES).default('system'),
  /** Folder that reports are saved to; null: "Integration Doctor" in the person's documents. */
  reportFolder: z.string().nullable().default(null),
  /** Whether completed checks are kept, and for how many days and in how much space. */
  history: z.boolean().default(true),
  historyDays: z.number().int().min(1).max(3650).default(90),
  historyMebibytes: z.number().int().min(1).max(1_048_576).default(1024),
})
export type Settings = z.infer<typeof Settings>
