import { describe } from 'vitest'
import { approveTexts } from './approved-texts'
import { laidOut, type Row, SERVICES, VMS } from './laid-out'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'
const VSS = '5CED1297-4598-4915-A5FC-AD21BB4D02A4'
const LONG = 'The protocol version of the component installed in the virtual'

describe('rows', () => {
  approveTexts({
    'a name that the column broke': laidOut(
      SERVICES,
      [
        ['web', 'Key-Value Pair', 'True', 'No Contact', ''],
        ['', 'Exchange', '', '', ''],
      ],
      [6, 14],
    ),
    'a VM whose name the column broke': laidOut(
      VMS,
      [
        ['accounting-', 'Off', '00:00:00', '2'],
        ['server', '', '', ''],
      ],
      [11],
    ),
    'a VM whose name a short column would not break': laidOut(
      VMS,
      [
        ['web-short', 'Off', '00:00:00', '2'],
        ['server', '', '', ''],
      ],
      [9],
    ),
    'a VM whose name is as long as its column': laidOut(
      VMS,
      [
        ['accounting', 'Off', '00:00:00', '2'],
        ['server', '', '', ''],
      ],
      [10],
    ),
    'a VM whose name goes on after a service': laidOut(
      SERVICES,
      [
        ['accounting-', 'VSS', 'True', 'No Contact', ''],
        ['server', '', '', '', ''],
      ],
      [11],
    ),
    'words below a table': laidOut(
      SERVICES,
      [
        ['accounting-', 'VSS', 'True', 'No Contact', ''],
        ['Best regards', '', '', '', ''],
      ],
      [12],
    ),
    'one word below a table of a VM named twice': laidOut(
      SERVICES,
      [
        ['accounting-', 'VSS', 'True', 'No Contact', ''],
        ['accounting-', 'Heartbeat', 'True', 'No Contact', ''],
        ['Thanks', '', '', '', ''],
      ],
      [11],
    ),
    'a status that the column broke': laidOut(
      ['VMName', 'Name', 'Enabled', 'SecondaryStatusDescription', 'PrimaryStatusDescription'],
      [
        ['web', 'VSS', 'True', 'Protocol', 'OK'],
        ['', '', '', 'Mismatch', ''],
      ],
      [6, 4, 7, 10],
    ),
    'a status that fills half its column': laidOut(
      SERVICES,
      [
        ['web', 'VSS', 'True', 'No', ''],
        ['', '', '', 'Contact', ''],
      ],
      [6, 4, 7, 24],
    ),
    'a status in two columns that goes on in both': laidOut(
      SERVICES,
      [
        ['web', 'VSS', 'True', 'Non-Recoverable', LONG],
        ['', '', '', 'Error', 'machine does not match the version expected by the hosting system'],
      ],
      [6, 4, 7, 24],
    ),
    'a row of dashes for a name that goes on': laidOut(SERVICES, [
      ['web', 'VSS', 'True', 'OK', 'The protocol version of the'],
      [
        '',
        '',
        '',
        '',
        'component installed in the virtual machine does not match the version expected by the hosting system',
      ],
    ]),
    'a cell below an empty one': laidOut(SERVICES, [
      ['web', 'VSS', 'True', 'OK', ''],
      ['', '', '', '', 'more'],
    ]),
    'a row that goes on after an empty line': `${laidOut(SERVICES, [['web', 'VSS', 'True', 'OK', 'The protocol']])}\n${' '.repeat(44)}version\n`,
    'a VM table whose last column goes on': laidOut(VMS, [
      ['web', 'Running', '00:10:00', '2'],
      ['', '', '', 'x'],
    ]),
    'a line with spaces alone in front': laidOut(VMS, [
      ['web', 'Running', '00:10:00', '2'],
      ['', 'Off', '', ''],
    ]),
    'a service nobody knows': laidOut(SERVICES, [['web', 'Spooler', 'True', 'No Contact', '']]),
    'a switch that is none': laidOut(SERVICES, [['web', 'VSS', 'Maybe', 'No Contact', '']]),
    'a state that is none': laidOut(VMS, [['web', 'Busy', '00:10:00', '2']]),
    'a state that is a number': laidOut(VMS, [['web', '2', '00:10:00', '2']]),
    'a number wider than its head':
      'Name State CPUUsage(%)\n---- ----- -----------\nweb  Off   0\nsql  Off  123456789012\n',
    'a number that reaches into the next head':
      'Name State   Generation\n---- -----   ----------\nweb  Off 1111111111111\nlonger-name Off 2\n',
    'a sentence below that mail broke': `${laidOut(SERVICES, [['web', 'VSS', 'True', 'OK', LONG]])}machine does not match the version\nexpected by the hosting system\n`,
    'a sentence below that mail broke, of operational statuses': `${laidOut(['VMName', 'Name', 'Enabled', 'PrimaryOperationalStatus', 'SecondaryOperationalStatus'], [['web', 'VSS', 'True', 'OK', LONG]])}  machine does not match the version\n`,
    'a sentence below that ends with dots': `${laidOut(SERVICES, [['web', 'VSS', 'True', 'OK', `${LONG}...`]])}machine does not match\n`,
    'a sentence below with a dot inside': `${laidOut(SERVICES, [['web', 'VSS', 'True', 'OK', 'The protocol version of the component installed. In ... this']])}machine does not match\n`,
    'a sentence below a table without switches': `${laidOut(['VMName', 'Name', 'PrimaryStatusDescription', 'SecondaryStatusDescription'], [['web', 'VSS', 'OK', LONG]])}machine does not match the version\n`,
    'a sentence below a table without a second status': `${laidOut(['VMName', 'Name', 'Enabled', 'PrimaryStatusDescription'], [['accounting-server', 'Guest Service Interface', 'True', 'something else']])}machine does not match the version\n`,
    'a sentence below a short row': `${laidOut(SERVICES, [['web', 'VSS', 'True', 'OK', 'The protocol']], [1, 1, 1, 1])}machine does not match\n`,
    'a sentence below a known status': `${laidOut(SERVICES, [['accounting-server', 'Guest Service Interface', 'True', 'OK', 'Protocol Mismatch']])}machine does not match\n`,
    'rows an empty line apart': `${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}\ndb   Off   00:00:00 2\n\napp  Off   00:00:00 2\n`,
    'rows an empty line apart, then words': `${laidOut(VMS, [['web', 'Off', '00:00:00', '2']])}\nwith best regards\n`,
    'an empty line below the dashes':
      'VMName Name    Status\n------ ----    ------\n\nweb    Spooler OK\nweb    VSS     No Contact\n',
    'names in Korean, laid out by width':
      'VMName   Name      Enabled PrimaryStatusDescription\n------   ----      ------- ------------------------\n회계서버 Heartbeat True    No Contact\n영업     VSS       True    OK\n',
    'names in Korean, laid out by characters':
      'VMName   Name      Enabled PrimaryStatusDescription\n------   ----      ------- ------------------------\n회계서버 Heartbeat True    No Contact\n영업서버담당자용 VSS       False   OK\n영업     VSS       True    OK\n',
    'a Korean status':
      'VMName Name      Enabled PrimaryStatusDescription SecondaryStatusDescription\n------ ----      ------- ------------------------ --------------------------\nweb    하트비트  True    연결 안 됨\nweb    VSS       True    확인                     프로토콜 버전 불일치\n',
  })
})

