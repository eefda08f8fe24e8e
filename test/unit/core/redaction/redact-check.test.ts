import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captureOfText } from '../../../../src/core/decode/pasted-capture'
import { readCapture } from '../../../../src/core/decode/read-capture'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import type { Capture } from '../../../../src/core/model/capture'
import { findLeaks } from '../../../../src/core/redaction/leaks'
import { learnCapture } from '../../../../src/core/redaction/redact-capture'
import { redactCheck } from '../../../../src/core/redaction/redact-check'
import { REDACTION_LEVELS, Redactor, type RedactionLevel } from '../../../../src/core/redaction/redactor'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { captureOf, UBUNTU, windowsItems } from '../capture-builder'
import { hostileCapture, IDS, SECRETS } from './hostile-capture'

function redacted(capture: Capture, level: RedactionLevel = 'names', redactor = new Redactor(level)) {
  learnCapture(redactor, capture)
  const result = redactCheck(redactor, { capture, answers: {}, statements: {}, accepted: [] })
  if (result === null) throw new Error('it could not be redacted')
  const rendering = { language: 'en', source: 'source', programVersion: '1.0.0' } as const
  return { ...result, redactor, diagnosis: renderDiagnosis(result.judged, rendering) }
}

const secretsIn = (value: unknown): readonly string[] => {
  const text = JSON.stringify(value).toLowerCase()
  return SECRETS.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1).toLowerCase()))
}

describe('a host whose every field holds names', () => {
  test('the test is one: the capture itself holds every secret', () => {
    expect(secretsIn([hostileCapture(), '10-44-7-19'])).toEqual([...SECRETS])
  })

  test.each(['names', 'strict'] as const)('redacted by %s, neither capture nor diagnosis holds one', (level) => {
    const { capture, diagnosis } = redacted(hostileCapture(), level)
    expect(secretsIn(capture)).toEqual([])
    expect(secretsIn(diagnosis)).toEqual([])
  })

  test('keeps what a judgement rests on: verdicts, codes, versions, systems, times', () => {
    const { judged, capture } = redacted(hostileCapture())
    const before = judge(hostileCapture())
    expect(judged.vms.map(({ verdict }) => verdict)).toEqual(before.vms.map(({ verdict }) => verdict))
    expect(judged.vms.map(({ vm }) => vm.guest.name)).toEqual(before.vms.map(({ vm }) => vm.guest.name))
    expect(judged.vms.map(({ vm }) => vm.guest.addresses.length)).toEqual([4, 4, 4, 4, 4].map(() => 3))
    expect(judged.vms.map(({ vm }) => vm.events.versions.vss?.negotiated)).toEqual(Array(5).fill('4.0'))
    expect(capture.collectedAt).toBe(hostileCapture().collectedAt)
  })

  test('shows kinds: names of VMs, of the host, addresses by range', () => {
    const { diagnosis } = redacted(hostileCapture())
    expect(diagnosis.host.name).toBe('HOST-1')
    expect(diagnosis.vms.map(({ name }) => name)).toEqual(['VM-001', 'VM-002', 'VM-003', 'VM-004', 'VM-005'])
    expect(diagnosis.vms[0]?.addresses).toEqual(['IP-PRIVATE-01', 'IP-PUBLIC-01', 'IP-PUBLIC-02'])
  })

  test('ids stay by default and go at the strict level, the same for the same', () => {
    expect(redacted(hostileCapture()).diagnosis.vms.map(({ id }) => id)).toEqual(IDS)
    const strict = redacted(hostileCapture(), 'strict')
    expect(strict.diagnosis.vms.map(({ id }) => id)).not.toEqual(expect.arrayContaining([IDS[0]]))
    expect(IDS.filter((id) => JSON.stringify(strict.capture).includes(id))).toEqual([])
    expect(new Set(strict.diagnosis.vms.map(({ id }) => id)).size).toBe(5)
  })

  test('is the same again, and in another report of the ticket where more hosts were read', () => {
    const first = redacted(hostileCapture())
    const later = redacted(
      captureOf([{ name: 'other-vm', kvp: UBUNTU }, { name: 'payroll-kr' }]),
      'names',
      new Redactor('names', first.redactor.hidden),
    )
    expect(redacted(hostileCapture()).capture).toEqual(first.capture)
    expect(later.diagnosis.vms.map(({ name }) => name)).toEqual(['VM-006', 'VM-001'])
  })
})

