import { say } from '../i18n/translate'
import type { TextKey } from '../i18n/messages'
import { remember } from '../knowledge/remember'
import type { AcceptedFinding } from '../model/accepted'
import type { Diagnosis, FindingText, Level, ProblemText, VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import type { Verdict } from '../model/verdict'
import { type Answer, answerOfAll, bySeverity, guestText, hostText } from './answer'
import { doneRows, type Row, sinceRows } from './history-rows'
import type { ReportOptions, ReportSource } from './source'
import type { SameText } from './same-text'
import { tellGroups } from './tell'
import { codesOf, decisiveFindings, highest, isOpen, nextSteps, type Steps, stepsOf, supportText } from './vm-words'

/** Part 3, one VM on which somebody has to do, answer or decide something. */
export interface VmBlock {
  readonly vm: VmDiagnosis
  readonly guest: string
  readonly state: string
  readonly codes: string
  readonly lost: readonly string[]
  /** Proposed; the organisation decides. */
  readonly impact: Level
  readonly urgency: Level
  /** "Proposed: impact medium, urgency low."; null where nothing is proposed. */
  readonly proposed: string | null
  readonly question: FindingText['question']
  /** The next steps, and how many more there are. */
  readonly steps: Steps
  readonly moreSteps: number
  /** Findings of another verdict, which the block only names. */
  readonly also: readonly FindingText[]
}

/** Part 3: the blocks of one verdict under their heading. */
export interface BlockGroup {
  readonly verdict: Verdict
  readonly heading: string
  readonly blocks: readonly VmBlock[]
}

/** Part 5, one VM that looks bad and is well, with the reason and the proof. */
export interface HarmlessRow {
  readonly vm: VmDiagnosis
  readonly guest: string
  readonly reason: string
  readonly codes: string
  readonly articles: readonly string[]
  /** What was really seen working; a sentence that nothing was, where nothing was. */
  readonly seen: readonly string[]
  readonly support: string
}

/** Part 5, one finding that somebody decided to live with. */
export interface AcceptedRow {
  readonly vm: VmDiagnosis
  readonly finding: FindingText
  readonly accepted: AcceptedFinding
  /** Reason, person, ticket and end in one sentence. */
  readonly text: string
}

/** Parts 2 to 10 of a report, for one host. */
export interface HostContent {
  readonly index: number
  readonly diagnosis: Diagnosis
  readonly source: ReportSource
  /** Name, Windows and build, as far as they are known. */
  readonly name: string
  /** Host, time of the check and ticket. */
  readonly line: string
  /** Part 2. */
  readonly answer: Answer
  /** Part 3. */
  readonly groups: readonly BlockGroup[]
  /** Part 4. */
  readonly tell: readonly SameText[]
  /** Part 5. */
  readonly harmlessHeading: string
  readonly harmless: readonly HarmlessRow[]
  readonly accepted: readonly AcceptedRow[]
  /** Part 6. */
  readonly unread: readonly ProblemText[]
  /** Part 7. */
  readonly done: readonly Row[]
  /** Part 8. */
  readonly since: readonly Row[]
  /** Parts 9 and 10: every VM, severest first. */
  readonly vms: readonly VmDiagnosis[]
}

const proposedText = remember(
  (of: readonly [Level, Level, Language]) => of.join(' '),
  ([impact, urgency, language]) =>
    say(language, 'report.block.proposed', {
      impact: say(language, `term.level.${impact}`),
      urgency: say(language, `term.level.${urgency}`),
    }),
)

/** What a VM that needs a person is to be told about, in a block. */
export function blockOf(vm: VmDiagnosis, language: Language): VmBlock {
  const decisive = decisiveFindings(vm).filter(({ accepted }) => accepted === null)
  const { shown, more } = nextSteps(stepsOf(decisive))
  const impact = highest(decisive.map((finding) => finding.impact))
  const urgency = highest(decisive.map((finding) => finding.urgency))
  return {
    vm,
    guest: guestText(vm, language),
    state: say(language, `term.state.${vm.state}`),
    codes: codesOf(decisive),
    lost: [...new Set(decisive.flatMap(({ lost }) => lost ?? []))],
    impact,
    urgency,
    proposed: impact === 'none' ? null : proposedText([impact, urgency, language]),
    question: decisive.find(({ question }) => question !== null)?.question ?? null,
    steps: shown,
    moreSteps: more,
    also: vm.findings.filter(({ verdict, accepted }) => {
      return accepted === null && verdict !== vm.verdict && verdict !== 'healthy'
    }),
  }
}

const GROUPS = [
  ['action-needed', 'report.heading.action'],
  ['cannot-tell', 'report.heading.open'],
  ['advice', 'report.heading.advice'],
] as const satisfies readonly (readonly [Verdict, TextKey])[]

function groupsOf(vms: readonly VmDiagnosis[], language: Language): readonly BlockGroup[] {
  return GROUPS.flatMap(([verdict, heading]) => {
    const open = vms.filter((vm) => vm.verdict === verdict && isOpen(vm))
    if (open.length === 0) return []
    return [{ verdict, heading: say(language, heading), blocks: open.map((vm) => blockOf(vm, language)) }]
  })
}

function harmlessRow(vm: VmDiagnosis, language: Language): HarmlessRow {
  const decisive = decisiveFindings(vm)
  return {
    vm,
    guest: guestText(vm, language),
    reason: vm.headline,
    codes: codesOf(decisive),
    articles: [...new Set(decisive.flatMap(({ articles }) => articles))],
    seen: vm.seenWorking.length === 0 ? [say(language, 'report.nothing-seen')] : vm.seenWorking.map(({ text }) => text),
    support: supportText(vm, language),
  }
}

/** Reason, person, ticket and end of an accepted finding in one sentence. */
export function acceptedText(code: string, accepted: AcceptedFinding, language: Language): string {
  const { person, reason, until, ticket } = accepted
  return say(language, 'cli.accepted.line', { code, person, reason, until: until ?? 'none', ticket: ticket ?? 'none' })
}

function acceptedRows(vms: readonly VmDiagnosis[], language: Language): readonly AcceptedRow[] {
  return vms.flatMap((vm) =>
    vm.findings.flatMap((finding) => {
      const { accepted } = finding
      if (accepted === null) return []
      return [{ vm, finding, accepted, text: acceptedText(finding.code, accepted, language) }]
    }),
  )
}

/** The content of one host. */
export function hostContent(source: ReportSource, options: ReportOptions, index: number): HostContent {
  const { diagnosis } = source
  const { language, checkedAt } = diagnosis
  const isOneVm = options.isOneVm === true
  const vms = bySeverity(diagnosis.vms)
  const name = hostText(diagnosis)
  const read = checkedAt === null ? null : options.momentText(checkedAt)
  const harmless = vms.filter(({ verdict }) => verdict === 'safe-to-ignore').map((vm) => harmlessRow(vm, language))
  const citesKb = harmless.some(({ articles }) => articles.includes('KB2956569'))
  return {
    index,
    diagnosis,
    source,
    name,
    line: [name, read?.local ?? null, options.ticket ?? null].filter((part) => part !== null).join(' · '),
    answer: answerOfAll([diagnosis], isOneVm),
    groups: groupsOf(vms, language),
    tell: tellGroups(vms, isOneVm),
    harmlessHeading: say(language, citesKb ? 'report.heading.harmless-kb' : 'report.heading.harmless'),
    harmless,
    accepted: acceptedRows(vms, language),
    unread: diagnosis.problems,
    done: doneRows(source, options),
    since: sinceRows(source, vms, options),
    vms,
  }
}
