import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePasted } from '../../../../src/core/decode/pasted/decode-pasted'
import { decodeStatus } from '../../../../src/core/decode/service-status'
import { translate } from '../../../../src/core/i18n/translate'
import { JUDGED_SERVICES } from '../../../../src/core/model/service'
import type { Service } from '../../../../src/core/model/snapshot'
import { LANGUAGES } from '../../../../src/core/model/text'
import {
  type CmdletRow,
  clixmlOf,
  csvOf,
  dumpOf,
  type HostLanguage,
  jsonOf,
  listOf,
  tableOf,
  wideOf,
  wrappedOf,
} from './cmdlet-output'

const TIME = '2026-11-23T08:46:37Z'
const HOST_LANGUAGES = ['en', 'de', 'fr', 'ru'] as const
const ORDER = ['guest-service-interface', 'heartbeat', 'kvp', 'shutdown', 'timesync', 'vss'] as const

const names = fc.oneof(
  fc.constantFrom(
    'web-01',
    'DC 02 (old)',
    '<b>x</b>',
    'a|b',
    "O'Neil",
    'VM "quoted"',
    '\u202egnp.exe',
    '회계',
    'VSS',
    'True',
  ),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/),
)

/** Statuses whose words are confirmed in the language. */
function statuses(language: HostLanguage): fc.Arbitrary<readonly number[]> {
  if (language === 'fr' || language === 'ru') return fc.constantFrom([2], [2, 2])
  const numbers = language === 'en' ? [2, 3, 7, 12, 13] : [2, 12]
  return fc.oneof(
    fc.constantFrom(...numbers).map((number) => [number]),
    fc.constant([2, 2]),
    fc.constantFrom(...(language === 'en' ? [2, 3, 7] : [2])).map((number) => [number, 32775]),
  )
}

function hosts(language: HostLanguage): fc.Arbitrary<readonly CmdletRow[]> {
  const vm = fc.tuple(
    names,
    fc.array(fc.record({ enabled: fc.boolean(), status: statuses(language) }), { minLength: 6, maxLength: 6 }),
  )
  return fc.uniqueArray(vm, { minLength: 1, maxLength: 4, selector: ([name]) => name.toLowerCase() }).map((vms) =>
    vms.flatMap(([name, services]) =>
      services.map(({ enabled, status }, index): CmdletRow => {
        const service = ORDER[index] ?? 'vss'
        // A service that is switched off reads OK.
        return { vm: name, service, enabled, status: enabled ? status : [2] }
      }),
    ),
  )
}

function wanted(row: CmdletRow): string {
  return `${row.enabled} ${decodeStatus(row.service, row.status).kind}`
}

function got(service: Service | undefined): string {
  return service?.listed === true ? `${service.enabled} ${service.kind}` : 'not listed'
}

/** Every row comes back under its own VM, as it was or as a guess; no VM is invented. */
function expectSame(text: string, rows: readonly CmdletRow[], isWhole: boolean): void {
  const reading = decodePasted(text, null, {}, TIME)
  const byName = new Map(reading.snapshot.vms.map((vm) => [vm.name, vm]))
  expect([...byName.keys()].sort()).toEqual([...new Set(rows.map((row) => row.vm))].sort())
  for (const row of rows) {
    const service = byName.get(row.vm)?.services[row.service]
    if (!isWhole && service?.guessed === true) continue
    expect(`${row.vm} ${row.service} ${got(service)}`).toBe(`${row.vm} ${row.service} ${wanted(row)}`)
  }
}

