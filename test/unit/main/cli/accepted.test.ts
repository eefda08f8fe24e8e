import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../../../src/core/diagnosis/accepted'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import { translate } from '../../../../src/core/i18n/translate'
import { ACCEPTED_SCHEMA, type AcceptedFinding } from '../../../../src/core/model/accepted'
import { Diagnosis } from '../../../../src/core/model/diagnosis'
import { LANGUAGES } from '../../../../src/core/model/text'
import { readAcceptedFile } from '../../../../src/main/cli/accepted-file'
import { captureOf, UBUNTU, type VmFacts } from '../../core/capture-builder'

const broken: VmFacts = { kvp: UBUNTU, services: { vss: { status: [12] } } }

function acceptanceFor(vm: VmFacts): AcceptedFinding {
  const judged = judge(captureOf([vm]))
  const [first] = judged.vms
  const finding = first?.findings.find(({ verdict }) => verdict === 'action-needed')
  if (first === undefined || finding === undefined) throw new Error('nothing to accept')
  return {
    vmId: first.vm.id.toLowerCase(),
    service: finding.service,
    rule: finding.rule,
    evidence: fingerprintOf(finding, first, judged.snapshot),
    reason: 'backup runs inside the guest',
    person: 'kim',
    ticket: 'INC1',
    until: '2026-12-31',
  }
}

function diagnosed(vm: VmFacts, accepted: readonly AcceptedFinding[], host = {}): Diagnosis {
  const options = { language: 'en', source: 'x', programVersion: '1.0.0', accepted } as const
  return renderDiagnosis(judge(captureOf([vm], host)), options)
}

describe('an accepted finding', () => {
  test('stays listed, keeps its verdict, and asks for no action', () => {
    const diagnosis = diagnosed(broken, [acceptanceFor(broken)])
    const [vm] = diagnosis.vms
    expect([vm?.verdict, vm?.needsAction]).toEqual(['action-needed', false])
    expect(vm?.findings.find(({ accepted }) => accepted !== null)?.accepted).toMatchObject({ person: 'kim' })
    expect(Diagnosis.parse(diagnosis)).toEqual(diagnosis)
  })

  test.each([
    ['its last day has passed', {}, { collectedAt: '2027-01-01T00:00:00Z' }, {}],
    ['the host was updated', {}, { build: 26100 }, {}],
    ['the guest was updated', { kvp: { ...UBUNTU, OSMajorVersion: '24.04' } }, {}, {}],
    ['another rule was accepted', {}, {}, { rule: 'service-lost' }],
    ['another VM was accepted', {}, {}, { vmId: '00000000-0000-0000-0000-000000000000' }],
  ])('counts again when %s', (_what, vm, host, acceptance) => {
    const diagnosis = diagnosed({ ...broken, ...vm }, [{ ...acceptanceFor(broken), ...acceptance }], host)
    expect(diagnosis.vms[0]?.needsAction).toBe(true)
  })

  test('does not hide a second fault', () => {
    const two: VmFacts = { kvp: UBUNTU, services: { vss: { status: [12] }, shutdown: { status: [7] } } }
    expect(diagnosed(two, [acceptanceFor(broken)]).vms[0]?.needsAction).toBe(true)
  })
})

describe('a file of accepted findings', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accepted-'))
  })

  async function read(content: string) {
    const path = join(folder, 'accepted.json')
    await writeFile(path, content)
    return readAcceptedFile(path)
  }

  test('is read', async () => {
    const accepted = [acceptanceFor(broken)]
    expect(await read(JSON.stringify({ schema: ACCEPTED_SCHEMA, accepted }))).toEqual({ ok: true, accepted })
  })

  test.each([
    ['not JSON', 'hello', 'JSON'],
    ['another schema', '{"schema":"integration-doctor/capture@1"}', 'schema'],
    ['a rule that is missing', JSON.stringify({ schema: ACCEPTED_SCHEMA, accepted: [{ vmId: 'x' }] }), 'accepted.0'],
  ])('%s is refused in a sentence that names the place', async (_what, content, place) => {
    const result = await read(content)
    if (result.ok) throw new Error('accepted')
    for (const language of LANGUAGES) expect(translate(language, result.problem.message)).toContain(place)
  })

  test('that is not there is said to be that', async () => {
    expect(await readAcceptedFile(join(folder, 'none.json'))).toMatchObject({
      ok: false,
      problem: { code: 'capture-not-found' },
    })
  })
})
