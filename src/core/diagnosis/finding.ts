import type { TextKey } from '../i18n/messages'
import { message } from '../i18n/translate'
import { articlesFor } from '../knowledge/articles'
import { remember } from '../knowledge/remember'
import type { Finding } from '../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { Service, Vm } from '../model/snapshot'
import type { TextParam, TextRef } from '../model/text'
import { severity } from '../model/verdict'
import { proposalFor } from './impact'
import { askStatusAgain, stepsAfterAnswer } from './questions'
import type { Rule, RuleContext, RuleHit, RuleId } from './rule'
import { RULES } from './rules/index'
import { guestInSentence, hostName, ofServices, phaseOf, rawText, reportedOf } from './vm-facts'

export type Params = Readonly<Record<string, TextParam>>

/** One VM as rules and texts see it, with what every text about it can name. */
export interface Subject {
  readonly vm: Vm
  readonly context: RuleContext
  readonly guest: string | TextRef
  readonly host: string | TextRef
}

/** The VM with the names that its texts use. */
export function subjectOf(vm: Vm, context: RuleContext): Subject {
  return { vm, context, guest: guestInSentence(vm.guest), host: hostName(context.host) }
}

interface ServiceNames {
  readonly service: string | TextRef
  readonly services: { readonly list: readonly TextParam[] }
  readonly n: number
}

const namesOf = remember(
  (services: readonly JudgedServiceId[]) => services.join(' '),
  (services): ServiceNames => {
    const names = services.map((id) => message(`term.service.${id}`))
    return { service: names[0] ?? '', services: { list: names }, n: names.length }
  },
)

// Equal services of different VMs are one object, so a fleet has few.
const codes = new WeakMap<Service, string>()

function codeOf(service: Service): string {
  let code = codes.get(service)
  if (code === undefined) {
    code = rawText(service.statusEvidence.value)
    codes.set(service, code)
  }
  return code
}

/** The values that every text can name: vm, guest, host, service, services, n, code. */
export function paramsOf({ vm, guest, host }: Subject, ids: readonly JudgedServiceId[], own?: Params): Params {
  const { service, services, n } = namesOf(ids)
  const code = ids[0] === undefined ? '' : codeOf(vm.services[ids[0]])
  const params = { vm: vm.name, guest, host, service, services, n, code }
  return own === undefined ? params : { ...params, ...own }
}

const NOTHING: readonly JudgedServiceId[] = []
const ALONE = Object.fromEntries(JUDGED_SERVICES.map((id) => [id, [id]])) as unknown as Readonly<
  Record<JudgedServiceId, readonly JudgedServiceId[]>
>

function coversOf({ service, covers = NOTHING }: RuleHit): readonly JudgedServiceId[] {
  if (service === null) return covers
  return covers.length === 0 ? ALONE[service] : [...new Set([service, ...covers])]
}

interface RuleTexts {
  readonly title: TextKey
  readonly explanation: TextKey
  readonly headline: TextKey
  readonly tell: TextKey
}

const textsOfRules = new Map<RuleId, RuleTexts>()

/** The keys of a rule's texts, written once and not for each of ten thousand VMs. */
export function textsOf(rule: RuleId): RuleTexts {
  let texts = textsOfRules.get(rule)
  if (texts === undefined) {
    texts = {
      title: `finding.${rule}.title`,
      explanation: `finding.${rule}.explanation`,
      headline: `finding.${rule}.headline`,
      tell: `finding.${rule}.tell`,
    }
    textsOfRules.set(rule, texts)
  }
  return texts
}

function findingOf(rule: Rule, hit: RuleHit, subject: Subject): Finding {
  const { service, question = null, steps = [] } = hit
  const covers = coversOf(hit)
  const params = paramsOf(subject, covers, hit.params)
  const proposal = proposalFor(rule.verdict, service)
  const first = question === null ? [] : stepsAfterAnswer(question, subject.context.told)
  const texts = textsOf(rule.id)
  return {
    code: rule.code,
    rule: rule.id,
    verdict: rule.verdict,
    certainty: hit.certainty ?? 'certain',
    service,
    covers,
    title: message(texts.title, params),
    explanation: message(texts.explanation, params),
    lost: rule.losesFunction && service !== null ? message(`term.lost.${service}`) : null,
    impact: rule.impact ?? proposal.impact,
    urgency: rule.urgency ?? proposal.urgency,
    evidence: hit.evidence,
    question,
    steps: first.length === 0 ? steps : [...first, ...steps],
    articles: articlesFor(rule.articles, subject.vm.guest.os),
  }
}

/** A rule that throws is a result of its own: what it judges is not known, and that is said. */
function failedRule(rule: Rule, subject: Subject): Finding {
  const id: RuleId = 'rule-failed'
  return {
    ...findingOf(
      { id, code: 'IS-79', verdict: 'cannot-tell', articles: [], losesFunction: false, find: () => [] },
      {
        service: null,
        evidence: [{ source: 'rule', value: rule.id }],
        params: { rule: `${rule.code} ${rule.id}` },
        question: askStatusAgain,
      },
      subject,
    ),
    steps: [
      { text: message('finding.rule-failed.step1'), where: 'person', command: null, rights: 'none', risk: 'none' },
    ],
  }
}

/** The order in which findings are shown: severest first, then by the number of the code. */
function inOrder(a: Pick<Rule, 'verdict' | 'code'>, b: Pick<Rule, 'verdict' | 'code'>): number {
  return severity(b.verdict) - severity(a.verdict) || Number(a.code.slice(3)) - Number(b.code.slice(3))
}

// Sorted once, so that the findings of ten thousand VMs come out sorted.
const RULES_IN_ORDER: readonly Rule[] = [...RULES].sort(inOrder)

/** Rules to ask, by whether anything was said of the VM's devices. */
interface Asked {
  readonly withDevices: readonly Rule[]
  readonly withoutDevices: readonly Rule[]
}

function askedOf(rules: readonly Rule[]): Asked {
  return { withDevices: rules, withoutDevices: rules.filter(({ ofDevices }) => ofDevices !== true) }
}

const WITHOUT_STATUSES = askedOf(RULES_IN_ORDER.filter(({ statuses }) => statuses === undefined))

const rulesForServices = ofServices((services) => {
  const told = reportedOf(services).filter(({ guessed }) => guessed !== true)
  const kinds = new Set(told.flatMap(({ kind, others = [] }) => [kind, ...others.map((other) => other.kind)]))
  return askedOf(RULES_IN_ORDER.filter(({ statuses }) => statuses?.some((kind) => kinds.has(kind)) ?? true))
})

/** Asks every rule about one VM that can have a word to say of its statuses and devices; all findings are kept, severest first. */
export function findingsOf(subject: Subject): readonly Finding[] {
  const { vm, context } = subject
  const findings: Finding[] = []
  const failures: Finding[] = []
  const asked = phaseOf(vm) === 'running' ? rulesForServices(vm) : WITHOUT_STATUSES
  for (const rule of vm.events.devices.length === 0 ? asked.withoutDevices : asked.withDevices) {
    try {
      for (const hit of rule.find(vm, context)) findings.push(findingOf(rule, hit, subject))
    } catch {
      failures.push(failedRule(rule, subject))
    }
  }
  return failures.length === 0 ? findings : [...findings, ...failures].sort(inOrder)
}
