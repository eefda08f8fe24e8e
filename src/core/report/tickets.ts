import { say } from '../i18n/translate'
import type { Level } from '../model/diagnosis'
import type { TicketPreset } from '../model/report-file'
import type { Language } from '../model/text'
import { answerOfAll } from './answer'
import type { ReportContent } from './content'
import type { HostContent, VmBlock } from './host-content'
import { markdown } from './markdown'
import { ticketText } from './plain-lines'
import { internalText, plainText, publicText, TITLE_LIMIT, titleText } from './plain-text'
import type { Cell, Table } from './tables'
import { articleName, decisiveFindings } from './vm-words'

/** A stable id (at most 40 characters) of a name: the same name gives the same id, so that a second import updates. */
export type IdOf = (name: string) => string

/** One VM that needs action, as a ticket about it alone. */
interface Ticket {
  readonly content: ReportContent
  readonly host: HostContent
  readonly block: VmBlock
  readonly language: Language
  readonly id: string
}

const CATEGORY = 'Virtualization'
const SUBCATEGORY = 'Hyper-V integration services'
// What ServiceNow, Jira and ITIL call impact 1 to 3; "none" is not one of them and counts as the lowest.
const NUMBERS: Readonly<Record<Level, number>> = { high: 1, medium: 2, low: 3, none: 3 }
const PRIORITIES: Readonly<Record<Level, string>> = { high: 'High', medium: 'Medium', low: 'Low', none: 'Low' }

const servicesOf = ({ block }: Ticket): string =>
  [...new Set(decisiveFindings(block.vm).flatMap(({ service }) => service ?? []))].join('; ')

/** What follows the text: that impact and urgency are proposals, of which a person decides. */
const proposedOf = ({ block }: Ticket): string => block.proposed ?? ''

const COLUMNS: Readonly<Record<TicketPreset, Readonly<Record<string, (ticket: Ticket) => Cell>>>> = {
  'servicenow-notification': {
    uuid: ({ id }) => id,
    message: ({ content }) => titleText(content, TITLE_LIMIT),
    comments: ({ content }) => plainText(content),
    category: () => CATEGORY,
    severity: ({ block }) => NUMBERS[block.impact],
    state: () => 1,
    assignment_group: () => null,
  },
  servicenow: {
    short_description: ({ content }) => titleText(content, TITLE_LIMIT),
    description: ({ content }) => publicText(content).text,
    impact: ({ block }) => NUMBERS[block.impact],
    urgency: ({ block }) => NUMBERS[block.urgency],
    category: () => CATEGORY,
    subcategory: () => SUBCATEGORY,
    cmdb_ci: ({ block }) => ticketText(block.vm.name),
    contact_type: () => null,
    correlation_id: ({ id }) => id,
    work_notes: ({ content }) => internalText(content).text,
  },
  jira: {
    Summary: ({ content }) => titleText(content, TITLE_LIMIT),
    'Issue Type': () => 'Task',
    Description: ({ content }) => internalText(content).text,
    Labels: ({ block }) => ['hyper-v', 'integration-services', ...block.codes.split(', ')].join(' '),
    Priority: ({ block }) => PRIORITIES[block.impact],
    'Component/s': () => null,
    'Date created': ({ host }) => host.diagnosis.checkedAt,
    Comment: ({ content }) => publicText(content).text,
    'External issue ID': ({ id }) => id,
  },
  gitlab: {
    title: ({ content }) => titleText(content, TITLE_LIMIT),
    description: ({ content, id }) => `${markdown(content)}\n${id}\n`,
  },
  generic: {
    id: ({ id }) => id,
    title: ({ content }) => titleText(content, TITLE_LIMIT),
    recorded_at: ({ host }) => host.diagnosis.checkedAt,
    host: ({ host }) => host.diagnosis.host.name,
    configuration_item: ({ block }) => block.vm.name,
    configuration_item_id: ({ block }) => block.vm.id,
    category: () => CATEGORY,
    subcategory: () => SUBCATEGORY,
    service: servicesOf,
    symptom: ({ content }) => content.caller,
    description: ({ block }) => block.vm.headline,
    codes: ({ block }) => block.codes,
    impact_proposed: ({ block }) => block.impact,
    urgency_proposed: ({ block }) => block.urgency,
    proposal: proposedOf,
    tell_caller: ({ content }) => publicText(content).text,
    work_notes: ({ content }) => internalText(content).text,
    known_error: ({ block, language }) =>
      [...new Set(decisiveFindings(block.vm).flatMap(({ articles }) => articles))]
        .map((id) => articleName(id, language))
        .join('; '),
    first_seen: ({ block }) => block.vm.firstSeen,
    proposed_closure: ({ language }) => say(language, 'shape.ticket.closure'),
  },
}

function ticketsOf(content: ReportContent, idOf: IdOf): readonly Ticket[] {
  return content.hosts.flatMap((host) => {
    const { language } = host.diagnosis
    const action = host.groups.find(({ verdict }) => verdict === 'action-needed')
    return (action?.blocks ?? []).map((block) => {
      const { vm } = block
      const rule = decisiveFindings(vm).find(({ accepted }) => accepted === null)?.rule ?? ''
      const name = host.diagnosis.host.name ?? host.diagnosis.source
      const alone: HostContent = {
        ...host,
        answer: answerOfAll([{ ...host.diagnosis, vms: [vm] }], true),
        groups: [{ verdict: vm.verdict, heading: action?.heading ?? '', blocks: [block] }],
        tell: [{ vm, text: vm.tellCaller, alsoFor: [] }],
        harmless: [],
        accepted: host.accepted.filter((row) => row.vm === vm),
        done: host.done
          .filter((row) => row.vm === null || row.vm === vm.name || row.vms?.includes(vm.name) === true)
          .map(({ vms, ...row }) => (vms === undefined ? row : { ...row, vm: vm.name })),
        since: host.since.filter((row) => row.vm === vm.name),
        vms: [vm],
      }
      return {
        content: { ...content, isOneVm: true, hosts: [alone], answer: alone.answer },
        host,
        block,
        language,
        id: idOf(JSON.stringify([name, vm.id, rule])),
      }
    })
  })
}

/**
 * One row per VM that needs action, in the columns that a ticket system imports; no row where nothing does. The id is
 * made from host, VM and rule, so that importing twice updates. Impact and urgency are proposals and say so.
 */
export function ticketTable(content: ReportContent, preset: TicketPreset, idOf: IdOf): Table {
  const columns = COLUMNS[preset]
  const cells = Object.values(columns)
  const rows = ticketsOf(content, idOf).map((ticket) => cells.map((cell) => cell(ticket)))
  return { columns: Object.keys(columns), rows }
}
