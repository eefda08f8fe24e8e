import { describe, expect, test } from 'vitest'
import { commandIn, isPrompt } from '../../../../src/core/decode/pasted/commands'
import { headingOf, propertyOf, textOfValue } from '../../../../src/core/decode/pasted/field-record'
import { labelled, systemIn } from '../../../../src/core/decode/pasted/guest-words'
import { kvpItemsIn } from '../../../../src/core/decode/pasted/kvp-text'
import { mentionedVm, nextVm, soundsLikeHost, vmBefore, vmNamedIn } from '../../../../src/core/decode/pasted/named-vms'
import {
  guidsIn,
  serviceNamed,
  serviceOfClass,
  serviceOfGuids,
  servicesInText,
  vmGuidIn,
} from '../../../../src/core/decode/pasted/service-names'
import { secondsOf, stateOf } from '../../../../src/core/decode/pasted/vm-states'
import { kvpItem } from '../capture-builder'

const HEARTBEAT_ID = '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47'
const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'

describe('services by name', () => {
  test.each([
    ['Heartbeat', 'heartbeat'],
    ['heart beat', 'heartbeat'],
    ['Key-Value Pair Exchange', 'kvp'],
    ['Key–Value Pair Exchange', 'kvp'],
    ['key_value pair exchange', 'kvp'],
    ['"VSS"', 'vss'],
    ['Backup (volume shadow copy)', 'vss'],
    ['Operating system shutdown', 'shutdown'],
    ['Time Synchronisation', 'timesync'],
    ['Guest services', 'guest-service-interface'],
    ['Remote Desktop Virtualization', 'rdv'],
    ['Msvm_VssComponent', 'vss'],
    ['Takt', 'heartbeat'],
    ['Обмен парами "ключ-значение"', 'kvp'],
    ['ハートビート', 'heartbeat'],
    ['하트비트', 'heartbeat?'],
    ['데이터 교환', 'kvp?'],
    ['Latido', 'heartbeat?'],
    ['Arresto', 'shutdown?'],
    ['Key-Value Pair E...', 'kvp'],
    ['Key-Value Pair E…', 'kvp'],
    ['Time Synchroniz..', 'timesync'],
    ['Hea...', 'heartbeat'],
    ['He...', null],
    ['Hyper-V...', null],
    ['Hea', null],
    ['x...', null],
    ['Print Spooler', null],
    ['', null],
    [`Heartbeat${' '.repeat(80)}`, null],
  ])('%s: %s', (name, id) => {
    const service = serviceNamed(name)
    expect(service === null ? null : `${service.id}${service.isConfirmed ? '' : '?'}`).toBe(id)
  })

  test.each([
    ['Heartbeat: OK, VSS: OK', ['heartbeat 0-9', 'vss 15-18']],
    ['Hyper-V Data Exchange Service', ['kvp 0-29']],
    ['the heartbeats', []],
    ['myheartbeat', []],
    ['vss2', []],
    ['2vss', []],
    ['heartbeat-vss', ['heartbeat 0-9', 'vss 10-13']],
    ['하트비트가 끊김', ['heartbeat 0-4']],
    ['서버하트비트', ['heartbeat 2-6']],
    ['éheartbeat', []],
    ['İ heartbeat', ['heartbeat 2-11']],
    ['İ Heartbeat', []],
    ['key_value pair_exchange', ['kvp 0-23']],
    ['key-value_pair_exchange', ['kvp 0-23']],
    ['Interface de services d’invité', ['guest-service-interface 0-30']],
    ['', []],
  ])('in %j: %j', (text, found) => {
    expect(servicesInText(text).map(({ id, from, to }) => `${id} ${from}-${to}`)).toEqual(found)
  })

  test('by component and by class', () => {
    expect(serviceOfGuids(`Microsoft:${VM}\\${HEARTBEAT_ID.toLowerCase()}`)).toBe('heartbeat')
    expect(serviceOfGuids(VM)).toBeNull()
    expect(vmGuidIn(`Microsoft:${HEARTBEAT_ID}\\${VM.toLowerCase()}`)).toBe(VM)
    expect(vmGuidIn(HEARTBEAT_ID)).toBeNull()
    expect(guidsIn(`${' '.repeat(1964)}${VM}`)).toEqual([VM])
    expect(guidsIn(`${' '.repeat(1965)}${VM}`)).toEqual([])
    expect(serviceOfClass(' msvm_kvpexchangecomponent ')).toBe('kvp')
    expect(serviceOfClass('Msvm_TimeSyncComponentSettingData')).toBe('timesync')
    expect(serviceOfClass('Msvm_ComputerSystem')).toBeNull()
  })
})

