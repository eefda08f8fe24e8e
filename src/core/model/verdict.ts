/** Every verdict, mildest first; `not-running` stands beside the scale. */
export const VERDICTS = ['not-running', 'healthy', 'safe-to-ignore', 'advice', 'cannot-tell', 'action-needed'] as const

/** The answer for a finding, a service or a VM. */
export type Verdict = (typeof VERDICTS)[number]

/** Whether a word is one of the verdicts. */
export function isVerdict(word: string): word is Verdict {
  return VERDICTS.some((verdict) => verdict === word)
}

/** Position on the scale, for comparing two verdicts: a higher number is the severer one. */
export function severity(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict)
}

/** The severest of some verdicts, or `fallback` where there is none. */
export function severest(verdicts: Iterable<Verdict>, fallback: Verdict): Verdict {
  let worst: Verdict | undefined
  for (const verdict of verdicts) {
    if (worst === undefined || severity(verdict) > severity(worst)) worst = verdict
  }
  return worst ?? fallback
}

/** Verdicts of findings that somebody can decide to live with. What is not known cannot be accepted, it has to be asked. */
export const ACCEPTABLE_VERDICTS = ['action-needed', 'advice'] as const satisfies readonly Verdict[]
