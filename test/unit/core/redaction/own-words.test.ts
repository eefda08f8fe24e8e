import { expect, test } from 'vitest'
import { fingerprintOf } from '../../../../src/core/diagnosis/accepted'
import { judge } from '../../../../src/core/diagnosis/judge'
import type { AcceptedFinding } from '../../../../src/core/model/accepted'
import { learnCapture } from '../../../../src/core/redaction/redact-capture'
import { learnAccepted, redactCheck } from '../../../../src/core/redaction/redact-check'
import { Redactor, type RedactionLevel } from '../../../../src/core/redaction/redactor'
import { captureOf, kvpItem, UBUNTU } from '../capture-builder'

const LEVELS = ['names', 'strict'] as const satisfies readonly RedactionLevel[]

function host() {
  const plain = captureOf([{ name: 'web-01', kvp: UBUNTU, services: { vss: { status: [7, 32775] } } }])
  const items = [kvpItem('CostCentre', 'Acme 4711'), kvpItem('Empty', '')]
  const classes = {
    ...plain.classes,
    Msvm_KvpExchangeComponentSettingData: [{ HostExchangeItems: items, HostOnlyItems: items }],
    Msvm_KvpExchangeComponent: (plain.classes['Msvm_KvpExchangeComponent'] ?? []).map((row) => ({
      ...row,
      GuestExchangeItems: items,
    })),
  }
  return { ...plain, classes }
}

function acceptedOf(capture: ReturnType<typeof host>): AcceptedFinding {
  const judged = judge(capture)
  const [vm] = judged.vms
  const finding = vm?.findings.find(({ verdict }) => verdict === 'action-needed')
  if (vm === undefined || finding === undefined) throw new Error('nothing to accept')
  return {
    vmId: vm.vm.id,
    vmName: 'old-payroll',
    service: finding.service,
    rule: finding.rule,
    evidence: fingerprintOf(finding, vm, judged.snapshot),
    reason: 'Jiyeon from Acme said so',
    person: 'Kim Jiyeon',
    ticket: 'ACME-1234',
    until: null,
    phone: '010-1234-5678',
  }
}

function redacted(level: RedactionLevel) {
  const capture = host()
  const accepted = [acceptedOf(capture)]
  const redactor = new Redactor(level)
  learnCapture(redactor, capture)
  learnAccepted(redactor, accepted)
  const result = redactCheck(redactor, { capture, answers: {}, statements: {}, accepted })
  if (result === null) throw new Error('it could not be redacted')
  return { ...result, redactor }
}

test.each(LEVELS)(
  'exchange items that an organisation made hold nothing under %s, those of the system stay',
  (level) => {
    const text = JSON.stringify(redacted(level).capture)
    expect(JSON.stringify(host())).toContain('Acme 4711')
    expect(text).not.toContain('4711')
    expect(text).toContain('ITEM-removed')
    expect(text).toContain('Ubuntu')
  },
)

test.each(LEVELS)('an accepted finding names nobody under %s: not who, not why, not the ticket', (level) => {
  const { accepted, redactor } = redacted(level)
  expect(accepted).toEqual([
    expect.objectContaining({ person: 'USER-1', reason: 'NOTE-removed', ticket: 'TICKET-1', rule: expect.any(String) }),
  ])
  expect(JSON.stringify(accepted)).not.toMatch(/jiyeon|acme|payroll|010-/i)
  expect(redactor.leaksIn('a page with Kim Jiyeon in it').map(({ placeholder }) => placeholder)).toEqual(['USER-1'])
})