describe('commands', () => {
  test.each([
    'PS C:\\> Get-VM',
    'PS> x',
    'PS>',
    '[HV01]: PS C:\\Users\\x> Get-VM',
    '[HV01] PS C:\\> x',
    'C:\\Windows\\system32>dir',
    'Get-VMIntegrationService -VMName web',
    '  $x = Get-VM',
    '(Get-VM web).State',
    'wmic /namespace:\\\\root\\virtualization\\v2 path x',
    'Import-Module Hyper-V',
    'ConvertTo-Json',
  ])('%s is one', (text) => {
    expect(isPrompt(text)).toBe(true)
  })

  test.each(['Get the VM', 'PSU failed', 'x Get-VM', 'Getting-VM', 'wmics', `Get-VM${' '.repeat(4000)}`, ''])(
    '%j is none',
    (text) => {
      expect(isPrompt(text)).toBe(false)
    },
  )

  test.each([
    ['Get-VMIntegrationService -VMName web-01', 'web-01', null],
    ['Get-VMIntegrationService web-01 | fl', 'web-01', null],
    ["Get-VMIntegrationService -VMName 'my vm'", 'my vm', null],
    ['Get-VMIntegrationService -VMName "my vm" | ft', 'my vm', null],
    ['Get-VMIntegrationService -VM $vm', null, null],
    ['Get-VMIntegrationService -VMName *', null, null],
    ['Get-VMIntegrationService -VMName web*', null, null],
    ['Get-VMIntegrationService -VMName we?', null, null],
    ['Get-VMIntegrationService -VMName a,b', null, null],
    ['Get-VMIntegrationService -VMName a, b', null, null],
    ['Get-VMIntegrationService -VMName', null, null],
    ['Get-VMIntegrationService', null, null],
    ['Get-VM -Name web | Get-VMIntegrationService', 'web', null],
    ['Get-VM web|fl', 'web', null],
    ['Get-VM | Get-VMIntegrationService', null, null],
    ['(Get-VM web).State', 'web', null],
    ['Get-VM -ComputerName hv', null, null],
    ['Get-VM -Name a, b', null, null],
    ['Get-VM -NameLike a', null, null],
    ['Get-VM -Name', null, null],
    ['Get-VMIntegrationService a , b', null, null],
    ['Get-VM -VMName web -ComputerName hv', 'web', null],
    ["Get-VM 'a b' | fl", 'a b', null],
    ["Get-VM ''", null, null],
    ['Get-VM $x', null, null],
    ['Get-VM (gc x)', null, null],
    ['Get-VMGuest web', 'web', null],
    ['Get-VMHost hv01', null, null],
    ['Get-VMIntegrationService "unclosed name', 'unclosed name', null],
    ['Get-VMIntegrationService @names', null, null],
    [`Get-VM ${'x'.repeat(130)}`, 'x'.repeat(120), null],
    ['Get-CimInstance -ClassName Msvm_VssComponent -Namespace x', null, 'Msvm_VssComponent'],
    ['gwmi xMsvm_VssComponent', null, null],
    [`${' '.repeat(1990)}Msvm_VssComponent`, null, 'Msvm_VssCo'],
  ])('%s is about %s and %s', (text, vmName, className) => {
    expect(commandIn(text)).toEqual({ vmName, className })
  })
})

