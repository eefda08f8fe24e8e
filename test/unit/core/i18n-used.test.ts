import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MESSAGES } from '../../../src/core/i18n/messages'
import { RULES } from '../../../src/core/diagnosis/rules/index'
import { explain } from '../../../src/core/explain/explain'
import { LANGUAGES } from '../../../src/core/model/text'

const folder = join(import.meta.dirname, '../../../src')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')

const literals = new Set([...source.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
/** Keys that are put together: `term.service.${id}` stands for everything below term.service. */
const patterns = [
  ...new Set([...source.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`]*)`/g)].map(([, template]) => template ?? '')),
].map((template) => {
  const parts = template
    .split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
})

test('every text is asked for somewhere: one that no screen and no report shows is nobody’s to keep true', () => {
  const unused = [...MESSAGES.en.keys()].filter(
    (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})

describe('every code that a check can show is explained', () => {
  const codes = [...source.matchAll(/\bcode: '(IS-\d+)'/g)].map(([, code]) => code ?? '')

  test('rules and remarks alike are among them', () => {
    expect(codes).toEqual(expect.arrayContaining([...RULES.map(({ code }) => code), 'IS-91', 'IS-108']))
  })

  test.each([...new Set(codes)].sort())('%s', (code) => {
    for (const language of LANGUAGES) {
      const [meaning] = explain(code, { language, programVersion: '1.0.0' }).meanings
      expect(meaning?.value).toBe(code)
    }
  })
})
