import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planGuidedCheck } from '../../../src/core/diagnosis/guided-check'
import { judge } from '../../../src/core/diagnosis/judge'
import { lastingStatements } from '../../../src/core/diagnosis/questions'
import { renderDiagnosis, renderVm } from '../../../src/core/diagnosis/render'
import { symptomMeaning, symptomOf } from '../../../src/core/knowledge/symptoms'
import { JUDGED_SERVICES } from '../../../src/core/model/service'
import { SYMPTOM_IDS } from '../../../src/core/model/symptom'
import { LANGUAGES } from '../../../src/core/model/text'
import { severity } from '../../../src/core/model/verdict'
import { captureOf, FREEBSD, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from './capture-builder'

const MISMATCH = [2, 32775]
const WINDOWS = windowsItems('Windows Server 2022 Datacenter', '10.0.20348')

function judged(vm: VmFacts, told: Readonly<Record<string, string>>, host: HostFacts = {}) {
  const [only] = judge(captureOf([{ kvp: UBUNTU, ...vm }], host), {}, { [VM_ID]: told }).vms
  if (only === undefined) throw new Error('no VM')
  return only
}

describe('every symptom', () => {
  test.each(SYMPTOM_IDS)('%s says in both languages what can be the cause', (id) => {
    for (const language of LANGUAGES) expect(symptomMeaning(id, language)).not.toBe('')
    expect(symptomOf(id)?.id).toBe(id)
  })

  test('an unknown one is none', () => {
    expect(symptomOf('toothache')).toBeNull()
    expect(judged({}, { symptom: 'toothache' }).symptom).toBeNull()
  })

  test('desktop, network and hangs hang on no service; a function on exactly one', () => {
    for (const id of ['desktop', 'network-slow', 'hangs'] as const) expect(symptomOf(id)?.services).toEqual([])
    // A cluster restarts a VM whose heartbeat is missing.
    expect(symptomOf('restarts')?.services).toEqual(['heartbeat'])
    for (const id of ['no-address', 'backup-fails', 'clock-wrong', 'shutdown-fails', 'file-copy-fails'] as const) {
      expect(symptomOf(id)?.services).toHaveLength(1)
    }
  })
})

describe('a function that fails although its service shows no fault', () => {
  test.each([
    ['backup-fails', 'vss', [2], UBUNTU],
    ['backup-fails', 'vss', MISMATCH, UBUNTU],
    ['backup-fails', 'vss', [2], WINDOWS],
    ['backup-fails', 'vss', MISMATCH, FREEBSD],
    ['clock-wrong', 'timesync', [2], UBUNTU],
    ['clock-wrong', 'timesync', [2], WINDOWS],
    ['shutdown-fails', 'shutdown', [2], UBUNTU],
    ['no-address', 'kvp', MISMATCH, { ...UBUNTU, NetworkAddressIPv4: '', NetworkAddressIPv6: '' }],
  ] as const)(
    '%s with %s %j is neither healthy nor harmless, and what was read stays',
    (symptom, service, status, kvp) => {
      const vm: VmFacts = { kvp, services: { [service]: { status } } }
      const before = judged(vm, {})
      const after = judged(vm, { symptom })
      expect(['cannot-tell', 'action-needed']).toContain(after.verdict)
      expect(after.serviceVerdicts).toEqual(before.serviceVerdicts)
      expect(after.findings.find(({ code }) => code === 'IS-110')?.question?.howToFind).toHaveLength(3)
    },
  )

  test('an answer settles it one way or the other', () => {
    const vm: VmFacts = { services: { vss: { status: MISMATCH } } }
    const told = { symptom: 'backup-fails' }
    expect(judged(vm, { ...told, 'backup-test': 'unknown' }).verdict).toBe('cannot-tell')
    expect(judged(vm, { ...told, 'backup-test': 'works' }).verdict).toBe('safe-to-ignore')
    const fails = judged(vm, { ...told, 'backup-test': 'fails' })
    expect(fails.verdict).toBe('action-needed')
    expect(fails.serviceVerdicts.vss).toBe('safe-to-ignore')
    expect(JSON.stringify(fails.findings[0]?.steps)).toContain('linux-cloud-tools')
  })

  test('not knowing the answer leads to a next step', () => {
    const vm = renderVm(judged({}, { symptom: 'backup-fails', 'backup-test': 'unknown' }), 'en')
    expect(vm.findings[0]?.steps[0]?.text).toMatch(/^Until it is known/)
  })

  test('a fault that was found is the answer, and nothing more is asked', () => {
    const result = judged({ services: { vss: { status: [12] } } }, { symptom: 'backup-fails' })
    expect(result.findings.map(({ code }) => code)).not.toContain('IS-110')
    expect(result.symptom).toMatchObject({ bearing: 'cause-found', codes: ['IS-31'] })
  })

  test('backup on a host that Linux cannot be backed up on is explained, not called harmless', () => {
    const host = { caption: 'Microsoft Windows Server 2012 Standard', build: 9200 }
    const result = judged({ services: { vss: { status: [12] } } }, { symptom: 'backup-fails' }, host)
    expect(result.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['IS-34', 'IS-111']))
    expect(result.verdict).toBe('advice')
  })

  test('addresses that the host holds are said, not asked for', () => {
    expect(judged({}, { symptom: 'no-address' }).verdict).toBe('healthy')
    expect(judged({}, { symptom: 'no-address' }).symptom?.bearing).toBe('nothing-found')
  })
})

