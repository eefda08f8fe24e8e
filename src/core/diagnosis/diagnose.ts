import { message } from '../i18n/translate'
import type { Finding, JudgedVm } from '../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { Snapshot, Statements, Vm } from '../model/snapshot'
import type { TextRef } from '../model/text'
import type { Verdict } from '../model/verdict'
import { findingsOf, type Params, paramsOf, type Subject, subjectOf, textsOf } from './finding'
import { notesFor } from './notes'
import { askHostRelease } from './questions'
import type { RuleContext, RuleId } from './rule'
import { seenWorking } from './seen-working'
import { supportOf } from './support'
import { judgeSymptom, tellAboutSymptom } from './symptom'
import { phaseOf } from './vm-facts'

/** A host with every VM judged. */
export interface JudgedHost {
  readonly snapshot: Snapshot
  readonly vms: readonly JudgedVm[]
}

type ServiceVerdicts = JudgedVm['serviceVerdicts']

function forEveryService(verdict: Verdict): ServiceVerdicts {
  return Object.fromEntries(JUDGED_SERVICES.map((id) => [id, verdict]))
}

const NOT_RUNNING = forEveryService('not-running')
const CANNOT_TELL = forEveryService('cannot-tell')

/** Of each service the verdict of the first finding that covers it: they come severest first. */
function verdictsOfServices(vm: Vm, findings: readonly Finding[]): ServiceVerdicts {
  const phase = phaseOf(vm)
  if (phase !== 'running') return phase === 'not-running' ? NOT_RUNNING : CANNOT_TELL
  const verdicts: Partial<Record<JudgedServiceId, Verdict>> = {}
  for (const { covers, verdict } of findings) for (const id of covers) verdicts[id] ??= verdict
  return verdicts
}

/** Services of all findings of one rule, so that one sentence can name them together. */
function servicesOfRule(findings: readonly Finding[], rule: string): readonly JudgedServiceId[] {
  const own = findings.filter((finding) => finding.rule === rule)
  // Mostly one, whose services are in order already.
  if (own[0] !== undefined && own[0].covers.length === 1 && own.length === 1) return own[0].covers
  return JUDGED_SERVICES.filter((id) => own.some(({ covers }) => covers.includes(id)))
}

function paramsOfRule(finding: Finding, findings: readonly Finding[], subject: Subject): Params {
  const own = finding.title.params ?? {}
  // A finding about the whole VM names its services itself.
  if (finding.service === null) return own
  return { ...own, ...paramsOf(subject, servicesOfRule(findings, finding.rule)), service: own['service'] ?? '' }
}

/** What the sentences about a VM say: a cause, and what they name. */
interface Cause {
  readonly rule: RuleId
  readonly params: Params
  /** A text shows only a part, so good news from it is about that part. */
  readonly isOfText: boolean
}

/** The causes among the severest findings, each with all services it is about. */
function causesOf(findings: readonly Finding[], subject: Subject): readonly Cause[] {
  const worst = findings[0]?.verdict
  const causes: Cause[] = []
  const add = (finding: Finding, params: Params): void => {
    const isOfText = subject.vm.partial === true && finding.rule === 'service-ok'
    causes.push({ rule: finding.rule as RuleId, params, isOfText })
  }
  if (worst === 'healthy') {
    const ok = findings.find((finding) => finding.rule === 'service-ok') ?? findings[0]
    if (ok !== undefined) add(ok, ok.title.params ?? {})
    return causes
  }
  for (const finding of findings) {
    if (finding.verdict !== worst) break
    if (causes.some(({ rule }) => rule === finding.rule)) continue
    add(finding, paramsOfRule(finding, findings, subject))
  }
  return causes
}

function sentence(kind: 'headline' | 'tell', { rule, params, isOfText }: Cause): TextRef {
  return message(isOfText ? `finding.service-ok.${kind}-text` : textsOf(rule)[kind], params)
}

/** Judges one VM: every rule is asked, all findings are kept, the severest gives the verdict. */
export function diagnoseVm(vm: Vm, context: RuleContext, snapshot: Snapshot): JudgedVm {
  const subject = subjectOf(vm, context)
  const findings = findingsOf(subject)
  const causes = causesOf(findings, subject)
  const support = supportOf(vm.guest, context.host, context.checkedAt)
  const symptom = judgeSymptom(vm, context.told, findings)
  return {
    vm,
    // No rule having a word to say is not the same as healthy.
    verdict: findings[0]?.verdict ?? 'cannot-tell',
    serviceVerdicts: verdictsOfServices(vm, findings),
    findings,
    notes: notesFor(vm, support, context, snapshot),
    seenWorking: seenWorking(vm),
    support,
    symptom,
    told: context.told,
    headline: causes.map((cause) => sentence('headline', cause)),
    tellCaller: causes.map((cause) => sentence('tell', cause)).concat(tellAboutSymptom(symptom)),
  }
}

type Told = RuleContext['told']

const NOTHING_TOLD: Told = {}

/** The context of one VM: what was said about every VM and about this one; an answer about the host counts where nothing was read. */
function contextOf(id: string, common: RuleContext, statements: ReadonlyMap<string, Told>): RuleContext {
  const forAll = statements.get('*')
  const own = statements.get(id)
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
  // A map: ids are fresh texts, which are slow to look up as properties.
  const said = new Map(Object.entries(statements))
  return { snapshot, vms: snapshot.vms.map((vm) => diagnoseVm(vm, contextOf(vm.id, common, said), snapshot)) }
}
