import { describe } from 'vitest'
import { kvpItem } from '../capture-builder'
import { approveTexts } from './approved-texts'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'
const OTHER = '9D2F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A12'
const MISMATCH = `'web' (Virtual machine ID ${VM}) does not match the version expected by Hyper-V. Framework (3.0) (3.0) Message (4.0) (5.0)`

describe('events in several lines', () => {
  approveTexts({
    'an id twelve lines above': `Event ID: 23014${'\n'.repeat(12)}'Adapter' 'web' ${VM} (3.3) (3.2)`,
    'an id thirteen lines above': `Event ID: 23014${'\n'.repeat(13)}'Adapter' 'web' ${VM} (3.3) (3.2)`,
    'ten lines': `Event ID: 23014\n(3.3) (3.2)${'\nx'.repeat(8)}\n'Adapter' 'web' ${VM}`,
    'eleven lines': `Event ID: 23014\n(3.3) (3.2)${'\nx'.repeat(9)}\n'Adapter' 'web' ${VM}`,
    'an empty line between': `Event ID: 23014\n(3.3) (3.2)\n\n'Adapter' 'web' ${VM}`,
    'a command between': `Event ID: 23014\n(3.3) (3.2)\nGet-VM x\n'Adapter' 'web' ${VM}`,
    'the id of another VM between': `Event ID: 23014 'Adapter' 'web' ${VM}\nand ${OTHER}\n3.3 3.2`,
    'the id of the same VM again': `Event ID: 23014 'Adapter' 'web' ${VM}\nand ${VM}\n3.3 3.2`,
    'indented lines': `Event ID: 23014\n    'Adapter'\n    'web' ${VM}\n    3.3 3.2`,
    'a whole 4010 and a line of its own': `Event ID: 4010 ${MISMATCH}\nVM db-02 VSS: No Contact`,
    'a 4010 with two versions and a line of its own': `Event ID: 4010 'web' ${VM} (4.0) (5.0)\nVM db-02 VSS: No Contact`,
    'a whole 4096 and a line of its own': `Event ID: 4096 'web': The Data Exchange integration service is either not enabled, not running or not initialized. (Virtual machine ID ${VM})\nVM db-02 VSS: No Contact`,
    'a 4096 whose VM stands below': `Event ID: 4096 (Virtual machine ID ${VM}): The integration service is either not enabled, not running or not initialized.\n'web'`,
    'a whole device and a line of its own': `Event ID: 23012 'Adapter' 'web' ${VM} 3.3 3.2\nVM db-02 VSS: No Contact`,
    'a device without its versions and a line of its own': `Event ID: 23012 'Adapter' 'web' ${VM}\nVM db-02 VSS: No Contact`,
    'two events of one VM': `Event ID: 23014 'Adapter' 'web' ${VM} 3.3 3.2\nEvent ID: 23014 'Controller' 'web' ${VM} 3.3 3.2`,
  })
})

