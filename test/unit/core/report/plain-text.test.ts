import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../../src/core/model/text'
import { say } from '../../../../src/core/i18n/translate'
import { cutText } from '../../../../src/core/report/cut-text'
import { ticketText } from '../../../../src/core/report/plain-lines'
import { plainText, publicText, TEXT_LIMIT, TITLE_LIMIT, titleText } from '../../../../src/core/report/plain-text'
import { ticketPart } from '../../../../src/core/report/ticket-parts'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { captureOf, UBUNTU } from '../capture-builder'
import { contentOf, diagnosisOf, HOSTS } from './checked-hosts'
import { HOSTILE_NAMES, hostileHost } from './hostile-names'

const EVIDENCE = /(?:Evidence|근거): Msvm_/

const many = diagnosisOf(
  captureOf(
    Array.from({ length: 500 }, (_, index) => ({
      name: `vm-${index}`,
      kvp: UBUNTU,
      services: { vss: { status: index % 5 === 0 ? [7, 32775] : [3, 32775] } },
    })),
  ),
)

describe.each(LANGUAGES)('a report as plain text in %s', (language) => {
  const diagnosis = diagnosisOf(sampleCapture(), language)
  const content = contentOf([diagnosis], { caller: 'sees “Degraded” for web-01', ticket: 'INC0048213' })
  const whole = plainText(content, 1_000_000)

  test('says result, caller, what to do, what is harmless, what was not checked and what to tell, in this order', () => {
    const places = [
      titleText(content),
      say(language, 'report.heading.action').toUpperCase(),
      content.hosts[0]?.harmlessHeading.toUpperCase() ?? '',
      say(language, 'report.heading.not-checked').toUpperCase(),
      say(language, 'report.heading.tell').toUpperCase(),
    ].map((part) => whole.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
    expect(whole).toContain('INC0048213')
    expect(whole).toContain('sees “Degraded” for web-01')
  })

  test('holds verdict, code, sentence and steps of each VM that needs action, when there is room', () => {
    for (const vm of diagnosis.vms.filter(({ needsAction }) => needsAction)) {
      expect(whole).toContain(vm.headline)
      expect(whole).toContain(vm.tellCaller)
      expect(whole).toContain(`[${vm.findings[0]?.code}]`)
      expect(whole).toContain(vm.findings[0]?.steps[0]?.text)
    }
  })

  test('drops the evidence first, and says so', () => {
    const shorter = plainText(content, whole.length - 1)
    expect(shorter).not.toMatch(EVIDENCE)
    expect(shorter).toContain(say(language, 'shape.text.without-evidence', { limit: whole.length - 1 }))
    expect(whole).toMatch(EVIDENCE)
  })

  test('needs neither codes nor raw values for the caller', () => {
    const text = publicText(content).text
    expect(text).not.toMatch(/IS-\d\d|OperationalStatus|Get-VM/)
    expect(text).toContain(diagnosis.vms.find(({ needsAction }) => needsAction)?.tellCaller)
  })
})

describe('the limits of a ticket', () => {
  test.each(LANGUAGES)('hold for every sample and case in %s', (language) => {
    for (const [, capture] of HOSTS) {
      const content = contentOf([diagnosisOf(capture, language)])
      expect(plainText(content).length).toBeLessThanOrEqual(TEXT_LIMIT)
      expect(titleText(content).length).toBeLessThanOrEqual(TITLE_LIMIT)
    }
  })

  test('hold for 500 VMs; the numbers stay, and what was left out is said', () => {
    const text = plainText(contentOf([many]))
    expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT)
    expect(text).toContain('100 of 500 VMs need action, 400 safe to ignore')
    expect(text).toContain('more VMs of this kind are in the report.')
    expect(text).toContain('Shortened to 4,000 characters')
  })

  test('hold for hostile and endless names', () => {
    const content = contentOf([diagnosisOf(hostileHost(HOSTILE_NAMES))])
    for (const limit of [500, 1000, 4000, 20_000]) expect(plainText(content, limit).length).toBeLessThanOrEqual(limit)
  })

  test('leave the answer in a title whose names are long, in Hangul too', () => {
    for (const name of ['x'.repeat(100), '회계'.repeat(50), '회계'.normalize('NFD').repeat(25), '👩‍👩‍👧‍👦'.repeat(30)]) {
      const whole = diagnosisOf(hostileHost([name]))
      const title = titleText(contentOf([whole], { isOneVm: true }))
      expect(title.length).toBeLessThanOrEqual(TITLE_LIMIT)
      expect(title).toMatch(/^Hyper-V .+…: Action needed \[IS-\d\d\]$/u)
      expect(title).not.toMatch(/\p{Cs}/u)
    }
  })

  test('cut between whole characters', () => {
    expect(cutText('회계-서버', 3)).toBe('회계…')
    expect(cutText('👩‍👩‍👧‍👦x', 5)).toBe('…')
    expect(cutText('abc', 3)).toBe('abc')
    expect(cutText('abc', 0)).toBe('')
  })
})

describe('hostile names in plain text', () => {
  const text = plainText(contentOf([diagnosisOf(hostileHost(HOSTILE_NAMES))]), 1_000_000)

  test('carry no markup of a ticket system and nothing invisible', () => {
    expect(text).not.toMatch(/\{code\}|\[\/?code\]|\[x\|/)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
    expect(text).toContain('{ code}')
  })

  test('whatever they are made of, open and close no markup of ServiceNow or Jira', () => {
    const pieces = [
      '[',
      ']',
      '{',
      '}',
      '/',
      '|',
      '~',
      ':',
      ' ',
      'code',
      'CODE',
      'html',
      'noformat',
      'quote',
      'x',
      '\u200b',
      '가',
    ]
    const markup =
      /\[\/?code\]|\{(?:code|html|noformat|quote)(?:[:|][^{}]*)?\}|\[~|\[[^\s[\]{}|][^[\]{}|]*\|[^[\]{}|]+\]/i
    const any = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(any, (name) => !markup.test(ticketText(name))),
      { numRuns: 5000 },
    )
    expect(markup.test('[code]') && markup.test('{code:java}') && markup.test('[x|http://a.example]')).toBe(true)
  })

  test('leave codes, places and status numbers as they are', () => {
    expect(ticketText('[IS-12] [Guest] [3, 32775] {a} [7]')).toBe('[IS-12] [Guest] [3, 32775] {a} [7]')
    expect(ticketText('[~admin] [/code] {html:x}')).toBe('[ ~admin] [ /code] { html:x}')
  })
})

describe('parts for a ticket', () => {
  const content = contentOf([diagnosisOf(hostileHost(HOSTILE_NAMES))])

  test.each(['public', 'internal'] as const)('%s: the same lines as text and as harmless HTML', (part) => {
    const { text, html } = ticketPart(content, part)
    expect(html?.replace(/<\/?(?:div|p|b|pre)>/g, '')).not.toMatch(/[<>]/)
    expect(html).toMatch(/^<div><p>/)
    expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT)
    const words = (html ?? '').replace(/<[^>]*>/g, '').length
    expect(words).toBeGreaterThan(text.length / 2)
  })

  test('the public part names no code, the internal one does, and Markdown has no HTML beside it', () => {
    expect(ticketPart(content, 'public').text).not.toMatch(/IS-\d\d/)
    expect(ticketPart(content, 'internal').text).toMatch(/IS-\d\d/)
    expect(ticketPart(content, 'markdown').html).toBeNull()
  })
})
