import type { ServiceId } from '../../model/service'
import { CMDLET_ORDER, serviceNamed, serviceOfClass, serviceOfGuids } from './service-names'
import { cellText, fieldText, type FieldRecord } from './field-record'
import {
  isEmptyStatus,
  listElements,
  NO_STATUS,
  statusOfCells,
  statusOfNumbers,
  statusWord,
  type SaidStatus,
} from './status-words'

/** One service as a record gives it. */
export interface RecordService {
  readonly id: ServiceId
  /** True where the service is known by its place only. */
  readonly isGuessed: boolean
}

const STATUS_FIELDS = [
  'operationalstatus',
  'primaryoperationalstatus',
  'secondaryoperationalstatus',
  'primarystatusdescription',
  'secondarystatusdescription',
  'statusdescription',
  'statusdescriptions',
  'status',
]

/** Whether a record can be a row about an integration service at all. */
export function isServiceShaped(record: FieldRecord): boolean {
  const { fields } = record
  if (fields.has('service')) return true
  if (fields.has('state') || fields.has('uptime') || fields.has('switchname') || fields.has('macaddress')) return false
  return fields.has('enabled') || fields.has('enabledstate') || STATUS_FIELDS.some((name) => fields.has(name))
}

function classOf(record: FieldRecord, asked: string | null): string {
  const path = cellText(record, '__relpath')
  return (
    fieldText(record, 'creationclassname') ??
    fieldText(record, '__class') ??
    /^(Msvm_\w+)/.exec(path)?.[1] ??
    /(Msvm_\w+)/.exec(cellText(record, 'cimclass'))?.[1] ??
    record.className ??
    asked ??
    ''
  )
}

/** The service that a record is about, `asked` being the class that the command before it named: by component id, by class, by name; null where none of these tells. */
export function serviceOf(record: FieldRecord, asked: string | null): RecordService | null {
  for (const name of ['deviceid', 'instanceid', 'id', '__relpath', '__path']) {
    const id = serviceOfGuids(cellText(record, name))
    if (id !== null) return { id, isGuessed: false }
  }
  if (!isServiceShaped(record)) return null
  const byClass = serviceOfClass(classOf(record, asked))
  if (byClass !== null) return { id: byClass, isGuessed: false }
  for (const name of ['service', 'name', 'elementname']) {
    const named = serviceNamed(cellText(record, name))
    // In a row of its own even an unconfirmed name says which service it is: it could not be that of another one.
    if (named !== null) return { id: named.id, isGuessed: false }
  }
  return null
}

function looksLikeCmdletRow(record: FieldRecord): boolean {
  return record.fields.has('name') && (record.fields.has('enabled') || record.fields.has('primarystatusdescription'))
}

function settled(known: readonly (RecordService | null)[]): (RecordService | null)[] {
  const inOrder = known.every((service, index) => service === null || service.id === CMDLET_ORDER[index])
  if (!inOrder) return [...known]
  return known.map((service, index) => {
    const id = CMDLET_ORDER[index]
    return service ?? (id === undefined ? null : { id, isGuessed: true })
  })
}

/**
 * The services of the records of one table or list. Where names are unknown, six rows of one VM are taken in the order in
 * which the cmdlet lists them, as a guess. `asked` is the class that the command before them named, or null.
 */
export function servicesOf(records: readonly FieldRecord[], asked: string | null): readonly (RecordService | null)[] {
  const result: (RecordService | null)[] = records.map((record) => serviceOf(record, asked))
  let from = 0
  while (from < records.length) {
    const vm = cellText(records[from] as FieldRecord, 'vmname')
    let to = from
    while (to < records.length && to - from < CMDLET_ORDER.length) {
      const record = records[to] as FieldRecord
      if (!looksLikeCmdletRow(record) || cellText(record, 'vmname') !== vm) break
      to += 1
    }
    if (to - from === CMDLET_ORDER.length) {
      settled(result.slice(from, to)).forEach((service, index) => {
        result[from + index] = service
      })
    }
    from = Math.max(to, from + 1)
  }
  return result
}

