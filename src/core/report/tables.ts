import type { Diagnosis, VmDiagnosis } from '../model/diagnosis'
import { JUDGED_SERVICES } from '../model/service'
import type { ReportContent } from './content'
import { rawValueText } from './json-text'
import { codesOf, decisiveFindings, stepsOf } from './vm-words'

/** A value of a table; null is an empty cell, which is another fact than the text "null". */
export type Cell = string | number | boolean | null

/** A table for a spreadsheet or an importer: columns by their English ids, one row per thing. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

type Columns<T> = Readonly<Record<string, (of: T) => Cell>>

function tableOf<T>(columns: Columns<T>, things: readonly T[]): Table {
  const cells = Object.values(columns)
  return { columns: Object.keys(columns), rows: things.map((thing) => cells.map((cell) => cell(thing))) }
}

interface HostVm {
  readonly diagnosis: Diagnosis
  readonly vm: VmDiagnosis
}

type Service = VmDiagnosis['services'][number]

/** The two status numbers as they were read: `[3,32775]`; null where the host gave none. */
function statusCodes({ status, detail }: Service): string | null {
  const codes = [status?.code, detail?.code].filter((code) => code !== undefined)
  return codes.length === 0 ? null : JSON.stringify(codes)
}

const unique = (texts: readonly string[]): string => [...new Set(texts)].join('; ')

const OF_HOST: Columns<HostVm> = {
  source: ({ diagnosis }) => diagnosis.source,
  checked_at: ({ diagnosis }) => diagnosis.checkedAt,
  host: ({ diagnosis }) => diagnosis.host.name,
  host_build: ({ diagnosis }) => diagnosis.host.build,
  not_checked: ({ diagnosis }) => diagnosis.problems.length,
}

const OF_VM: Columns<HostVm> = {
  vm_id: ({ vm }) => vm.id,
  vm_name: ({ vm }) => vm.name,
}

const SERVICE_COLUMNS: Columns<HostVm> = Object.fromEntries(
  JUDGED_SERVICES.flatMap((id) => {
    const name = id.replaceAll('-', '_')
    const of = ({ vm }: HostVm): Service | undefined => vm.services.find(({ service }) => service === id)
    return [
      [`${name}_verdict`, (row: HostVm): Cell => of(row)?.verdict ?? null],
      [
        `${name}_status`,
        (row: HostVm): Cell => {
          const service = of(row)
          return service === undefined ? null : statusCodes(service)
        },
      ],
    ] as const
  }),
)

const VM_COLUMNS: Columns<HostVm> = {
  ...OF_HOST,
  ...OF_VM,
  verdict: ({ vm }) => vm.verdict,
  needs_action: ({ vm }) => vm.needsAction,
  codes: ({ vm }) => codesOf(decisiveFindings(vm)),
  rules: ({ vm }) => unique(decisiveFindings(vm).map(({ rule }) => rule)),
  sentence: ({ vm }) => vm.headline,
  tell_caller: ({ vm }) => vm.tellCaller,
  state: ({ vm }) => vm.state,
  guest_family: ({ vm }) => vm.guest.family,
  guest_name: ({ vm }) => vm.guest.name,
  guest_version: ({ vm }) => vm.guest.version,
  guest_kernel: ({ vm }) => vm.guest.kernel,
  guest_source: ({ vm }) => vm.guest.source,
  support_state: ({ vm }) => vm.support.state,
  support_until: ({ vm }) => vm.support.until,
  support_as_of: ({ vm }) => vm.support.asOf,
  addresses: ({ vm }) => vm.addresses.join('; '),
  ...SERVICE_COLUMNS,
  seen_working: ({ vm }) => vm.seenWorking.map(({ text }) => text).join('; '),
  evidence: ({ vm }) =>
    unique(
      decisiveFindings(vm).flatMap(({ evidence }) =>
        evidence.map(({ source, value }) => `${source}=${rawValueText(value)}`),
      ),
    ),
  steps: ({ vm }) =>
    stepsOf(decisiveFindings(vm))
      .map(
        ({ text, where, command }, index) => `${index + 1}. [${where}] ${text}${command === null ? '' : ` ${command}`}`,
      )
      .join('\n'),
  articles: ({ vm }) => unique(vm.findings.flatMap(({ articles }) => articles)),
  notes: ({ vm }) => vm.notes.map(({ code }) => code).join('; '),
  accepted: ({ vm }) => vm.findings.some(({ accepted }) => accepted !== null),
  first_seen: ({ vm }) => vm.firstSeen,
  changed_at: ({ vm }) => vm.changedAt,
}

/** One row per VM, in the order of a report. */
export function vmTable({ hosts }: ReportContent): Table {
  return tableOf(
    VM_COLUMNS,
    hosts.flatMap(({ diagnosis, vms }) => vms.map((vm) => ({ diagnosis, vm }))),
  )
}

interface VmService extends HostVm {
  readonly service: Service
}

const findingsOf = ({ vm, service }: VmService) => vm.findings.filter((finding) => finding.service === service.service)

const SERVICE_ROW_COLUMNS: Columns<VmService> = {
  ...OF_HOST,
  ...OF_VM,
  service: ({ service }) => service.service,
  listed: ({ service }) => service.listed,
  enabled: ({ service }) => service.enabled,
  verdict: ({ service }) => service.verdict,
  status_code: ({ service }) => service.status?.code ?? null,
  status_name: ({ service }) => service.status?.name ?? null,
  detail_code: ({ service }) => service.detail?.code ?? null,
  detail_name: ({ service }) => service.detail?.name ?? null,
  negotiated: ({ service }) => service.negotiated,
  expected: ({ service }) => service.expected,
  codes: (row) => codesOf(findingsOf(row)),
  title: (row) => findingsOf(row)[0]?.title ?? null,
  accepted: (row) => findingsOf(row).some(({ accepted }) => accepted !== null),
}

/** One row per VM and service. */
export function serviceTable({ hosts }: ReportContent): Table {
  return tableOf(
    SERVICE_ROW_COLUMNS,
    hosts.flatMap(({ diagnosis, vms }) =>
      vms.flatMap((vm) => vm.services.map((service) => ({ diagnosis, vm, service }))),
    ),
  )
}
