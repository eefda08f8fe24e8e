import { say } from '../say'
import type { SourceSummary } from '../../core/ipc'
import type { Language } from '../../core/model/text'

/** The answer for a whole host in one to three short sentences: what needs action, what is open, what looks bad and is harmless. */
export function answerSentence(
  { summary, needsAction: action }: Pick<SourceSummary, 'summary' | 'needsAction'>,
  language: Language,
): string {
  const total = Object.values(summary).reduce((sum, count) => sum + count, 0)
  if (total === 0) return say(language, 'ui.overview.no-vm')
  const accepted = summary['action-needed'] - action
  const ask = summary['cannot-tell']
  const ignore = summary['safe-to-ignore']
  // Of what is not judged yet, nobody knows that it needs no action.
  const isOpen = action === 0 && ask > 0
  return [
    isOpen
      ? say(language, 'ui.overview.open', { count: ask, rest: total - ask, total })
      : action === 0
        ? say(language, 'ui.overview.no-action', { total })
        : say(language, 'ui.overview.action', { action, total }),
    ...(accepted === 0 ? [] : [say(language, 'accepted.overview', { count: accepted })]),
    ...(ask === 0 || isOpen ? [] : [say(language, 'ui.overview.ask', { count: ask })]),
    ...(ignore === 0 ? [] : [say(language, 'ui.overview.ignore', { count: ignore })]),
  ].join(' ')
}
