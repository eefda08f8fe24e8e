import type { Verdict } from '../model/verdict'

/** How a service stands, as the matrix of all VMs shows it. */
export const MARKS = ['ok', 'older', 'bad', 'off', 'open', 'advice'] as const
export type Mark = (typeof MARKS)[number]

/** Signs that every terminal, printer and code page has; beside a shape and a colour they tell the marks apart without either. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = {
  ok: 'ok',
  older: '~',
  bad: 'X',
  off: '-',
  open: '?',
  advice: '!',
}

const OF_VERDICT: Readonly<Record<Exclude<Verdict, 'not-running'>, Mark>> = {
  healthy: 'ok',
  'safe-to-ignore': 'older',
  advice: 'advice',
  'cannot-tell': 'open',
  'action-needed': 'bad',
}

/** The mark of a service: null where there is nothing to judge. What is switched off says so, unless more is wrong with it. */
export function markOf(verdict: Verdict | null, enabled: boolean | null): Mark | null {
  if (verdict === null || verdict === 'not-running') return null
  const mark = OF_VERDICT[verdict]
  return enabled === false && mark !== 'bad' && mark !== 'open' ? 'off' : mark
}
