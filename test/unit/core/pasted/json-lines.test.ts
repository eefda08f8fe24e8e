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
