import { translate } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { Question } from '../../model/diagnosis'
import type { Language, TextRef } from '../../model/text'

/** A name as text: of the guest or host, which can be a word of ours. */
export const nameText = (language: Language, name: string | TextRef): string =>
  typeof name === 'string' ? name : translate(language, name)

type Found = GuideStep['found'][number]

/** One line of what a step found; none where there is no value. */
export const found = (label: string, value: string | null, raw: string | null = null): readonly Found[] =>
  value === null ? [] : [{ label, value, raw }]

/** The same, with the English words beside those of another language. */
export function foundWithEnglish(
  language: Language,
  wordsIn: (language: Language) => Pick<Found, 'label' | 'value'>,
  raw: string | null,
): Found {
  return { ...wordsIn(language), raw, ...(language === 'en' ? {} : { english: wordsIn('en') }) }
}

/** A question of a step in one language, with the answer that was given. */
export function rendered(question: Question, language: Language, answered: string | null): GuideStep['question'] {
  return {
    id: question.id,
    text: translate(language, question.text),
    answers: question.answers.map(({ id, label }) => ({ id, label: translate(language, label) })),
    howToFind: question.howToFind.map((way) => translate(language, way)),
    answered,
  }
}
