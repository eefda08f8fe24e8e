import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'

/** An object as Format-List prints it. */
const list = (fields: Readonly<Record<string, string>>): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name} : ${value}`)
    .join('\n')}\n\n`

const vm = (fields: Readonly<Record<string, string>>): string =>
  list({ Name: 'web', State: 'Running', CPUUsage: '0', ...fields })

describe('VMs', () => {
  approveTexts({
    'an id': vm({ Id: VM }),
    'an id of its own column': vm({ VMId: VM }),
    'another name of the VM': vm({ VMName: 'db' }),
    'an empty other name': vm({ VMName: '' }),
    'a name of an element': vm({ ElementName: 'db' }),
    'a long name': vm({ Name: 'n'.repeat(301) }),
    'a version': vm({ Version: '6.2' }),
    'an older version': vm({ Version: '5.0' }),
    'a version of two digits': vm({ Version: '12.10' }),
    'a version of more parts': vm({ Version: '9.0.1' }),
    'a version behind a letter': vm({ Version: 'v9.0' }),
    'a version and nothing else': list({ Name: 'web', VMId: VM, Version: '9.0' }),
    'an id and nothing else': list({ Name: 'web', VMId: VM }),
    'an id without a name': list({ VMId: VM, Notes: 'x' }),
    'a replica': vm({ ReplicationMode: 'Replica' }),
    'a replica of a replica': vm({ ReplicationMode: '4' }),
    'the other side of a replica': vm({ ReplicationMode: 'Primary' }),
    'a mode of replication that nobody knows': vm({ ReplicationMode: 'Replica of x' }),
    'a mode of replication with a number': vm({ ReplicationMode: '42' }),
    'a mode of replication with another number': vm({ ReplicationMode: '24' }),
    'a generation': vm({ Generation: '1' }),
    'an uptime': vm({ Uptime: '1.02:03:04' }),
    'a heartbeat': vm({ Heartbeat: 'OkApplicationsHealthy' }),
    'a heartbeat that is none': vm({ Heartbeat: '-' }),
    'a heartbeat that is switched off': vm({ Heartbeat: 'Disabled' }),
    'a heartbeat that is disabled by someone': vm({ Heartbeat: 'Disabled by policy' }),
    'a heartbeat that is not disabled': vm({ Heartbeat: 'not disabled' }),
    'a long heartbeat': vm({ Heartbeat: `x${' y'.repeat(160)}` }),
    'a heartbeat without a state': list({ Name: 'web', Heartbeat: 'No Contact', CPUUsage: '0' }),
    'services that want an update': vm({ IntegrationServicesState: '업데이트 필요' }),
    'services that differ': vm({ Status: 'Protocol mismatch' }),
    'services that are up to date': vm({ IntegrationServicesState: 'Up to date' }),
    'a guest': vm({ GuestOperatingSystem: 'Debian 12' }),
    'a guest that nobody knows': vm({ GuestOperatingSystem: 'something' }),
    'items of the guest': vm({ OSName: 'Ubuntu', OSVersion: '5.15.0', IntegrationServicesVersion: '3.1' }),
    'a version of the services alone': vm({ IntegrationServicesVersion: '3.1' }),
    'a version of the services beside the guest’s name': vm({ OSName: 'Ubuntu', IntegrationServicesVersion: '3.1' }),
    'a version of the services beside the guest’s version': vm({
      OSVersion: '5.15.0',
      IntegrationServicesVersion: '3.1',
    }),
    'a critical state': list({ Name: 'web', State: 'OffCritical' }),
    'two records of one VM': `${vm({})}${vm({ Version: '9.0' })}`,
    'two records of one id': `${list({ Name: 'web', VMId: VM, State: 'Off' })}${list({ Name: 'db', VMId: VM, State: 'Running' })}`,
    'a state of Virtual Machine Manager':
      list({ Name: 'web', Status: 'PowerOff', HasVMAdditions: 'True' }) +
      list({ Name: 'db', Status: 'Running', VMAddition: '6.2' }),
    'a state below a heading': 'VM: web-01\nStatus: Off\nVersion: 9.0\n',
    'a state of something else below a heading': 'VM: web-01\nName: disk\nStatus: Off\n',
  })
})

describe('VMs as CIM gives them', () => {
  const cim = (fields: Readonly<Record<string, string>>): string =>
    list({ Name: VM, ElementName: 'web', EnabledState: '2', ...fields })
  approveTexts({
    'a VM': cim({}),
    'a VM that is off': cim({ EnabledState: '3' }),
    'a state that nobody knows': cim({ EnabledState: 'x' }),
    'a VM without a name': list({ Name: VM, EnabledState: '3', CreationClassName: 'Msvm_ComputerSystem' }),
    'something of another class': list({
      Name: VM,
      EnabledState: '3',
      CreationClassName: 'Msvm_ComputerSystemSetting',
    }),
    'something of a class that ends so': list({
      Name: VM,
      EnabledState: '3',
      CreationClassName: 'xMsvm_ComputerSystem',
    }),
    'a class of its object': `{"Msvm_ComputerSystem":[{"Name":"${VM}","EnabledState":3}]}\n`,
    'a class of its command': `PS C:\\> gwmi -Class Msvm_ComputerSystem\n${list({ Name: VM, EnabledState: '3' })}`,
    'the host': cim({ Name: 'HV01', ElementName: 'HV01' }),
    'the host beside a VM': `${cim({ Name: 'HV01', ElementName: 'HV01' })}${cim({})}`,
    'a disk that is nearly full': cim({ HealthState: '20' }),
    'the time since the start': cim({ OnTimeInMilliseconds: '61999' }),
    'a state and a state of its own': cim({ State: 'Off' }),
    'a state in words': cim({ EnabledState: '1', OtherEnabledState: 'Saving' }),
  })
})

