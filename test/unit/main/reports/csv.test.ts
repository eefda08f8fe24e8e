import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../../src/core/model/text'
import { serviceTable, type Table, vmTable } from '../../../../src/core/report/tables'
import { ticketTable } from '../../../../src/core/report/tickets'
import { TICKET_PRESETS } from '../../../../src/core/model/report-file'
import { csvText, nameUuid } from '../../../../src/main/reports/csv'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { contentOf, diagnosisOf, HOSTS } from '../../core/report/checked-hosts'
import { HOSTILE_NAMES, hostileHost } from '../../core/report/hostile-names'
import { anyText } from '../any-text'

/** As a strict reader takes it: exact quoting, one width of rows, CRLF between them. */
function read(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true, relax_quotes: false, record_delimiter: '\r\n' })
}

const sample = contentOf([diagnosisOf(sampleCapture())])

describe('a CSV file', () => {
  const text = csvText(vmTable(sample))

  test('has a BOM, CRLF, and every text in quotes', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.endsWith('\r\n')).toBe(true)
    const outside = text.slice(1).replace(/"(?:[^"]|"")*"/g, '')
    expect(outside).toMatch(/^[,\r\n]+$/)
  })

  test('reads back with one row per VM and the verdict of each', () => {
    const rows = read(text)
    const vms = sample.hosts.flatMap((host) => host.vms)
    expect(rows.map(({ vm_id, verdict, needs_action }) => [vm_id, verdict, needs_action])).toEqual(
      vms.map(({ id, verdict, needsAction }) => [id, verdict, String(needsAction)]),
    )
    expect(rows.find(({ vm_name }) => vm_name === 'web-01')).toMatchObject({
      codes: 'IS-12',
      guest_family: 'ubuntu',
      vss_status: '[2,32775]',
      vss_verdict: 'safe-to-ignore',
      host: 'HV01',
    })
  })

  test('of services has one row per VM and service', () => {
    const rows = read(csvText(serviceTable(sample)))
    expect(rows).toHaveLength(sample.hosts.flatMap(({ vms }) => vms.flatMap(({ services }) => services)).length)
    expect(rows.find((row) => row['vm_name'] === 'web-01' && row['service'] === 'vss')).toMatchObject({
      status_code: '2',
      detail_code: '32775',
      verdict: 'safe-to-ignore',
      codes: 'IS-12',
    })
  })

  test('keeps columns in English ids whatever the language', () => {
    const head = (table: Table): string => csvText(table).split('\r\n')[0] ?? ''
    for (const language of LANGUAGES) {
      const content = contentOf([diagnosisOf(sampleCapture(), language)])
      expect(head(vmTable(content))).toBe(head(vmTable(sample)))
      expect(head(vmTable(content)).slice(1)).toMatch(/^"[a-z_]+"(,"[a-z_]+")+$/)
    }
  })

  test('of every case reads back with its numbers', () => {
    for (const [, capture] of HOSTS) {
      const content = contentOf([diagnosisOf(capture)])
      const rows = read(csvText(vmTable(content)))
      const { counts } = content.answer
      expect(rows).toHaveLength(counts.total)
      expect(rows.filter(({ needs_action }) => needs_action === 'true')).toHaveLength(counts.action)
      expect(rows.filter(({ verdict }) => verdict === 'safe-to-ignore')).toHaveLength(counts.summary['safe-to-ignore'])
    }
  })
})

describe('a cell', () => {
  const cell = (value: string): string => read(csvText({ columns: ['a', 'b'], rows: [[value, 'x']] }))[0]?.['a'] ?? ''

  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    '%j is no formula',
    (hostile) => {
      expect(cell(hostile)).toBe(`'${hostile}`)
    },
  )

  test('with NUL is no formula, and the NUL is shown', () => {
    expect(cell('\0=1')).toBe("'␀=1")
    expect(cell('a\0b\u202ec')).toBe('a␀b[U+202E]c')
  })

  test('with quotes, commas and line ends reads back', () => {
    expect(cell('x"y,z\r\n"')).toBe('x"y,z\r\n"')
  })

  test('of any text begins with no formula and loses no row', () => {
    fc.assert(
      fc.property(anyText, (hostile) => {
        const rows = read(csvText({ columns: ['a', 'b'], rows: [[hostile, 'x']] }))
        return rows.length === 1 && rows[0]?.['b'] === 'x' && !/^[=+\-@\t\r\n\0＝＋－＠]/.test(rows[0]['a'] ?? '')
      }),
    )
  })
})

describe.each(TICKET_PRESETS)('tickets for %s', (preset) => {
  const content = contentOf([diagnosisOf(sampleCapture())])

  test('have one row per VM that needs action, and none where nothing does', () => {
    expect(read(csvText(ticketTable(content, preset, nameUuid)))).toHaveLength(content.answer.counts.action)
    const well = content.hosts[0]?.diagnosis.vms.filter(({ needsAction }) => !needsAction) ?? []
    const [diagnosis] = content.hosts.map((host) => ({ ...host.diagnosis, vms: well }))
    if (diagnosis === undefined) throw new Error('no host')
    expect(ticketTable(contentOf([diagnosis]), preset, nameUuid).rows).toEqual([])
  })

  test('have the same ids at a second import, and another for another host', () => {
    const ids = (source: typeof content): string[] =>
      [
        ...csvText(ticketTable(source, preset, nameUuid)).matchAll(
          /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g,
        ),
      ].map(([id]) => id)
    expect(new Set(ids(content)).size).toBe(content.answer.counts.action)
    expect(ids(contentOf([diagnosisOf(sampleCapture(), 'ko')]))).toEqual(ids(content))
    const moved = content.hosts.map(({ diagnosis }) => ({ ...diagnosis, host: { ...diagnosis.host, name: 'HV02' } }))
    expect(ids(contentOf([moved[0] ?? diagnosisOf(sampleCapture())]))).not.toEqual(ids(content))
  })

  test('are about their own VM alone, say that impact and urgency are proposed, and hold no formula or markup', () => {
    const hostile = contentOf([diagnosisOf(hostileHost(HOSTILE_NAMES))])
    const rows = read(csvText(ticketTable(hostile, preset, nameUuid)))
    expect(rows).toHaveLength(HOSTILE_NAMES.length)
    for (const row of rows) {
      const cells = Object.values(row)
      expect(cells.join('\n')).toContain('Proposed: impact')
      for (const value of cells) {
        expect(value).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
        expect(value.length).toBeLessThanOrEqual(preset === 'gitlab' || value.includes('가가') ? 50_000 : 5001)
      }
    }
    expect(rows.filter((row) => Object.values(row).join('\n').includes('VM-001'))).toHaveLength(1)
  })
})

describe('ServiceNow’s limits', () => {
  test('hold: uuid 40, message 80, comments 4,000 characters', () => {
    const content = contentOf([diagnosisOf(hostileHost(HOSTILE_NAMES))])
    for (const row of read(csvText(ticketTable(content, 'servicenow-notification', nameUuid)))) {
      expect(row['uuid']?.length).toBeLessThanOrEqual(40)
      expect(row['message']?.length).toBeLessThanOrEqual(80)
      expect(row['comments']?.length).toBeLessThanOrEqual(4000)
      expect(row['comments']).not.toMatch(/\[\/?code\]/)
    }
  })
})
