import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { worksheetText } from '../../src/core/worksheet/worksheet-text'
import { commandsOf, distinct, factsOf } from './script-facts'

test('the worksheet for Windows guests parses in Windows PowerShell 5.1 and only reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'worksheet-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'worksheet.ps1')
  writeFileSync(path, worksheetText('windows', 'en', null))
  const facts = await factsOf(path)
  expect(distinct(facts, 'error')).toEqual([])
  expect(distinct(facts, 'newer')).toEqual([])
  // "Ampersand": the block runs itself.
  expect(commandsOf(facts)).toEqual(['Ampersand ', 'Get-ItemProperty', 'Get-Service'])
  expect([distinct(facts, 'call'), distinct(facts, 'redirection')]).toEqual([[], []])
})
