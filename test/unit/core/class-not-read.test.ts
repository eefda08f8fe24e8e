import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import { LANGUAGES } from '../../../src/core/model/text'
import { captureOf, UBUNTU } from './capture-builder'

/** The finding about backup, whose class was refused with this code, or was not asked for (null). */
function withoutBackup(code: string | null) {
  const capture = captureOf([{ kvp: UBUNTU }])
  const { Msvm_VssComponent: _gone, ...classes } = capture.classes
  const problems = code === null ? [] : [{ class: 'Msvm_VssComponent', code, message: '…' }]
  const [vm] = judge({ ...capture, classes, problems }).vms
  const finding = vm?.findings.find(({ rule }) => rule === 'class-not-read')
  return { vm, finding }
}

describe('what is asked about a class that was not read', () => {
  test.each([
    ['refused by WMI', '0x80041003', 'rights', 'problem.cause.refused.step'],
    ['refused by Windows', '0x80070005', 'rights', 'problem.cause.refused.step'],
    ['refused by WinRM', '0x80338104', 'rights', 'problem.cause.remote-refused.step'],
    ['timed out', '0x40004', 'read-again', 'problem.cause.class-timed-out.step'],
    ['out of time', 'time-limit', 'read-again', 'problem.cause.time-limit.step'],
    ['no answer of vmms', '0x80041002', 'read-again', 'problem.cause.vmms-silent.step'],
    ['no room', '0x8004106C', 'read-again', 'problem.cause.quota.step'],
    ['cancelled', 'cancelled', 'read-again', 'problem.cause.cancelled.step'],
    ['a code nobody knows', '0x8004FFFF', 'read-again', 'problem.cause.unknown.step'],
    ['not asked for', null, 'read-again', 'finding.class-not-read.step1'],
  ])('%s', (_what, code, question, step) => {
    const { finding } = withoutBackup(code)
    expect(finding).toMatchObject({ verdict: 'cannot-tell', service: 'vss', question: { id: question } })
    expect(finding?.steps.map(({ text }) => text.key)).toEqual([step])
  })

  test.each(LANGUAGES)('only a refusal speaks of rights, in %s', (language) => {
    const said = (code: string) => {
      const { vm } = withoutBackup(code)
      return vm === undefined ? '' : JSON.stringify(renderVm(vm, language))
    }
    expect(said('0x80041003')).toContain('Hyper-V Administrators')
    expect(said('0x40004')).not.toContain('Hyper-V Administrators')
  })
})
