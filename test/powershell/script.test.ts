import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { COLLECTOR } from './engine'
import { commandsOf, distinct, factsOf, type Facts, pasteFaults } from './script-facts'

describe('the collector script', () => {
  let facts: Facts
  beforeAll(async () => {
    facts = await factsOf(COLLECTOR)
  })

  test('parses, with nothing that Windows PowerShell 5.1 does not know', () => {
    expect(distinct(facts, 'error')).toEqual([])
    expect(distinct(facts, 'newer')).toEqual([])
    expect(facts.get('statement')?.length).toBeGreaterThan(5)
  })

  test('runs only commands that read, and of CIM methods only the two that do', () => {
    expect(commandsOf(facts)).toEqual([
      'ConvertFrom-Json',
      'ForEach-Object',
      'Get-CimInstance',
      'Get-WinEvent',
      'Invoke-CimMethod',
      'New-Object',
      'Where-Object',
    ])
    const text = readFileSync(COLLECTOR, 'utf8')
    const methods = [...text.matchAll(/\bMethod = '(\w+)'/g)].map(([, name]) => name)
    expect(methods).toEqual(['GetDWORDValue', 'GetSummaryInformation'])
    // The name of a method comes from that table and from nowhere else.
    expect([...text.matchAll(/MethodName\s*=\s*([^;\s]+)/g)].map(([, value]) => value)).toEqual(['$Query.Method'])
    expect(text).not.toMatch(/-MethodName/)
  })

  test('calls only methods that compute, and writes only to standard output', () => {
    expect(distinct(facts, 'call')).toEqual(
      [
        '.AddSeconds',
        '.ContainsKey',
        '.Dispose',
        '.Flush',
        '.GetBytes',
        '.IndexOf',
        '.PadLeft',
        '.Remove',
        '.Replace',
        '.Substring',
        '.ToArray',
        '.ToCharArray',
        '.ToLowerInvariant',
        '.ToString',
        '.ToUniversalTime',
        '.ToUpperInvariant',
        '.Trim',
        '.TrimEnd',
        '.Write',
        '.WriteLine',
        '[System.Convert]::ToBase64String',
        '[System.Math]::Min',
        '[System.Security.Principal.WindowsIdentity]::GetCurrent',
        '[hashtable]::new',
      ].toSorted(),
    )
    expect(distinct(facts, 'redirection')).toEqual([])
  })

  test('leaves the preferences and variables of the session alone', () => {
    expect(distinct(facts, 'outside')).toEqual([])
  })

  test('can be sent over standard input: ASCII, no blank line inside a statement, one after each', () => {
    const text = readFileSync(COLLECTOR, 'utf8')
    // oxlint-disable-next-line no-control-regex -- the characters that every code page shares
    expect(text).toMatch(/^[\x09\x0a\x20-\x7e]*$/)
    expect(text.endsWith('}\n')).toBe(true)
    expect(pasteFaults(facts, text)).toEqual([])
  })
})

test('the reader of script facts finds what it is there for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'script-facts-'))
  try {
    const path = join(folder, 'bad.ps1')
    writeFileSync(
      path,
      [
        '$a = $b ?? 1',
        '$c = $a ? 1 : 2',
        'Get-Item x && Stop-Computer',
        '$global:x = 1',
        '$ErrorActionPreference = 1',
        '& $name',
        '[IO.File]::Delete(1) > out.txt',
        'class Box { }',
        'New-Object Net.WebClient',
      ].join('\n'),
    )
    const facts = await factsOf(path)
    expect(facts.get('newer')).toHaveLength(4)
    expect(distinct(facts, 'command')).toEqual(['Ampersand ', 'Get-Item', 'New-Object', 'Stop-Computer'])
    expect(distinct(facts, 'outside')).toEqual(['ErrorActionPreference', 'global:x'])
    expect(distinct(facts, 'call')).toEqual(['[IO.File]::Delete'])
    expect(distinct(facts, 'redirection')).toEqual(['> out.txt'])
    expect(distinct(facts, 'type')).toContain('Net.WebClient')
    writeFileSync(path, 'function f {\n1 +* 2\n')
    expect((await factsOf(path)).get('error')?.length).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
