import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'
const SENTENCE = 'The protocol version of the component installed in the virtual'
const REST = 'machine does not match the version expected by the hosting system'

describe('keys and values', () => {
  approveTexts({
    'signs around the keys': '- **VMName** : web\n* "Name": VSS\n• PrimaryStatusDescription : No Contact\n',
    'labels in front of nothing': 'Service:\nPrimary status: OK\n: x\n= y\n',
    'a key at the very end of what is looked at': `${' '.repeat(74)}State: Off\nVMName : web\n`,
    'a key beyond what is looked at': `${' '.repeat(75)}State: Off\nVMName : web\n`,
    'values in quotation marks': '"VMName": "web",\n"Name": "VSS",\n"PrimaryStatusDescription": "No Contact"\n',
    'a quoted word inside a value': 'VMName : the "old" web\nName : VSS\nPrimaryStatusDescription : No Contact\n',
    'a quoted word at the beginning of a value':
      'VMName : "old" web\nName : VSS\nPrimaryStatusDescription : No Contact\n',
    'null and commas':
      '"VMName": null,\n"Name": "VSS",\n"PrimaryStatusDescription": "No Contact",\n"SecondaryStatusDescription": null,\n',
    'a VM of the name null': '"VMName": "null",\n"Name": "VSS",\n"PrimaryStatusDescription": "No Contact",\n',
    'words that every object inherits':
      'constructor : x\nVMName : web\ntoString : y\nName : VSS\nPrimaryStatusDescription : No Contact\n',
    'a state alone': 'State : Off\n',
    'a generation alone': 'Generation : 2\n',
    'a name alone': 'VMName : web\n',
    'an event number alone': 'EventID : 23014\n',
    'a state alone beside a generation alone': 'Generation : 2\n\nState : Off\n',
    'labels of a ticket':
      'Service name: VSS\nPrimary operational status: OK\nSecondary operational status: Protocol Mismatch\nVM: web-01\n',
    'labels of a ticket in Korean': '통합 서비스 이름: VSS\n상태: 연결 안 됨\n가상 머신: 회계\n',
    'a state as its label': 'VM state: Off\nVMName: web\n',
    'a component as its label': 'Component: VSS\nOperational status: No Contact\nVMName: web\n',
  })
})

describe('values over several lines', () => {
  approveTexts({
    'indented below the value': `VMName                     : web\nName                       : VSS\nPrimaryStatusDescription   : OK\nSecondaryStatusDescription : ${SENTENCE}\n                             ${REST}\nEnabled                    : True\n`,
    'indented a little': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : The protocol\n            version\nEnabled : True\n`,
    'indented by two and by one': `Name : web\nState : Off\nStatus : Operating\n  normally\n one\n`,
    'a property that stands as far in as its value':
      'VMName : web\nName : VSS\nPrimaryStatusDescription : OK\n  Enabled : False\n',
    'a property below a value further in': `Name                     : VSS\nPrimaryStatusDescription : OK\n                           State : x\nVMName                   : web\n`,
    'a property indented less than the value': `VMName                   : web\nPrimaryStatusDescription : OK\n            Name : VSS\n`,
    'not indented, at the width of mail': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : ${SENTENCE}\n${REST}\n`,
    'not indented, behind a short line': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : The protocol\nversion of the component\n`,
    'not indented, below something else': `VMName : ${'w'.repeat(60)}\neb\nName : VSS\nPrimaryStatusDescription : No Contact\n`,
    'not indented, below an empty value': `VMName : web\nName : VSS\nPrimaryStatusDescription : No Contact\n${' '.repeat(60)}SecondaryStatusDescription :\nmore words\n`,
    'not indented, beginning with a sign': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : ${SENTENCE}\n(${REST})\n`,
    'indented by one, at the width of mail': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : ${SENTENCE}\n ${REST}\n`,
    'a command below': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : ${SENTENCE}\nGet-VM web\n`,
    'a command below an open list': 'VMName : web\nName : VSS\nOperationalStatus : {Ok,\nGet-VM web\n',
    'a list that stays open': 'VMName : web\nName : VSS\nOperationalStatus : {Ok,\nProtocolMismatch}\nEnabled : True\n',
    'a list that begins below its key':
      'VMName : web\nName : VSS\nOperationalStatus :\n            {Ok,\nProtocolMismatch}\n',
    'a list with a property inside': 'VMName : web\nName : VSS\nOperationalStatus : {Ok,\nEnabled : False\n',
    'sixty lines': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : The protocol${'\n                         x'.repeat(60)}\nEnabled : False\n`,
    'sixty-one lines': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\nSecondaryStatusDescription : The protocol${'\n                         x'.repeat(61)}\nEnabled : False\n`,
  })
})

