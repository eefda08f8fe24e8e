import type { Capture, Row } from '../../../src/core/model/capture'
import { JUDGED_SERVICES, SERVICE_CLASSES, type JudgedServiceId } from '../../../src/core/model/service'

/** What a test says about one service: everything else is as on a host that is well. */
export interface ServiceFacts {
  readonly enabled?: boolean | null
  /** `OperationalStatus` exactly as the host would give it; `no-row` for a VM that the class does not list. */
  readonly status?: unknown
}

/** What a test says about one VM. */
export interface VmFacts {
  readonly id?: string
  readonly name?: string
  readonly stateCode?: unknown
  readonly otherState?: string | null
  readonly health?: unknown
  readonly uptimeSeconds?: number | null
  readonly generation?: number | null
  readonly version?: string | null
  readonly replicationMode?: number
  readonly operation?: readonly number[]
  readonly kvp?: Readonly<Record<string, string>> | null
  readonly services?: Readonly<Partial<Record<JudgedServiceId, ServiceFacts>>>
  /** Events of the host's log about this VM; seconds before the reading. */
  readonly events?: readonly {
    readonly provider?: string
    readonly id: number
    readonly ago: number
    readonly values?: readonly string[]
  }[]
  readonly summary?: Readonly<Record<string, unknown>>
}

/** What a test says about the host. */
export interface HostFacts {
  readonly caption?: string | null
  readonly build?: number | null
  readonly collectedAt?: string
}

export const VM_ID = '5F0C3B2A-0001-4000-8000-000000000001'

/** A data exchange item as Hyper-V stores it: one CIM-XML instance. */
export function kvpItem(name: string, data: string): string {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  const value = data === '' ? '' : `<VALUE>${escape(data)}</VALUE>`
  return (
    `<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Caption" PROPAGATED="true" TYPE="string"></PROPERTY>` +
    `<PROPERTY NAME="Data" TYPE="string">${value}</PROPERTY><PROPERTY NAME="Name" TYPE="string"><VALUE>${escape(name)}</VALUE></PROPERTY>` +
    `<PROPERTY NAME="Source" TYPE="uint16"><VALUE>2</VALUE></PROPERTY></INSTANCE>`
  )
}

function serviceRows(vm: VmFacts, id: JudgedServiceId, vmId: string): { component: Row[]; setting: Row[] } {
  const facts = vm.services?.[id] ?? {}
  const enabled = facts.enabled === undefined ? id !== 'guest-service-interface' : facts.enabled
  const state = enabled === null ? null : enabled ? 2 : 3
  const setting = { InstanceID: `Microsoft:${vmId}\\${SERVICE_CLASSES[id].componentId}`, EnabledState: state }
  if (facts.status === 'no-row') return { component: [], setting: [setting] }
  const component: Record<string, unknown> = {
    SystemName: vmId,
    DeviceID: `Microsoft:${SERVICE_CLASSES[id].componentId}`,
    EnabledState: state,
    OperationalStatus: 'status' in facts ? facts.status : [2],
    HealthState: 5,
  }
  if (id === 'kvp') {
    component['GuestIntrinsicExchangeItems'] = Object.entries(vm.kvp ?? {}).map(([name, data]) => kvpItem(name, data))
  }
  return { component: [component], setting: [setting] }
}