describe('what no service can cause', () => {
  test.each(LANGUAGES)('is said plainly beside a harmless mismatch (%s)', (language) => {
    const result = judged({ services: { vss: { status: MISMATCH } } }, { symptom: 'desktop' })
    expect(result.verdict).toBe('safe-to-ignore')
    expect(result.symptom?.bearing).toBe('excluded')
    const rendered = renderVm(result, language)
    expect(rendered.tellCaller).not.toBe(
      renderVm(judged({ services: { vss: { status: MISMATCH } } }, {}), language).tellCaller,
    )
  })

  test('a warning text is answered by the harmless message itself', () => {
    const result = judged({ services: { vss: { status: MISMATCH } } }, { symptom: 'status-warning' })
    expect(result.symptom).toMatchObject({ bearing: 'harmless', codes: ['IS-12'] })
  })

  test('a VM that hangs with a lost heartbeat has its finding', () => {
    const result = judged({ services: { heartbeat: { status: [13] } } }, { symptom: 'hangs' })
    expect(result.symptom).toMatchObject({ bearing: 'cause-found', codes: ['IS-40'] })
  })

  test('a VM that is off gives no statement', () => {
    expect(judged({ stateCode: 3 }, { symptom: 'backup-fails' }).symptom?.bearing).toBe('not-judged')
  })
})

test('what somebody says never makes a verdict milder, whatever was read', () => {
  const status = fc.constantFrom<unknown>([2], MISMATCH, [3], [7, 32775], [12], [13], [6], [15], null, [], 'no-row')
  const services = fc.record(
    Object.fromEntries(JUDGED_SERVICES.map((id) => [id, fc.record({ status, enabled: fc.boolean() })])),
  )
  const kvp = fc.constantFrom(UBUNTU, FREEBSD, WINDOWS, null)
  fc.assert(
    fc.property(
      services,
      kvp,
      fc.constantFrom(2, 3, 9),
      fc.constantFrom(...SYMPTOM_IDS),
      (facts, items, stateCode, symptom) => {
        const vm = { services: facts, kvp: items, stateCode } as VmFacts
        const [before, after] = [judged(vm, {}), judged(vm, { symptom })]
        expect(severity(after.verdict)).toBeGreaterThanOrEqual(severity(before.verdict))
        expect(after.serviceVerdicts).toEqual(before.serviceVerdicts)
        expect(after.vm).toEqual(before.vm)
      },
    ),
  )
})

