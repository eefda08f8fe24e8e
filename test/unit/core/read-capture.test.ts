import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashedPart } from '../../../src/core/decode/canonical-json'
import { readCapture } from '../../../src/core/decode/read-capture'
import { translate } from '../../../src/core/i18n/translate'
import { LANGUAGES } from '../../../src/core/model/text'
import { captureOf } from './capture-builder'

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const good = captureOf([{ name: '웹-01' }, { name: 'db-02' }])
const sealed = { ...good, sha256: hash(hashedPart(good)) }

function refusal(text: string, language: 'en' | 'ko' = 'en') {
  const result = readCapture(text, 'hv01.hvcapture', hash)
  if (result.ok) throw new Error('it was read')
  const { code, message, step } = result.problem
  return { code, message: translate(language, message), step: translate(language, step) }
}

const changed = (change: object): string => JSON.stringify({ ...good, ...change })

/** Each way a file can be wrong, really made, and a part of the sentence that only this fault has. */
const faults: readonly (readonly [code: string, text: string, reason: string])[] = [
  ['capture-empty', '', 'empty'],
  ['capture-empty', ' \r\n', 'empty'],
  ['capture-truncated', JSON.stringify(sealed).slice(0, 500), 'line 1, column'],
  [
    'capture-not-json',
    JSON.stringify(sealed, null, 1).replace('"complete": true,', '"complete": yes,'),
    'line 4, column 14',
  ],
  ['capture-not-json', 'VMName Name Enabled', 'line 1, column 1'],
  ['capture-other-json', '{"a":1}', 'schema'],
  ['capture-other-json', '[]', 'schema'],
  ['capture-other-json', 'null', 'schema'],
  ['capture-other-json', '{"schema":7}', 'schema'],
  ['capture-other-schema', '{"schema":"integration-doctor/diagnosis@1"}', 'integration-doctor/diagnosis@1'],
  ['capture-other-schema', '{"schema":"integration-doctor/capture@one"}', 'capture@one'],
  ['capture-newer', changed({ schema: 'integration-doctor/capture@2' }), 'version 2'],
  ['capture-changed', changed({ sha256: sealed.sha256, complete: false }), 'SHA-256'],
  ['capture-wrong-shape', changed({ classes: [] }), '“classes” an object'],
  ['capture-wrong-shape', changed({ classes: { A: [{}, 5] } }), '“classes.A[1]” a row'],
  ['capture-wrong-shape', changed({ classes: { A: 'x' } }), '“classes.A” a list of rows'],
  ['capture-wrong-shape', changed({ collectedAt: 'yesterday' }), '“collectedAt” a time'],
  ['capture-wrong-shape', changed({ target: { via: 'magic' } }), '“target.via” one of local'],
  ['capture-wrong-shape', changed({ complete: 'yes' }), '“complete” true, false'],
  ['capture-wrong-shape', changed({ timings: { A: '41' } }), '“timings.A” a number'],
  ['capture-wrong-shape', changed({ access: { elevated: 1 } }), '“access.elevated” true, false'],
  ['capture-wrong-shape', changed({ asked: 'all' }), '“asked” a list'],
  ['capture-incomplete', changed({ classes: undefined }), '“classes” is missing'],
  [
    'capture-too-deep',
    changed({ classes: { A: [{ p: JSON.parse('['.repeat(500) + ']'.repeat(500)) }] } }),
    '64 levels',
  ],
]

describe('readCapture', () => {
  test('reads a capture with its hash, a capture without one, and keeps what it does not know', () => {
    expect(readCapture(JSON.stringify(sealed), 'a', hash)).toEqual({ ok: true, capture: sealed })
    const odd = { ...good, future: { kept: [1, null] }, classes: { ...good.classes, Msvm_New: [{ P: [] }] } }
    const result = readCapture(JSON.stringify(odd), 'a', hash)
    expect(result.ok && result.capture).toMatchObject({
      future: { kept: [1, null] },
      classes: { Msvm_New: [{ P: [] }] },
    })
  })

  test('accepts the hash whatever the order of keys, the white space, and the case of the digits', () => {
    const shuffled = Object.fromEntries(Object.entries(sealed).toReversed())
    const text = JSON.stringify({ ...shuffled, sha256: sealed.sha256.toUpperCase() }, null, 2)
    expect(readCapture(text, 'a', hash).ok).toBe(true)
  })

  test.each(faults)('%s names the file, the place and the reason (%#)', (code, text, reason) => {
    const told = refusal(text)
    expect(told.code).toBe(code)
    expect(told.message).toContain('hv01.hvcapture')
    expect(told.message).toContain(reason)
  })

  test.each(LANGUAGES)('says each refusal in one sentence with a next step in %s', (language) => {
    for (const [, text] of faults) {
      const { message, step } = refusal(text, language)
      expect(message.match(/[.!?。](\s|$)/g)).toHaveLength(1)
      expect(message).not.toMatch(/\{\w+\}|undefined/)
      expect(step).toMatch(/\.$/)
    }
  })

  test('any JSON and any text is read or refused, never a crash', () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map((value) => ({ ...good, classes: value })),
    )
    const isAnswered = (text: string): boolean => typeof readCapture(text, 'a', hash).ok === 'boolean'
    const text = fc.oneof(
      json.map((value) => JSON.stringify(value)),
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
    )
    expect(fc.check(fc.property(text, isAnswered), { numRuns: 50 }).failed).toBe(false)
  })

  test('no change of a sealed capture passes unseen, as long as the field with the hash is there', () => {
    const text = JSON.stringify(sealed)
    const name = text.indexOf('"sha256"')
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '7', 'x', '"', '['), (at, char) => {
        fc.pre(at < name || at > name + '"sha256":'.length)
        const edited = text.slice(0, at) + char + text.slice(at + 1)
        const result = readCapture(edited, 'a', hash)
        expect(result.ok).toBe(edited === text)
      }),
    )
  })
})
