import type { Capture } from '../../../../src/core/model/capture'
import { captureOf, kvpItem, UBUNTU } from '../capture-builder'

/** Every name of the hostile host, as it must not stand in anything that leaves the building. */
export const SECRETS = [
  'NIGHTOWL',
  'nightowl.acme-bank.example',
  'acme-bank',
  '본사결제서버',
  'payroll-kr',
  'PAYROLL-KR',
  'gateway-prod',
  'vault<script>',
  'park.jiyeon',
  'choi.minho',
  'filesrv77',
  '10.44.7.19',
  '10-44-7-19',
  '203.0.113.77',
  '2001:db8:77::19',
  '00:15:5D:0A:0B:0C',
  '00155D0A0B0D',
  'S-1-5-21-1111111111-2222222222-3333333333-1105',
  'the CFO',
] as const

export const IDS = [1, 2, 3, 4, 5].map((number) => `5F0C3B2A-0001-4000-8000-00000000000${number}`)

/** A host on which everything that can hold a name holds one, in every spelling. */
export function hostileCapture(): Capture {
  const names = ['payroll-kr', '본사결제서버', 'NIGHTOWL', 'gateway-prod', 'vault<script>']
  const plain = captureOf(
    names.map((name, index) => ({
      name,
      kvp: {
        ...UBUNTU,
        FullyQualifiedDomainName: `${name.toUpperCase()}.acme-bank.example`,
        NetworkAddressIPv4: `10.44.7.${19 + index};203.0.113.77`,
        NetworkAddressIPv6: '2001:db8:77::19;fe80::215:5dff:fe0a:b0c',
      },
      services: index === 0 ? { vss: { status: [7, 32775] } } : {},
      events: [
        {
          id: 4010,
          ago: 60,
          provider: 'Microsoft-Windows-Hyper-V-VSS',
          values: [name, '', '3.0', '3.0', '4.0', '5.0', `${name}.acme-bank.example`],
        },
      ],
    })),
  )
  const message =
    `'payroll-kr' on NightOwl.acme-bank.example (본사결제서버는 ACME-BANK\\choi.minho) at ip-10-44-7-19: ` +
    String.raw`C:\Users\park.jiyeon\VMs\gateway-prod_disk.vhdx, \\filesrv77\iso, D:\vm\payroll-kr\x.vhdx, `.concat(
      'park.jiyeon@acme-bank.example 00:15:5D:0A:0B:0C 00155D0A0B0D S-1-5-21-1111111111-2222222222-3333333333-1105 [2001:DB8:77::19]:443',
    )
  const classes = { ...plain.classes }
  classes['Msvm_VirtualSystemSettingData'] = (classes['Msvm_VirtualSystemSettingData'] ?? []).map((row) => ({
    ...row,
    Notes: ['Ask the CFO about payroll-kr', '010-1234-5678'],
    ConfigurationDataRoot: String.raw`\\filesrv77\vms\payroll-kr`,
  }))
  classes['Msvm_KvpExchangeComponent'] = (classes['Msvm_KvpExchangeComponent'] ?? []).map((row) => ({
    ...row,
    GuestExchangeItems: [kvpItem('payroll-kr-note', message), '<broken payroll-kr'],
  }))
  classes['Vendor_Extra'] = [{ 'payroll-kr': message, nested: { list: [message, 7, null] } }]
  return {
    ...plain,
    target: { computerName: 'NIGHTOWL', via: 'remoting' },
    host: {
      ...plain.host,
      Win32_ComputerSystem: { Name: 'NIGHTOWL', Domain: 'acme-bank.example', UserName: 'ACME-BANK\\park.jiyeon' },
    },
    classes: {
      ...classes,
      Msvm_ComputerSystem: (classes['Msvm_ComputerSystem'] ?? []).map((row) =>
        row['Name'] === 'HV01' ? { ...row, Name: 'NIGHTOWL', ElementName: 'NIGHTOWL' } : row,
      ),
    },
    events: (plain.events ?? []).map((event) => ({ ...event, message })),
    problems: [{ class: 'Msvm_RdvComponent', code: '0x80041003', message }],
  }
}
