import { z } from 'zod'
import { LANGUAGES } from './text'
import { VERDICTS } from './verdict'

export const EXPLANATION_SCHEMA = 'integration-doctor/explanation@1'

/** What kind of thing a number, code or word can be. */
export const MEANING_KINDS = [
  'value',
  'state',
  'event',
  'error',
  'rule',
  'note',
  'service',
  'class',
  'article',
  'build',
  'version',
  'verdict',
  'topic',
] as const
export type MeaningKind = (typeof MEANING_KINDS)[number]

/** One meaning: a number means something only together with its property. */
export const Meaning = z.looseObject({
  kind: z.enum(MEANING_KINDS),
  /** Property, log or class it stands in, for example `Msvm_VssComponent.OperationalStatus[1]`; the same in every language. Null where it stands in none. */
  property: z.string().nullable(),
  /** What the property is, in the language asked for. */
  subject: z.string(),
  /** The value as it is read there. */
  value: z.string(),
  /** Its name, where it has one; the same in every language. */
  name: z.string().nullable(),
  certainty: z.enum(['documented', 'unconfirmed']),
  text: z.string(),
  whatToDo: z.string(),
  /** Findings that this value can lead to. */
  rules: z.array(z.looseObject({ code: z.string(), rule: z.string(), verdict: z.enum(VERDICTS), title: z.string() })),
  articles: z.array(z.looseObject({ id: z.string(), title: z.string(), url: z.string() })),
})
export type Meaning = z.infer<typeof Meaning>

/** All meanings of a number, code or word, in one language: `explain WHAT --format json`, and what the window shows. */
export const Explanation = z.looseObject({
  schema: z.literal(EXPLANATION_SCHEMA),
  program: z.looseObject({ version: z.string(), knowledge: z.string() }),
  language: z.enum(LANGUAGES),
  /** What was asked for, shortened to 200 characters. */
  asked: z.string(),
  /** Empty: nobody knows it. */
  meanings: z.array(Meaning),
})
export type Explanation = z.infer<typeof Explanation>
