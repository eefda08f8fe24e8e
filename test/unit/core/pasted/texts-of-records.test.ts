import { describe } from 'vitest'
import { kvpItem } from '../capture-builder'
import { approveTexts } from './approved-texts'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'
const OTHER = '9D2F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A12'
const NONE = '00000000-0000-0000-0000-000000000000'
const VSS = '5CED1297-4598-4915-A5FC-AD21BB4D02A4'

/** An object as Format-List prints it. */
const list = (fields: Readonly<Record<string, string>>): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name} : ${value}`)
    .join('\n')}\n\n`

const service = (fields: Readonly<Record<string, string>>): string =>
  list({ VMName: 'web', Name: 'VSS', PrimaryStatusDescription: 'No Contact', ...fields })

describe('services', () => {
  approveTexts({
    'of a VM without a name': list({ VMName: '', Name: 'VSS', PrimaryStatusDescription: 'No Contact' }),
    'of a VM known by the id of its device': list({ DeviceID: `Microsoft:${VM}\\${VSS}`, OperationalStatus: '{12}' }),
    'of no VM, with an id of zeros': list({ VMId: NONE, Name: 'VSS', PrimaryStatusDescription: 'No Contact' }),
    'of a checkpoint': service({ VMSnapshotId: OTHER }),
    'of a checkpoint with a strange id': service({ VMSnapshotId: 'x' }),
    'of no checkpoint': service({ VMSnapshotId: `{${NONE}}`, VMSnapshotName: '' }),
    'of a checkpoint by name': service({ VMSnapshotName: 'before the update' }),
    'read one after the other': ['08:00', '08:05', '08:10'].map((time) => service({ Date: time })).join(''),
    'read one after the other, by another column': ['08:00', '08:05']
      .map((time) => service({ TimeCreated: time }))
      .join(''),
    'read one after the other, by a stamp': ['08:00', '08:05'].map((time) => service({ Timestamp: time })).join(''),
    'of fifty-two VMs of one name': `VMName,Name,PrimaryStatusDescription\n${'web,VSS,No Contact\n'.repeat(52)}`,
    'with the items of the guest': list({
      SystemName: VM,
      DeviceID: `Microsoft:${VM}\\2A34B1C2-FD73-4043-8A5B-DD2159BC743F`,
      OperationalStatus: '{2}',
      GuestIntrinsicExchangeItems: `{${kvpItem('OSName', 'Ubuntu')}}`,
    }),
    'of a class in the path': list({
      __RELPATH: `Msvm_VssComponent.SystemName="${VM}"`,
      SystemName: VM,
      OperationalStatus: '{12}',
    }),
    'of a class inside a path': list({ __RELPATH: `x.Msvm_VssComponent`, SystemName: VM, OperationalStatus: '{12}' }),
    'of a component in the path': list({
      __PATH: `Microsoft:${VM}\\${VSS}`,
      SystemName: VM,
      OperationalStatus: '{12}',
    }),
    'of a component in the relative path': list({
      __RELPATH: `x.DeviceID="Microsoft:${VM}\\${VSS}"`,
      SystemName: VM,
      OperationalStatus: '{12}',
    }),
    'of a class in its own field': list({
      CimClass: 'root/virtualization/v2:Msvm_VssComponent',
      SystemName: VM,
      OperationalStatus: '{12}',
    }),
    'of no class': list({ SystemName: VM, OperationalStatus: '{12}' }),
    'by the name of the element': list({ SystemName: VM, ElementName: 'Heartbeat', OperationalStatus: '{12}' }),
    'by a name and an uptime': list({ VMName: 'web', Name: 'VSS', Uptime: '00:01:00', PrimaryStatusDescription: 'OK' }),
    'by a name and a state': list({ VMName: 'web', Name: 'VSS', State: 'Running', Status: 'OK' }),
    'by a name and an address': list({ VMName: 'web', Name: 'VSS', MacAddress: '00155D', Status: 'OK' }),
    'by a name and a switch': list({ VMName: 'web', Name: 'VSS', SwitchName: 'LAN', Status: 'OK' }),
    'by its own column, with a state': list({ VM: 'web', Service: 'VSS', State: 'x', Status: 'No Contact' }),
    'by its own column alone': list({ VM: 'web', Service: 'VSS' }),
    'switched off by its state': list({ SystemName: VM, ElementName: 'VSS', EnabledState: '3' }),
    'with an id beside the name of another': list({
      VMName: 'web',
      Id: `Microsoft:${VM}\\${VSS}`,
      Name: 'Heartbeat',
      PrimaryStatusDescription: 'No Contact',
    }),
    'with an id and nothing else': list({ VMName: 'web', Id: `Microsoft:${VM}\\${VSS}`, Notes: 'x' }),
  })
})

