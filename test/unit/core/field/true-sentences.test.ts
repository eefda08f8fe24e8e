import { describe, expect, test } from 'vitest'
import { captureOfText } from '../../../../src/core/decode/pasted-capture'
import { planGuidedCheck } from '../../../../src/core/diagnosis/guided-check'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderVm } from '../../../../src/core/diagnosis/render'
import type { GuestAnswer } from '../../../../src/core/model/snapshot'
import type { JudgedVm } from '../../../../src/core/model/diagnosis'
import { LANGUAGES } from '../../../../src/core/model/text'
import { captureOf, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from '../capture-builder'
import { HOSTS, linuxItems, MISMATCH, SILENT } from './field-case'
import { UBUNTU_LINES, withWorksheet } from '../worksheet/outputs'

interface Told {
  readonly vm: VmFacts
  readonly host?: HostFacts
  readonly answer?: GuestAnswer
  readonly told?: Readonly<Record<string, string>>
}

function judgedOf({ vm, host, answer, told }: Told): JudgedVm {
  const answers = answer === undefined ? {} : { [VM_ID]: answer }
  const statements = told === undefined ? {} : { [VM_ID]: told }
  const judged = judge(captureOf([{ name: 'srv', kvp: null, ...vm }], host), answers, statements).vms[0]
  if (judged === undefined) throw new Error('no VM')
  return judged
}

const toldOf = (given: Told, language: 'en' | 'ko' = 'en') => renderVm(judgedOf(given), language)
const guideOf = (given: Told, id: string) =>
  planGuidedCheck(judgedOf(given), 'en', given.answer).find((step) => step.id === id)
const pasted = (text: string): JudgedVm => {
  const judged = judge(captureOfText(text, null, '2026-11-23T08:46:37Z'), { '*': { family: 'linux' } }).vms[0]
  if (judged === undefined) throw new Error('no VM')
  return judged
}

describe('where a Windows guest gets its update from', () => {
  const vss = { services: { vss: MISMATCH } }
  const xp = { ...windowsItems('Windows XP Professional', '5.1.2600'), ProductType: '1' }

  test('not from Windows Update on a host that brings the setup disk', () => {
    const vm = { ...vss, kvp: windowsItems('Windows Server 2012 R2 Standard', '6.3.9600') }
    expect(toldOf({ vm, host: HOSTS['2012 R2'] }).tellCaller).toMatch(/setup disk/)
    expect(toldOf({ vm, host: HOSTS['2012 R2'] }).tellCaller).not.toMatch(/Windows Update/)
    expect(toldOf({ vm, host: HOSTS[2019] }).tellCaller).toMatch(/Windows Update/)
  })

  test('from nowhere on a host that has nothing for it any more', () => {
    for (const language of LANGUAGES) {
      const { headline, tellCaller, findings } = toldOf({ vm: { ...vss, kvp: xp }, host: HOSTS[2019] }, language)
      const said = `${headline} ${tellCaller} ${findings[0]?.explanation}`
      expect(said).not.toMatch(/Windows Update|Windows 업데이트로|can be brought up to date|업데이트할 수 있으며/)
      expect(said).toMatch(/no update|No update|제공되지/)
    }
  })

  test('by the host too where no compatible version is left', () => {
    const vm = { kvp: windowsItems('Windows Server 2008 R2 Standard', '6.1.7601'), services: { vss: { status: [7] } } }
    const steps = (host: HostFacts) =>
      toldOf({ vm, host })
        .findings[0]?.steps.map(({ text }) => text)
        .join(' ')
    expect(steps(HOSTS['2012 R2'])).toMatch(/Setup Disk/)
    expect(steps(HOSTS[2022])).toMatch(/Windows Update/)
  })
})

describe('a device that is said to differ', () => {
  const event = (values: readonly string[]) => ({ kvp: UBUNTU, events: [{ id: 23_014, ago: 600, values }] })

  test('is not called older where the guest is the newer one', () => {
    const vm = event(['srv', VM_ID, 'NIC', '3.2', '3.3'])
    for (const language of LANGUAGES) {
      expect(JSON.stringify(toldOf({ vm }, language))).not.toMatch(/older version|이전 버전으로 (?:로드|동작)/)
    }
  })

  test('a status text is not called an event of the log', () => {
    const vm = renderVm(pasted('VM: srv-01\nIntegration Services: Update required\nGuest: Linux\n'), 'en')
    expect(JSON.stringify(vm.findings)).not.toMatch(/event log/)
  })
})

test('a critical application does not make the other services work', () => {
  const vm = { kvp: UBUNTU, services: { heartbeat: { status: [2, 32_782] }, vss: SILENT } }
  expect(JSON.stringify(toldOf({ vm }))).not.toMatch(/services themselves work/)
})

test('a guest that does not answer is not said to work because its support has ended', () => {
  const vm = { kvp: linuxItems('CentOS Linux', '7', '3.10.0-1160.el7.x86_64'), services: { heartbeat: SILENT } }
  const given = { vm }
  expect(
    toldOf(given)
      .notes.map(({ text }) => text)
      .join(' '),
  ).not.toMatch(/[Ii]t works/)
  expect(guideOf(given, 'support')?.meaning).not.toMatch(/works/)
})

describe('what the guided check says of support', () => {
  test('KB 2956569 is no promise for a Windows guest', () => {
    const windows = { vm: { kvp: windowsItems('Windows Server 2022 Standard', '10.0.20348') } }
    expect(guideOf(windows, 'support')?.meaning).not.toMatch(/KB 2956569/)
    expect(guideOf({ vm: {}, answer: { family: 'rhel', version: '9.4' } }, 'support')?.meaning).toMatch(/KB 2956569/)
  })

  test('faults are fixed as long as an extension runs', () => {
    const debian = { vm: { kvp: linuxItems('Debian GNU/Linux', '12', '6.1.0-41-amd64') } }
    expect(guideOf(debian, 'support')?.meaning).toMatch(/Extended support runs until 2028-06-30/)
  })
})

test('a VM of which a text says only that it runs has no services in order', () => {
  const text = [
    'Name  State   CPUUsage(%) MemoryAssigned(M) Uptime   Status             Version',
    '----  -----   ----------- ----------------- ------   ------             -------',
    'web01 Running 0           2048              03:00:00 Operating normally 9.0',
    'web02 Running 0           2048              03:00:00 Operating normally 9.0',
    '',
    'VMName Name      Enabled PrimaryStatusDescription SecondaryStatusDescription',
    '------ ----      ------- ------------------------ --------------------------',
    'web02  Heartbeat True    OK                       OK',
  ].join('\n')
  const judged = judge(captureOfText(text, null, '2026-11-23T08:46:37Z')).vms.find(({ vm }) => vm.name === 'web01')
  const step = judged === undefined ? undefined : planGuidedCheck(judged, 'en').find(({ id }) => id === 'services')
  expect(step).toMatchObject({ summary: 'Nothing to judge', verdict: 'cannot-tell' })
})

describe('two statements about one guest', () => {
  test('are told by name and not by id', () => {
    const vm = toldOf({ vm: { kvp: UBUNTU }, answer: { family: 'ws2022' } })
    expect(vm.headline).toBe(
      'srv runs Windows Server 2022 by an answer, and Ubuntu 22.04 by its own report. Which is right?',
    )
  })

  test('nobody answered where the worksheet is from another guest', () => {
    const kvp = windowsItems('Windows Server 2022 Standard', '10.0.20348')
    const capture = withWorksheet('linux', UBUNTU_LINES)(captureOf([{ name: 'srv', kvp }]))
    const judged = judge(capture).vms[0]
    const text = judged === undefined ? '' : renderVm(judged, 'en').headline
    expect(text).toMatch(/^srv runs Ubuntu by the worksheet, and Windows Server 2022 Standard by its own report\./)
  })
})

describe('what the caller sees', () => {
  test('a cluster can restart a VM, so no service is excluded by that', () => {
    const calm = toldOf({ vm: { kvp: UBUNTU }, told: { symptom: 'restarts' } })
    expect(calm.symptom?.bearing).toBe('nothing-found')
    expect(calm.tellCaller).not.toMatch(/cannot come from the integration services/)
    const lost = { vm: { services: { heartbeat: { status: [13] } } }, told: { symptom: 'restarts' } }
    expect(toldOf(lost).symptom?.bearing).toBe('cause-found')
  })

  test('an answer that clears the service says where to look on', () => {
    const told = { symptom: 'backup-fails', 'backup-test': 'works' }
    expect(toldOf({ vm: { kvp: UBUNTU }, told }).symptom?.meaning).toMatch(/Look at the backup product/)
  })

  test('a version that both sides use and that works is no reason for a function that fails', () => {
    const vm = { kvp: windowsItems('Windows Server 2025 Standard', '10.0.26100'), services: { vss: MISMATCH } }
    expect(toldOf({ vm, told: { symptom: 'backup-fails' } }).symptom?.bearing).toBe('not-settled')
    expect(toldOf({ vm, told: { symptom: 'status-warning' } }).symptom?.bearing).toBe('cause-found')
  })
})

test('a system that is only known to be another one is “this system” in a sentence', () => {
  const vm = toldOf({ vm: { services: { vss: MISMATCH, kvp: SILENT } }, answer: { family: 'other' } })
  expect(JSON.stringify(vm.findings)).not.toMatch(/another system which|about another system/)
  expect(vm.findings.map(({ explanation }) => explanation).join(' ')).toMatch(/this system/)
})

test('restarting a part in the guest is never called without risk', () => {
  const vm = { kvp: UBUNTU, services: { vss: { status: [13] } } }
  const steps = toldOf({ vm }).findings.flatMap((finding) => finding.steps)
  const restarts = steps.filter(({ command }) => /restart|pkill/.test(command ?? ''))
  expect(restarts.length).toBeGreaterThan(0)
  expect(restarts.map(({ risk }) => risk)).not.toContain('none')
})

describe('a version difference of heartbeat or shutdown', () => {
  const codes = (kernel: string) =>
    toldOf({
      vm: { kvp: linuxItems('Ubuntu', '22.04', kernel), services: { shutdown: MISMATCH, heartbeat: MISMATCH } },
    }).notes.map(({ code }) => code)

  test('is worth a remark on a kernel that usually agrees on the newest, and none on an older one', () => {
    expect(codes('5.15.0-91-generic')).toContain('IS-109')
    expect(codes('6.8.0-60-generic')).toContain('IS-109')
    expect(codes('5.4.0-150-generic')).not.toContain('IS-109')
    expect(codes('4.18.0-553.el8_10.x86_64')).not.toContain('IS-109')
  })

  test('is none of data exchange, where it is permanent', () => {
    expect(toldOf({ vm: { kvp: UBUNTU, services: { kvp: MISMATCH } } }).notes.map(({ code }) => code)).not.toContain(
      'IS-109',
    )
  })
})
