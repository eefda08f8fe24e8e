import { addressesOfVm } from '../decode/adapter-addresses'
import { isEventLog } from '../decode/failure-table'
import { DETAIL_NAMES, STATUS_NAMES } from '../decode/service-status'
import type { VmSince } from '../history/vm-record'
import { translate } from '../i18n/translate'
import { KNOWLEDGE_DATE } from '../knowledge/revision'
import {
  DIAGNOSIS_SCHEMA,
  type Diagnosis,
  type Finding,
  type FindingText,
  type JudgedVm,
  type Note,
  type NoteText,
  type ProblemText,
  type Selection,
  type Summary,
  type VmDiagnosis,
} from '../model/diagnosis'
import type { AcceptedFinding } from '../model/accepted'
import type { Problem } from '../model/problem'
import { SERVICES } from '../model/service'
import type { Service, Snapshot, Vm } from '../model/snapshot'
import type { Language } from '../model/text'
import { acceptanceOf } from './accepted'
import type { JudgedHost } from './diagnose'
import { notesOfCheck, problemsOf } from './problems'
import { renderSymptom } from './symptom'
import { phaseOf } from './vm-facts'

/** What a rendering needs to know beside the judgement. */
export interface RenderOptions {
  readonly language: Language
  /** File, host or node as it was given. */
  readonly source: string
  readonly programVersion: string
  readonly symptom?: string | null
  /** How much was hidden before the judgement; nothing by default. */
  readonly redaction?: Diagnosis['redaction']
  /** Findings that somebody decided to live with; they ask for no action while their evidence is unchanged. */
  readonly accepted?: readonly AcceptedFinding[]
  /** Where only some of the VMs are rendered on purpose: how many of how many. */
  readonly selection?: Selection | null
  /** Since when each VM is as it is, where a history is kept. */
  readonly history?: SinceWhen
}

/** Since when a VM is as it was found. */
export type SinceWhen = (judged: JudgedVm) => VmSince

/** A number with the name its class documents for it; null where there is none. */
export function named(names: Readonly<Record<number, string>>, code: number | null) {
  return code === null ? null : { code, name: names[code] ?? 'unknown' }
}

function renderService(judged: JudgedVm, service: Service, since: VmSince | null): VmDiagnosis['services'][number] {
  const verdict = service.id === 'rdv' ? null : (judged.serviceVerdicts[service.id] ?? null)
  return {
    service: service.id,
    listed: service.listed,
    enabled: service.enabled,
    verdict,
    status: named(STATUS_NAMES, service.code),
    detail: named(DETAIL_NAMES, service.detailCode),
    negotiated: judged.vm.events.versions[service.id]?.negotiated ?? null,
    expected: judged.vm.events.versions[service.id]?.expected ?? null,
    since: service.id === 'rdv' || since === null ? null : since.ofService(service.id),
  }
}

/** An acceptance as a diagnosis carries it: without the VM's name, which stands there already and may be replaced. */
function withoutName(accepted: AcceptedFinding | null): AcceptedFinding | null {
  if (accepted === null) return null
  const { vmName: _, ...rest } = accepted
  return rest
}

function renderFinding(
  finding: Finding,
  language: Language,
  accepted: AcceptedFinding | null,
  since: VmSince | null,
): FindingText {
  const say = (ref: Finding['title']): string => translate(language, ref)
  return {
    code: finding.code,
    rule: finding.rule,
    verdict: finding.verdict,
    certainty: finding.certainty,
    service: finding.service,
    title: say(finding.title),
    explanation: say(finding.explanation).trim(),
    lost: finding.lost === null ? null : say(finding.lost),
    impact: finding.impact,
    urgency: finding.urgency,
    evidence: finding.evidence.map(({ source, value }) => ({ source, value: value ?? null })),
    question:
      finding.question === null
        ? null
        : {
            id: finding.question.id,
            text: say(finding.question.text),
            answers: finding.question.answers.map(({ id, label }) => ({ id, label: say(label) })),
            howToFind: finding.question.howToFind.map(say),
          },
    steps: finding.steps.map((step) => ({ ...step, text: say(step.text) })),
    articles: [...finding.articles],
    accepted: withoutName(accepted),
    since: since?.ofFinding(finding) ?? null,
  }
}

function stateOf(vm: Vm): VmDiagnosis['state'] {
  return vm.critical && phaseOf(vm) === 'not-running' ? 'critical' : vm.state
}

/** Decides for a finding whether somebody accepted it. */
export type Acceptance = (finding: Finding, judged: JudgedVm) => AcceptedFinding | null

const NOTHING_ACCEPTED: Acceptance = () => null

/** What of a host's findings is accepted. */
export function acceptanceAmong({ snapshot }: JudgedHost, accepted: readonly AcceptedFinding[]): Acceptance {
  return (finding, judged) => acceptanceOf(finding, judged, snapshot, accepted)
}

/** Whether somebody has to act on a VM: it has a finding that needs action and is not accepted. */
export function needsActionOf(judged: JudgedVm, acceptance: Acceptance): boolean {
  return judged.findings.some((finding) => finding.verdict === 'action-needed' && acceptance(finding, judged) === null)
}