/** A whole capture of a host with some VMs, in the form that the collector writes. */
export function captureOf(vms: readonly VmFacts[], host: HostFacts = {}): Capture {
  const classes: Record<string, Row[]> = {
    Msvm_ComputerSystem: [{ Name: 'HV01', ElementName: 'HV01', EnabledState: 2, HealthState: 5 }],
    Msvm_VirtualSystemSettingData: [],
  }
  for (const id of JUDGED_SERVICES) {
    classes[SERVICE_CLASSES[id].component] = []
    classes[SERVICE_CLASSES[id].setting] = []
  }
  const collectedAt = host.collectedAt ?? '2026-11-23T08:46:37Z'
  const events: Row[] = []
  vms.forEach((vm, index) => {
    const vmId = vm.id ?? VM_ID.slice(0, -4) + String(index + 1).padStart(4, '0')
    for (const { provider, id, ago, values } of vm.events ?? []) {
      events.push({
        provider: provider ?? 'Microsoft-Windows-Hyper-V-Worker',
        id,
        time: new Date(Date.parse(collectedAt) - ago * 1000).toISOString(),
        vmId,
        values: values ?? [],
      })
    }
    if (vm.summary !== undefined) {
      classes['Msvm_SummaryInformation'] = [
        ...(classes['Msvm_SummaryInformation'] ?? []),
        { Name: vmId, ...vm.summary },
      ]
    }
    classes['Msvm_ComputerSystem']?.push({
      Name: vmId,
      ElementName: vm.name ?? `vm-${index + 1}`,
      EnabledState: 'stateCode' in vm ? vm.stateCode : 2,
      OtherEnabledState: vm.otherState ?? null,
      HealthState: 'health' in vm ? vm.health : 5,
      OperationalStatus: vm.operation ?? [2],
      OnTimeInMilliseconds: vm.uptimeSeconds === null ? null : (vm.uptimeSeconds ?? 259_200) * 1000,
      ReplicationMode: vm.replicationMode ?? 0,
    })
    classes['Msvm_VirtualSystemSettingData']?.push({
      InstanceID: `Microsoft:${vmId}`,
      VirtualSystemIdentifier: vmId,
      VirtualSystemType: 'Microsoft:Hyper-V:System:Realized',
      VirtualSystemSubType: `Microsoft:Hyper-V:SubType:${vm.generation ?? 2}`,
      Version: vm.version ?? '10.0',
      ElementName: vm.name ?? `vm-${index + 1}`,
    })
    for (const id of JUDGED_SERVICES) {
      const rows = serviceRows(vm, id, vmId)
      classes[SERVICE_CLASSES[id].component]?.push(...rows.component)
      classes[SERVICE_CLASSES[id].setting]?.push(...rows.setting)
    }
  })
  const caption = host.caption === undefined ? 'Microsoft Windows Server 2022 Datacenter' : host.caption
  const build = host.build === undefined ? 20348 : host.build
  return {
    schema: 'integration-doctor/capture@1',
    collectedAt,
    complete: true,
    stopped: null,
    collector: { name: 'collect.ps1', version: '1.0.0', psVersion: '5.1.20348.1', psEdition: 'Desktop' },
    target: { computerName: 'HV01', via: 'local' },
    host: {
      Win32_OperatingSystem: { Caption: caption, BuildNumber: build === null ? null : String(build) },
      Win32_ComputerSystem: { Name: 'HV01' },
    },
    asked: Object.keys(classes),
    classes,
    events,
    access: {
      elevated: true,
      hyperVAdministrators: true,
      namespace: 'present',
      vmms: 'running',
      hostRowSeen: true,
      languageMode: 'FullLanguage',
    },
    problems: [],
    timings: {},
    pasted: null,
    sha256: null,
  }
}

/** Items as the Linux daemon writes them (tools/hv/hv_kvp_daemon.c). */
export const UBUNTU: Readonly<Record<string, string>> = {
  FullyQualifiedDomainName: 'web-01.example.test',
  IntegrationServicesVersion: '3.1',
  NetworkAddressIPv4: '10.20.1.15',
  NetworkAddressIPv6: 'fe80::215:5dff:fe00:1',
  OSBuildNumber: '5.15.0-91-generic',
  OSName: 'Ubuntu',
  OSMajorVersion: '22.04',
  OSMinorVersion: '',
  OSVersion: '5.15.0',
  ProcessorArchitecture: 'x86_64',
}

/** Items as the FreeBSD daemon writes them. */
export const FREEBSD: Readonly<Record<string, string>> = {
  FullyQualifiedDomainName: 'fw.example.test',
  IntegrationServicesVersion: 'BSD Pre-Release version',
  NetworkAddressIPv4: '192.0.2.1;127.0.0.1;',
  NetworkAddressIPv6: 'fe80::1%hn0;::1;',
  OSBuildNumber: '14.1',
  OSName: 'FreeBSD',
  OSMajorVersion: '',
  OSMinorVersion: '',
  OSVersion: '14.1',
  ProcessorArchitecture: 'amd64',
}

/** Items as a Windows guest writes them. */
export function windowsItems(name: string, version: string): Readonly<Record<string, string>> {
  return {
    FullyQualifiedDomainName: 'win.example.test',
    IntegrationServicesVersion: version,
    NetworkAddressIPv4: '10.20.1.40',
    OSName: name,
    OSVersion: version,
    OSBuildNumber: version.split('.')[2] ?? '',
    OSMajorVersion: version.split('.')[0] ?? '',
    OSMinorVersion: version.split('.')[1] ?? '',
    OSPlatformId: '2',
    ProductType: '3',
    ProcessorArchitecture: '9',
  }
}
