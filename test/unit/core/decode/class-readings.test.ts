import { describe, expect, test } from 'vitest'
import { problemOf, problemOfClass, problemOfReading } from '../../../../src/core/decode/class-problem'
import { readClass } from '../../../../src/core/decode/classes'
import { clusteredVms } from '../../../../src/core/decode/cluster'
import { isEventLog, normalizedCode } from '../../../../src/core/decode/failure-table'
import { decodeCapture } from '../../../../src/core/decode/snapshot'
import { translate } from '../../../../src/core/i18n/translate'
import type { Access, Capture, Row } from '../../../../src/core/model/capture'
import type { Problem } from '../../../../src/core/model/problem'
import { KEYS } from '../approval/language-of-keys'
import { captureOf, VM_ID } from '../capture-builder'

const VSS = 'Msvm_VssComponent'
const refusal = (name: string | null, code: string | null = '0x80041003') => ({ class: name, code, message: 'refused' })

describe('how a class was read', () => {
  const row: Row = { SystemName: VM_ID }
  test.each<readonly [string, readonly Row[] | null | undefined, Capture['problems'], string, number, boolean]>([
    ['rows', [row], [], 'read', 1, false],
    ['rows of a capture without a list of problems', [row], null, 'read', 1, false],
    ['no row', [], [], 'read', 0, false],
    ['rows and a problem of another class', [row], [refusal('Msvm_RdvComponent'), refusal(null)], 'read', 1, false],
    ['rows, then a problem', [row, row], [refusal('x'), refusal(VSS)], 'partial', 2, true],
    ['no row and a problem', [], [refusal(VSS)], 'failed', 0, true],
    ['a problem alone', undefined, [refusal(VSS)], 'failed', 0, true],
    ['null and a problem', null, [refusal(VSS)], 'failed', 0, true],
    ['nothing', undefined, [], 'not-asked', 0, false],
    ['null', null, null, 'not-asked', 0, false],
  ])('%s', (_what, rows, problems, state, count, isProblem) => {
    const classes = rows === undefined ? {} : { [VSS]: rows === null ? null : [...rows] }
    expect(readClass({ ...captureOf([]), classes, problems }, VSS)).toEqual({
      state,
      rows: Array.from({ length: count }, () => row),
      problem: isProblem ? refusal(VSS) : null,
    })
  })
})

describe('the roles of a cluster', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['VmID in braces', { VmID: `{${VM_ID.toLowerCase()}}` }, [VM_ID]],
    ['vmid behind others', { Name: 'x', vmid: VM_ID }, [VM_ID]],
    ['a name that is no id', { VmID: 'web01' }, []],
    ['another property', { Id: VM_ID }, []],
    ['no properties', {}, []],
    ['null', null, []],
    ['a text', VM_ID, []],
    ['a list', [VM_ID], []],
    ['nothing', undefined, []],
  ])('%s', (_what, PrivateProperties, ids) => {
    const capture = { ...captureOf([]), classes: { MSCluster_Resource: [{ PrivateProperties }, { Name: 'disk' }] } }
    expect([...clusteredVms(capture)]).toEqual(ids)
  })
})

const said = ({ code, class: name, message, step }: Problem): string =>
  `${code} ${name}: ${translate(KEYS, message)}; ${translate(KEYS, step)}`

describe('the problem of a class', () => {
  test.each<readonly [string, Problem, string]>([
    [
      'by its cause alone',
      problemOf('unknown'),
      'unknown null: problem.cause.unknown.message(class: problem.no-class, code: unknown, words: problem.no-words); problem.cause.unknown.step(code: unknown)',
    ],
    [
      'with everything',
      problemOf('unknown', { class: VSS, code: ' 0x1\n2 ', words: '\u202Ea\t\u0000b ' }),
      `0x1 2 ${VSS}: problem.cause.unknown.message(class: ${VSS}, code: 0x1 2, words: a b); problem.cause.unknown.step(code: 0x1 2)`,
    ],
    [
      'with a class and a code that are null',
      problemOf('time-limit', { class: null, code: null, words: '90' }),
      'time-limit null: problem.cause.time-limit.message(seconds: 90); problem.cause.time-limit.step',
    ],
    [
      'with words that are no number of seconds',
      problemOf('time-limit', { words: 'soon' }),
      'time-limit null: problem.cause.time-limit.message(seconds: 0); problem.cause.time-limit.step',
    ],
  ])('%s', (_how, problem, text) => {
    expect(said(problem)).toBe(text)
  })

  test.each([
    [300, `${'x'.repeat(300)})`],
    [301, `${'x'.repeat(300)}…)`],
  ])('shows %s characters of another program’s words as one line', (length, end) => {
    const { message } = problemOfClass({ class: VSS, code: 'x', message: 'x'.repeat(length) })
    expect(translate(KEYS, message).endsWith(`words: ${end}`)).toBe(true)
  })
})

