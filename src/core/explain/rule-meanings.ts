import type { Rule, RuleId } from '../diagnosis/rule'
import { RULES } from '../diagnosis/rules/index'
import type enMeaning from '../i18n/en/meaning.json'
import { MESSAGES, type TextKey } from '../i18n/messages'
import { message } from '../i18n/translate'
import type { TextParam, TextRef } from '../model/text'
import type { Verdict } from '../model/verdict'
import type { MeaningDraft } from './draft'

/** A finding's rule as far as it can be told without a VM. */
export interface KnownRule {
  readonly code: string
  readonly rule: RuleId
  readonly verdict: Verdict
  readonly articles: Rule['articles']
}

/** The rule that stands in for one that broke; it is in no list, because nothing looks for it. */
const FAILED: KnownRule = { code: 'IS-79', rule: 'rule-failed', verdict: 'cannot-tell', articles: [] }

const KNOWN: readonly KnownRule[] = [
  ...RULES.map(({ code, id, verdict, articles }) => ({ code, rule: id, verdict, articles })),
  FAILED,
]
const BY_CODE = new Map(KNOWN.map((rule) => [rule.code, rule]))
const BY_ID = new Map<string, KnownRule>(KNOWN.map((rule) => [rule.rule, rule]))

/** The rule with a code (`IS-12`) or an id. */
export function ruleOf(codeOrId: string): KnownRule | undefined {
  return BY_CODE.get(codeOrId) ?? BY_ID.get(codeOrId)
}

const GENERIC: Readonly<Record<string, TextParam>> = {
  vm: message('meaning.generic.vm'),
  service: message('meaning.generic.service'),
  services: message('meaning.generic.service'),
  device: message('meaning.generic.device'),
  n: 1,
  count: 1,
  minutes: 2,
  wait: 3,
}

/** A finding's text without a VM: general words stand where it names one, or what is `known`. */
export function generally(key: TextKey, known: Readonly<Record<string, TextParam>> = {}): TextRef {
  const params: Record<string, TextParam> = {}
  for (const [, name = ''] of (MESSAGES.en.get(key) ?? '').matchAll(/\{(\w+)/g)) {
    params[name] = known[name] ?? GENERIC[name] ?? message('meaning.generic.unknown')
  }
  return message(key, params)
}

function todoOf({ rule, verdict }: KnownRule): TextRef {
  const step = `finding.${rule}.step1`
  return MESSAGES.en.has(step) ? generally(step as TextKey) : message(`meaning.by-verdict.${verdict}`)
}

type NoteCode = keyof typeof enMeaning.note

function noteMeaning(code: string): MeaningDraft | null {
  const key = `meaning.note.${code}`
  if (!MESSAGES.en.has(key)) return null
  return {
    kind: 'note',
    property: null,
    subject: message('meaning.rule.note'),
    value: code,
    name: null,
    text: message(key as TextKey),
    todo: message(`meaning.note-todo.${code as NoteCode}`),
  }
}

/** What the code of a finding or remark means (`IS-12`), or a rule's id; null for anything else. */
export function ruleMeaning(codeOrId: string): MeaningDraft | null {
  const known = ruleOf(codeOrId)
  if (known === undefined) return noteMeaning(codeOrId)
  return {
    kind: 'rule',
    property: null,
    subject: message('meaning.rule.subject'),
    value: known.code,
    name: known.rule,
    text: generally(`finding.${known.rule}.explanation`),
    todo: todoOf(known),
    codes: [known.code],
    articles: known.articles,
  }
}