describe('events by their numbers, words and providers', () => {
  approveTexts({
    'a number in any text': `we sold 4010 'web' pieces`,
    'a number in a text about Hyper-V': `Hyper-V\nwe saw 4010 'web' (4.0) (5.0)`,
    'a number with a VM’s id': `4010 'web' ${VM} (4.0) (5.0)`,
    'no number and four versions': `'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'no number and three versions': `'web' ${VM} (3.0) (4.0) (5.0)`,
    'no number, four versions and no id': `'web' (3.0) (3.0) (4.0) (5.0)`,
    'four versions in the brackets of East Asia': `'웹' ${VM}（3.0）（3.0）（4.0）（5.0）`,
    'the text of a 4010': `Hyper-V Heartbeat connected to ${MISMATCH}`,
    'the text of a 4096': `'web' (${VM}): The Heartbeat integration service is either not enabled, not running or not initialized.`,
    'the text of a 4096 that names no service': `'web' (${VM}): The integration service is either not enabled, not running or not initialized.`,
    'the text of a device': `'Network Adapter' in 'web' (${VM}) has loaded but has a different version from the server. 3.3 3.2`,
    'the text of a device that cannot load': `'Network Adapter' in 'web' (${VM}) cannot load because it is incompatible with virtualization stack. 3.3 3.2`,
    'the text of a storage device': `Storage device in 'web' (${VM}) cannot load because it is incompatible with the server virtualization stack. 6.0 4.2`,
    'a storage event with a number that is none': `storvsp 7 in 'web' (${VM})`,
    'a storage event 6': `storvsp 6 in 'web' (${VM}) 6.0 4.2`,
    'a storage event 5': `storvsp, 5, in 'web' (${VM}) 6.0 4.2`,
    'the number of a storage event alone': `Event ID: 5\n'web' (${VM}) (6.0) (4.2)`,
    'another event': `Event ID: 1 'web' (${VM}) (3.0) (3.0)`,
    'incompatible words': `this is incompatible with 'web' (${VM})`,
    'the provider of data exchange': `Source: Microsoft-Windows-Hyper-V-Integration-KvpExchange\nEvent ID: 4010\n'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'the provider of shutdown': `Source: Microsoft-Windows-Hyper-V-Integration-Shutdown\nEvent ID: 4010\n'web' ${VM} (3.0) (3.0) (3.2) (3.3)`,
    'a provider on the event’s own line': `Hyper-V-Integration-TimeSync 4010 'web' ${VM} (3.0) (3.0) (3.2) (3.3)`,
    'the provider of VSS by its id': `4010 67E605EE-A4D8-4C46-AE50-893F31E13963 'web' ${VM} (3.0) (3.0) (5.0) (6.0)`,
    'the provider of VSS': `Hyper-V-Integration-VSS 4010 'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'data exchange in Korean': `이벤트 ID: 4010\n'웹' ${VM} 데이터 교환 (3.0) (3.0) (4.0) (5.0)`,
    'data exchange in Korean, with other versions': `이벤트 ID: 4010\n'웹' ${VM} 데이터 교환 (3.0) (3.0) (4.0) (5.1)`,
    'a service of a guess': `Event ID: 4010 'web' ${VM} 하트비트 (3.0) (3.0) (3.0) (3.2)`,
    'remote desktop': `Event ID: 4010 'web' ${VM} Remote Desktop Virtualization (3.0) (3.0) (4.0) (5.1)`,
    'remote desktop and another service': `Event ID: 4010 'web' ${VM} Remote Desktop Virtualization, Shutdown (3.0) (3.0) (4.0) (5.1)`,
    'no service, by its versions': `Event ID: 4010 'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'no service, by other versions': `Event ID: 4010 'web' ${VM} (3.0) (3.0) (4.0) (5.1)`,
    'no service, by other versions still': `Event ID: 4010 'web' ${VM} (3.0) (3.0) (4.1) (5.0)`,
    'a number further in than is read': `${' '.repeat(10)}x${'y'.repeat(2000)} Event ID: 23014 'Adapter' 'web' ${VM}`,
    'a version further in than is read': `Event ID: 23014 'Adapter' 'web' ${VM} ${'y'.repeat(4000)} 3.3 3.2`,
  })
})

describe('names that an event quotes', () => {
  approveTexts({
    'double quotation marks': `Event ID: 23014 "Adapter" "web" ${VM} 3.3 3.2`,
    'German quotation marks': `Event ID: 23014 „Adapter“ „web“ ${VM} 3.3 3.2`,
    'French quotation marks': `Event ID: 23014 « Adapter » « web » ${VM} 3.3 3.2`,
    'Japanese quotation marks': `Event ID: 23014 「Adapter」 『web』 ${VM} 3.3 3.2`,
    'the VM first': `Event ID: 23014 'web' 'Microsoft Synthetic Adapter' ${VM} 3.3 3.2`,
    'both like a device': `Event ID: 23014 'Adapter' 'VMBus' ${VM} 3.3 3.2`,
    'the VM alone': `Event ID: 23014 'web' ${VM} 3.3 3.2`,
    'a version in quotation marks': `Event ID: 4010 '4.0' 'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a number in quotation marks': `Event ID: 4010 '40' 'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a longer version in quotation marks': `Event ID: 4010 '4.0.12.3' 'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a name that begins with a number': `Event ID: 4010 '40-web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a name that begins with a version': `Event ID: 4010 '4.0-web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a name with numbers behind a dot': `Event ID: 4010 '4.web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'Hyper-V in quotation marks': `Event ID: 4010 'Hyper-V Data Exchange' 'web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a name with Hyper-V in it': `Event ID: 4010 'my hyper-v web' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'a service in quotation marks': `Event ID: 4010 'Heartbeat' 'web' ${VM} (3.0) (3.0) (3.0) (3.2)`,
    'data exchange in quotation marks': `이벤트 ID: 4010 '데이터 교환' '웹' ${VM} (3.0) (3.0) (4.0) (5.0)`,
    'attributes of the XML view': `<Event xmlns='x'><Provider Name='Microsoft-Windows-Hyper-V-Integration' Guid='{67E605EE-A4D8-4C46-AE50-893F31E13963}'/><EventID>4010</EventID>'web' ${VM} (3.0) (3.0) (4.0) (5.0)</Event>`,
    'the name in the XML view': `<EventID>4010</EventID><VmName>web</VmName><VmId>${VM}</VmId> 'x' (3.0) (3.0) (4.0) (5.0)`,
    'versions beside an id': `Event ID: 23014 'Adapter' 'web' ${VM} 3.3 3.2 9.9`,
    'versions of three parts': `Event ID: 23014 'Adapter' 'web' ${VM} 10.0.1 3.3 3.2`,
    'versions in brackets': `Event ID: 23014 'Adapter' 'web' ${VM} (3.3) (3.2)`,
    'an id that looks like versions': `Event ID: 23014 'Adapter' 'web' 12345678-1234-1234-1234-123456789012 3.3 3.2`,
  })
})