describe('other answers', () => {
  test('a person who sees the guest run stands in for a heartbeat that is switched off', () => {
    const vm: VmFacts = { services: { heartbeat: { enabled: false }, kvp: { status: [12] } } }
    expect(judged(vm, {}).verdict).toBe('cannot-tell')
    expect(judged(vm, { 'guest-alive': 'yes' }).findings.map(({ code }) => code)).toContain('IS-31')
    expect(judged(vm, { 'guest-alive': 'no' }).verdict).toBe('cannot-tell')
  })

  test('a person names the release of a host that was not read', () => {
    const vm: VmFacts = {
      kvp: windowsItems('Windows Server 2012 R2 Standard', '6.3.9600'),
      services: { timesync: { status: MISMATCH } },
    }
    const host = { caption: null, build: null }
    expect(judged(vm, {}, host).verdict).toBe('cannot-tell')
    expect(judged(vm, { 'host-release': 'later' }, host).verdict).toBe('safe-to-ignore')
    expect(judged(vm, { 'host-release': 'older' }, host).verdict).toBe('action-needed')
    // What was read counts, whatever is said.
    expect(judged(vm, { 'host-release': 'older' }).verdict).toBe('safe-to-ignore')
  })
})

describe('step 0 of the guided check', () => {
  const stepOf = (told: Readonly<Record<string, string>>, id: string) =>
    planGuidedCheck(judged({}, told), 'en').find((step) => step.id === id)

  test('comes first, lists every symptom, and is not open', () => {
    const [first] = planGuidedCheck(judged({}, {}), 'en')
    expect(first).toMatchObject({ id: 'symptom', state: 'done', question: { answered: null } })
    expect(first?.question?.answers.map(({ id }) => id)).toEqual([...SYMPTOM_IDS])
    expect(first?.question?.howToFind).toHaveLength(3)
  })

  test('shows the answer, so that it can be changed', () => {
    expect(stepOf({ symptom: 'desktop' }, 'symptom')).toMatchObject({ question: { answered: 'desktop' } })
    expect(stepOf({ symptom: 'desktop' }, 'symptom')?.found.map(({ value }) => value)).toContain('None')
  })

  test('leads to a question at the result, whose answer stays changeable after it settled things', () => {
    expect(stepOf({ symptom: 'backup-fails' }, 'result')?.question).toMatchObject({ id: 'backup-test', answered: null })
    const told = { symptom: 'backup-fails', 'backup-test': 'works' }
    expect(stepOf(told, 'result')).toMatchObject({
      verdict: 'healthy',
      question: { id: 'backup-test', answered: 'works' },
    })
  })
})

test('an answer to the test of another function is not asked about any more', () => {
  const told = { symptom: 'desktop', 'backup-test': 'fails' }
  const result = planGuidedCheck(judged({}, told), 'en').find(({ id }) => id === 'result')
  expect([result?.question, judged({}, told).verdict]).toEqual([null, 'healthy'])
})

test('another reading keeps what is said of caller, guest and host, and drops what was said of the moment', () => {
  const told = { symptom: 'hangs', 'host-release': 'later', 'backup-test': 'works', wait: 'yes', 'guest-alive': 'yes' }
  expect(lastingStatements({ [VM_ID]: told })).toEqual({ [VM_ID]: { symptom: 'hangs', 'host-release': 'later' } })
})

test('a symptom for the whole source stands in the diagnosis and at every VM', () => {
  const host = judge(captureOf([{ kvp: UBUNTU }, { kvp: WINDOWS }]), {}, { '*': { symptom: 'backup-fails' } })
  const diagnosis = renderDiagnosis(host, { language: 'en', source: 'x', programVersion: '1.0.0' })
  expect(diagnosis.symptom).toBe('backup-fails')
  expect(diagnosis.vms.map(({ symptom }) => symptom?.id)).toEqual(['backup-fails', 'backup-fails'])
  const mixed = judge(
    captureOf([{ kvp: UBUNTU }, { kvp: WINDOWS }]),
    {},
    { '*': { symptom: 'backup-fails' }, [VM_ID]: { symptom: 'none' } },
  )
  expect(renderDiagnosis(mixed, { language: 'en', source: 'x', programVersion: '1.0.0' }).symptom).toBeNull()
})