describe('rows that lost their columns', () => {
  const heads = (names: Row): string =>
    laidOut(
      names,
      [],
      names.map((name) => name.length + 30),
    )
  approveTexts({
    'a service and its status': `${heads(SERVICES)}web VSS True OK Protocol Mismatch\nmy old web Heartbeat False OK\n`,
    'an id at the end': `${heads([...SERVICES, 'Id'])}web VSS True OK Protocol Mismatch Microsoft:${VM}\\${VSS} and more\n`,
    'an id in front of the status': `${heads(['VMName', 'Name', 'Enabled', 'Id', 'PrimaryStatusDescription'])}web VSS True Microsoft:${VM}\\${VSS} No Contact\n`,
    'an id in the first column': `${heads(['Id', 'Name', 'Enabled', 'PrimaryStatusDescription'])}VSS True No Contact Microsoft:${VM}\\${VSS}\n`,
    'an id without a column': `${heads(SERVICES)}web VSS True No Contact Microsoft:${VM}\\${VSS}\n`,
    'a switch in the first column': `${heads(['Enabled', 'Name', 'PrimaryStatusDescription'])}True VSS No Contact\n`,
    'a switch at the end': `${heads(['VMName', 'Name', 'PrimaryStatusDescription', 'Enabled'])}web VSS No Contact True\n`,
    'a word that only begins like a switch': `${heads(SERVICES)}web VSS Truely OK\n`,
    'two services before the switch': `${heads(SERVICES)}VSS Heartbeat True No Contact\n`,
    'a service behind the switch': `${heads(SERVICES)}web Spooler True VSS No Contact\n`,
    'a service whose name nobody knows': `${heads(SERVICES)}web Dienst des Gasts True No Contact\n`,
    'a service whose name nobody knows, without a VM': `${heads(SERVICES.slice(1))}Dienst des Gasts True No Contact\n`,
    'a VM and nothing else': `${heads(SERVICES)}web True No Contact\n`,
    'a status that nobody knows': `${heads(SERVICES)}web VSS True  something  else  \n`,
    'no switch': `${heads(['VMName', 'Name', 'PrimaryOperationalStatus'])}web VSS NoContact\nweb Heartbeat OK True\n`,
    'an operational status': `${heads(['VMName', 'Name', 'OperationalStatus'])}web VSS NoContact\n`,
    'a status that can be anything': `${heads(['VMName', 'Name', 'Status'])}web VSS No Contact\n`,
    'a VM and its state': `${heads(VMS)}web Running 00:10:00 Operating normally\nmy old db Off\n`,
    'a VM named like a state': `${heads(VMS)}Off Running 00:10:00 2\n`,
    'a VM named like a state, alone': `${heads(VMS)}Off\n`,
    'a VM under VMName': `${heads(['VMName', 'State', 'Uptime'])}web Off 00:00:00\n`,
    'a state in the first column': `${heads(['State', 'Name', 'Uptime'])}Off web 00:00:00\n`,
    'a state in numbers': `${heads(VMS)}web 2 00:10:00 2\n`,
    'a number with a state behind it': `${heads(VMS)}web 2nd Off 00:10:00 2\n`,
    'no column of a state': `${heads(['VMName', 'Uptime', 'Version'])}web Off 9.0\n`,
    'six services in an unknown language': `${heads(SERVICES.slice(1))}${['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `Dienst ${name} True OK`).join('\n')}\n`,
  })
})
