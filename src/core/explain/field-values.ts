import { DETAIL_NAMES, STATUS_NAMES } from '../decode/service-status'
import type enMeaning from '../i18n/en/meaning.json'
import { MESSAGES, type TextKey } from '../i18n/messages'
import { message } from '../i18n/translate'
import type { ArticleId } from '../knowledge/articles'
import type { MeaningDraft } from './draft'

/** A property whose numbers have meanings of their own; its texts are `meaning.field.ID`. */
export type FieldId = keyof typeof enMeaning.field
type Todo = keyof typeof enMeaning.todo

interface Field {
  readonly property: string
  readonly names?: Readonly<Record<number, string>>
  readonly todo: Todo
  /** Values with another thing to do. */
  readonly todoOf?: Readonly<Record<number, Todo>>
  readonly codes?: Readonly<Record<number, readonly string[]>>
  readonly articles?: Readonly<Record<number, readonly ArticleId[]>>
  readonly isUnconfirmed?: readonly number[]
}

const MISMATCH = ['IS-12', 'IS-13', 'IS-14', 'IS-15', 'IS-16', 'IS-17', 'IS-18']
const MISMATCH_ARTICLES: readonly ArticleId[] = ['KB2956569', 'KB4014894']

/**
 * Where numbers stand (root\virtualization\v2 and root\MSCluster), in the order in which they are shown: what the
 * helpdesk meets first. The values and their texts are in `meaning.json`, from the pages of the classes.
 */
const FIELDS: Readonly<Record<FieldId, Field>> = {
  'status-first': {
    property: 'Msvm_*Component.OperationalStatus[0]',
    names: STATUS_NAMES,
    todo: 'nothing',
    todoOf: {
      3: 'by-guest',
      6: 'restart-part',
      7: 'incompatible',
      12: 'by-heartbeat',
      13: 'lost',
      15: 'check-again',
    },
    codes: {
      2: ['IS-01'],
      3: MISMATCH,
      6: ['IS-60'],
      7: ['IS-21'],
      12: ['IS-30', 'IS-31', 'IS-32', 'IS-33', 'IS-34', 'IS-35'],
      13: ['IS-40', 'IS-41'],
      15: ['IS-76'],
    },
    articles: { 3: MISMATCH_ARTICLES, 7: ['KB2894285'], 12: ['linux-vm-issues'] },
  },
  'status-second': {
    property: 'Msvm_*Component.OperationalStatus[1]',
    names: DETAIL_NAMES,
    todo: 'nothing',
    todoOf: { 32775: 'by-guest', 32782: 'application', 32783: 'restart-part', 32784: 'restart-part' },
    codes: {
      2: ['IS-04'],
      12: ['IS-02'],
      32775: [...MISMATCH, 'IS-21'],
      32782: ['IS-63'],
      32783: ['IS-61'],
      32784: ['IS-62'],
      32896: ['IS-50'],
    },
    articles: { 32775: [...MISMATCH_ARTICLES, 'KB2894285'] },
    isUnconfirmed: [0],
  },
  'service-switch': {
    property: 'Msvm_*ComponentSettingData.EnabledState',
    names: { 2: 'Enabled', 3: 'Disabled' },
    todo: 'nothing',
    todoOf: { 3: 'switched-off' },
    codes: { 3: ['IS-50', 'IS-03'] },
  },
  'service-health': { property: 'Msvm_*Component.HealthState', todo: 'nothing' },
  'vm-health': {
    property: 'Msvm_ComputerSystem.HealthState',
    names: { 5: 'OK', 20: 'Major failure', 25: 'Critical failure' },
    todo: 'nothing',
    todoOf: { 20: 'storage', 25: 'worker' },
    codes: { 20: ['IS-80', 'IS-09'], 25: ['IS-81', 'IS-09'] },
  },
  'vm-status': {
    property: 'Msvm_ComputerSystem.OperationalStatus[0]',
    names: { 2: 'OK', 3: 'Degraded', 5: 'Predictive Failure', 10: 'Stopped', 11: 'In Service', 15: 'Dormant' },
    todo: 'nothing',
    todoOf: { 3: 'storage', 5: 'storage', 10: 'raw', 11: 'check-again', 15: 'raw' },
  },
  'vm-operation': {
    property: 'Msvm_ComputerSystem.OperationalStatus[1]',
    todo: 'check-again',
    codes: { 32774: ['IS-75'] },
  },
  'vm-request': { property: 'Msvm_ComputerSystem.RequestedState', todo: 'nothing' },
  'summary-heartbeat': {
    property: 'Msvm_SummaryInformation.Heartbeat',
    names: { 2: 'OK', 6: 'Error', 12: 'No Contact', 13: 'Lost Communication' },
    todo: 'nothing',
    todoOf: { 6: 'restart-part', 12: 'by-heartbeat', 13: 'lost' },
    codes: { 6: ['IS-60'], 12: ['IS-30', 'IS-33'], 13: ['IS-40'] },
  },
  'application-health': {
    property: 'Msvm_SummaryInformation.ApplicationHealth',
    todo: 'nothing',
    todoOf: { 32782: 'application' },
  },
  'version-state': {
    property: 'Msvm_SummaryInformation.IntegrationServicesVersionState',
    names: { 0: 'Unknown', 1: 'UpToDate', 2: 'Mismatch' },
    todo: 'nothing',
    todoOf: { 2: 'by-guest' },
    articles: { 2: ['KB2956569', 'manage-integration-services'] },
  },
  'replication-mode': {
    property: 'Msvm_ComputerSystem.ReplicationMode',
    todo: 'replica',
    codes: { 2: ['IS-08'] },
  },
  'session-mode': { property: 'Msvm_ComputerSystem.EnhancedSessionModeState', todo: 'nothing' },
  'summary-result': {
    property: 'GetSummaryInformation.ReturnValue',
    todo: 'nothing',
    todoOf: { 32768: 'check-again', 32769: 'rights', 32773: 'nothing' },
  },
  'item-source': { property: 'Msvm_KvpExchangeDataItem.Source', todo: 'nothing' },
  'node-state': { property: 'MSCluster_Node.State', todo: 'nothing', todoOf: { [-1]: 'node', 1: 'node', 2: 'node' } },
  'resource-state': {
    property: 'MSCluster_Resource.State',
    todo: 'nothing',
    todoOf: { 3: 'node', 4: 'node' },
    isUnconfirmed: [2, 3, 4, 129, 130],
  },
}

export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[]

/** What a number means in one property, or null where it has no documented meaning there. */
export function fieldMeaning(id: FieldId, value: number): MeaningDraft | null {
  const key = `meaning.field.${id}.values.${value}`
  if (!MESSAGES.en.has(key)) return null
  const field = FIELDS[id]
  return {
    kind: 'value',
    property: field.property,
    subject: message(`meaning.field.${id}.subject`),
    value: String(value),
    name: field.names?.[value] ?? null,
    text: message(key as TextKey),
    todo: message(`meaning.todo.${field.todoOf?.[value] ?? field.todo}`),
    codes: field.codes?.[value] ?? [],
    articles: field.articles?.[value] ?? [],
    isUnconfirmed: field.isUnconfirmed?.includes(value) === true,
  }
}