describe('properties and headings', () => {
  test.each([
    ['VMName', 'vmname'],
    [' Primary_Operational Status ', 'primaryoperationalstatus'],
    ['"Enabled"', 'enabled'],
    ['CPUUsage(%)', 'cpuusage'],
    ['MemoryAssigned(M)', 'memoryassigned'],
    ['__CLASS', '__class'],
    ['_CLASS', null],
    ['PrimaryStatusDesc...', 'primarystatusdescription'],
    ['PrimaryStatusDesc…', 'primarystatusdescription'],
    ['Primar...', null],
    ['Secondary...', null],
    ['Secondarys...', 'secondarystatusdescription'],
    ['Secondarystatus...', 'secondarystatusdescription'],
    ['Prim...', null],
    ['Heartbe..', null],
    ['Generat...', 'generation'],
    ['Gener...', null],
    ['vm', null],
    ['Nonsense', null],
    [`State${' '.repeat(40)}`, null],
    [`State${' '.repeat(35)}`, 'state'],
  ])('%j is the property %s', (name, property) => {
    expect(propertyOf(name)).toBe(property)
  })

  test.each([
    ['VM', 'vmname'],
    ['VM 이름', 'vmname'],
    ['Service', 'service'],
    ['Detail', 'secondarystatusdescription'],
    ['상태', 'status'],
    ['작동 시간', 'uptime'],
    ['Assigned Memory', 'memoryassigned'],
    ['Integration Services Status', 'integrationservicesstate'],
    ['VMName', 'vmname'],
    ['Nonsense', null],
    [`VM${' '.repeat(40)}`, null],
  ])('%j heads the column %s', (name, property) => {
    expect(headingOf(name)).toBe(property)
  })

  test.each([
    [' a ', 'a'],
    [2, '2'],
    [true, 'true'],
    [null, ''],
    [{ a: 1 }, ''],
    [[2, 32775], '2, 32775'],
    [[' a', null, ['b', 'c']], 'a, , b, c'],
    [Array.from({ length: 25 }, (_, index) => index), Array.from({ length: 20 }, (_, index) => index).join(', ')],
  ])('%j reads %s', (value, text) => {
    expect(textOfValue(value)).toBe(text)
  })
})

describe('states and times', () => {
  test.each([
    ['Running', 'running'],
    ['RUNNING', 'running'],
    ['Off', 'off'],
    ['PoweredOff', 'off'],
    ['PowerOff', 'off'],
    ['Shutting down', 'stopping'],
    ['Stopping', 'stopping'],
    ['Saved', 'saved'],
    ['FastSaved', 'saved'],
    ['Hibernated', 'saved'],
    ['Paused', 'paused'],
    ['Starting', 'starting'],
    ['Reset', 'resetting'],
    ['Resetting', 'resetting'],
    ['Saving', 'saving'],
    ['FastSaving', 'saving'],
    ['Pausing', 'pausing'],
    ['Resuming', 'resuming'],
    ['실행 중', 'running'],
    ['꺼짐', 'off'],
    ['저장됨', 'saved'],
    ['일시 중지됨', 'paused'],
    ['PausedCritical', 'paused critical'],
    ['Paused-Critical', 'paused critical'],
    ['RunningCritical', 'running critical'],
    ['Critical', null],
    ['Criticality', null],
    [2, 'running'],
    ['3', 'off'],
    [4, 'stopping'],
    [6, 'saved'],
    [9, 'paused'],
    [10, 'starting'],
    [11, 'resetting'],
    [32773, 'saving'],
    [32776, 'pausing'],
    [32777, 'resuming'],
    [5, null],
    ['123456', null],
    ['', null],
    [null, null],
    [`Off${' '.repeat(50)}`, 'off'],
    ['x'.repeat(41), null],
  ])('%j: %s', (value, state) => {
    const said = stateOf(value)
    expect(said === null ? null : `${said.state}${said.critical ? ' critical' : ''}`).toBe(state)
  })

  test.each([
    ['00:00:40.1230000', 40],
    ['12.03:44:51.2310000', 1_050_291],
    ['3:04:05', 11_045],
    [' 00:01:00 ', 60],
    ['00:00', null],
    ['100:00:00', null],
    ['1.2.03:04:05', null],
    ['00:00:00x', null],
    ['P3DT4H12M33S', 274_353],
    ['PT40.5S', 40],
    ['PT2M', 120],
    ['P1D', 86_400],
    ['P', null],
    ['', null],
    [{ TotalSeconds: 61.9 }, 61],
    [{ TotalSeconds: '61' }, null],
    [{ Seconds: 61 }, null],
    [61, null],
    [null, null],
  ])('%j is %s seconds', (value, seconds) => {
    expect(secondsOf(value)).toBe(seconds)
  })
})

