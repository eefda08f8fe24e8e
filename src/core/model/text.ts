/** The languages every text exists in. */
export const LANGUAGES = ['en', 'ko'] as const
export type Language = (typeof LANGUAGES)[number]
/** Languages by their own names, which need no translation. */
export const LANGUAGE_NAMES = { en: 'English', ko: '한국어' } as const

/** A value that a message shows: plain, another message, or a list joined as the language joins lists. */
export type TextParam = string | number | TextRef | { readonly list: readonly TextParam[] }

/** A message by its key, in no language yet. Judgement speaks in these; words come in when something is shown. */
export interface TextRef {
  readonly key: string
  readonly params?: Readonly<Record<string, TextParam>>
}
