import { articleText, isArticleId } from '../knowledge/articles'
import type { ArticleText } from '../ipc'
import { say } from '../i18n/translate'
import type { Language } from '../model/text'
import { ageText } from './age'
import { type Answer, answerOfAll, bySeverity, hostText } from './answer'
import { type Glance, glanceOf } from './glance'
import { type HostContent, hostContent } from './host-content'
import { MARK_SIGNS, MARKS } from './marks'
import type { ReportOptions, ReportSource } from './source'
import { tellGroups } from './tell'
import { type ReportWorksheet, worksheetsOf } from './worksheets'

/** A label with its value, as the head and the foot of a report list them. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** Part 1: what the report is about and where it comes from. */
export interface Head {
  readonly title: string
  /** Host, time of the check and ticket: the line above the answer. */
  readonly line: string
  readonly facts: readonly Fact[]
}

/** Part 12: what the report says about itself. The hash of a file is put in by the shape that has one. */
export interface Foot {
  readonly facts: readonly Fact[]
  readonly legend: readonly Fact[]
}

/**
 * Everything that a report says, in the order it says it: answer, what to do, what to tell, what is harmless and why,
 * what was not checked, what was done, since when, then all VMs, their evidence, the knowledge and the foot. Every shape
 * (HTML, text, Markdown, tables, lines for a monitor) is written from this, so that none counts for itself.
 */
export interface ReportContent {
  readonly language: Language
  /** The report is about one VM of one host. */
  readonly isOneVm: boolean
  readonly ticket: string | null
  /** Part 1. */
  readonly head: Head
  /** Part 2, over all hosts. */
  readonly answer: Answer
  /** The five answers of the first page, over all hosts. */
  readonly glance: Glance
  /** What the caller sees, in a person's words; null where nobody said so. */
  readonly caller: string | null
  /** Parts 2 to 10 of each host, in the order they were checked. */
  readonly hosts: readonly HostContent[]
  /** Part 11: the articles that findings name, the one that the question always turns on first. */
  readonly knowledge: readonly ArticleText[]
  /** Commands for the administrators of guests that need a look inside. */
  readonly worksheets: readonly ReportWorksheet[]
  /** Part 12. */
  readonly foot: Foot
}

function bothTimes(iso: string, { momentText }: ReportOptions): string | null {
  const moment = momentText(iso)
  return moment === null ? null : `${moment.local} (${moment.utc})`
}

function known(facts: readonly { readonly label: string; readonly value: string | null }[]): readonly Fact[] {
  return facts.flatMap(({ label, value }) => (value === null || value === '' ? [] : [{ label, value }]))
}

/** Where a host's result comes from: source, way of reading, time and age, and the hash of its capture. */
export function sourceFacts({ diagnosis, via, captureSha256 }: ReportSource, options: ReportOptions): readonly Fact[] {
  const { language, checkedAt } = diagnosis
  const read = checkedAt === null ? null : bothTimes(checkedAt, options)
  const age = checkedAt === null ? null : ageText(checkedAt, options.writtenAt, language)
  return known([
    { label: say(language, 'report.about.source'), value: diagnosis.source },
    { label: say(language, 'report.about.via'), value: via === null ? null : say(language, `report.via.${via}`) },
    {
      label: say(language, 'report.about.read'),
      value: read === null ? null : [read, age].filter((part) => part !== null).join(', '),
    },
    { label: say(language, 'report.about.capture-sha256'), value: captureSha256 },
  ])
}

function footOf({ diagnosis }: ReportSource, options: ReportOptions): Foot {
  const { language, program, redaction } = diagnosis
  return {
    facts: known([
      {
        label: say(language, 'report.about.program'),
        value: say(language, 'report.about.program-line', {
          version: options.programVersion,
          knowledge: program.knowledge,
        }),
      },
      ...diagnosis.notes.map(({ text, code }) => ({
        label: say(language, 'report.heading.notes'),
        value: `${text} (${code})`,
      })),
      { label: say(language, 'report.about.written'), value: bothTimes(options.writtenAt, options) },
      { label: say(language, 'report.about.ticket'), value: options.ticket ?? null },
      { label: say(language, 'report.about.redaction'), value: say(language, `report.redaction.${redaction}`) },
      { label: say(language, 'shape.about.contact'), value: options.contact ?? null },
    ]),
    legend: MARKS.map((mark) => ({ label: MARK_SIGNS[mark], value: say(language, `report.legend.${mark}`) })),
  }
}

function knowledgeOf(hosts: readonly HostContent[], language: Language): readonly ArticleText[] {
  const named = new Set(['KB2956569'])
  for (const { vms } of hosts)
    for (const { findings, symptom } of vms)
      for (const { articles } of symptom === null ? findings : [symptom, ...findings])
        for (const id of articles) named.add(id)
  return [...named].filter(isArticleId).map((id) => articleText(id, language))
}

/** What the caller sees, where one thing was said of all VMs that something was said of. */
function callerOf(hosts: readonly HostContent[]): string | null {
  const [first, ...others] = new Set(hosts.flatMap(({ vms }) => vms.flatMap(({ symptom }) => symptom?.label ?? [])))
  return others.length === 0 ? (first ?? null) : null
}

/** The content of a report about one or several checked hosts. The language is that of the first diagnosis. */
export function reportContent(
  sources: readonly [ReportSource, ...ReportSource[]],
  options: ReportOptions,
): ReportContent {
  const [first] = sources
  const { language } = first.diagnosis
  const isOneVm = options.isOneVm === true && first.diagnosis.vms.length === 1
  const hosts = sources.map((source, index) => hostContent(source, { ...options, isOneVm }, index))
  const [only] = hosts.length === 1 ? hosts : []
  const vms = only === undefined ? bySeverity(hosts.flatMap((host) => host.vms)) : only.vms
  const ticket = options.ticket ?? null
  const read = first.diagnosis.checkedAt === null ? null : options.momentText(first.diagnosis.checkedAt)
  const line = [hosts.map(({ name }) => name).join(', '), sources.length === 1 ? (read?.local ?? null) : null, ticket]
  return {
    language,
    isOneVm,
    ticket,
    head: {
      title: say(language, 'report.title'),
      line: line.filter((part) => part !== null).join(' · '),
      facts: sources.flatMap((source) => [
        { label: say(language, 'shape.about.host'), value: hostText(source.diagnosis) },
        ...sourceFacts(source, options),
      ]),
    },
    answer: answerOfAll(
      sources.map(({ diagnosis }) => diagnosis),
      isOneVm,
    ),
    glance: glanceOf(hosts, only?.tell ?? tellGroups(vms, isOneVm), language),
    caller: options.caller ?? callerOf(hosts),
    hosts,
    knowledge: knowledgeOf(hosts, language),
    worksheets: worksheetsOf(sources.map(({ diagnosis }) => diagnosis)),
    foot: footOf(first, options),
  }
}
