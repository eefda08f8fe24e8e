import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import type { JudgedVm } from '../../../../src/core/model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../../src/core/model/service'
import type { GuestAnswer, Statements } from '../../../../src/core/model/snapshot'
import { SYMPTOM_IDS } from '../../../../src/core/model/symptom'
import { captureOf, FREEBSD, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from '../capture-builder'
import { guidedCheckText, vmText } from './outcome-text'

interface Guest {
  readonly kvp?: VmFacts['kvp']
  readonly answer?: GuestAnswer
  readonly host?: HostFacts
}

const HOST_2012R2 = { caption: 'Microsoft Windows Server 2012 R2 Datacenter', build: 9600 }
const HOST_2019 = { caption: 'Microsoft Windows Server 2019 Standard', build: 17763 }

const GUESTS: Readonly<Record<string, Guest>> = {
  'Ubuntu 22.04': { kvp: UBUNTU },
  'FreeBSD 14.1': { kvp: FREEBSD },
  'Windows Server 2022': { kvp: windowsItems('Windows Server 2022 Datacenter', '10.0.20348') },
  'Windows Server 2025': { kvp: windowsItems('Windows Server 2025 Datacenter', '10.0.26100') },
  'Windows Server 2012 R2': { kvp: windowsItems('Windows Server 2012 R2 Standard', '6.3.9600') },
  'Windows Server 2012 R2 on its own release': {
    kvp: windowsItems('Windows Server 2012 R2 Standard', '6.3.9600'),
    host: HOST_2012R2,
  },
  'Windows 7': { kvp: windowsItems('Windows 7 Professional', '6.1.7601') },
  'Ubuntu on 2012 R2': { kvp: UBUNTU, host: HOST_2012R2 },
  nobody: {},
  'Linux by answer': { answer: { family: 'linux' } },
  'Windows by answer': { answer: { family: 'windows' } },
  'Windows 10 by answer': { answer: { family: 'w10' }, host: HOST_2019 },
  'another system by answer': { answer: { family: 'other' } },
  'OpenWrt by answer': { answer: { family: 'openwrt' } },
  'Ubuntu on a host nobody knows': { kvp: UBUNTU, host: { caption: null, build: null } },
}

const STATUSES: readonly unknown[] = [
  [2],
  [2, 2],
  [2, 12],
  [3],
  [3, 32775],
  [2, 32775],
  [7],
  [12],
  [13],
  [15],
  [6],
  [2, 32783],
  [2, 32784],
  [2, 32782],
  [9999],
  null,
  'no-row',
]

function judged(vm: VmFacts, { answer, host }: Guest, statements: Statements = {}): JudgedVm {
  const answers = answer === undefined ? {} : { [VM_ID]: answer }
  const [only] = judge(captureOf([{ name: 'srv', ...vm }], host), answers, statements).vms
  if (only === undefined) throw new Error('no VM')
  return only
}

/** What one service's status comes to: its verdict, and the findings about it with what is asked, done and lost. */
function said(vm: JudgedVm, id: JudgedServiceId): string {
  const findings = vm.findings.filter(({ covers }) => covers.includes(id))
  return [
    vm.serviceVerdicts[id] ?? 'no verdict',
    ...findings.map(({ code, certainty, question, steps, evidence, lost, impact, urgency }) =>
      [
        `${code}${certainty === 'likely' ? '?' : ''}`,
        `${impact}/${urgency}`,
        question === null ? '' : `asks ${question.id}`,
        lost === null ? '' : 'lost',
        `${evidence.length} facts`,
        `${steps.length} steps`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
  ].join('; ')
}

/** One line for each status: services that come to the same stand together. */
function linesOf(guest: Guest, uptimeSeconds?: number): string {
  return STATUSES.map((status) => {
    const byOutcome = new Map<string, string[]>()
    for (const id of JUDGED_SERVICES) {
      const vm = judged(
        {
          kvp: guest.kvp ?? null,
          services: { [id]: { enabled: true, status } },
          ...(uptimeSeconds === undefined ? {} : { uptimeSeconds }),
        },
        guest,
      )
      const outcome = said(vm, id)
      byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), id])
    }
    const groups = [...byOutcome].map(([outcome, ids]) => `  ${ids.join(' ')}: ${outcome}`)
    return [`${JSON.stringify(status)}`, ...groups].join('\n')
  }).join('\n')
}

describe('every status of every service', () => {
  test.each(Object.entries(GUESTS))('of %s comes to what is approved', (_name, guest) => {
    expect(linesOf(guest)).toMatchSnapshot()
  })

  test.each([0, 59, 60, 299, 300])('of a guest up for %d seconds comes to what is approved', (seconds) => {
    expect(linesOf({ kvp: UBUNTU }, seconds)).toMatchSnapshot()
  })
})

const SITUATIONS: Readonly<Record<string, VmFacts>> = {
  'all OK': { kvp: UBUNTU },
  'all OK, no address': { kvp: { ...UBUNTU, NetworkAddressIPv4: '', NetworkAddressIPv6: '' } },
  'version differences': { kvp: UBUNTU, services: { vss: { status: [2, 32775] }, timesync: { status: [3] } } },
  'backup silent': { kvp: UBUNTU, services: { vss: { status: [12] } } },
  'backup unknown': { kvp: UBUNTU, services: { vss: { status: [9999] } } },
  'clock switched off': { kvp: UBUNTU, services: { timesync: { enabled: false } } },
  hung: { kvp: UBUNTU, services: { heartbeat: { status: [13] } } },
  'disk nearly full': { kvp: UBUNTU, health: 20 },
  off: { stateCode: 3 },
  nobody: { services: { vss: { status: [2, 32775] } } },
  Windows: { kvp: windowsItems('Windows Server 2022 Datacenter', '10.0.20348') },
}

describe('every symptom', () => {
  const cases = SYMPTOM_IDS.flatMap((symptom) =>
    Object.keys(SITUATIONS).map((situation) => [symptom, situation] as const),
  )
  const tests = ['backup-test', 'clock-test', 'shutdown-test', 'file-copy-test', 'address-test']

  test.each(cases)('%s beside %s comes to what is approved', (symptom, situation) => {
    const lines = ['', 'works', 'fails', 'unknown'].map((answer) => {
      const told = Object.fromEntries(answer === '' ? [] : tests.map((id) => [id, answer]))
      const vm = judged(SITUATIONS[situation] ?? {}, {}, { [VM_ID]: { symptom, ...told } })
      const findings = vm.findings.map(({ code, steps, certainty }) => `${code} ${certainty} ${steps.length}`)
      const tell = vm.tellCaller.map(({ key }) => key)
      return [
        answer,
        vm.verdict,
        vm.symptom?.bearing,
        vm.symptom?.codes.join(' '),
        findings.join(', '),
        tell.join(' '),
      ].join('; ')
    })
    expect(lines.join('\n')).toMatchSnapshot()
  })

  test.each(SYMPTOM_IDS)('%s is told and guided as approved', (symptom) => {
    const vm = judged(SITUATIONS['backup silent'] ?? {}, {}, { '*': { symptom } })
    expect(`${vmText(vm)}\n\n${guidedCheckText(vm)}`).toMatchSnapshot()
  })
})
