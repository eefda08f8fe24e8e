import type { JudgedHost } from '../../core/diagnosis/judge'
import { renderDiagnosis, type SinceWhen } from '../../core/diagnosis/render'
import { message } from '../../core/i18n/translate'
import type { AcceptedFinding } from '../../core/model/accepted'
import type { Capture } from '../../core/model/capture'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Problem } from '../../core/model/problem'
import type { Answers, Statements } from '../../core/model/snapshot'
import type { Language } from '../../core/model/text'
import { learnCapture } from '../../core/redaction/redact-capture'
import { cannotRedact, learnAccepted, redactCheck } from '../../core/redaction/redact-check'
import type { Hidden } from '../../core/redaction/placeholders'
import { Redactor, type RedactionLevel } from '../../core/redaction/redactor'
import type { DoneEntry, LastCheck } from '../../core/report/source'
import { type EarlierCheck, lastCheckOf } from '../history/last-check'
import { LeakGuard } from '../redaction/leak-guard'
import type { VmCase } from '../sources/case-log'
import { sealCapture } from '../sources/capture-file'
import { doneEntries } from './done-entries'

/** What a report is made of. */
export interface ReportRequest {
  readonly judged: JudgedHost
  /** File or host as it was given. */
  readonly sourceName: string
  readonly language: Language
  /** For a report about these VMs alone; all without it. */
  readonly vmIds?: readonly string[] | undefined
  readonly ticket?: string | undefined
  readonly programVersion: string
  readonly now: Date
  /** The organisation's own line; left out where names are hidden. */
  readonly contact?: string | undefined
  /** The evidence the judgement rests on: the report then names how it was read, and its hash. Redaction needs it. */
  readonly capture?: Capture | undefined
  readonly answers?: Answers | undefined
  readonly statements?: Statements | undefined
  /** Findings that somebody decided to live with; the report lists them and counts them as no action. */
  readonly accepted?: readonly AcceptedFinding[] | undefined
  /** Since when each VM is as it is, where a history is kept. */
  readonly history?: SinceWhen | undefined
  /** The check before, where one is known. */
  readonly earlier?: EarlierCheck | null | undefined
  /** What was done about each VM. */
  readonly done?: ((vmId: string) => VmCase) | undefined
  readonly redaction?: RedactionLevel | undefined
  /** Placeholders of earlier reports of the ticket. */
  readonly hidden?: readonly Hidden[] | undefined
}

/** The diagnosis that a report shows, what its name is made of, and the evidence beside it. */
export interface ReportSubject {
  readonly diagnosis: Diagnosis
  /** Sealed; redacted like the diagnosis. */
  readonly capture: Capture | null
  readonly ticket: string | null
  /** Oldest first. */
  readonly done: readonly DoneEntry[]
  /** Null where no check before is known. */
  readonly lastCheck: LastCheck | null
  /** Name of the VM, for a report about one. */
  readonly vmName: string | undefined
  /** Null where nothing is hidden. */
  readonly guard: LeakGuard | null
  /** What stands behind which placeholder. */
  readonly hidden: readonly Hidden[]
}

export type SubjectResult =
  { readonly ok: true; readonly subject: ReportSubject } | { readonly ok: false; readonly problem: Problem }

const VM_GONE: Problem = {
  code: 'report-vm-gone',
  class: null,
  message: message('report.vm-gone.message'),
  step: message('report.vm-gone.step'),
}

interface Base {
  readonly judged: JudgedHost
  /** The judgement of the check before. */
  readonly earlier: JudgedHost | null
  readonly capture: Capture | null
  readonly source: string
  readonly accepted: readonly AcceptedFinding[]
  readonly redactor: Redactor | null
}

