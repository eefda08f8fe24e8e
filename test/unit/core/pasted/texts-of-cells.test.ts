import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const HEADS = 'VM\nName\nPrimary status\n'

describe('a table that mail has turned into one line for each cell', () => {
  approveTexts({
    'rows one after the other': `${HEADS}web\nVSS\nNo Contact\ndb\nHeartbeat\nOK\nbye\n`,
    'cells that are indented': '  VM\n\tName\n  Status\n  web\n  VSS\n  No Contact\n',
    'an empty line after each cell': 'VM\n\nName\n\nStatus\n\nweb\n\nVSS\n\nNo Contact\n\ndb\n\nVSS\n\nOK\n',
    'two empty lines after the heads': 'VM\nName\nStatus\n\n\nweb\nVSS\nNo Contact\n',
    'two empty lines between rows': 'VM\nName\nStatus\nweb\nVSS\nNo Contact\n\n\ndb\nVSS\nOK\n',
    'three empty lines between cells': 'VM\n\n\n\nName\nStatus\nweb\nVSS\nNo Contact\n',
    'an empty cell at the end of a row': 'VM\nName\nStatus\nDetail\nweb\nVSS\nOK\n\ndb\nVSS\nOK\nProtocol Mismatch\n',
    'no status in the last row': 'VM\nName\nStatus\nweb\nVSS\nNo Contact\ndb\nVSS\n',
    'text below the last row': 'VM\nName\nStatus\nDetail\nweb\nVSS\nNo Contact\n\nThanks for everything\n',
    'a row that begins with the name of its service':
      'Name\nEnabled\nPrimary Operational Status\nVSS\nTrue\nNo Contact\nHeartbeat\nFalse\nOK\n',
    'an empty line in front of the service': 'VM\nName\nStatus\nweb\n\nVSS\nNo Contact\n',
    'two heads only': 'Name\nPrimary status\nVSS\nNo Contact\n',
    'no head of a status': 'VM\nName\nUptime\nweb\nVSS\n00:01:00\n',
    'no head of a name': 'VM\nStatus\nDetail\nweb\nOK\nVSS\n',
    'a head that comes twice': 'VM\nName\nName\nStatus\nweb\nVSS\nNo Contact\n',
    'something else where the service should stand': 'VM\nName\nStatus\nweb\nSpooler\nOK\nweb\nVSS\nNo Contact\n',
    'a service one line too early': 'VM\nName\nStatus\nVSS\nNo Contact\nHeartbeat\n',
    'a service one line too late': 'VM\nName\nStatus\nweb\nmore\nVSS\nNo Contact\n',
    'a VM with the name of a service': 'VM\nName\nStatus\nVSS\nVSS\nNo Contact\n',
    'a VM with the name of a service, and no service': 'VM\nName\nStatus\nVSS\nSpooler\nOK\n',
    'a service only as a guess': 'VM\nName\nStatus\nweb\n데이터 교환\n연결 안 됨\n',
    'a head that is cut off': 'VMName\nName\nPrimaryStatusDesc...\nweb\nVSS\nNo Contact\n',
    'a long head': 'VM\nName\nSecondary Operational Status\nPrimary status\nweb\nVSS\nProtocol Mismatch\nOK\n',
    'a long head with other spaces':
      'VM\nName\nSecondary   Operational   Status\nPrimary status\nweb\nVSS\nProtocol Mismatch\nOK\n',
    'at the end of the text': 'VM\nName\nStatus\nweb\nVSS\nNo Contact',
    'the heads alone': 'VM\nName\nStatus\n',
  })
})