describe('why a reading has no VM to show', () => {
  const ACCESS: Access = {
    elevated: null,
    hyperVAdministrators: null,
    namespace: 'present',
    vmms: null,
    hostRowSeen: false,
    languageMode: null,
  }
  const OF_SYSTEMS = refusal('Msvm_ComputerSystem')
  const NO_RIGHTS = 'no-vm-proved null: note.nothing-seen.message; note.nothing-seen.step'

  test.each<readonly [string, Partial<Capture>, string]>([
    ['nothing is known', { access: null }, NO_RIGHTS],
    ['the service runs', { access: { ...ACCESS, vmms: 'running' } }, NO_RIGHTS],
    ['another class was refused', { problems: [refusal(VSS), refusal(null, null)] }, NO_RIGHTS],
    [
      'the namespace is missing, which says more than the refusal',
      { access: { ...ACCESS, namespace: 'missing', vmms: 'stopped' }, problems: [OF_SYSTEMS] },
      '0x8004100E null: problem.cause.namespace-missing.message; problem.cause.namespace-missing.step',
    ],
    [
      'the service is stopped, which says more than the refusal',
      { access: { ...ACCESS, vmms: 'stopped' }, problems: [OF_SYSTEMS] },
      'vmms-stopped null: problem.cause.vmms-stopped.message; problem.cause.vmms-stopped.step',
    ],
    [
      'the list of VMs was refused, behind other problems',
      { problems: [refusal(VSS, 'time-limit'), OF_SYSTEMS] },
      '0x80041003 Msvm_ComputerSystem: problem.cause.refused.message(class: Msvm_ComputerSystem, code: 0x80041003); problem.cause.refused.step',
    ],
    [
      'PowerShell ended, behind other problems',
      {
        stopped: 'broken-off',
        problems: [refusal(VSS, null), { class: VSS, code: ' Powershell-Ended', message: '1' }],
      },
      `Powershell-Ended ${VSS}: problem.cause.powershell-ended.message(words: 1); problem.cause.powershell-ended.step`,
    ],
    ...(['cancelled', 'timed-out', 'broken-off'] as const).map(
      (stopped) => [stopped, { stopped }, `${stopped} null: note.stopped.${stopped}; note.stopped.step`] as const,
    ),
  ])('%s', (_why, facts, text) => {
    const capture = { ...captureOf([]), classes: { Msvm_ComputerSystem: [] }, access: ACCESS, ...facts }
    const problem = problemOfReading(decodeCapture(capture))
    expect(problem === null ? 'none' : said(problem)).toBe(text)
  })
})

test.each([
  ['0x40004', '0x00040004'],
  [' 0X8004100E ', '0x8004100e'],
  ['0x123456789', '0x123456789'],
  ['x0x1', 'x0x1'],
  [' ScriptsNotAllowed ', 'scriptsnotallowed'],
])('%j is the code %s', (code, normalized) => {
  expect(normalizedCode(code)).toBe(normalized)
})

test.each<readonly [string | null, boolean]>([
  [null, false],
  ['System', true],
  ['Systems', false],
  ['Microsoft-Windows-Hyper-V-Worker-Admin', true],
  ['x Microsoft-Windows-Hyper-V-Worker-Admin', false],
  ['Msvm_ComputerSystem', false],
])('%s is an event log: %s', (name, isLog) => {
  expect(isEventLog(name)).toBe(isLog)
})