describe('VMs that are called like something else', () => {
  const hostile = ['Windows', 'OK', '2022', 'linux', 'VM-001', 'Ubuntu', 'HV01', '3.0', 'a', '백업', 'Datacenter']

  test('neither destroy the report nor show themselves', () => {
    const capture = captureOf(
      hostile.map((name) => ({ name, kvp: windowsItems('Windows Server 2022 Datacenter', '10.0.20348') })),
    )
    const { diagnosis } = redacted(capture)
    expect(diagnosis.host.os).toBe('Windows Server 2022 Datacenter')
    expect(diagnosis.vms.filter(({ guest }) => guest.family === 'ws2022')).toHaveLength(hostile.length)
    expect(diagnosis.vms.map(({ name }) => name).filter((name) => hostile.includes(name))).toEqual([])
    expect(new Set(diagnosis.vms.map(({ name }) => name)).size).toBe(hostile.length)
  })

  test('an ordinary word is hidden in quotation marks and where it is the whole value', () => {
    const redactor = new Redactor('names')
    redactor.learn({ kind: 'vm', name: 'OK' })
    redactor.settle()
    expect(redactor.value('OK')).toBe('VM-001')
    expect(redactor.text("'OK' failed; the state is OK")).toBe("'VM-001' failed; the state is OK")
  })

  test('a longer name is not mistaken for a shorter one', () => {
    const redactor = new Redactor('names')
    redactor.learn({ kind: 'vm', name: 'db-1' }, { kind: 'vm', name: 'db-10' })
    redactor.settle()
    expect(redactor.text('db-10, DB-1, db-100, mydb-1')).toBe('VM-002, VM-001, db-100, mydb-1')
  })

  test('Korean names are found with their particles', () => {
    const redactor = new Redactor('names')
    redactor.learn({ kind: 'vm', name: '결제서버' })
    redactor.settle()
    expect(redactor.text('결제서버는 결제서버에서')).toBe('VM-001는 VM-001에서')
  })
})

describe('a pasted text', () => {
  const text = `Hello, choi.minho here; the CFO is waiting.

VMName        Name                    Enabled PrimaryStatusDescription SecondaryStatusDescription
------        ----                    ------- ------------------------ --------------------------
payroll-kr    Heartbeat               True    OK
payroll-kr    VSS                     True    Degraded                 Protocol mismatch
gateway-prod  Heartbeat               True    OK
본사결제서버        Key-Value Pair Exchange True    OK

'payroll-kr' answers at 10.44.7.19`

  test('holds no name either, and is judged the same', () => {
    const capture = captureOfText(text, 'payroll-kr.txt', '2026-11-23T08:46:37Z')
    const { diagnosis, capture: hidden } = redacted(capture)
    expect(secretsIn([diagnosis, hidden])).toEqual([])
    expect(diagnosis.vms.map(({ name }) => name)).toEqual(['VM-001', 'VM-002', 'VM-003'])
    expect(diagnosis.vms.map(({ verdict }) => verdict)).toEqual(judge(capture).vms.map(({ verdict }) => verdict))
  })

  const folder = join(import.meta.dirname, '../../../fixtures/pasted')
  const fixtures = readdirSync(folder).filter((name) => name.endsWith('.txt'))

  describe.each(REDACTION_LEVELS)('at the level %s', (level) => {
    test.each(fixtures)('%s is judged the same without its names', (name) => {
      const capture = captureOfText(readFileSync(join(folder, name), 'utf8'), null, '2026-11-23T08:46:37Z')
      const redactor = new Redactor(level)
      learnCapture(redactor, capture)
      const result = redactCheck(redactor, { capture, answers: {}, statements: {}, accepted: [] })
      const pieces = [{ where: { key: 'files.leak.text' }, text: result?.capture.pasted?.text ?? '', isValue: false }]
      expect(findLeaks(redactor, pieces).leaks).toEqual([])
      expect(result).not.toBeNull()
      // A name that is an ordinary word too may stand in the text, but not as the name of a VM.
      expect(result?.judged.vms.filter(({ vm }) => redactor.named(vm.name) !== null)).toEqual([])
    })
  })
})

test('the sample host keeps every verdict', () => {
  const { judged } = redacted(sampleCapture(), 'strict')
  expect(judged.vms.map(({ verdict }) => verdict)).toEqual(judge(sampleCapture()).vms.map(({ verdict }) => verdict))
})

test('a redacted capture is a capture', () => {
  const { capture } = redacted(hostileCapture(), 'strict')
  expect(readCapture(JSON.stringify(capture), 'file', () => '').ok).toBe(true)
})

test('whatever a VM is called, its name is gone from the diagnosis or it is an ordinary word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
      const { diagnosis, redactor } = redacted(captureOf([{ name: `${name}q7x`, kvp: UBUNTU }]))
      const pieces = [{ where: { key: 'files.leak.text' }, text: JSON.stringify(diagnosis), isValue: false }]
      expect(findLeaks(redactor, pieces).leaks).toEqual([])
      expect(diagnosis.vms[0]?.name).toBe('VM-001')
    }),
    { numRuns: 200 },
  )
})