/** Judgement and evidence as they may be shown; null where hiding the names would change the result. */
function baseOf(request: ReportRequest): Base | null {
  const {
    judged,
    capture,
    sourceName,
    redaction,
    answers = {},
    statements = {},
    accepted = [],
    earlier = null,
  } = request
  if (redaction === undefined || capture === undefined) {
    const sealed = capture === undefined ? null : capture.sha256 === null ? sealCapture(capture) : capture
    return { judged, earlier: earlier?.judged ?? null, capture: sealed, source: sourceName, accepted, redactor: null }
  }
  const redactor = new Redactor(redaction, request.hidden)
  learnCapture(redactor, capture)
  if (earlier !== null) learnCapture(redactor, earlier.capture)
  learnAccepted(redactor, accepted)
  if (capture.target.via !== 'sample') redactor.learn({ kind: 'source', name: sourceName })
  const hidden = redactCheck(redactor, { capture, answers, statements, accepted })
  if (hidden === null) return null
  // Of a check that cannot be redacted nothing is told.
  const before =
    earlier && redactCheck(redactor, { capture: earlier.capture, answers: {}, statements: {}, accepted: [] })
  const ending = /\.[a-z0-9]{1,10}$/i.exec(sourceName)?.[0].toLowerCase() ?? ''
  const source =
    capture.target.via === 'sample' ? sourceName : `${redactor.named(sourceName)?.placeholder ?? 'SOURCE'}${ending}`
  return {
    judged: hidden.judged,
    earlier: before?.judged ?? null,
    capture: sealCapture(hidden.capture),
    source,
    accepted: hidden.accepted,
    redactor,
  }
}

/** What a report is about, with its names hidden where that was asked for. */
export function subjectOf(request: ReportRequest): SubjectResult {
  const { judged: original, vmIds, language, programVersion, redaction, history, ticket = '' } = request
  const base = baseOf(request)
  if (base === null) return { ok: false, problem: cannotRedact(request.sourceName) }
  // A hidden VM has another id; it stands at the same place.
  const isChosen = original.vms.map(({ vm }) => vmIds === undefined || vmIds.includes(vm.id))
  const places = new Map(base.judged.vms.map((vm, index) => [vm, original.vms[index]]))
  const since: SinceWhen | undefined = history && ((vm) => history(places.get(vm) ?? vm))
  const judged = { ...base.judged, vms: base.judged.vms.filter((_, index) => isChosen[index]) }
  const diagnosis = renderDiagnosis(judged, {
    language,
    source: base.source,
    programVersion,
    accepted: base.accepted,
    redaction: redaction ?? 'none',
    // A report about one VM says so in its title; some of many would look like all.
    selection:
      judged.vms.length > 1 && judged.vms.length < original.vms.length
        ? { shown: judged.vms.length, of: original.vms.length }
        : null,
    ...(since === undefined ? {} : { history: since }),
  })
  if (vmIds !== undefined && diagnosis.vms.length === 0) return { ok: false, problem: VM_GONE }
  const { redactor } = base
  const entries = judged.vms.flatMap((vm) => {
    const { id } = (places.get(vm) ?? vm).vm
    const caseOfVm = request.done?.(id)
    if (caseOfVm === undefined) return []
    return doneEntries(vm, caseOfVm, { language, answer: request.answers?.[id], isRedacted: redactor !== null })
  })
  const shownTicket = redactor === null ? ticket.trim() : redactor.text(ticket.trim())
  return {
    ok: true,
    subject: {
      diagnosis,
      capture: base.capture,
      ticket: shownTicket === '' ? null : shownTicket,
      vmName: vmIds?.length === 1 ? diagnosis.vms[0]?.name : undefined,
      lastCheck:
        base.earlier &&
        lastCheckOf(
          base.earlier,
          base.judged,
          vmIds === undefined ? null : new Set(judged.vms.map(({ vm }) => vm.id)),
          language,
        ),
      done: entries.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
      guard: redactor === null ? null : new LeakGuard(redactor),
      hidden: redactor?.hidden ?? [],
    },
  }
}
