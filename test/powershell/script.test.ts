import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { COLLECTOR, runSession } from './engine'

type Facts = ReadonlyMap<string, readonly string[]>

/** What the engine's parser says of a script, by kind of fact. */
const factsOf = async (path: string): Promise<Facts> => {
  const reader = readFileSync(join(import.meta.dirname, 'script-facts.ps1'), 'utf8')
  const { stdout } = await runSession([reader, `Get-ScriptFact '${path.replaceAll("'", "''")}'`])
  const facts = new Map<string, string[]>()
  for (const line of stdout.split(/\r?\n/)) {
    const [kind, value] = line.split('\t')
    if (kind !== undefined && value !== undefined) facts.set(kind, [...(facts.get(kind) ?? []), value])
  }
  return facts
}

const distinct = (facts: Facts, kind: string): readonly string[] => [...new Set(facts.get(kind))].toSorted()

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
    const own = new Set(facts.get('function'))
    expect(distinct(facts, 'command').filter((name) => !own.has(name))).toEqual([
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
    const lines = text.split('\n')
    // oxlint-disable-next-line no-control-regex -- the characters that every code page shares
    expect(text).toMatch(/^[\x09\x0a\x20-\x7e]*$/)
    expect(text.endsWith('}\n')).toBe(true)
    for (const extent of facts.get('statement') ?? []) {
      const [start = 0, end = 0] = extent.split('-').map(Number)
      expect(lines.slice(start - 1, end).filter((line) => line.trim() === '')).toEqual([])
      expect(lines[end] ?? '').toBe('')
    }
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