describe('what PowerShell prints is read back', () => {
  test.each(HOST_LANGUAGES)('a table of any width on a host in %s', (language) => {
    fc.assert(
      fc.property(
        hosts(language),
        fc.integer({ min: 90, max: 400 }),
        fc.constantFrom('...' as const, '…' as const),
        (rows, width, mark) => {
          expectSame(tableOf(rows, language, width, mark), rows, false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each(HOST_LANGUAGES)('a table so narrow that columns are missing, on a host in %s', (language) => {
    fc.assert(
      fc.property(hosts(language), fc.integer({ min: 60, max: 89 }), (rows, width) => {
        const text = tableOf(rows, language, width, '...')
        const reading = decodePasted(text, null, {}, TIME)
        const services = reading.snapshot.vms.flatMap((vm) => JUDGED_SERVICES.map((id) => vm.services[id]))
        for (const service of services.filter(({ listed, enabled }) => listed && enabled !== false)) {
          const isGood = service.kind === 'ok' && service.guessed !== true
          const row = rows.find((candidate) => candidate.service === service.id && candidate.status[1] === undefined)
          expect(!isGood || row !== undefined).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test.each(HOST_LANGUAGES)('a list on a host in %s', (language) => {
    fc.assert(
      fc.property(hosts(language), fc.integer({ min: 60, max: 400 }), (rows, width) => {
        // Ids in a list belong to one VM.
        const one = rows.filter((row) => row.vm === rows[0]?.vm)
        expectSame(`PS C:\\> Get-VMIntegrationService | fl\n\n${listOf(one, language, width)}\n`, one, true)
      }),
      { numRuns: 200 },
    )
  })

  test.each(HOST_LANGUAGES)('CSV on a host in %s', (language) => {
    fc.assert(
      fc.property(hosts(language), (rows) => expectSame(csvOf(rows, language), rows, true)),
      { numRuns: 200 },
    )
  })

  test.each(HOST_LANGUAGES)('a wrapped table on a host in %s', (language) => {
    fc.assert(
      fc.property(hosts(language), fc.integer({ min: 100, max: 400 }), (rows, width) =>
        expectSame(wrappedOf(rows, language, width), rows, false),
      ),
      { numRuns: 200 },
    )
  })

  test.each(HOST_LANGUAGES)('names alone, as Format-Wide prints them on a host in %s, are no status', (language) => {
    fc.assert(
      fc.property(hosts(language), fc.integer({ min: 60, max: 400 }), (rows, width) => {
        const one = rows.filter((row) => row.vm === rows[0]?.vm)
        const { snapshot, lines } = decodePasted(wideOf(one, language, width), null, {}, TIME)
        const services = snapshot.vms.flatMap((vm) => JUDGED_SERVICES.map((id) => vm.services[id]))
        expect(services.filter(({ kind }) => kind === 'ok' || kind === 'mismatch')).toEqual([])
        expect(lines.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  test.each(['en', 'de'] as const)(
    'a wrapped table and objects are read for certain where the words are, on a host in %s',
    (language) => {
      const rows: readonly CmdletRow[] = ORDER.map((service) => ({ vm: 'web-01', service, enabled: true, status: [2] }))
      for (const text of [wrappedOf(rows, language, 140), dumpOf(rows, language)]) {
        const [vm] = decodePasted(text, null, {}, TIME).snapshot.vms
        expect(ORDER.map((id) => vm?.services[id].guessed === true)).toEqual(ORDER.map(() => false))
      }
    },
  )

  test.each(HOST_LANGUAGES)('objects inside a text on a host in %s', (language) => {
    fc.assert(
      fc.property(hosts(language), (rows) => expectSame(dumpOf(rows, language), rows, false)),
      { numRuns: 200 },
    )
  })

  test.each(HOST_LANGUAGES)('JSON of both PowerShell versions on a host in %s', (language) => {
    fc.assert(
      fc.property(
        hosts(language),
        fc.constantFrom('array' as const, 'wrapped' as const, 'compressed' as const),
        (rows, form) => {
          expectSame(jsonOf(rows, language, form), rows, true)
        },
      ),
      { numRuns: 100 },
    )
  })

  test.each(HOST_LANGUAGES)('CLIXML on a host in %s', (language) => {
    fc.assert(
      fc.property(hosts(language), (rows) => expectSame(clixmlOf(rows, language), rows, true)),
      { numRuns: 100 },
    )
  })
})

const PIECES = [
  'VMName Name Enabled PrimaryStatusDescription',
  '------ ---- -------',
  'Heartbeat',
  'VSS',
  ' : ',
  'True',
  'OK',
  'No Contact',
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  '|',
  '\n',
  '\r\n',
  '\t',
  '> ',
  'Name',
  'State',
  'Running',
  '@{',
  ';',
  '=',
  '(3.0)',
  '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11',
  '4010',
  'Degraded',
  "VM 'x'",
  '<td>',
  '</td>',
  '&nbsp;',
  '\u001b[31m',
  '\0',
  '...',
  '…',
  'OperationalStatus',
  '2, 32775',
  '하트비트',
  '<INSTANCE',
  '</INSTANCE>',
  'Ubuntu 22.04',
  '-/-',
  '\u202e',
]

describe('any text', () => {
  test(
    'is read without a crash, every line is accounted for, every meaning exists in both languages',
    { timeout: 20_000 },
    () => {
      const texts = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc
          .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 80 })
          .map((parts) => parts.join(' ')),
      )
      fc.assert(
        fc.property(texts, fc.dictionary(fc.string(), fc.constant({ family: 'linux' })), (text, answers) => {
          const reading = decodePasted(text, 'ticket.txt', answers, TIME)
          const ids = reading.snapshot.vms.map((vm) => vm.id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(reading.refusal === null).toBe(ids.length > 0)
          for (const language of LANGUAGES) {
            for (const { meaning } of reading.lines) if (meaning !== null) translate(language, meaning)
            if (reading.refusal !== null) translate(language, reading.refusal.step)
          }
          const numbers = reading.lines.map((line) => line.number)
          expect([...numbers].sort((a, b) => a - b)).toEqual(numbers)
        }),
        { numRuns: 1500 },
      )
    },
  )
})
