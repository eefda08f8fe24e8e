import { message } from '../i18n/translate'
import type { Finding, JudgedVm } from '../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { Snapshot, Statements, Vm } from '../model/snapshot'
import type { TextParam, TextRef } from '../model/text'
import { severest, severity, type Verdict } from '../model/verdict'
import { proposalFor } from './impact'
import { notesFor } from './notes'
import { askHostRelease, askStatusAgain, stepsAfterAnswer } from './questions'
import type { Rule, RuleContext, RuleHit, RuleId } from './rule'
import { RULES } from './rules/index'
import { seenWorking } from './seen-working'
import { supportOf } from './support'
import { judgeSymptom, tellAboutSymptom } from './symptom'
import { guestName, hostName, phaseOf, rawText } from './vm-facts'

/** A host with every VM judged. */
export interface JudgedHost {
  readonly snapshot: Snapshot
  readonly vms: readonly JudgedVm[]
}

type Params = Readonly<Record<string, TextParam>>

function commonParams(vm: Vm, context: RuleContext, services: readonly JudgedServiceId[]): Params {
  const names = services.map((id) => message(`term.service.${id}`))
  const first = services[0]
  return {
    vm: vm.name,
    guest: guestName(vm.guest),
    host: hostName(context.host),
    service: names[0] ?? '',
    services: { list: names },
    n: names.length,
    code: first === undefined ? '' : rawText(vm.services[first].statusEvidence.value),
  }
}

function findingOf(rule: Rule, hit: RuleHit, vm: Vm, context: RuleContext): Finding {
  const covers = hit.service === null ? (hit.covers ?? []) : [...new Set([hit.service, ...(hit.covers ?? [])])]
  const params = { ...commonParams(vm, context, covers), ...hit.params }
  const proposal = proposalFor(rule.verdict, hit.service)
  return {
    code: rule.code,
    rule: rule.id,
    verdict: rule.verdict,
    certainty: hit.certainty ?? 'certain',
    service: hit.service,
    covers,
    title: message(`finding.${rule.id}.title`, params),
    explanation: message(`finding.${rule.id}.explanation`, params),
    lost: rule.losesFunction && hit.service !== null ? message(`term.lost.${hit.service}`) : null,
    impact: rule.impact ?? proposal.impact,
    urgency: rule.urgency ?? proposal.urgency,
    evidence: hit.evidence,
    question: hit.question ?? null,
    steps: [...(hit.question === undefined ? [] : stepsAfterAnswer(hit.question, context.told)), ...(hit.steps ?? [])],
    articles: rule.articles,
  }
}

/** A rule that throws is a result of its own: what it judges is not known, and that is said. */
function failedRule(rule: Rule, vm: Vm, context: RuleContext): Finding {
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
      vm,
      context,
    ),
    steps: [
      { text: message('finding.rule-failed.step1'), where: 'person', command: null, rights: 'none', risk: 'none' },
    ],
  }
}

function runRule(rule: Rule, vm: Vm, context: RuleContext): readonly Finding[] {
  try {
    return rule.find(vm, context).map((hit) => findingOf(rule, hit, vm, context))
  } catch {
    return [failedRule(rule, vm, context)]
  }
}

function verdictsOfServices(vm: Vm, findings: readonly Finding[]): JudgedVm['serviceVerdicts'] {
  const phase = phaseOf(vm)
  const verdicts: Partial<Record<JudgedServiceId, Verdict>> = {}
  for (const id of JUDGED_SERVICES) {
    if (phase === 'not-running') verdicts[id] = 'not-running'
    else if (phase !== 'running') verdicts[id] = 'cannot-tell'
    else {
      const own = findings.filter((finding) => finding.covers.includes(id)).map((finding) => finding.verdict)
      if (own.length > 0) verdicts[id] = severest(own, 'cannot-tell')
    }
  }
  return verdicts
}

