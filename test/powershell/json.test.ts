import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COLLECTOR, runSession } from './engine'

/** What the collector's writer makes of PowerShell expressions, each as the property `v` of one row. */
const written = async (
  values: readonly string[],
  { before = [], variables = {} }: { before?: readonly string[]; variables?: Readonly<Record<string, string>> } = {},
): Promise<readonly string[]> => {
  const calls = values.map(
    (value) => `[Console]::Out.WriteLine((ConvertTo-IntegrationDoctorJson ([pscustomobject] @{ v = ${value} }) 'v'))`,
  )
  const { stdout, stderr } = await runSession([...before, readFileSync(COLLECTOR, 'utf8'), ...calls], variables)
  expect(stderr).toBe('')
  return stdout.trimEnd().split(/\r?\n/)
}

test('writes every kind of CIM value, the same in every culture and time zone', async () => {
  const values = {
    $null: '{"v":null}',
    '@()': '{"v":[]}',
    '@($null)': '{"v":[null]}',
    '[uint16[]] @(15)': '{"v":[15]}',
    '[uint64]::MaxValue': '{"v":18446744073709551615}',
    '[int16] -5': '{"v":-5}',
    $true: '{"v":true}',
    '@($false, $true)': '{"v":[false,true]}',
    '[char] 65': '{"v":"A"}',
    '[datetime]::new(2026, 11, 23, 8, 46, 37, [DateTimeKind]::Utc)': '{"v":"2026-11-23T08:46:37Z"}',
    '[datetime]::new(1601, 1, 1, 0, 0, 0, [DateTimeKind]::Utc).ToLocalTime()': '{"v":"1601-01-01T00:00:00Z"}',
    '[datetime]::new(2026, 1, 2, 3, 4, 5, 678, [DateTimeKind]::Utc).ToLocalTime()': '{"v":"2026-01-02T03:04:05.678Z"}',
    '[timespan]::FromSeconds(93784)': '{"v":"1.02:03:04"}',
    '[double] 1.5': '{"v":"1.5"}',
  }
  const expressions = Object.keys(values)
  expect(await written(expressions)).toEqual(Object.values(values))
  const before = ["[cultureinfo]::CurrentCulture = [cultureinfo] 'ar-SA'"]
  expect(await written(expressions, { before, variables: { TZ: 'America/New_York' } })).toEqual(Object.values(values))
})

test('writes texts that JSON.parse gives back, and no half of a surrogate pair', async () => {
  const rows = await written([
    '\'"\\\' + "`n`r`t`0`a" + [char] 0x1f + [char] 0x7f',
    "'a' + [char] 0xd83d + 'b' + [char] 0xde00 + [char] 0xde00",
    '[string] [char] 0xd83d + [char] 0xde00',
    '[string] [char] 0xd83d',
    "'' + [char] 0xac00 + [char] 0x2028",
  ])
  expect(rows.map((row) => (JSON.parse(row) as { v: string }).v)).toEqual([
    '"\\\n\r\t\0\u0007\u001f\u007f',
    'a\ud83db\ude00\ude00',
    '\u{1f600}',
    '\ud83d',
    '가\u2028',
  ])
  expect(rows[1]).toBe('{"v":"a\\ud83db\\ude00\\ude00"}')
})

test('leaves out a property that a row does not have', async () => {
  const { stdout } = await runSession([
    readFileSync(COLLECTOR, 'utf8'),
    "ConvertTo-IntegrationDoctorJson @([pscustomobject] @{ a = 1; c = 'x' }, [pscustomobject] @{ b = 2 }) 'a', 'b'",
  ])
  expect(stdout.trim()).toBe('{"a":1},{"b":2}')
})
