import { createHash } from 'node:crypto'
import { XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captureProblem } from '../../../../src/core/decode/read-capture'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis, renderFailure } from '../../../../src/core/diagnosis/render'
import { say } from '../../../../src/core/i18n/translate'
import { Diagnosis } from '../../../../src/core/model/diagnosis'
import { LANGUAGES, type Language } from '../../../../src/core/model/text'
import { VERDICTS } from '../../../../src/core/model/verdict'
import { WORKSHEET_SYSTEMS } from '../../../../src/core/model/worksheet'
import { answerOf } from '../../../../src/core/report/answer'
import { worksheetText } from '../../../../src/core/worksheet/worksheet-text'
import { reportHtml } from '../../../../src/main/reports/report-html'
import { isSealIntact } from '../../../../src/main/reports/seal'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { anyText } from '../any-text'
import { captureOf, UBUNTU } from '../../core/capture-builder'

const sample = sampleCapture()
const judgedSample = judge(sample)
const now = new Date('2026-11-23T08:51:00Z')

function diagnosisOf(language: Language, judged = judgedSample): Diagnosis {
  return renderDiagnosis(judged, { language, source: 'sample', programVersion: '1.0.0' })
}

function pageOf(diagnosis: Diagnosis, options: { ticket?: string; isOneVm?: boolean } = {}): string {
  const source = { diagnosis, via: sample.target.via, captureSha256: sample.sha256 }
  return reportHtml([source], { programVersion: '1.0.0', now, ...options })
}

const embedded = (page: string): unknown =>
  JSON.parse(/<script type="application\/json" id="diagnosis">(.*?)<\/script>/s.exec(page)?.[1] ?? '')

