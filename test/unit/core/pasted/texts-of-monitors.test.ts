import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const SENTENCE =
  'The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system'

describe('a status behind the name of its service', () => {
  approveTexts({
    'as many signs as are skipped': `VM web-01 VSS${':'.repeat(60)}No Contact`,
    'more signs than are skipped': `VM web-01 VSS${':'.repeat(61)}No Contact`,
    'a switch and nothing else': 'VM web-01 VSS: enabled',
    'a switch in brackets': 'VM web-01 VSS (disabled)',
    'a switch and a status': 'VM web-01 VSS: enabled: No Contact',
    'a switch and a word that nobody knows': 'VM web-01 VSS: enabled something',
    'a word that only begins like a switch': 'VM web-01 VSS: activefoo',
    'inactive and a status': 'VM web-01 VSS: inactive, No Contact',
    'two statuses of which one is empty': 'VM web-01 VSS: -/ProtocolMismatch',
    'two statuses and more words': 'VM web-01 VSS: OK/OK and so on',
    'two statuses and a sign': 'VM web-01 VSS: OK/ProtocolMismatch.',
    'two words that are no statuses': 'VM web-01 VSS: foo/OK',
    'a slash further behind': 'VM web-01 VSS: No Contact, see a/b',
    'two statuses of a guess': 'VM web-01 하트비트: OK/OK',
    'dashes in place of a status': 'VM web-01 VSS: ---',
    'dashes and a word': 'VM web-01 VSS: --- none',
    'the sentence': `VM web-01 VSS: ${SENTENCE}`,
    'the sentence in quotation marks': `VM web-01 VSS: OK, "${SENTENCE}."`,
    'the sentence in brackets, of a guess': `VM web-01 하트비트: OK (${SENTENCE})`,
    'a second status with its label': 'VM web-01 VSS: OK, detail: Protocol Mismatch',
    'a second status with a label in Korean': 'VM web-01 VSS: OK, 보조 상태: Protocol Mismatch',
    'a second status and words': 'VM web-01 VSS: OK, Protocol Mismatch and more',
    'a number and another': 'VM web-01 VSS: 3, 32775',
    'data of a monitor behind a bar': "VM web-01 VSS: No Contact | 'time'=0.2s;;;0",
    'a bar without data': 'VM web-01 | VSS: No Contact',
    'a bar with other words': 'VM web-01 VSS: No Contact | see the log',
    'a service of the guest in the same line': 'vmicheartbeat of VM web-01: VSS: No Contact',
    'a line as long as is read': `VM web-01 VSS: No Contact ${'x'.repeat(2974)}`,
    'a line longer than is read': `VM web-01 VSS: No Contact ${'x'.repeat(2975)}`,
    'a mistyped name': 'VM: web-01\nHearbeat: No Contact',
    'a mistyped name with signs': 'VM: web-01\n- *Hearbeat* = No Contact',
    'a mistyped name and a word that nobody knows': 'VM: web-01\nHearbeat: perhaps',
    'a mistyped name too short': 'VM: web-01\nHeartb: No Contact',
    'a mistyped name that stands far in': `VM: web-01\n${' '.repeat(41)}Hearbeat: No Contact`,
    'a mistyped name that stands further in': `VM: web-01\n${' '.repeat(43)}Hearbeat: No Contact`,
  })
})

describe('words that nobody knows', () => {
  approveTexts({
    'behind a label': 'VM web-01 heartbeat: OK\nVSS: perhaps',
    'behind a label, of no VM': 'VSS: perhaps',
    'behind a label in quotation marks': 'VM web-01 heartbeat: OK\nVSS "perhaps"',
    'behind a dash': 'VM web-01 heartbeat: OK\nVSS - perhaps',
    'behind a particle': 'VM web-01 heartbeat: OK\n하트비트가 「아마」',
    'behind a label with a number': 'VM web-01 heartbeat: OK\n1 VSS: perhaps',
    'behind a label with a word': 'VM web-01 heartbeat: OK\nour VSS: perhaps',
    'in a line of forty-five characters': `VM web-01 heartbeat: OK\nVSS: ${'p'.repeat(40)}`,
    'in a line of forty-six characters': `VM web-01 heartbeat: OK\nVSS: ${'p'.repeat(41)}`,
    'in an indented line': `VM web-01 heartbeat: OK\n${' '.repeat(30)}VSS: ${'p'.repeat(40)}`,
    'of two services': 'VM web-01 heartbeat: OK\nVSS: perhaps, KVP: perhaps',
    'beside one that is known': 'VM web-01 VSS: perhaps, heartbeat: OK',
    'of a VM that is named nowhere else': 'VM web-01 heartbeat: OK\nVM db-02\nVM: db-02\nVSS: perhaps',
    'of a VM that is known': 'VM web-01 heartbeat: OK\nVM db-02 heartbeat: OK\nVM: db-02\nVSS: perhaps',
    'of one of two VMs': 'VM web-01 heartbeat: OK\nVM db-02 heartbeat: OK\nVSS: perhaps',
  })
})