describe('statuses', () => {
  const status = (fields: Readonly<Record<string, string>>): string => list({ VMName: 'web', Name: 'VSS', ...fields })
  approveTexts({
    'an operational status and a detail of its own': status({
      OperationalStatus: 'OK',
      SecondaryStatusDescription: 'Protocol Mismatch',
    }),
    'an operational status and an empty detail': status({ OperationalStatus: '{Ok}', SecondaryStatusDescription: '' }),
    'two operational statuses and a detail': status({
      OperationalStatus: '{Ok, ProtocolMismatch}',
      SecondaryStatusDescription: 'OK',
    }),
    'three operational statuses': status({ OperationalStatus: '{Ok, Degraded, ProtocolMismatch}' }),
    'an operational status that nobody knows': status({ OperationalStatus: '{Ok, something, else}' }),
    'operational statuses of which one is a guess': status({ OperationalStatus: '{확인, ProtocolMismatch}' }),
    'an empty operational status': status({ OperationalStatus: '{}', PrimaryStatusDescription: 'No Contact' }),
    'an empty operational status beside a detail': status({
      OperationalStatus: '{}',
      SecondaryStatusDescription: 'Protocol Mismatch',
    }),
    'a plain status and a detail': status({ Status: 'OK', SecondaryStatusDescription: 'Protocol Mismatch' }),
    'a plain status and an operational detail': status({
      Status: 'OK',
      SecondaryOperationalStatus: 'ProtocolMismatch',
    }),
    'a plain status and an empty detail': status({ Status: 'OK', SecondaryStatusDescription: '-' }),
    'a plain status beside a description': status({
      Status: 'x',
      PrimaryStatusDescription: '확인',
      SecondaryStatusDescription: '',
    }),
    'a status in words and a detail in a code': status({
      PrimaryStatusDescription: 'OK',
      SecondaryOperationalStatus: 'ProtocolMismatch',
    }),
    'a status in a code and a detail in words': status({
      PrimaryOperationalStatus: 'Ok',
      SecondaryStatusDescription: 'Protocol Mismatch',
    }),
    'a detail alone': status({ SecondaryStatusDescription: 'Protocol Mismatch' }),
    'a detail in a code alone': status({ SecondaryOperationalStatus: 'ProtocolMismatch' }),
    'a code of a guess beside sure words': status({
      PrimaryOperationalStatus: '확인',
      PrimaryStatusDescription: 'OK',
      SecondaryStatusDescription: '',
    }),
    'two details of which one is a guess': status({
      PrimaryStatusDescription: 'OK',
      SecondaryOperationalStatus: '프로토콜 버전 불일치',
      SecondaryStatusDescription: 'Protocol Mismatch',
    }),
    descriptions: status({ StatusDescriptions: '{OK, Protocol Mismatch}' }),
    'three descriptions': status({ StatusDescriptions: '{Degraded, Protocol, Mismatch}' }),
    'one description': status({ StatusDescription: 'No Contact' }),
    'descriptions of a guess beside a sure status': status({ StatusDescriptions: '{저하됨, x}', Status: 'Degraded' }),
    'nothing at all': status({ Enabled: 'True', OperationalStatus: '', Status: '-' }),
    'a long text': status({ Status: 'x'.repeat(400), Enabled: 'True' }),
  })
})

describe('six services in the order of the cmdlet', () => {
  const six = (names: readonly string[], vm: string, rest = ',True,OK'): string =>
    names.map((name) => `${vm},${name}${rest}`).join('\n')
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const head = 'VMName,Name,Enabled,PrimaryStatusDescription\n'
  approveTexts({
    'of two VMs': `${head}${six(names, 'web')}\n${six(names, 'db')}\n`,
    'of a VM and five of another': `${head}${six(names.slice(1), 'web')}\n${six(names, 'db')}\n`,
    'seven of one VM': `${head}${six([...names, 'g'], 'web')}\n`,
    'twelve of one name': `${head}${six([...names, ...names], 'web')}\n`,
    'one of them known': `${head}${six(['a', 'Heartbeat', 'c', 'd', 'e', 'f'], 'web')}\n`,
    'one of them known at another place': `${head}${six(['a', 'b', 'Heartbeat', 'd', 'e', 'f'], 'web')}\n`,
    'without a switch': `VMName,Name,PrimaryStatusDescription\n${six(names, 'web', ',OK')}\n`,
    'without a status': `VMName,Name,Enabled\n${six(names, 'web', ',True')}\n`,
    'without a switch and a description': `VMName,Name,OperationalStatus\n${six(names, 'web', ',OK')}\n`,
    'without names': `VMName,Enabled,PrimaryStatusDescription\n${'web,True,OK\n'.repeat(6)}`,
  })
})

describe('switches', () => {
  const rows = (values: readonly string[]): string =>
    `VMName,Name,Enabled,PrimaryStatusDescription,SecondaryStatusDescription\n${values.map((value, at) => `vm-${at},VSS,${value},OK,\n`).join('')}`
  approveTexts({
    on: rows(['✔', 'ja', 'oui', 'sí', 'はい', '是', 'TRUE']),
    off: rows(['✘', '아니오', 'nein', 'non', 'いいえ', '否', 'faux', 'falso', 'ложь', '거짓', 'FALSE']),
    neither: rows(['truer', 'untrue', 'now', 'uno', '10']),
  })
})