/** One VM in one language, as the contract has it. `history` tells since when, where one is kept. */
export function renderVm(
  judged: JudgedVm,
  language: Language,
  acceptance: Acceptance = NOTHING_ACCEPTED,
  history?: SinceWhen,
): VmDiagnosis {
  const { vm, support } = judged
  const since = history?.(judged) ?? null
  const findings = judged.findings.map((finding) =>
    renderFinding(finding, language, acceptance(finding, judged), since),
  )
  return {
    id: vm.id,
    name: vm.name,
    verdict: judged.verdict,
    needsAction: needsActionOf(judged, acceptance),
    headline: judged.headline.map((sentence) => translate(language, sentence)).join(' '),
    state: stateOf(vm),
    generation: vm.generation,
    configurationVersion: vm.configurationVersion,
    uptimeSeconds: vm.uptimeSeconds,
    addresses: [...addressesOfVm(vm)],
    replica: vm.replica,
    guest: {
      family: vm.guest.family,
      os: vm.guest.os,
      name: vm.guest.name,
      version: vm.guest.version,
      kernel: vm.guest.kernel,
      source: vm.guest.source,
      asOf: vm.guest.asOf ?? null,
    },
    services: SERVICES.filter((id) => id !== 'rdv' || vm.services.rdv.listed).map((id) =>
      renderService(judged, vm.services[id], since),
    ),
    support: { ...support },
    seenWorking: judged.seenWorking.map(({ service, text, evidence }) => ({
      service,
      text: translate(language, text),
      evidence: { source: evidence.source, value: evidence.value ?? null },
    })),
    firstSeen: since?.firstSeen ?? null,
    changedAt: since?.changedAt ?? null,
    symptom: renderSymptom(judged.symptom, language),
    tellCaller: judged.tellCaller.map((sentence) => translate(language, sentence)).join(' '),
    findings,
    notes: renderNotes(judged.notes, language),
  }
}

/** Notes in one language. */
export function renderNotes(notes: readonly Note[], language: Language): NoteText[] {
  return notes.map(({ code, text }) => ({ code, text: translate(language, text) }))
}

/** A problem in one language. */
export function renderProblem(problem: Problem, language: Language): ProblemText {
  return {
    code: problem.code,
    class: problem.class,
    message: translate(language, problem.message),
    step: translate(language, problem.step),
  }
}

/** How many VMs have each verdict. */
export function summarize(vms: readonly { readonly verdict: keyof Summary }[]): Summary {
  const summary: Summary = {
    healthy: 0,
    'safe-to-ignore': 0,
    advice: 0,
    'cannot-tell': 0,
    'action-needed': 0,
    'not-running': 0,
  }
  for (const { verdict } of vms) summary[verdict] += 1
  return summary
}

/** What the caller sees, where it was said alike of every VM of which something was said. */
function symptomOfHost({ vms }: JudgedHost): string | null {
  const [first, ...others] = new Set(vms.flatMap(({ symptom }) => symptom?.symptom.id ?? []))
  return others.length === 0 ? (first ?? null) : null
}

function head(options: RenderOptions, symptom: string | null) {
  return {
    schema: DIAGNOSIS_SCHEMA,
    program: { version: options.programVersion, knowledge: KNOWLEDGE_DATE },
    language: options.language,
    redaction: options.redaction ?? 'none',
    source: options.source,
    symptom,
  } as const
}

/** What was understood of a pasted text, line by line, in one language; null for rows. */
export function renderPastedLines(lines: Snapshot['pastedLines'], language: Language): Diagnosis['pasted'] {
  if (lines === undefined) return null
  return lines.map(({ number, text, kind, meaning, guessed }) => ({
    line: number,
    text,
    kind,
    meaning: meaning === null ? null : translate(language, meaning),
    guessed,
  }))
}

/** A whole check in one language (`integration-doctor/diagnosis@1`). */
export function renderDiagnosis(judged: JudgedHost, options: RenderOptions): Diagnosis {
  const { host, collectedAt } = judged.snapshot
  const { accepted = [] } = options
  const acceptance = acceptanceAmong(judged, accepted)
  return {
    ...head(options, options.symptom ?? symptomOfHost(judged)),
    checkedAt: collectedAt,
    host: {
      name: host.name,
      os: host.os,
      build: host.build === null ? null : String(host.build),
      ...(host.revision === undefined ? {} : { revision: host.revision }),
      access: host.access,
    },
    summary: summarize(judged.vms),
    ...(options.selection ? { selection: options.selection } : {}),
    vms: judged.vms.map((vm) => renderVm(vm, options.language, acceptance, options.history)),
    problems: problemsOf(judged.snapshot).map((problem) => renderProblem(problem, options.language)),
    notes: renderNotes(notesOfCheck(judged.snapshot), options.language),
    pasted: renderPastedLines(judged.snapshot.pastedLines, options.language),
  }
}

/** The line of a source that could not be read at all: same head, nothing judged, the reason. */
export function renderFailure(problem: Problem, options: RenderOptions): Diagnosis {
  return {
    ...head(options, options.symptom ?? null),
    checkedAt: null,
    host: { name: null, os: null, build: null, access: null },
    summary: summarize([]),
    vms: [],
    problems: [renderProblem(problem, options.language)],
    notes: [],
    pasted: null,
  }
}

/** Whether something of a check could not be judged, so that its result is not the whole truth (exit code 2). */
export function isIncomplete(judged: JudgedHost): boolean {
  return (
    judged.vms.some((vm) => vm.verdict === 'cannot-tell') ||
    problemsOf(judged.snapshot).some((problem) => !isEventLog(problem.class)) ||
    judged.snapshot.stopped !== null ||
    !judged.snapshot.complete
  )
}