describe('which VM a line speaks of', () => {
  approveTexts({
    'two VMs in brackets': 'web-01 (VSS: No Contact), db-02 (VSS: OK, KVP: OK)',
    'a VM behind a comma': 'web-01: VSS: No Contact, db-02: VSS: OK',
    'a VM behind a semicolon': "'web-01' VSS: No Contact; 'db-02' VSS: OK",
    'a VM behind the last service': 'web-01: VSS: No Contact, KVP: OK, db-02: fine',
    'a name alone': 'mail VSS: No Contact',
    'a name alone in a sentence': 'mail VSS shows degraded',
    'a name in a sentence': 'on web-01 the VSS shows degraded, and KVP shows degraded',
    'a name behind the service': 'VSS shows degraded on web-01',
    'two names in a sentence': 'VSS shows degraded on web-01, KVP shows degraded on db-02',
    'a section': '<<<<web-01>>>>\nVSS: No Contact',
    'a section with a label': '--- VM: web-01 ---\nVSS: No Contact',
    'a section with a label alone': '=== VM ===\nVSS: No Contact',
    'a section of two words': '=== two words ===\nVSS: No Contact',
    'an empty section': '<<<<web-01>>>>\nVSS: No Contact\n<<<<>>>>\nKVP: No Contact',
    'a section with spaces': '   <<<< web-01 >>>>   \nVSS: No Contact',
    'a section further in': '     <<<<web-01>>>>\nVSS: No Contact',
    'a section with other signs behind': '=== web-01 ---\nVSS: No Contact',
    'a section with one sign': '= web-01 =\nVSS: No Contact',
    'a script that checks': "checking virtual machine 'web-01' now\nVSS: No Contact",
    'a script that checks nobody': "checking virtual machine ''\nVSS: No Contact",
    'the guest in the same line': 'VM web-01, guest: Ubuntu 22.04, VSS: No Contact',
    'the tools of the guest': 'VM web-01: guest.tools.service.vss: No Contact',
  })
})

describe('texts that speak of other products too', () => {
  approveTexts({
    'a status of a VM without a name': 'our vCenter and Hyper-V\nVSS: No Contact',
    'a status of a VM with a name': 'our vCenter and Hyper-V\nVM web-01 VSS: No Contact',
    'a status below a heading': 'our vCenter and Hyper-V\nVM: web-01\nVSS: No Contact',
    'a status of another product': 'our vCenter\nVM web-01 heartbeat: No Contact',
    'a status of a program': 'our kubernetes\nheartbeat: lost communication',
    'a status of a program beside Hyper-V': 'our kubernetes on Hyper-V\nheartbeat: lost communication',
    'two services of a program': 'our kubernetes\nheartbeat: OK\nKVP: OK',
    'two services that are OK': 'heartbeat: OK\nKVP: OK',
    'two services of which none is telling': 'heartbeat: OK\nshutdown: OK',
    'words of Hyper-V Manager for another product': 'our vCenter\nVM web-01: integration services degraded',
  })
})

describe('words of Hyper-V Manager', () => {
  approveTexts({
    'alone, with few words': 'degraded !! 123456789012',
    'alone, with more words': 'degraded !! 1234567890123',
    'alone, with a letter of another script': '저하됨 가나다라마바사아자차카타',
    'alone in a long text': 'degraded\na\nb\nc\nd',
    'alone in a long text about Hyper-V': 'degraded\na\nb\nc\nHyper-V',
    'a status of a VM that runs Linux': 'the server db-02 is degraded, it runs Ubuntu 22.04',
    'a status of something that runs Linux': 'something is degraded here today, it runs Ubuntu 22.04',
    'a status of a server without a guest': 'the server db-02 is degraded here today, so what',
    'a status of a VM that runs Linux, in a long text': 'the server db-02 is degraded, it runs Ubuntu 22.04\n\n\n\nend',
    'a status where the text is about Hyper-V': 'Hyper-V\n\n\n\nthe status is degraded here, and nobody knows why',
    'a guest where the text is about Hyper-V': 'Hyper-V\n\n\n\nUbuntu 22.04 is degraded here, and nobody knows why',
    'neither where the text is about Hyper-V': 'Hyper-V\n\n\n\nsomething is degraded here, and nobody knows why',
    'a disk below a heading': 'VM: web-01\nthe disk is degraded',
    'something below a heading': 'VM: web-01\nsomething is degraded here, and nobody knows why',
    'a name in front of the word': 'integration services of web-01 degraded',
    'a name behind the word': 'integration services degraded on web-01',
    'both words': 'integration services degraded, update required',
    'an update in French': 'VM web-01: mise à jour requise',
    'an update in German': 'VM web-01: Update erforderlich',
    'an update behind a name': 'web-01 (VM) update required',
    'version zero': 'integration services version: 0.0',
    'version zero and more': 'integration services version: 0.0.1',
    'version zero of something else': 'version 0.0 of a thing',
    'an adapter': 'the nic of VM web-01 is degraded',
    'all services of a line of single ones': 'VM web-01 VSS: No Contact, integration services degraded',
    'all services of a line of single ones, to be updated': 'VM web-01 VSS: No Contact, IC: update required',
    'all services of another line': 'VM web-01 VSS: No Contact\nintegration services: degraded',
  })
})
