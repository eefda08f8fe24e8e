import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EnvelopeEvent, EnvelopeReader } from '../../../../src/main/powershell/envelopes'
import { LineSplitter } from '../../../../src/main/powershell/lines'
import { unpackBudget, unpackEnvelope } from '../../../../src/main/powershell/unpack'

const NONCE = 'f3a9c2d17b604e58'

const packed = (content: string) => ({ content, isPlain: false })
const pack = (json: unknown): string => gzipSync(JSON.stringify(json)).toString('base64')

/** An envelope as the collector writes it, with lines of any length and either line end. */
const written = (name: string, content: string, lineLength = 4096, newline = '\n'): string => {
  const lines = content.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return [`@@${NONCE} ${content.length} ${name}`, ...lines, `@@${NONCE} end`, ''].join(newline)
}

/** Reads output that comes in pieces of the given lengths, the last one repeated. */
const read = (output: string, pieces: readonly number[] = [output.length]) => {
  const reader = new EnvelopeReader(NONCE)
  const events: EnvelopeEvent[] = []
  const splitter = new LineSplitter((line) => events.push(...reader.takeLine(line)))
  for (let at = 0, turn = 0; at < output.length; turn += 1) {
    const length = Math.max(1, pieces[Math.min(turn, pieces.length - 1)] ?? 1)
    splitter.take(output.slice(at, at + length))
    at += length
  }
  splitter.flush()
  events.push(...reader.finish())
  return { events, noise: reader.noise }
}

const contents = (events: readonly EnvelopeEvent[]): unknown[] =>
  events.map((event) => (event.kind === 'envelope' ? unpackEnvelope(event, unpackBudget()) : event))

const name = fc.stringMatching(/^[A-Za-z]\w{0,30}$/)
/** Noise that cannot be taken for a part of base64 and does not know the nonce. */
const noise = fc.string({ maxLength: 60 }).map((text) => `# ${text.replaceAll(/[\r\n]/g, ' ').replaceAll('@@', '')}`)

describe('reading envelopes', () => {
  test('gives what was packed, however it was cut into lines and pieces, with noise around and within', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.jsonValue(), fc.integer({ min: 1, max: 200 }), noise), { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        (parts, newline, pieces) => {
          const output = parts
            .map(([name, json, lineLength, noise]) => {
              const text = written(name, pack(json), lineLength, newline)
              return `${noise}${newline}${text.replace(newline, () => `${newline}${noise}${newline}`)}`
            })
            .join('')
          const { events } = read(output, pieces)
          expect(events.map((event) => event.name)).toEqual(parts.map(([name]) => name))
          // JSON has no -0.
          expect(contents(events)).toEqual(parts.map(([, json]) => JSON.parse(JSON.stringify(json)) as unknown))
        },
      ),
    )
  })

  test('takes nothing from an answer that was cut off: every envelope is whole or named as damaged', () => {
    const packed = [pack({ a: 1 }), pack({ b: 'x'.repeat(500) }), pack({ c: null })]
    const output = packed.map((text, index) => written(`Part${index}`, text, 64)).join('')
    for (let length = 0; length < output.length; length += 1) {
      const { events } = read(output.slice(0, length))
      const whole = events.filter((event) => event.kind === 'envelope')
      const complete = packed.filter((_, index) => {
        const end = packed
          .slice(0, index + 1)
          .map((text, at) => written(`Part${at}`, text, 64))
          .join('').length
        return length >= end - 1
      })
      expect(whole.map((event) => event.content)).toEqual(complete)
      expect(events.length - whole.length).toBeLessThanOrEqual(1)
    }
  })

  test('never throws, and takes nothing that does not bear the nonce, whatever comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 }), (pieces) => {
        expect(read(pieces.join('\n')).events).toEqual([])
      }),
    )
    expect(read(written('Part', pack(1)).replaceAll(NONCE, '0000000000000000')).events).toEqual([])
  })

  test('an envelope of another length than announced is damaged', () => {
    const packed = pack({ a: 1 })
    const short = written('Part', packed).replace(packed, packed.slice(4))
    const long = written('Part', packed).replace(packed, `${packed}\nAAAA`)
    expect(read(short).events).toEqual([{ kind: 'damaged', name: 'Part' }])
    expect(read(long).events).toEqual([{ kind: 'damaged', name: 'Part' }])
  })

  test('an envelope that a new one interrupts is damaged, and the new one counts', () => {
    const packed = pack([1])
    const { events } = read(`@@${NONCE} 400 First\nAAAA\n${written('Second', packed)}`)
    expect(events).toEqual([
      { kind: 'damaged', name: 'First' },
      { kind: 'envelope', name: 'Second', isPlain: false, content: packed },
    ])
  })

  test('an announced length beyond the limit is damaged and nothing of it is kept', () => {
    expect(read(`@@${NONCE} 999999999 Huge\nAAAA\n@@${NONCE} end\n`).events).toEqual([
      { kind: 'damaged', name: 'Huge' },
    ])
  })

  test('counts what belonged to no envelope', () => {
    expect(read('Loading profile...\n').noise).toBeGreaterThan(0)
    expect(read(written('Part', pack(1))).noise).toBe(0)
    expect(read('').noise).toBe(0)
  })

  test('a line without an end is handed on in parts instead of growing', () => {
    const longest: number[] = []
    const splitter = new LineSplitter((line) => longest.push(line.length))
    for (let piece = 0; piece < 100; piece += 1) splitter.take('x'.repeat(64 * 1024))
    splitter.flush()
    expect(longest.length).toBeGreaterThan(3)
    expect(longest.reduce((sum, length) => sum + length, 0)).toBe(100 * 64 * 1024)
  })
})

