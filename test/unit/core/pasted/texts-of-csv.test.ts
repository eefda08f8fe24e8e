import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const rows = (count: number, row: string): string => `${row}\n`.repeat(count)

describe('comma, semicolon and tab', () => {
  approveTexts({
    'spaces around the cells': 'VMName , Name , PrimaryStatusDescription\n web , VSS , No Contact \n',
    'spaces around quoted cells': '"VMName" , "Name" ,"PrimaryStatusDescription"\n "web" , "VSS" , "No Contact" \n',
    'a quotation mark inside a cell': 'VMName,Name,PrimaryStatusDescription\nthe "old" web,VSS,No Contact\n',
    'words behind a quoted cell': 'VMName,Name,PrimaryStatusDescription\n"web" old,VSS,No Contact\n',
    'an empty quoted cell at the end':
      'VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,OK,""\n',
    'an empty cell at the end': 'VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,OK,\n',
    'a last cell that is missing': 'VMName,Name,PrimaryStatusDescription,SecondaryStatusDescription\nweb,VSS,OK\n',
    'a sentence that begins like a heading':
      'Name, please\nVMName : web, or so\nName : VSS\nPrimaryStatusDescription : No Contact, again\n',
    'one heading': 'VMName\nweb\n',
    'two headings of which one is known': 'VMName,Foo\nweb,VSS\n',
    'three headings of which two are known': 'VMName,Foo,State\nweb,x,Off\n',
    'a heading without a name': 'Enabled,PrimaryStatusDescription,Uptime\nTrue,No Contact,00:01:00\n',
    'a name that stands under ElementName': 'ElementName,EnabledState\nweb,3\n',
    'a VM that stands under VMName alone': 'VMName,State\nweb,Off\n',
    'a VM that stands under VMId': 'VMId,State\n8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11,Off\n',
    'a service that stands under Id':
      'Id,PrimaryStatusDescription\nMicrosoft:8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11\\5CED1297-4598-4915-A5FC-AD21BB4D02A4,No Contact\n',
    'a service that stands under SystemName':
      'SystemName,CreationClassName,OperationalStatus\n8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11,Msvm_VssComponent,12\n',
    'a property that comes twice': 'VMName,Name,PrimaryStatusDescription,Name\nweb,VSS,No Contact,Heartbeat\n',
    'a column that nobody knows': 'VMName,Foo,Name,PrimaryStatusDescription,Bar\nweb,1,VSS,No Contact,2\n',
    'two columns of state in Korean': '이름,상태,상태\nweb,꺼짐,정상\n',
    'two columns of status beside a state': 'Name,State,Status,Status\nweb,Off,Operating normally,x\n',
    'one column of status': 'Name;Status\nVSS;No Contact\n',
    'a cell over three lines': 'VMName,Name,PrimaryStatusDescription\n"we\nb\n-1",VSS,No Contact\nafter\n',
    'a cell over as many lines as are read': `VMName,Name,PrimaryStatusDescription\nweb,VSS,"No Contact${'\n'.repeat(30)}"\n`,
    'a cell over more lines than are read': `VMName,Name,PrimaryStatusDescription\nweb,VSS,"No Contact${'\n'.repeat(31)}"\nVM db-02 VSS: No Contact`,
    'a cell that stays open to the end': 'VMName,Name,PrimaryStatusDescription\nweb,VSS,No Contact\ndb,VSS,"No Contact',
    'an empty line, then more': 'VMName,Name,PrimaryStatusDescription\nweb,VSS,No Contact\n\ndb,VSS,No Contact\n',
    'two empty lines, then more': 'VMName,Name,PrimaryStatusDescription\nweb,VSS,No Contact\n\n\ndb,VSS,No Contact\n',
    'an empty line, then a sentence with commas': 'VMName,State\nweb,Off\n\nThanks, Anna, and all\n',
    'two more cells than heads': 'VMName,Name,PrimaryStatusDescription\nweb,VSS,No Contact,x,y\n',
    'heads alone': 'VMName,Name,PrimaryStatusDescription\n',
    'heads alone, then a sentence': 'VMName,Name,PrimaryStatusDescription\nVM web-01 VSS: No Contact\n',
    'a row of two cells under many heads': 'VMName,State,Uptime,Version,Generation\nweb,Off\n',
    'at the end of the text': 'VMName,State\nweb,Off',
    'a semicolon inside commas': 'VMName,Name;x,PrimaryStatusDescription\nweb,VSS,No Contact\n',
    'a list of two hundred columns': `VMName,State${',x'.repeat(198)}\nweb,Off\n`,
    'a list of more columns than any has': `VMName,State${',x'.repeat(199)}\nweb,Off\n`,
  })
})

describe('bars', () => {
  approveTexts({
    indented: '   | VM | Service | Status |\n   | web | VSS | No Contact |\n',
    'no bar at the end': '| VM | Service | Status\n| web | VSS | No Contact\n',
    'one cell': '| VM |\n| web |\n',
    'two cells': '| Service | Status |\n|---|---|\n| VSS | No Contact |\n',
    'two cells, then one': '| Service | Status |\n| VSS | No Contact |\n| Heartbeat |\nend\n',
    'marks of emphasis inside a cell': '| VM | Service | Status |\n| we*b | **VSS** | `No Contact` |\n',
    'more emphasis than Markdown has': '| VM | Service | Status |\n| ****web**** | VSS | No Contact |\n',
    'lines that align columns':
      '| VM | Service | Status |\n| :-- | :-: | --: |\n| web | VSS | No Contact |\n| - | - | - |\n| : | | |\n',
    'rows an empty line apart':
      '| VM | Service | Status |\n\n| web | VSS | No Contact |\n\n| db | VSS | No Contact |\n\n\n| app | VSS | No Contact |\n',
    'a frame an empty line below':
      '| VM | Service | Status |\n| web | VSS | No Contact |\n\n|-----|-----|\n| db | VSS | No Contact |\n',
    'words below': '| VM | Service | Status |\n| web | VSS | No Contact |\nwords\n| db | VSS | No Contact |\n',
    'heads alone': '| VM | Service | Status |\n|----|----|----|\n',
    'heads alone, then a sentence': '| VM | Service | Status |\nVM web-01 VSS: No Contact\n',
    'rows of another table': '| a | b |\n| VSS | No Contact |\n',
    'a double frame':
      '╔════╦═════╗\n║ VM ║ Service ║ Status ║\n╠════╬═════╣\n║ web ║ VSS ║ No Contact ║\n╚════╩═════╝\n',
    'a thick frame': '┃ VM ┃ Service ┃ Status ┃\n━━━━━━━━━━━━━━━\n┃ web ┃ VSS ┃ No Contact ┃\n',
    'a row as long as is read': `| VM | Service | Status |\n| web | VSS | No Contact | ${'x'.repeat(3973)}\n`,
    'a row longer than is read': `| VM | Service | Status |\n| web | VSS | No Contact | ${'x'.repeat(3974)}\n`,
    'a frame of two signs': '--\n|-\n---\nVM web-01 VSS: No Contact\n',
    'a very long frame': `${'-'.repeat(1999)}\n${'-'.repeat(2000)}\nVM web-01 VSS: No Contact\n`,
    'at the end of the text': '| VM | Service | Status |\n| web | VSS | No Contact |',
    'many rows': `| VM | Service | Status |\n${rows(3, '| web | VSS | No Contact |')}`,
  })
})
