import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remoteScript } from '../../src/main/remote/remote-script'
import { commandsOf, distinct, factsOf, type Facts, pasteFaults } from './script-facts'

const folder = mkdtempSync(join(tmpdir(), 'remote-script-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the script that reads other computers', () => {
  let facts: Facts
  beforeAll(async () => {
    const path = join(folder, 'remote.ps1')
    writeFileSync(path, remoteScript())
    facts = await factsOf(path)
  })

  test('parses, with nothing that Windows PowerShell 5.1 does not know', () => {
    expect(distinct(facts, 'error')).toEqual([])
    expect(distinct(facts, 'newer')).toEqual([])
  })

  test('adds to what the collector may only commands that connect, and their end', () => {
    expect(commandsOf(facts)).toEqual([
      'ConvertFrom-Json',
      'ForEach-Object',
      'Get-CimInstance',
      'Get-WinEvent',
      'Invoke-CimMethod',
      'Invoke-Command',
      'New-CimSession',
      'New-CimSessionOption',
      'New-Object',
      'New-PSSessionOption',
      'Remove-CimSession',
      'Where-Object',
    ])
  })

  test('has no blank line inside a statement, nothing but ASCII, and no text that is made into code', () => {
    expect(pasteFaults(facts, remoteScript())).toEqual([])
    expect(remoteScript()).not.toMatch(/Invoke-Expression|\[scriptblock\]::Create|AddScript|ConvertTo-SecureString/i)
  })
})