/** Services of all findings of one rule, so that one sentence can name them together. */
function servicesOfRule(findings: readonly Finding[], rule: string): readonly JudgedServiceId[] {
  const ids = findings.filter((finding) => finding.rule === rule).flatMap((finding) => finding.covers)
  return JUDGED_SERVICES.filter((id) => ids.includes(id))
}

function paramsOfRule(finding: Finding, vm: Vm, findings: readonly Finding[], context: RuleContext): Params {
  const services = servicesOfRule(findings, finding.rule)
  const own = finding.title.params ?? {}
  // A finding about the whole VM names its services itself.
  return finding.service === null
    ? own
    : { ...own, ...commonParams(vm, context, services), service: own['service'] ?? '' }
}

/** One sentence per cause among the severest findings, each naming all services it is about. */
function sentences(
  kind: 'headline' | 'tell',
  vm: Vm,
  findings: readonly Finding[],
  worst: Verdict,
  context: RuleContext,
): readonly TextRef[] {
  if (worst === 'healthy') {
    const ok = findings.find((finding) => finding.rule === 'service-ok') ?? findings[0]
    if (ok === undefined) return []
    // A text shows only a part, so good news from it is about that part.
    if (vm.partial === true && ok.rule === 'service-ok')
      return [message(`finding.service-ok.${kind}-text`, ok.title.params)]
    return [message(`finding.${ok.rule as RuleId}.${kind}`, ok.title.params)]
  }
  const seen = new Set<string>()
  const result: TextRef[] = []
  for (const finding of findings) {
    if (finding.verdict !== worst || seen.has(finding.rule)) continue
    seen.add(finding.rule)
    result.push(message(`finding.${finding.rule as RuleId}.${kind}`, paramsOfRule(finding, vm, findings, context)))
  }
  return result
}

/** The number of a code such as IS-12. */
function numberOfCode({ code }: Finding): number {
  return Number(code.slice(3))
}

/** Judges one VM: every rule is asked, all findings are kept, the severest gives the verdict. */
export function diagnoseVm(vm: Vm, context: RuleContext, snapshot: Snapshot): JudgedVm {
  const findings = RULES.flatMap((rule) => runRule(rule, vm, context)).sort(
    (a, b) => severity(b.verdict) - severity(a.verdict) || numberOfCode(a) - numberOfCode(b),
  )
  // Sorted severest first. No rule having a word to say is not the same as healthy.
  const verdict = findings[0]?.verdict ?? 'cannot-tell'
  const support = supportOf(vm.guest, context.host, context.checkedAt)
  const symptom = judgeSymptom(vm, context.told, findings)
  return {
    vm,
    verdict,
    serviceVerdicts: verdictsOfServices(vm, findings),
    findings,
    notes: notesFor(vm, support, context, snapshot),
    seenWorking: seenWorking(vm),
    support,
    symptom,
    told: context.told,
    headline: sentences('headline', vm, findings, verdict, context),
    tellCaller: [...sentences('tell', vm, findings, verdict, context), ...tellAboutSymptom(symptom)],
  }
}

const NOTHING_TOLD: RuleContext['told'] = {}

/** The context of one VM: what was said about every VM and about this one; an answer about the host counts where nothing was read. */
function contextOf(id: string, common: RuleContext, statements: Statements): RuleContext {
  const forAll = statements['*']
  const own = statements[id]
  if (forAll === undefined && own === undefined) return common
  const told = { ...forAll, ...own }
  const answer = told[askHostRelease.id]
  const isUnread = common.host.is2016OrLater === null && (answer === 'later' || answer === 'older')
  const host = isUnread ? { ...common.host, is2016OrLater: answer === 'later' } : common.host
  return { ...common, host, told }
}

/** Judges every VM of a host. The same snapshot and statements always give the same result. */
export function diagnose(snapshot: Snapshot, statements: Statements = {}): JudgedHost {
  const common: RuleContext = { host: snapshot.host, checkedAt: snapshot.collectedAt, told: NOTHING_TOLD }
  return { snapshot, vms: snapshot.vms.map((vm) => diagnoseVm(vm, contextOf(vm.id, common, statements), snapshot)) }
}