describe('an envelope in plain text, as Constrained Language Mode writes it', () => {
  /** As the collector writes it: parts between colons, ASCII only. */
  const plain = (json: unknown, lineLength = 76): string => {
    const text = JSON.stringify(json).replaceAll(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    const lines = text.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
    return [`@@${NONCE} ${text.length} Rows plain`, ...lines.map((part) => `:${part}:`), `@@${NONCE} end`, ''].join(
      '\n',
    )
  }

  test('gives what was written, with noise between the lines and blanks at the ends of its parts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 90 }), (json, lineLength) => {
        const { events } = read(plain(json, lineLength).replaceAll('\n', '\nnoise of others\n'))
        expect(contents(events)).toEqual([JSON.parse(JSON.stringify(json))])
      }),
    )
  })

  test('is damaged when a part is missing, and no JSON is none', () => {
    const whole = plain({ rows: ['x'.repeat(200)] })
    expect(read(whole.split('\n').toSpliced(2, 1).join('\n')).events).toEqual([{ kind: 'damaged', name: 'Rows' }])
    expect(unpackEnvelope({ content: '{', isPlain: true }, unpackBudget())).toBeUndefined()
    expect(unpackEnvelope({ content: '"12345678"', isPlain: true }, { bytesLeft: 5 })).toBeUndefined()
  })
})

describe('unpacking an envelope', () => {
  test('is undefined for anything that is not JSON in gzip in base64', () => {
    const broken = ['', 'AAAA', gzipSync('{').toString('base64'), pack({ a: 1 }).slice(0, -8), '한국어']
    for (const content of broken) expect(unpackEnvelope(packed(content), unpackBudget())).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), (content) => {
        expect(unpackEnvelope(packed(content), unpackBudget())).toBeUndefined()
      }),
    )
  })

  test('stops at the budget that all envelopes of a check share: a bomb of gzip costs nothing', () => {
    const budget = { bytesLeft: 1000 }
    expect(unpackEnvelope(packed(pack('x'.repeat(700))), budget)).toBe('x'.repeat(700))
    expect(unpackEnvelope(packed(pack('x'.repeat(700))), budget)).toBeUndefined()
    expect(unpackEnvelope(packed(pack('y')), budget)).toBe('y')
  })

  test('keeps Korean, quotes and escapes', () => {
    const text = '하트비트 "정상" \\ \u2028 ✓ $(calc) `n'
    expect(unpackEnvelope(packed(pack(text)), unpackBudget())).toBe(text)
  })
})