describe('systems that a text names', () => {
  test.each([
    ['Ubuntu 22.04 LTS', 'ubuntu 22.04'],
    ['it is an Ubuntu box', 'ubuntu'],
    ['Red Hat Enterprise Linux 8.9', 'rhel 8.9'],
    ['red hat 7', 'rhel 7'],
    ['RHEL v9.', 'rhel 9'],
    ['CentOS Linux release 7', 'centos 7'],
    ['CentOS at 10.0.0.1', 'centos'],
    ['suse linux enterprise server 15', 'sles 15'],
    ['Linux Mint 21', 'linuxmint 21'],
    ['우분투 20.04', 'ubuntu 20.04'],
    ['데비안 12', 'debian 12'],
    ['pfSense', 'pfsense'],
    ['OPNsense', 'opnsense'],
    ['FreeBSD 14.1', 'freebsd 14.1'],
    ['OpenBSD', 'openbsd'],
    ['NetBSD', 'netbsd'],
    ['some Linux thing', 'linux'],
    ['리눅스 서버', 'linux'],
    ['Windows Server 2019', 'ws2019'],
    ['Windows Server 2012 R2 Standard', 'ws2012r2'],
    ['Windows 11', 'w11'],
    ['Windows 10', 'w10'],
    ['Windows 8.1', 'w81'],
    ['Windows Vista', 'vista'],
    ['Windows Server 1999', 'windows'],
    ['a Windows guest', 'windows'],
    ['윈도우 서버', 'windows'],
    ['Microsoft-Windows-Hyper-V-Worker', null],
    ['C:\\Windows\\System32\\x', null],
    ['Windows PowerShell', null],
    ['Windows Admin Center and Ubuntu', 'ubuntu'],
    ['a printer', null],
    ['Linuxoid', null],
    [`${'x '.repeat(200)}Ubuntu`, null],
    [`${'x '.repeat(60)}Ubuntu`, null],
    [`${'x '.repeat(59)}Ubuntu`, 'ubuntu'],
    ['Ubuntu a b 22.04', 'ubuntu 22.04'],
    ['Ubuntu a b c 22.04', 'ubuntu'],
    ['Ubuntu 1.2.3.4', 'ubuntu'],
  ])('%s: %s', (text, system) => {
    const answer = systemIn(text)
    expect(answer === null ? null : `${answer.family} ${answer.version ?? ''}`.trim()).toBe(system)
  })

  test.each([
    ['Guest OS: Ubuntu', 'guest Ubuntu'],
    ['- **Guest OS**: `Ubuntu`', 'guest Ubuntu'],
    ['게스트 OS： 우분투', 'guest 우분투'],
    ["Système d'exploitation invité : Debian", 'guest Debian'],
    ['Système d’exploitation : Debian', 'system Debian'],
    ['OS=Linux', 'system Linux'],
    ['Host: HV01', 'host HV01'],
    ['Hyper-V-Host: HV01', 'host HV01'],
    ['VM: "web-01"', 'vm web-01'],
    ['가상 머신: 회계', 'vm 회계'],
    ['VM:', null],
    [': x', null],
    ['Printer: x', null],
    [`VM: ${'x'.repeat(200)}`, `vm ${'x'.repeat(200)}`],
    [`VM: ${'x'.repeat(201)}`, null],
    [`${' '.repeat(48)}VM: x`, 'vm x'],
    [`${' '.repeat(49)}VM: x`, null],
    ['no label here', null],
  ])('%s: %s', (text, label) => {
    const read = labelled(text)
    expect(read === null ? null : `${read.about} ${read.value}`).toBe(label)
  })
})

