import { DETAIL_NAMES, STATUS_NAMES } from '../decode/service-status'
import { serviceWord } from '../diagnosis/guide/services-step'
import type { JudgedHost } from '../diagnosis/judge'
import { isIncomplete, named, renderProblem, summarize } from '../diagnosis/render'
import { translate } from '../i18n/translate'
import { KNOWLEDGE_DATE } from '../knowledge/revision'
import { type Comparison, COMPARISON_SCHEMA, type ServiceThen, type VmComparisonText } from '../model/comparison'
import type { JudgedVm } from '../model/diagnosis'
import type { Problem } from '../model/problem'
import type { JudgedServiceId } from '../model/service'
import type { Language, TextRef } from '../model/text'
import { VM_CHANGES } from '../model/vm-change'
import { type HostComparison, isWorse, type VmComparison } from './compare-hosts'

/** What a rendering needs to know beside the comparison. */
export interface ComparisonOptions {
  readonly language: Language
  readonly programVersion: string
  /** The older and the newer source, as they were given. */
  readonly sources: readonly [older: string, newer: string]
}

function serviceThen(judged: JudgedVm, id: JudgedServiceId, language: Language): ServiceThen {
  const service = judged.vm.services[id]
  return {
    verdict: judged.serviceVerdicts[id] ?? null,
    listed: service.listed,
    enabled: service.enabled,
    status: named(STATUS_NAMES, service.code),
    detail: named(DETAIL_NAMES, service.detailCode),
    word: serviceWord(judged, id, language),
  }
}

function vmThen(judged: JudgedVm | null) {
  if (judged === null) return null
  const decisive = judged.findings.filter(({ verdict }) => verdict === judged.verdict)
  return { name: judged.vm.name, verdict: judged.verdict, codes: [...new Set(decisive.map(({ code }) => code))] }
}

function factText(fact: string | TextRef, language: Language): string {
  return typeof fact === 'string' ? fact : translate(language, fact)
}

/** What became of one VM, in one language. */
export function renderVmComparison(compared: VmComparison, language: Language): VmComparisonText {
  const { before, after, change } = compared
  const known = after ?? before
  if (known === null) throw new Error('A VM that no check knows was compared.')
  return {
    id: known.vm.id,
    name: known.vm.name,
    change,
    before: vmThen(before),
    after: vmThen(after),
    facts: compared.facts.map(({ fact, before: was, after: is }) => ({
      fact,
      before: factText(was, language),
      after: factText(is, language),
    })),
    services: compared.services.flatMap((one) =>
      before === null || after === null
        ? []
        : [
            {
              service: one.service,
              change: one.change,
              before: serviceThen(before, one.service, language),
              after: serviceThen(after, one.service, language),
            },
          ],
    ),
    explanations: compared.explanations.map(({ id, text, services }) => ({
      id,
      text: translate(language, text),
      services: [...services],
    })),
  }
}

function sideOf({ snapshot, vms }: JudgedHost, source: string): Comparison['old'] {
  const { host } = snapshot
  return {
    source,
    checkedAt: snapshot.collectedAt,
    host: { name: host.name, os: host.os, build: host.build === null ? null : String(host.build) },
    complete: !isIncomplete({ snapshot, vms: [] }) && snapshot.pastedLines === undefined,
    summary: summarize(vms),
  }
}

function head({ language, programVersion }: ComparisonOptions) {
  return {
    schema: COMPARISON_SCHEMA,
    program: { version: programVersion, knowledge: KNOWLEDGE_DATE },
    language,
  } as const
}

/** How many VMs changed in which way. */
export function countChanges(vms: readonly { readonly change: VmComparison['change'] }[]): Comparison['summary'] {
  const summary: Comparison['summary'] = { worse: 0, new: 0, changed: 0, better: 0, gone: 0, unchanged: 0 }
  for (const { change } of vms) summary[change] += 1
  return summary
}

/** VMs in the order of their changes: what got worse first, what is as it was last. */
export function worstFirst(vms: readonly VmComparison[]): readonly VmComparison[] {
  return vms.toSorted((a, b) => VM_CHANGES.indexOf(a.change) - VM_CHANGES.indexOf(b.change))
}

/** Two checks compared, in one language (`integration-doctor/comparison@1`): what got worse first, else as the newer check lists them. */
export function renderComparison(comparison: HostComparison, options: ComparisonOptions): Comparison {
  const { language, sources } = options
  return {
    ...head(options),
    old: sideOf(comparison.older, sources[0]),
    new: sideOf(comparison.newer, sources[1]),
    worse: isWorse(comparison),
    summary: countChanges(comparison.vms),
    vms: worstFirst(comparison.vms).map((vm) => renderVmComparison(vm, language)),
    problems: [],
  }
}

/** Why nothing could be compared: each file that could not be read, with its reason. */
export function renderUncompared(
  problems: readonly { readonly source: string; readonly problem: Problem }[],
  options: ComparisonOptions,
): Comparison {
  const side = (source: string): Comparison['old'] => ({
    source,
    checkedAt: null,
    host: { name: null, os: null, build: null },
    complete: false,
    summary: summarize([]),
  })
  return {
    ...head(options),
    old: side(options.sources[0]),
    new: side(options.sources[1]),
    worse: false,
    summary: countChanges([]),
    vms: [],
    problems: problems.map(({ source, problem }) => ({ source, ...renderProblem(problem, options.language) })),
  }
}