/** Whether a service is switched on, as a record gives it; null where it does not say. */
export function enabledOf(record: FieldRecord): boolean | null {
  const text = cellText(record, 'enabled').toLowerCase()
  if (/^(?:true|yes|on|1|\$true|enabled|✓|✔|예|ja|oui|sí|да|はい|是)$/.test(text)) return true
  if (
    /^(?:false|no|off|0|\$false|disabled|✗|✘|아니요|아니오|nein|non|нет|いいえ|否|falsch|faux|falso|ложь|거짓)$/.test(
      text,
    )
  )
    return false
  const state = fieldText(record, 'enabledstate')
  return state === '2' ? true : state === '3' ? false : null
}

function numbersOf(value: unknown): readonly number[] | null {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value)) return value.every((item) => typeof item === 'number') ? value : null
  return null
}

/**
 * Reads `OperationalStatus`: numbers or enum names, as a list of JSON or as a text `{Ok, ProtocolMismatch}`. One of them alone
 * is the first of two where `detail`, a column of its own, gives the second.
 */
function statusOfList(id: ServiceId, record: FieldRecord, detail: string, enabled: boolean | null): SaidStatus {
  const value = record.fields.get('operationalstatus')
  const parts = Array.isArray(value) ? value.map(String) : listElements(cellText(record, 'operationalstatus'))
  const [primary = '', ...rest] = parts
  if (rest.length === 0 && !isEmptyStatus(detail)) return statusOfCells(id, { primary, secondary: detail, enabled })
  const numbers = numbersOf(value)
  if (numbers !== null) return statusOfNumbers(id, numbers)
  const words = parts.map(statusWord).filter((word) => word !== null)
  if (words.length === parts.length) {
    return statusOfNumbers(
      id,
      words.flatMap((word) => word.numbers),
      words.some((word) => !word.isConfirmed),
    )
  }
  return statusOfCells(id, { primary, secondary: rest.join(', '), enabled })
}

/** The status of a service's record from the surest of its fields: numbers and enum names before descriptions. */
export function recordStatus(id: ServiceId, record: FieldRecord, enabled: boolean | null): SaidStatus {
  const cell = (name: string): string | undefined => fieldText(record, name)
  const of = (primary: string | undefined, secondary: string | undefined): SaidStatus =>
    statusOfCells(id, { primary, secondary, enabled })
  const code = cell('primaryoperationalstatus')
  const words = cell('primarystatusdescription')
  const codeDetail = cell('secondaryoperationalstatus')
  const wordsDetail = cell('secondarystatusdescription')
  const detail = codeDetail ?? wordsDetail ?? ''
  const [description, ...descriptions] = listElements(cell('statusdescriptions') ?? cell('statusdescription') ?? '')
  const candidates = [
    ...(record.fields.has('operationalstatus') ? [statusOfList(id, record, detail, enabled)] : []),
    of(code ?? words ?? cell('status'), codeDetail ?? wordsDetail),
    of(words ?? code ?? cell('status'), wordsDetail ?? codeDetail),
    of(description, descriptions.join(', ')),
    ...(isEmptyStatus(detail) ? [of(cell('status'), '')] : []),
  ]
  const given = candidates.filter(({ kind }) => kind !== 'none')
  return given.find(({ guessed }) => !guessed) ?? given[0] ?? NO_STATUS
}

/** The status of a record as it stands there, for the evidence. */
export function rawStatus(record: FieldRecord): unknown {
  const raw: Record<string, unknown> = {}
  for (const name of STATUS_FIELDS) {
    if (!record.fields.has(name)) continue
    const value = record.fields.get(name)
    raw[name] = typeof value === 'string' ? value.slice(0, 300) : value
  }
  const values = Object.values(raw)
  return values.length === 1 ? values[0] : values.length === 0 ? null : raw
}
