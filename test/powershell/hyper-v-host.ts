import type { Row } from '../../src/core/model/capture'

/** What a fake host is made of, in the shape of a capture; only what the fake reads. */
export interface HostRows {
  readonly host: Readonly<Record<string, Row>>
  readonly classes: Readonly<Record<string, readonly Row[]>>
  readonly events: readonly Row[]
  readonly access: { readonly vmms: string | null; readonly clusterService?: string | null }
}

export const SERVICES = [
  'Heartbeat',
  'Shutdown',
  'TimeSync',
  'Vss',
  'GuestServiceInterface',
  'Rdv',
  'KvpExchange',
] as const

const REALIZED = 'Microsoft:Hyper-V:System:Realized'

const never = '1601-01-01T00:00:00Z'

const serviceIds = {
  Heartbeat: '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47',
  KvpExchange: '2A34B1C2-FD73-4043-8A5B-DD2159BC743F',
  Shutdown: '9F8233AC-BE49-4C79-8EE3-E7E1985B2077',
  TimeSync: '2497F4DE-E9FA-4204-80E4-4B75C46419C0',
  Vss: '5CED1297-4598-4915-A5FC-AD21BB4D02A4',
  GuestServiceInterface: '6C09BB55-D683-4DA0-8931-C9BF705F6480',
  Rdv: '6C5ADDB9-A11A-4E8E-84CB-E6208201DB63',
} as const

/** The id of the nth VM of a fake host. */
export const vmId = (index: number): string =>
  `0F6C1B7A-3D52-4E8B-9C41-${index.toString(16).toUpperCase().padStart(12, '0')}`

const kvpItem = (name: string, data: string): string =>
  '<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Caption" PROPAGATED="true" TYPE="string"></PROPERTY>\r\n' +
  `<PROPERTY NAME="Data" TYPE="string"><VALUE>${data}</VALUE></PROPERTY><PROPERTY NAME="Name" TYPE="string"><VALUE>${name}</VALUE>` +
  '</PROPERTY><PROPERTY NAME="Source" TYPE="uint16"><VALUE>2</VALUE></PROPERTY></INSTANCE>'

const kvpItems = [
  kvpItem('OSName', 'Ubuntu'),
  kvpItem('OSBuildNumber', '5.15.0-91-generic'),
  kvpItem('FullyQualifiedDomainName', 'getaddrinfo failed\n'),
  ...Array.from({ length: 17 }, (_, index) => kvpItem(`Item${index}`, 'x'.repeat(500))),
]

const hostRow: Row = {
  Name: 'HV01',
  ElementName: 'HV01',
  EnabledState: 2,
  OtherEnabledState: null,
  RequestedState: 12,
  HealthState: 5,
  OperationalStatus: [2],
  StatusDescriptions: ['확인'],
  OnTimeInMilliseconds: null,
  ProcessID: null,
  EnhancedSessionModeState: null,
  ReplicationState: null,
  ReplicationHealth: null,
  ReplicationMode: null,
  InstallDate: null,
  TimeOfLastStateChange: '2026-11-20T21:04:55.123456Z',
  TimeOfLastConfigurationChange: never,
}

const vmRow = (index: number, name: string): Row => ({
  Name: vmId(index),
  ElementName: name,
  EnabledState: 2,
  OtherEnabledState: null,
  RequestedState: 12,
  HealthState: 5,
  OperationalStatus: [2],
  StatusDescriptions: ['정상 작동 중'],
  // More than a 32-bit number holds: a VM that has run for two months.
  OnTimeInMilliseconds: 5_184_000_000 + index,
  ProcessID: 4000 + index,
  EnhancedSessionModeState: 6,
  ReplicationState: 0,
  ReplicationHealth: 0,
  ReplicationMode: 0,
  InstallDate: '2025-01-02T03:04:05Z',
  TimeOfLastStateChange: '2026-09-24T08:46:37.5Z',
  TimeOfLastConfigurationChange: never,
})

const settingsRow = (index: number, name: string): Row => ({
  InstanceID: `Microsoft:${vmId(index)}`,
  VirtualSystemIdentifier: vmId(index),
  VirtualSystemType: REALIZED,
  VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:2',
  Version: '10.0',
  ElementName: name,
  Notes: [],
  CreationTime: '2025-01-02T03:04:05Z',
  IsSaved: false,
  AutomaticStartupAction: 3,
  ConfigurationDataRoot: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
  EnhancedSessionTransportType: 0,
})

const componentRow = (index: number, service: (typeof SERVICES)[number]): Row => ({
  SystemName: vmId(index),
  DeviceID: `Microsoft:${serviceIds[service]}`,
  EnabledState: 2,
  OperationalStatus: service === 'Vss' ? [2, 32775] : [2],
  StatusDescriptions:
    service === 'Vss' ? ['확인', '가상 머신에 설치된 구성 요소의 프로토콜 버전이 다릅니다.'] : ['확인'],
  ...(service === 'KvpExchange' ? { GuestIntrinsicExchangeItems: kvpItems, GuestExchangeItems: [] } : {}),
})