function unescaped(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return html.replace(/&([a-z#0-9]+);/g, (_, name: string) => entities[name] ?? '')
}

/** The text a reader sees, tags left out. */
function textOf(html: string): string {
  return unescaped(html.replace(/<(style|script)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ')
}

/** The part of a page that begins with a heading. */
function section(page: string, heading: string): string {
  const at = page
    .split(/<section[^>]*>/)
    .find((part) => textOf(part.slice(0, part.indexOf('</h2>'))).trim() === heading)
  if (at === undefined) throw new Error(`no section ${heading}`)
  return at
}

function expectWellFormed(page: string): void {
  expect(XMLValidator.validate(page.replace('<!doctype html>', ''), { allowBooleanAttributes: true })).toBe(true)
}

describe.each(LANGUAGES)('the report of the sample host in %s', (language) => {
  const diagnosis = diagnosisOf(language)
  const page = pageOf(diagnosis, { ticket: 'INC0048213' })

  test('is well formed, in one language, and needs nothing from outside', () => {
    expectWellFormed(page)
    expect(page).toContain(`<html lang="${language}">`)
    expect(page.match(/<script\b/g)).toHaveLength(1)
    expect(page).not.toMatch(/\s(src|srcset|style|on\w+)=|@import|url\(|<(link|iframe|object|form|base)\b/i)
  })

  test('allows its own style sheet and nothing else', () => {
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    )
  })

  test('carries the diagnosis, which reads back as it was', () => {
    expect(embedded(page)).toEqual(JSON.parse(JSON.stringify(diagnosis)))
    expect(Diagnosis.safeParse(embedded(page)).success).toBe(true)
  })

  test('shows every verdict with the number that the diagnosis has', () => {
    const counts = /<ul class="counts">(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
    const shown = textOf(counts.replaceAll('</li>', '\n')).trim()
    for (const verdict of VERDICTS) {
      expect(shown).toContain(`${say(language, `verdict.${verdict}`)} ${diagnosis.summary[verdict]}`)
      expect(page).toContain(`#bar-0 .b-${verdict}{flex:${diagnosis.summary[verdict]}}`)
    }
    expect(textOf(/<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? '')).toBe(answerOf(diagnosis))
  })

  test('has a block for every VM that somebody has to do something about, with code, steps and words for the caller', () => {
    for (const vm of diagnosis.vms.filter(({ needsAction }) => needsAction)) {
      const blocks = section(page, say(language, 'report.heading.action')).split('<article')
      const block = textOf(blocks.find((part) => part.includes(`<bdi>${vm.name}</bdi>`)) ?? '')
      expect(block).toContain(vm.findings[0]?.code)
      expect(block).toContain(vm.headline)
      expect(block).toContain(vm.findings[0]?.steps[0]?.text)
      expect(textOf(section(page, say(language, 'shape.glance.heading')))).toContain(vm.tellCaller)
    }
  })

  test('gives the reason and the proof for every VM that is safe to ignore', () => {
    const part = section(page, say(language, 'report.heading.harmless-kb'))
    const rows = part.split('<tr>').slice(2).map(textOf)
    const harmless = diagnosis.vms.filter(({ verdict }) => verdict === 'safe-to-ignore')
    expect(rows).toHaveLength(harmless.length)
    harmless.forEach((vm, index) => {
      expect(rows[index]).toContain(vm.headline)
      for (const { text } of vm.seenWorking) expect(rows[index]).toContain(text)
    })
  })

  test('lists every VM in the table and has its evidence', () => {
    const rows = section(page, say(language, 'report.heading.all')).split('<tr').slice(2)
    expect(rows).toHaveLength(diagnosis.vms.length)
    const text = textOf(page)
    for (const { id, name, findings } of diagnosis.vms) {
      expect(rows.filter((row) => row.includes(`<bdi>${name}</bdi>`))).toHaveLength(1)
      expect(page).toContain(id)
      for (const { explanation } of findings) expect(text).toContain(explanation)
    }
  })

  test('has a real head for every column and one heading of each rank after the other', () => {
    expect(page).not.toMatch(/<table>(?!\s*<thead>)/)
    const ranks = [...page.matchAll(/<h([1-6])\b/g)].map(([, rank]) => Number(rank))
    ranks.forEach((rank, index) => expect(rank - (ranks[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  })

  test('holds the guest worksheets line by line, as they have to be pasted', () => {
    const blocks = [...page.matchAll(/<pre class="command">(.*?)<\/pre>/gs)].map(([, block = '']) => unescaped(block))
    expect(blocks).toEqual(WORKSHEET_SYSTEMS.map((os) => worksheetText(os, language, null)))
  })

  test('names ticket, hashes, times and the article', () => {
    const text = textOf(page)
    expect(text).toContain('INC0048213')
    expect(text).toContain(sample.sha256)
    expect(text).toContain('2026-11-23 08:46 UTC')
    expect(text).toContain('KB 2956569')
    expect(page).toContain('href="https://learn.microsoft.com/')
  })
})

describe('the hash of a report', () => {
  const page = pageOf(diagnosisOf('en'))

  test('holds for the report as it was written', () => {
    expect(isSealIntact(page)).toBe(true)
  })

  test('breaks with any change, in the text and in the embedded diagnosis', () => {
    expect(isSealIntact(page.replace('2 of 14', '0 of 14'))).toBe(false)
    expect(isSealIntact(page.replace('"action-needed":2', '"action-needed":0'))).toBe(false)
    expect(isSealIntact(`${page} `)).toBe(false)
  })

  test('is counted as its note says: zeros in its place, in the head and at the foot', () => {
    const seal = /sha256" content="(\w+)"/.exec(page)?.[1] ?? ''
    expect(page.split(seal)).toHaveLength(3)
    expect(
      createHash('sha256')
        .update(page.replaceAll(seal, '0'.repeat(64)))
        .digest('hex'),
    ).toBe(seal)
  })

  test('is not there in another page', () => {
    expect(isSealIntact('<!doctype html><title>x</title>')).toBeNull()
  })
})

describe('hostile names', () => {
  const names = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</script><script>alert(1)</script>',
    '<!--',
    ']]>',
    '\u202egnp.exe',
    '\u001b[2J\u0007',
    'a\r\nb\u2028c\u0000',
    '0'.repeat(64),
    '{name} {count, plural, other {x}}',
    '`${alert(1)}`',
    'x'.repeat(5000),
  ]
  const kvp = Object.fromEntries(Object.entries(UBUNTU).map(([key, value]) => [key, `${value}</VALUE><script>`]))
  const judged = judge(captureOf(names.map((name) => ({ name, kvp, services: { vss: { status: [7, 32775] } } }))))

  test.each(LANGUAGES)('are shown, kept in the embedded diagnosis, and do nothing, in %s', (language) => {
    const diagnosis = diagnosisOf(language, judged)
    const page = pageOf(diagnosis, { ticket: '"><script>' })
    expectWellFormed(page)
    expect(page.match(/<script\b/g)).toHaveLength(1)
    const shown = page.replace(/<script.*<\/script>/s, '').replaceAll('\n', '')
    expect(shown).not.toMatch(/<img|\son\w+=["']|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(embedded(page)).toEqual(JSON.parse(JSON.stringify(diagnosis)))
    expect(isSealIntact(page)).toBe(true)
    expect(textOf(page)).toContain(names[0])
  })

  test('any name at all leaves the page well formed', () => {
    const [vm] = judged.vms
    if (vm === undefined) throw new Error('no VM')
    const check = fc.check(
      fc.property(anyText, (hostile) => {
        const named = { ...judged, vms: [{ ...vm, vm: { ...vm.vm, name: hostile } }] }
        const page = pageOf(diagnosisOf('en', named))
        const isWell = XMLValidator.validate(page.replace('<!doctype html>', ''), { allowBooleanAttributes: true })
        return isWell === true && isSealIntact(page) === true
      }),
      { numRuns: 20 },
    )
    expect(check.failed).toBe(false)
  })
})

describe('other reports', () => {
  test('about one VM hold that VM alone, its evidence unfolded', () => {
    const whole = diagnosisOf('en')
    const vms = whole.vms.filter(({ name }) => name === 'db-02')
    const page = pageOf({ ...whole, vms }, { isOneVm: true })
    expectWellFormed(page)
    expect(textOf(page)).not.toContain('web-01')
    expect(page).toMatch(/<details id="vm-0-0" +open>/)
    expect(textOf(/<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? '').trim()).toBe('db-02: Action needed')
  })

  test('name what could not be read, and say so in the answer', () => {
    const problem = { class: 'Msvm_VssComponent', code: '0x80041003', message: 'Access denied' }
    const rows = captureOf([{ name: 'web-01', kvp: UBUNTU }])
    const judged = judge({ ...rows, classes: { ...rows.classes, Msvm_VssComponent: null }, problems: [problem] })
    const page = pageOf(diagnosisOf('en', judged))
    expect(textOf(section(page, 'What could not be checked'))).toContain('0x80041003')
    expect(textOf(page)).toContain('One thing could not be read.')
  })

  test('about a source that could not be read say why, and claim nothing', () => {
    const problem = captureProblem('empty', 'hv01.hvcapture')
    const page = pageOf(renderFailure(problem, { language: 'en', source: 'hv01.hvcapture', programVersion: '1.0.0' }))
    expectWellFormed(page)
    expect(textOf(page)).toContain('No virtual machine could be checked.')
    expect(textOf(page)).toContain('“hv01.hvcapture” is empty.')
  })

  test('about several hosts hold all of them, one below the other', () => {
    const sources = ['HV01', 'HV02'].map((name) => {
      const diagnosis = diagnosisOf('en')
      return { diagnosis: { ...diagnosis, host: { ...diagnosis.host, name } }, via: null, captureSha256: null }
    })
    const [first, second] = sources
    if (first === undefined || second === undefined) throw new Error('two sources')
    const page = reportHtml([first, second], { programVersion: '1.0.0', now })
    expectWellFormed(page)
    expect(embedded(page)).toEqual(JSON.parse(JSON.stringify([first.diagnosis, second.diagnosis])))
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
  })
})
