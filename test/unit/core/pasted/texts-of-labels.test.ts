import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'

describe('labels', () => {
  approveTexts({
    'a VM with a remark': 'VM: web-01 (old)\nVSS: No Contact',
    'a VM with two remarks': 'VM: web-01 (old) (very)\nVSS: No Contact',
    'a VM that is a remark': 'VM: (old)\nVSS: No Contact',
    'a VM and its guest': 'VM: web-01, OS: Ubuntu 22.04\nVSS: No Contact',
    'a VM and its guest by name': 'VM: web-01; Guest OS: Debian 12\nVSS: No Contact',
    'a VM and a guest that nobody knows': 'VM: web-01, Guest OS: something\nVSS: No Contact',
    'a VM and a label that nobody knows': 'VM: web-01, Foo: bar\nVSS: No Contact',
    'two VMs': 'VM: web-01, db-02\nVSS: No Contact',
    'a VM with the word for its guest': 'VM: web-01 Ubuntu\nVSS: No Contact',
    'a VM with a status': 'VM: web-01 VSS: No Contact',
    'a long name': `VM: ${'n'.repeat(130)}\nVSS: No Contact`,
    'a host': 'Host: Windows Server 2012 R2\nVM web-01 VSS: No Contact',
    'a host that is Linux': 'Host: Debian 12\nVM web-01 VSS: No Contact',
    'a host with a long name': `Host: Windows Server 2019 ${'x'.repeat(150)}\nVM web-01 VSS: No Contact`,
    'a system that can be the host’s': 'OS: Windows Server 2019\nVM web-01 VSS: No Contact',
    'a system that is a guest’s': 'OS: Debian 12\nVM web-01 VSS: No Contact',
    'a guest before its VM': 'Guest OS: Windows 11\nVM web-01 VSS: No Contact',
    'a guest with a long name': `Guest OS: Debian 12 ${'x'.repeat(150)}\nVM web-01 VSS: No Contact`,
    'a guest of two VMs': 'Guest OS: Debian 12\nVM web-01 VSS: No Contact\nVM db-02 VSS: No Contact',
    'a guest below a VM of two': 'VM web-01 VSS: No Contact\nVM: db-02\nGuest OS: Debian 12\nVSS: No Contact',
    'a guest below a VM that nobody speaks of': 'VM: db-02\nGuest OS: Debian 12\nVM web-01 VSS: No Contact',
    'two guests of one family': 'VM: web-01\nGuest OS: Debian 12\nGuest OS: Debian 11\nVSS: No Contact',
    'two guests of two families': 'VM: web-01\nGuest OS: Debian 12\nGuest OS: Ubuntu 22.04\nVSS: No Contact',
    'items of a guest by the name of its VM':
      'FullyQualifiedDomainName : db-02.example\nOSName : Debian\n\nVM web-01 VSS: No Contact\nVM db-02 VSS: No Contact\n',
    'items of a guest by another name':
      'FullyQualifiedDomainName : app-03.example\nOSName : Debian\n\nVM web-01 VSS: No Contact\nVM db-02 VSS: No Contact\n',
    'items of a guest without a name, of one VM': 'OSName : Debian\nOSVersion : 6.1\n\nVM web-01 VSS: No Contact\n',
    'items of a guest without a name, of two VMs':
      'OSName : Debian\nOSVersion : 6.1\n\nVM web-01 VSS: No Contact\nVM db-02 VSS: No Contact\n',
  })
})

