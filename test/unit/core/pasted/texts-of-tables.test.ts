import { describe } from 'vitest'
import { approveTexts } from './approved-texts'
import { laidOut, SERVICES, VMS } from './laid-out'

describe('heads with a line of dashes', () => {
  approveTexts({
    'one known head': laidOut(['Name', 'Foo'], [['VSS', 'x']]),
    'two known heads': laidOut(['VMName', 'State'], [['web', 'Off']]),
    'two known heads of three': laidOut(['Foo', 'VMName', 'State'], [['1', 'web', 'Off']]),
    'a head over two lines':
      'VMName Name Enabled Primary\n                    StatusDescription\n------ ---- ------- -----------------\nweb    VSS  True    No Contact\n',
    'a head over six lines':
      'VMName Name P\n            ri\n            mary\n            Stat\n            usDe\n            scription\n------ ---- ---------\nweb    VSS  No Contact\n',
    'a head over seven lines':
      'VMName Name P\n            ri\n            ma\n            ry\n            Stat\n            usDe\n            scription\n------ ---- ---------\nweb    VSS  No Contact\n',
    'words above the heads': `these are all\n${laidOut(SERVICES, [['web', 'VSS', 'True', 'No Contact', '']])}`,
    'a property above the heads': `State of today\n${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}`,
    'a command above the heads': `PS C:\\> Get-VM\n${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}`,
    'an empty line between heads and dashes':
      'Name State   Uptime   Generation\n\n---- -----   ------   ----------\nweb  Running 00:01:00 1\n',
    'an empty line between other heads and dashes': 'VMName State\n\n------ -----\nweb    Off\n',
    'a line above the heads': `${'-'.repeat(40)}\n${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}`,
    'heads that stand indented': '    VMName State\n    ------ -----\n    web    Off\n',
    'dashes of one sign': 'VMName X State\n------ - -----\nweb    1 Off\n',
    'one dash each': 'A B\n- -\nVM web-01 VSS: No Contact\n',
    'two tables below one another':
      laidOut(VMS, [['web', 'Off', '00:00:00', '2']]) + laidOut(SERVICES, [['db', 'VSS', 'True', 'No Contact', '']]),
    'dashes below the rows': `${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}---- ----- ------ ------\ndb   Off   00:00:00 2\n`,
    'a command below the rows': `${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}PS C:\\> Get-VM db\ndb   Off   00:00:00 2\n`,
    'no row': laidOut(SERVICES, []),
    'no row, then a sentence': `${laidOut(SERVICES, [])}\n\nVM web-01 VSS: No Contact\n`,
    'at the end of the text': laidOut(VMS, [['web', 'Off', '00:00:00', '2']]).trimEnd(),
    'tabs between the cells': 'VMName\tState\n------\t-----\nweb\tOff\n',
  })
})

describe('heads without dashes', () => {
  approveTexts({
    'three heads': 'VMName Name PrimaryStatusDescription\nweb VSS No Contact\n',
    'two heads': 'VMName State\nweb Off\n',
    'three heads, one of them unknown': 'VMName Foo State\nweb 1 Off\n',
    'four heads, one of them unknown': 'VMName Foo State Uptime\nweb 1 Off 00:00:00\n',
    'seven heads, two of them unknown': 'VMName Foo Bar State Uptime Version Generation\nweb 1 2 Off 00:00:00 9.0 2\n',
    'eight heads, two of them unknown':
      'VMName Foo Bar State Uptime Version Generation Heartbeat\nweb 1 2 Off 00:00:00 9.0 2 OK\n',
    'a colon among the heads': 'VMName State Uptime Note:\nweb Off 00:00:00 2\n',
    'quotation marks around the heads': '"VMName" "State" "Uptime"\nweb Off 00:00:00\n',
    'heads of several words':
      'Virtual Machine  Assigned Memory  State  CPUUsage\nweb              1024             Off    0\n',
    'heads of several words too near': 'Virtual Machine Assigned Memory State Uptime\nweb 1024 Off 00:00:00\n',
    'an empty line and dashes below':
      'VMName Name PrimaryStatusDescription\n\n------ ---- ------------------------\nweb    VSS  No Contact\n',
    'an empty line below': 'VMName State Uptime\n\nweb    Off   00:00:00\n',
    'indented heads': '     VMName   Name   PrimaryStatusDescription\n     web      VSS    No Contact\n',
    'a known head in the third place':
      'Foo Bar VMName State Uptime Version Generation Heartbeat Status\n1 2 web Off 00:00:00 9.0 2 OK x\n',
    'a known head in the second place': 'Foo VMName State Uptime\n1 web Off 00:00:00\n',
  })
})

describe('names and values', () => {
  approveTexts({
    'two columns': laidOut(
      ['Name', 'Value'],
      [
        ['OSName', 'Ubuntu'],
        ['OSMajorVersion', '22.04'],
        ['Foo', 'bar'],
      ],
    ),
    'the value first': laidOut(
      ['Data', 'Name'],
      [
        ['Ubuntu', 'OSName'],
        ['22.04', 'OSMajorVersion'],
      ],
    ),
    'of a VM that a sentence names': `VM web-01 VSS: No Contact\n\n${laidOut(
      ['Name', 'Data'],
      [
        ['OSName', 'Ubuntu'],
        ['OSVersion', '5.15.0'],
      ],
    )}`,
    'three columns': laidOut(
      ['Name', 'Value', 'VMName'],
      [
        ['OSName', 'Ubuntu', 'web'],
        ['OSMajorVersion', '22.04', 'web'],
      ],
    ),
    'a key and a value': laidOut(['Key', 'Value'], [['OSName', 'Ubuntu']]),
    'a name and a state': laidOut(['Name', 'State'], [['OSName', 'Off']]),
  })
})
