import { expect, test } from 'vitest'
import { decodePasted } from '../../../../src/core/decode/pasted/decode-pasted'
import { translate } from '../../../../src/core/i18n/translate'

test('every object of a JSON list tells what it was taken for, on its own first line', () => {
  const services = [
    { VMName: 'web-01', Name: 'Heartbeat', Enabled: true, OperationalStatus: [2, 2] },
    { VMName: 'web-01', Name: 'VSS', Enabled: true, OperationalStatus: [12] },
  ]
  const { lines, snapshot } = decodePasted(JSON.stringify(services, null, 2), null, {}, '2026-11-24T08:00:00Z')
  const told = lines.flatMap(({ number, meaning }) =>
    meaning === null ? [] : [`${number} ${translate('en', meaning)}`],
  )
  expect(told).toContain('2 web-01, Heartbeat: OK')
  expect(told).toContain('11 web-01, Backup (volume shadow copy): No contact')
  expect(lines.filter(({ kind }) => kind === 'not-understood')).toEqual([])
  expect(snapshot.vms.map(({ services: { heartbeat, vss } }) => [heartbeat.kind, vss.kind])).toEqual([
    ['ok', 'no-contact'],
  ])
})

test('the objects of a wrapped list and of CLIXML do as well, and their VM keeps the lines before them', () => {
  const service = (Name: string, code: number) => ({
    VMName: 'web-01',
    Name,
    OperationalStatus: { value: [code], Count: 1 },
  })
  const vm = {
    Name: 'web-01',
    State: 2,
    VMIntegrationService: { value: [service('Heartbeat', 2), service('VSS', 12)], Count: 2 },
  }
  const told = (text: string): readonly string[] =>
    decodePasted(text, null, {}, '2026-11-24T08:00:00Z').lines.flatMap(({ number, meaning }) =>
      meaning === null || meaning.key === 'pasted.line.layout' ? [] : [`${number} ${translate('en', meaning)}`],
    )
  expect(told(JSON.stringify({ value: [vm], Count: 1 }, null, 2))).toEqual([
    '3 web-01: Running',
    '8 web-01, Heartbeat: OK',
    '18 web-01, Backup (volume shadow copy): No contact',
  ])
  const clixml = ['Heartbeat', 'VSS'].map(
    (name) =>
      `<Obj RefId="0">\n<Props>\n<S N="VMName">web-01</S>\n<S N="Name">${name}</S>\n<I32 N="OperationalStatus">12</I32>\n</Props>\n</Obj>`,
  )
  expect(told(`<Objs Version="1.1.0.1">\n${clixml.join('\n')}\n</Objs>`)).toEqual([
    '2 web-01, Heartbeat: No contact',
    '9 web-01, Backup (volume shadow copy): No contact',
  ])
})
