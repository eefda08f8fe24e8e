import { addressesOfVm } from '../../core/decode/adapter-addresses'
import { problemOfReading } from '../../core/decode/class-problem'
import { serviceWord } from '../../core/diagnosis/guide/services-step'
import type { JudgedHost } from '../../core/diagnosis/judge'
import { notesOfCheck, problemsOf } from '../../core/diagnosis/problems'
import {
  renderNotes,
  renderPastedLines,
  renderProblem,
  summarize,
  type Acceptance,
  acceptanceAmong,
  needsActionOf,
} from '../../core/diagnosis/render'
import { guestName } from '../../core/diagnosis/vm-facts'
import { message, say, translate } from '../../core/i18n/translate'
import type { Overview, SourceSummary, VmRow } from '../../core/ipc'
import type { AcceptedFinding } from '../../core/model/accepted'
import type { JudgedVm } from '../../core/model/diagnosis'
import { JUDGED_SERVICES } from '../../core/model/service'
import type { Language, TextParam } from '../../core/model/text'
import type { OpenSource } from './source-store'

/** A text's parameter in words: a name that stands as it is, a message, or several of them. */
export function plainText(param: TextParam, language: Language): string {
  if (typeof param !== 'object') return String(param)
  return 'key' in param ? translate(language, param) : param.list.map((item) => plainText(item, language)).join(', ')
}

function nameOf({ kind, name }: OpenSource, judged: JudgedHost | null, language: Language): string {
  if (kind === 'capture' || kind === 'remote') return name
  if (kind === 'pasted') return name || (judged?.vms[0]?.vm.name ?? say(language, 'ui.source.pasted'))
  return judged?.snapshot.host.name ?? name
}

/** A source for the list on the left. A reading without a VM to show has a problem, whoever made it. */
export function sourceSummary(
  source: OpenSource,
  judged: JudgedHost | null,
  language: Language,
  accepted: readonly AcceptedFinding[],
): SourceSummary {
  const problem = source.problem ?? (judged === null ? null : problemOfReading(judged.snapshot))
  return {
    id: source.id,
    kind: source.kind,
    name: nameOf(source, judged, language),
    os: judged?.snapshot.host.os ?? null,
    checkedAt: judged?.snapshot.collectedAt ?? null,
    summary: summarize(judged?.vms ?? []),
    needsAction:
      judged === null ? 0 : judged.vms.filter((vm) => needsActionOf(vm, acceptanceAmong(judged, accepted))).length,
    problem: problem === null ? null : renderProblem(problem, language),
    ...(source.owned === undefined ? {} : { owned: source.owned }),
  }
}

function vmRow(judged: JudgedVm, language: Language, acceptance: Acceptance): VmRow {
  const { vm, findings } = judged
  const title = findings[0]?.title ?? judged.headline[0] ?? message(`verdict.${judged.verdict}`)
  return {
    id: vm.id,
    name: vm.name,
    verdict: judged.verdict,
    needsAction: needsActionOf(judged, acceptance),
    title: translate(language, title),
    guest: vm.guest.os === 'unknown' ? null : plainText(guestName(vm.guest), language),
    guestKnown: vm.guest.os !== 'unknown',
    state: vm.state,
    addresses: addressesOfVm(vm),
    services: JUDGED_SERVICES.map((service) => ({
      service,
      verdict: judged.serviceVerdicts[service] ?? null,
      enabled: vm.services[service].enabled,
      word: serviceWord(judged, service, language),
    })),
  }
}

/** A checked host by itself as the overview shows it, in one language. */
export function overviewOf(
  source: OpenSource,
  judged: JudgedHost,
  language: Language,
  accepted: readonly AcceptedFinding[],
): Omit<Overview, 'hasEarlier' | 'changes'> {
  const { snapshot, vms } = judged
  return {
    source: sourceSummary(source, judged, language, accepted),
    access: snapshot.host.access,
    complete: snapshot.complete && snapshot.stopped === null,
    queries: snapshot.queries,
    queryMs: snapshot.queryMs,
    rows: vms.map((vm) => vmRow(vm, language, acceptanceAmong(judged, accepted))),
    problems: problemsOf(snapshot).map((problem) => renderProblem(problem, language)),
    notes: renderNotes(notesOfCheck(snapshot), language),
    pasted: renderPastedLines(snapshot.pastedLines, language),
  }
}
