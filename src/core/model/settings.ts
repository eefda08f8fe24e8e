import { z } from 'zod'
import { LANGUAGES } from './text'

export const THEMES = ['system', 'light', 'dark'] as const

/** What the program remembers between starts. `system` follows Windows. */
export const Settings = z.looseObject({
  language: z.enum(['system', ...LANGUAGES]).default('system'),
  theme: z.enum(THEMES).default('system'),
  /** Folder that reports are saved to; null: "Integration Doctor" in the person's documents. */
  reportFolder: z.string().nullable().default(null),
})
export type Settings = z.infer<typeof Settings>