describe('a subject without a VM', () => {
  approveTexts({
    'beside one VM': 'VSS shows degraded\n\nVM web-01 heartbeat: OK',
    'beside one VM that says the same of itself': 'VSS shows degraded\n\nVM web-01 VSS: No Contact',
    'beside one VM, surely': 'VSS: No Contact\n\nVM web-01 VSS: OK',
    'beside two VMs': 'VSS shows degraded\n\nVM web-01 heartbeat: OK\nVM db-02 heartbeat: OK',
    'beside a name': 'VSS: No Contact\nit is about the VM web-01',
    'beside a label': 'VSS: No Contact\nServer: web-01\nVM: web-01',
    'beside a label of several words': 'VSS: No Contact\nVM: my web server',
    'beside two names': 'VSS: No Contact\nit is about the VM web-01, not the VM\nor the VM db-02',
    'beside one name twice': 'VSS: No Contact\nit is about the VM web-01\nVM: WEB-01',
    'beside the name of a host': 'VSS: No Contact\nit is about the VM hv-01',
    'beside a line about the host': 'VSS: No Contact\nthe host of the VM web-01',
    'and an event': `VSS shows degraded\n\nEvent ID: 23014 'Adapter' 'web' ${VM} 3.3 3.2`,
    'an event without a VM, and a VM':
      'Event ID: 4010 Data Exchange (3.0) (3.0) (4.0) (5.0) does not match the version expected by Hyper-V\n\nVM web-01 heartbeat: OK',
    'an event with an id and no name, and a VM': `Event ID: 4010 ${VM} Data Exchange (3.0) (3.0) (4.0) (5.0)\n\nVM web-01 heartbeat: OK`,
    'words of Hyper-V Manager, and a VM': 'integration services: degraded, it runs Ubuntu\n\nVM web-01 heartbeat: OK',
    'words of Hyper-V Manager, and two VMs':
      'integration services: degraded, it runs Ubuntu\n\nVM web-01 heartbeat: OK\nVM db-02 heartbeat: OK',
    'a state, and a VM': 'State : Off\nGeneration : 2\n\nVM web-01 heartbeat: OK',
    'a state, and a VM with a state': 'State : Off\nGeneration : 2\n\nVMName : web\nState : Running\n',
    'a state, and a VM without one':
      'State : Off\nGeneration : 2\n\nVMName : web\nName : VSS\nEnabled : True\nPrimaryStatusDescription :\n',
    'a state and all the rest, and a VM':
      'State : Running\nGeneration : 2\nVersion : 9.0\nUptime : 00:10:00\nHealthState : 20\nReplicationMode : Replica\n\nVM web-01 heartbeat: OK',
    'a state and all the rest, and a VM that has it':
      'State : Running\nGeneration : 2\nVersion : 9.0\nUptime : 00:10:00\nHealthState : 20\n\nVMName : web\nGeneration : 1\nVersion : 8.0\nUptime : 00:20:00\nHealthState : 5\n',
    'two subjects': 'State : Off\nGeneration : 2\n\nState : Running\nGeneration : 1\n\nVM web-01 heartbeat: OK',
  })
})

describe('sayings about one service', () => {
  const say = (...statuses: readonly string[]): string =>
    statuses.map((status) => `VM web-01 VSS: ${status}`).join('\n')
  approveTexts({
    'the same twice': say('No Contact', 'No Contact'),
    'a guess and something sure': say('no contact and so on', 'Degraded'),
    'something sure and a guess': say('Degraded', 'no contact and so on'),
    'a guess and something sure that is better': say('no contact and so on', 'OK'),
    'two guesses': say('degraded and so on', 'no contact and so on'),
    'two guesses, the worse first': say('no contact and so on', 'degraded and so on'),
    'a working one and one that does not work': say('Degraded', 'Lost Communication'),
    'two that do not work': say('Lost Communication', 'No Contact'),
    'a switch and a status': say('disabled', 'No Contact'),
    'a status and a switch': say('No Contact', 'disabled'),
    'two switches': say('disabled', 'enabled'),
    'nothing twice': say('--', '---'),
    'no code and something that works':
      'VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,,Protocol Mismatch\n\nVM web VSS: OK/OK',
  })
})

describe('VMs of one name', () => {
  approveTexts({
    'with two ids': `VMName,VMId,State\nweb,${VM},Off\nweb,9D2F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A12,Off\n`,
    'with and without an id': `VMName,VMId,State\nweb,,Off\nweb,${VM},Off\n`,
    'without and with an id, apart': `VMName : web\nState : Off\n\nVM: x\n\nVMName : web\nVMId : ${VM}\nGeneration : 2\nState : Off\n`,
    'in three rows': 'VMName,State\nweb,Off\nweb,Off\nweb,Off\n',
    'in another case': 'VM WEB-01 VSS: No Contact\nVM web-01 heartbeat: OK',
    'without a name, twice the same':
      'Name,Enabled,PrimaryStatusDescription,SecondaryStatusDescription\nVSS,True,OK,\nVSS,True,No Contact,\nHeartbeat,True,OK,OK\n',
    'cut off, of one that is known':
      'VM web-01-long VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nweb-01...,Heartbeat,No Contact\n',
    'cut off, of two that are known':
      'VM web-01-long VSS: No Contact\nVM web-01-longer VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nweb-01...,Heartbeat,No Contact\n',
    'cut off after three letters':
      'VM web-01 VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nweb…,Heartbeat,No Contact\n',
    'cut off after two letters':
      'VM web-01 VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nwe…,Heartbeat,No Contact\n',
    'cut off, where it stands so already':
      'VMName,Name,PrimaryStatusDescription\nweb-0...,Heartbeat,No Contact\n\nVM web-01 VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nweb-0...,VSS,No Contact\n',
    'with dots in the middle':
      'VM web-01...x VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nweb-01...x,Heartbeat,No Contact\nweb...x,Heartbeat,No Contact\n',
    'cut off, beside a VM without a name': `VMId,State\n${VM},Off\n\nVM web-01 VSS: No Contact\n\nVMName,Name,PrimaryStatusDescription\nweb-...,Heartbeat,No Contact\n`,
  })
})

describe('texts without anything to judge', () => {
  approveTexts({
    'no text': '',
    'white space': ' \n\t\n',
    'a program': '\u0001\u0002\u0003\u0004MZ',
    'words that are about something else': 'hello\n\nbye',
  })
})