describe('what an event says of its VM', () => {
  approveTexts({
    'a device of a VM without a name': `Event ID: 23014\nthe adapter has loaded but has a different version from the server 3.3 3.2 ${VM}`,
    'no VM at all': `Event ID: 23014\nit has loaded but has a different version from the server 3.3 3.2`,
    'a mismatch that a table says already': `VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,OK,Protocol Mismatch\n\n4010 'web' does not match the version expected by Hyper-V`,
    'a mismatch of a service beside one that is OK': `VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,OK,\n\nEvent ID: 4010 'web' does not match the version expected by Hyper-V`,
    'a mismatch with versions beside one that is known': `VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,OK,Protocol Mismatch\n\nEvent ID: 4010 'web' does not match the version expected by Hyper-V (4.1) (5.1)`,
    'a mismatch of a service without versions': `Event ID: 4010 Heartbeat 'web' does not match the version expected by Hyper-V`,
    'a mismatch of a service with one version': `Event ID: 4010 Heartbeat 'web' does not match the version expected by Hyper-V (3.0)`,
    'a mismatch after a status': `VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,Key-Value Pair Exchange,OK,\n\nEvent ID: 4010 Data Exchange 'web' (3.0) (3.0) (4.0) (5.0)`,
    'a mismatch before a status': `Event ID: 4010 Data Exchange 'web' (3.0) (3.0) (4.0) (5.0)\n\nVMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,Key-Value Pair Exchange,No Contact,\n`,
    'a service that did not run, and its status': `'web' (${VM}): The Heartbeat integration service is either not enabled, not running or not initialized.\n\nVM web heartbeat: OK`,
    'a VM that is off, after an event': `Event ID: 23014 'Adapter' 'web' ${VM} 3.3 3.2\n\nVMName : web\nState : Off\n`,
    'a subject without a VM, and an event': `Event ID: 4010 Data Exchange does not match the version expected by Hyper-V (3.0) (3.0) (4.0) (5.0)\n\nVM web-01 heartbeat: OK\n`,
  })
})

describe('data exchange items as XML', () => {
  const item = kvpItem('OSName', 'Ubuntu')
  const broken = item.replace('<PROPERTY NAME="Data"', '\n   <PROPERTY NAME="Data"')
  approveTexts({
    'of the VM above': `VM: web-01\n${item}\n${kvpItem('OSMajorVersion', '22.04')}\nVSS: No Contact`,
    'over several lines': `VM: web-01\n${broken}\nVSS: No Contact`,
    'indented, with spaces at the end': `VM: web-01\n   ${item}   \n   ${kvpItem('OSMajorVersion', '22.04')}\nVSS: No Contact`,
    'behind an empty line': `VM: web-01\n<INSTANCE CLASSNAME="x">\n\n${item}\nVSS: No Contact`,
    broken: `VM: web-01\n<INSTANCE CLASSNAME="x">\nVMName : web-01\nName : VSS\nPrimaryStatusDescription : No Contact\n`,
    'of no VM': `${item}\n`,
    'of two VMs': `VM: web-01\n${item}\nVM: db-02\n${kvpItem('OSName', 'Debian GNU/Linux')}\n`,
    'as many lines as are read': `VM: web-01\n<INSTANCE CLASSNAME="x">${'\nx'.repeat(398)}\n${item}\nVSS: No Contact`,
    'more lines than are read': `VM: web-01\n<INSTANCE CLASSNAME="x">${'\nx'.repeat(399)}\n${item}\nVSS: No Contact`,
  })
})