const componentSettingsRow = (index: number, service: (typeof SERVICES)[number]): Row => ({
  InstanceID: `Microsoft:${vmId(index)}\\${serviceIds[service]}`,
  EnabledState: service === 'GuestServiceInterface' ? 3 : 2,
  ...(service === 'KvpExchange'
    ? { HostExchangeItems: [kvpItem('Ticket', '4711')], HostOnlyItems: [], DisableHostKVPItems: false }
    : {}),
})

const nicId = '0B3D5B5C-41D2-4C2F-8F0E-6D3D1A2B3C4D'

const summaryRow = (index: number, name: string): Row => ({
  Name: vmId(index),
  ElementName: name,
  EnabledState: 2,
  HealthState: 5,
  OperationalStatus: [2],
  Heartbeat: 2,
  UpTime: 5_184_000_000 + index,
  GuestOperatingSystem: 'Ubuntu 22.04',
  ApplicationHealth: 2,
  IntegrationServicesVersionState: 0,
})

const adapterSettingsRow = (index: number, name: string): Row => ({
  InstanceID: `Microsoft:${vmId(index)}\\${nicId}`,
  ElementName: name,
  Address: '00155D000001',
  StaticMacAddress: false,
  ClusterMonitored: true,
})

const portRow = (index: number, name: string): Row => ({
  SystemName: vmId(index),
  DeviceID: `Microsoft:${nicId}`,
  ElementName: name,
  PermanentAddress: '00155D000001',
  OperationalStatus: [2],
})

const guestNetworkRow = (index: number): Row => ({
  InstanceID: `Microsoft:GuestNetwork\\${vmId(index)}\\${nicId}`,
  IPAddresses: ['10.20.1.15', 'fe80::1'],
  Subnets: ['255.255.255.0', '64'],
  DefaultGateways: ['10.20.1.1'],
  DNSServers: [],
  DHCPEnabled: true,
  ProtocolIFType: 4098,
  IPAddressOrigins: [0, 0],
})

/** The names of the event logs that the collector reads. */
export const CHANNELS = [
  'Microsoft-Windows-Hyper-V-Integration-Admin',
  'Microsoft-Windows-Hyper-V-Worker-Admin',
  'Microsoft-Windows-Hyper-V-VMMS-Admin',
  'System',
] as const

/** An event of the host's log about a VM, as a capture has it. */
export const eventRow = (
  id: number,
  index: number,
  {
    time,
    channel = CHANNELS[1],
    provider = 'Microsoft-Windows-Hyper-V-Worker',
    values = [],
  }: {
    readonly time: string
    readonly channel?: string
    readonly provider?: string
    readonly values?: readonly string[]
  },
): Row => ({
  channel,
  provider,
  id,
  level: 3,
  time,
  record: id,
  values: [`vm-${index}`, vmId(index), ...values],
  message: '호스트 언어로 된 문장입니다.',
})

/** A fake host with one running VM per name; the rows have every property that the collector reads. */
export const hostWith = (names: readonly string[]): HostRows => ({
  host: {
    Win32_OperatingSystem: {
      Caption: 'Microsoft Windows Server 2022 Standard',
      Version: '10.0.20348',
      BuildNumber: '20348',
      OSLanguage: 1042,
      ProductType: 3,
      LastBootUpTime: '2026-11-01T00:00:00Z',
    },
    Win32_ComputerSystem: { Name: 'HV01', Domain: 'corp.example', DomainRole: 3, HypervisorPresent: true },
    StdRegProv: { UBR: 3207 },
  },
  classes: {
    Msvm_ComputerSystem: [hostRow, ...names.map((name, index) => vmRow(index, name))],
    Msvm_SummaryInformation: names.map((name, index) => summaryRow(index, name)),
    Msvm_VirtualSystemSettingData: names.map((name, index) => settingsRow(index, name)),
    Msvm_SyntheticEthernetPortSettingData: names.map((_, index) => adapterSettingsRow(index, '네트워크 어댑터')),
    Msvm_SyntheticEthernetPort: names.map((_, index) => portRow(index, '네트워크 어댑터')),
    Msvm_EmulatedEthernetPortSettingData: [],
    Msvm_EmulatedEthernetPort: [],
    Msvm_GuestNetworkAdapterConfiguration: names.map((_, index) => guestNetworkRow(index)),
    ...Object.fromEntries(
      SERVICES.flatMap((service) => [
        [`Msvm_${service}Component`, names.map((_, index) => componentRow(index, service))],
        [`Msvm_${service}ComponentSettingData`, names.map((_, index) => componentSettingsRow(index, service))],
      ]),
    ),
  },
  events: [],
  access: { vmms: 'running', clusterService: null },
})

/** Names for a host of many VMs. */
export const manyNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `vm-${String(index).padStart(4, '0')}`)
