import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import { LANGUAGES } from '../../../../src/core/model/text'
import { tableText } from '../../../../src/main/cli/table'
import { widthOf } from '../../../../src/main/cli/text-width'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { captureOf, UBUNTU } from '../../core/capture-builder'

const rendering = { source: 'sample', programVersion: '1.0.0' }
const sample = judge(sampleCapture())

/** The lines of the VM table: head, rule, rows. */
function tableOf(text: string, vms = 14): readonly string[] {
  const lines = text.split('\n')
  const rule = lines.findIndex((line) => /^-{3,}( {2}-+)*$/.test(line))
  return lines.slice(rule - 1, rule + 1 + vms)
}

describe.each(LANGUAGES)('the table in %s', (language) => {
  const diagnosis = renderDiagnosis(sample, { ...rendering, language })

  test('has a row for every VM, severest first', () => {
    const [, , ...rows] = tableOf(tableText(diagnosis, null))
    expect(rows.every((row) => row !== '')).toBe(true)
    expect(rows[0]).toContain('db-02')
    expect(rows.at(-1)).toContain('legacy-01')
  })

  test('stands in columns whatever the width of the letters', () => {
    const [head = '', rule = '', ...rows] = tableOf(tableText(diagnosis, null))
    const starts = [...rule.matchAll(/(?<=^| {2})-/g)].map(({ index }) => index)
    const columnAt = (line: string, start: number): string => {
      let width = 0
      let text = ''
      for (const letter of line) {
        if (width >= start) text += letter
        width += widthOf(letter)
      }
      return text
    }
    for (const line of [head, ...rows]) {
      for (const start of starts.slice(0, 4)) expect([line, columnAt(line, start)[0]]).not.toEqual([line, ' '])
    }
  })

  test.each([120, 100, 80, 60, 40])('fits into %i columns', (columns) => {
    const text = tableText(diagnosis, columns)
    const commands = new Set(
      diagnosis.vms.flatMap(({ findings }) => findings.flatMap(({ steps }) => steps.map(({ command }) => command))),
    )
    for (const line of text.split('\n').filter((candidate) => !commands.has(candidate.trim()))) {
      expect([line, widthOf(line) <= columns]).toEqual([line, true])
    }
    expect(text).toContain('db-02')
  })

  test('says why and what to do for what is neither well nor off', () => {
    const text = tableText(diagnosis, null).replace(/\s+/g, ' ')
    for (const { verdict, headline, findings } of diagnosis.vms) {
      if (['healthy', 'not-running'].includes(verdict)) continue
      expect(text).toContain(headline)
      expect(text).toContain(`[${findings[0]?.code}]`)
      expect(text).toContain(verdict === 'safe-to-ignore' ? '' : (findings[0]?.steps[0]?.text ?? ''))
    }
  })
})

describe('hostile names', () => {
  const names = [
    '\u001b[31mred',
    'a\nHealthy  fake',
    '\u202egnp',
    '\u0007\u009b2J',
    'x'.repeat(500),
    '인사'.repeat(200),
  ]
  const judged = judge(
    captureOf(names.map((name) => ({ name, kvp: { ...UBUNTU, OSName: name }, services: { vss: { status: [12] } } }))),
  )
  const text = tableText(renderDiagnosis(judged, { ...rendering, language: 'en' }), 80)

  test('reach the terminal as visible signs', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(text).toContain('␛[31mred')
  })

  test('make no line of their own and none too wide', () => {
    for (const line of text.split('\n')) expect(line).not.toMatch(/^Healthy/)
    for (const line of tableOf(text, names.length)) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })
})
