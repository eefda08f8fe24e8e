import type { Step } from '../model/diagnosis'
import type { TextParam } from '../model/text'
import { message } from '../i18n/translate'
import type enFinding from '../i18n/en/finding.json'

type RuleWithStep = {
  [K in keyof typeof enFinding]: (typeof enFinding)[K] extends { step1: string } ? K : never
}[keyof typeof enFinding]

/** The step that a rule's own text file gives: something a person decides or looks at, without a command. */
export function ownStep(
  rule: RuleWithStep,
  where: Step['where'] = 'person',
  params?: Readonly<Record<string, TextParam>>,
): Step {
  return { text: message(`finding.${rule}.step1`, params), where, command: null, rights: 'none', risk: 'none' }
}