describe('brackets, as Format-Custom prints them', () => {
  approveTexts({
    'a list': 'VMName = web\nName = VSS\nOperationalStatus =\n  [\n    Ok\n    ProtocolMismatch\n  ]\nEnabled = True\n',
    'a list in braces':
      'VMName = web\nName = VSS\nOperationalStatus =\n  {\n    Ok\n    ProtocolMismatch\n  }\n\nEnabled = True\n',
    'a list at the end of the text': 'VMName = web\nName = VSS\nOperationalStatus =\n  [\n    Ok\n  ]',
    'a list behind a value':
      'VMName = web\nName = VSS\nPrimaryStatusDescription = No Contact\n[\nOk\n]\nEnabled = True\n',
    'a list of sixty': `VMName = web\nName = VSS\nOperationalStatus =\n[\n${'Ok\n'.repeat(58)}]\nEnabled = True\n`,
    'a list of more': `VMName = web\nName = VSS\nOperationalStatus =\n[\n${'Ok\n'.repeat(59)}]\nEnabled = True\n`,
    'objects in braces':
      'class VMIntegrationComponent\n{\n  VMName = web\n  Name = VSS\n  PrimaryStatusDescription = No Contact\n}\nclass VMIntegrationComponent\n{\n  VMName = web\n  Name = Heartbeat\n  PrimaryStatusDescription = OK\n}\n',
    'objects in braces with commas':
      '"VMName": "web",\n"Name": "VSS",\n"PrimaryStatusDescription": "No Contact"\n},\n{\n"VMName": "db",\n"Name": "VSS",\n"PrimaryStatusDescription": "No Contact"\n}],\n',
    'a class in a sentence': 'VMName = web\nfirst class x\nName = VSS\nPrimaryStatusDescription = No Contact\n',
    'a class and more': 'VMName = web\nclass x of something\nName = VSS\nPrimaryStatusDescription = No Contact\n',
    'objects between lines':
      'VMName : web\nState : Off\n---\nVMName : db\nState : Off\n--\nVMName : app\nState : Off\n',
    'brackets and words': 'VMName : web\nState : Off\n{} and more\nVMName : db\nState : Off\n',
  })
})

describe('objects one after the other', () => {
  const six = (between: string): string =>
    ['a', 'b', 'c', 'd', 'e', 'f']
      .map((name) => `Name : Dienst ${name}\nEnabled : True\nPrimaryStatusDescription : OK\n`)
      .join(between)
  approveTexts({
    'two empty lines apart': `VMName : web\nName : VSS\nPrimaryStatusDescription : OK\n\n\nVMName : web\nName : Heartbeat\nPrimaryStatusDescription : OK\n`,
    'six empty lines apart': `ElementName=web\nEnabledState=2\n${'\n'.repeat(6)}ElementName=db\nEnabledState=3\n`,
    'seven empty lines apart': `ElementName=web\nEnabledState=2\n${'\n'.repeat(7)}ElementName=db\nEnabledState=3\n`,
    'six services in an unknown language': six('\n'),
    'six services in an unknown language, two lines apart': six('\n\n'),
    'six services in an unknown language, between lines': six('\n---\n\n'),
    'a property nobody knows':
      'VMName : web\nFoo : bar\nName : VSS\n"Baz" = 1\nPrimaryStatusDescription : No Contact\n',
    'a property nobody knows, indented':
      '  VMName : web\n  Foo : bar\n  Name : VSS\n  PrimaryStatusDescription : No Contact\n',
    'a property nobody knows behind an empty line':
      'VMName : web\nName : VSS\nPrimaryStatusDescription : No Contact\n\nFoo : bar\nState : Off\n',
    'a service as a key': 'VMName : web\nState : Running\nVSS : No Contact\nHeartbeat : OK\n',
    'a label as a key': 'VMName : web\nState : Running\nGuest OS : Ubuntu 22.04\nUptime : 00:10:00\n',
    'words of a sentence': 'VMName : web\nState : Running\nthat is all\nUptime : 00:10:00\n',
    'a command between': 'VMName : web\nState : Off\nGet-VM db\nVMName : db\nState : Off\n',
    'a command that looks like a property': 'VMName : web\nState : Off\n$State = Get-VM db\nUptime : 00:00:00\n',
  })
})

describe('objects as texts', () => {
  approveTexts({
    'two properties': '@{VMName=web; State=Off}\n',
    'one property': '@{State=Off}\n',
    'one property and one that nobody knows': '@{Foo=1; State=Off}\n',
    'spaces around values': '@{VMName= web ; Name= VSS ; PrimaryStatusDescription= No Contact }\n',
    'a property without a value': '@{VMNamex; Name=VSS; PrimaryStatusDescription=No Contact; VMId}\n',
    'an empty property': '@{=x; VMName=web; State=Off}\n',
    'no beginning': 'VMName=web; Name=VSS; PrimaryStatusDescription=No Contact}\n',
    'nothing inside': '@{}\nVM web-01 VSS: No Contact\n',
    'an end before the beginning': '} @{VMName=web; Name=VSS; PrimaryStatusDescription=No Contact\n',
    'as long as is read': `@{VMName=web; State=Off; Notes=${'x'.repeat(7969)}}\n`,
    'longer than is read': `@{VMName=web; State=Off; Notes=${'x'.repeat(7970)}}\n`,
    'words around': `the VM is @{VMName=web; VMId=${VM}; State=Off} there\n`,
    'pairs of a log': 'time=08:00 vm=web service=VSS status="No Contact" enabled=True\n',
    'pairs in single quotation marks': "vm='my web' service='VSS' primary_status='No Contact'\n",
    'two pairs': 'service=VSS status=NoContact\n',
    'no service among the pairs': 'vm=web status=NoContact enabled=True\n',
    'no status among the pairs': 'vm=web service=VSS enabled=True\n',
    'a status by another name': 'vm=web name=VSS primary_operational_status=NoContact\n',
    'a status by its plain name': 'vm=web name=VSS operational_status=NoContact\n',
    'a pair that comes twice': 'vm=web service=VSS service=Heartbeat operational_status=NoContact\n',
    'an empty pair': 'vm="" service=VSS operational_status=NoContact\n',
    'a pair that nobody knows': 'vm=web foo=1 service=VSS operational_status=NoContact\n',
    'a part of a word': 'my-vm=db vm=web x.service=Heartbeat service=VSS operational_status=NoContact\n',
    'pairs as long as are read': `vm=web service=VSS operational_status=NoContact x=${'y '.repeat(974)}yy\n`,
    'pairs longer than are read': `vm=web service=VSS operational_status=NoContact x=${'y '.repeat(975)}z\n`,
  })
})