describe('VMs that a line names', () => {
  test.each([
    ["VM 'web'", 'web'],
    ['VM "my web"', 'my web'],
    ['VM “web”', 'web'],
    ['virtual machine „web“', 'web'],
    ['가상 머신「웹」', '웹'],
    ["VM ''", null],
    ["VM 'unclosed", null],
    [`VM '${'x'.repeat(119)}'`, 'x'.repeat(119)],
    [`VM '${'x'.repeat(120)}'`, null],
    ['VM web-01', 'web-01'],
    ['VM: web_01.', 'web_01'],
    ['VM web', null],
    ['VM web: ', 'web'],
    ['VM the: x', null],
    ['server db2', 'db2'],
    ['novm web-01', null],
    ['web-01 가상 머신', 'web-01'],
    ['web-01 서버(가상 머신)', 'web-01'],
    ['web 가상 머신', null],
    ['2024 가상 머신', null],
    [`${' '.repeat(495)}VM web-01`, null],
    ['', null],
  ])('%j names %s outright', (text, name) => {
    expect(vmNamedIn(text)).toBe(name)
  })

  test.each([
    ['an error on web-01', 'web-01'],
    ['Fehler auf web-01.', 'web-01'],
    ['on web-01 and for db-02', null],
    ['on web-01 of the host hv-01', 'web-01'],
    ['on Monday', null],
    ['on KB2956569', null],
    ['on key-value', null],
    ['nothing', null],
  ])('%j mentions %s', (text, name) => {
    expect(mentionedVm(text)).toBe(name)
  })

  test.each([
    ['WARNING - web-01: ', false, 'web-01'],
    ['[CRITICAL] HV01 - web-03 ', false, 'web-03'],
    ['one two three web-01', false, null],
    ['mail ', true, 'mail'],
    ['mail ', false, null],
    ['the ', true, null],
    ['mail server ', true, null],
    ['OK ', true, null],
    ['', true, null],
    ['web-01 (', false, 'web-01'],
  ])('before a service, %j (alone: %s) is %s', (prefix, isAlone, name) => {
    expect(vmBefore(prefix, isAlone)).toBe(name)
  })

  test.each([
    [' OK, db-02: ', 'db-02', 5],
    [' OK; db-02 (', 'db-02', 5],
    [" OK, 'db-02' ", 'db-02', 4],
    [' OK; db-02 ', 'db-02', 4],
    [' OK, non-critical ', null, null],
    [' OK db-02 ', null, null],
    [' OK, db: ', null, null],
    [' OK, 12: ', null, null],
    [' OK', null, null],
    [`${'x'.repeat(100)} db-02: `, 'db-02', 101],
  ])('%j turns to %s', (segment, name, from) => {
    expect(nextVm(segment)).toEqual(name === null ? null : { name, from: (from ?? 0) - 1 })
  })

  test.each([
    ['hv01', true],
    ['HOST-2', true],
    ['node1', true],
    ['kb-12', true],
    ['web-01', false],
  ])('%s sounds like a host: %s', (name, is) => {
    expect(soundsLikeHost(name)).toBe(is)
  })
})

describe('data exchange items in a text', () => {
  test.each([
    [
      'one after the other',
      `${kvpItem('OSName', 'Ubuntu')}${kvpItem('OSVersion', '22')}`,
      ['OSName=Ubuntu', 'OSVersion=22'],
    ],
    [
      'with words between',
      `x ${kvpItem('OSName', 'Ubuntu')}, ${kvpItem('OSVersion', '22')} y`,
      ['OSName=Ubuntu', 'OSVersion=22'],
    ],
    [
      'a broken one between',
      `${kvpItem('OSName', 'Ubuntu')}<INSTANCE>x</INSTANCE>${kvpItem('OSVersion', '22')}`,
      ['OSName=Ubuntu', 'OSVersion=22'],
    ],
    ['a closing tag alone', '</INSTANCE>', []],
    ['none', 'OSName', []],
  ])('%s', (_what, text, items) => {
    expect([...kvpItemsIn(text)].map(([name, data]) => `${name}=${data}`)).toEqual(items)
  })
})