describe('other things that have a state', () => {
  approveTexts({
    'a ticket': list({ Name: 'web', State: 'New', Uptime: 'x' }),
    'a VM of another product': `vCenter\n${list({ Name: 'web', State: 'Off', Generation: '2' })}`,
    'a VM of another product, beside a name of Hyper-V': `vCenter, Hyper-V\n${list({ Name: 'web', State: 'Off', Generation: '2' })}`,
    'a VM of a command': `PS C:\\> Get-VM\n${list({ Name: 'web', State: 'Off' })}`,
    'a VM of a command for something else': `PS C:\\> Get-Job\n${list({ Name: 'web', State: 'Off' })}`,
    'a job, and a VM elsewhere': `VM web-01 heartbeat: OK\nPS C:\\> Get-Job\n${list({ Name: 'web', State: 'Off' })}`,
    'a state where the text is about Hyper-V': `Hyper-V\n${list({ Name: 'web', State: 'Off' })}`,
    'a heartbeat where the text is about Hyper-V': `Hyper-V\n${list({ Heartbeat: 'OK', Status: 'x' })}`,
    'a heartbeat of its own word': list({ Heartbeat: 'Lost Communication', Status: 'x' }),
    'a heartbeat that is OK': list({ Heartbeat: 'OK', Status: 'x' }),
    'a heartbeat that is OK in words of the cmdlet': list({ Heartbeat: 'OkApplicationsUnknown', Status: 'x' }),
    'a heartbeat that only ends so': list({ Heartbeat: 'NotOkApplications', Status: 'x' }),
    'a heartbeat below a heading': `VM: web-01\n${list({ Heartbeat: 'OK', Status: 'x' })}`,
    'a heartbeat of a mixed text': `vCenter, Hyper-V\n${list({ Heartbeat: 'No Contact', Status: 'x' })}`,
    'a heartbeat and a state': list({ Name: 'web', State: 'Running', Heartbeat: 'OK' }),
    'a heartbeat that nobody knows and a state': list({ Name: 'web', State: 'Running', Heartbeat: 'fine' }),
    'a service in a list of services': 'Name,Status\nVSS,Running\nSpooler,Stopped\n',
  })
})

describe('adapters', () => {
  const adapter = (fields: Readonly<Record<string, string>>): string =>
    list({ VMName: 'web', Name: 'Network Adapter', ...fields })
  approveTexts({
    'a version that differs': adapter({ SwitchName: 'LAN', Status: '{Degraded, ProtocolMismatch}' }),
    'degraded alone': adapter({ MacAddress: '00155D', Status: '{Degraded}' }),
    'a mismatch alone': adapter({ MacAddress: '00155D', Status: '{Ok, ProtocolMismatch}' }),
    'by its operational status': adapter({ SwitchName: 'LAN', OperationalStatus: '{Degraded}' }),
    'without a status': adapter({ SwitchName: 'LAN' }),
    'without anything of an adapter': adapter({ Status: '{Degraded}' }),
    'a strange status': adapter({ SwitchName: 'LAN', Status: 'x; 3' }),
    'two of one VM': adapter({ SwitchName: 'LAN', Status: 'Degraded' }).repeat(2),
  })
})

describe('events and items', () => {
  const text =
    "'Adapter' in 'web' cannot load because it is incompatible with the server virtualization stack. Server version 3.0 Client version 2.0"
  approveTexts({
    'an event by its number': list({
      TimeCreated: 'x',
      Id: '23012',
      ProviderName: 'Microsoft-Windows-Hyper-V-Worker',
      Message: text,
    }),
    'an event by EventID': list({ EventID: '23014', Message: "'Adapter' in 'web'" }),
    'an event by InstanceId': list({ InstanceId: '23014', Message: "'Adapter' in 'web'" }),
    'an event by its text': list({ TimeCreated: 'x', Message: text }),
    'a storage event by its provider': list({ Id: '5', ProviderName: 'storvsp', Message: "Storage device in 'web'" }),
    'a storage event by its source': list({ Id: '6', Source: 'storvsp', Message: "Storage device in 'web'" }),
    'the number of a storage event of another source': list({
      Id: '6',
      Source: 'x',
      Message: "Storage device in 'web'",
    }),
    'an event of nobody': list({ Id: '1', Message: 'x' }),
    'an event without a text': list({ Id: '23014', Message: '' }),
    'items of no VM': list({ OSName: 'Ubuntu', OSVersion: '22' }),
    'items of a VM by id': list({ SystemName: VM, OSName: 'Ubuntu', OSVersion: '22' }),
    'an item by name': list({ Name: 'OSName', Value: 'Ubuntu', VMName: 'web' }),
    'an item without a value': list({ Name: 'OSName', VMName: 'web', Notes: 'x' }),
    'a data field without a name': list({ Data: 'Ubuntu', VMName: 'web' }),
  })
})
