import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderVm } from '../../../../src/core/diagnosis/render'
import type { Capture } from '../../../../src/core/model/capture'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../../src/core/model/service'
import type { GuestAnswer } from '../../../../src/core/model/snapshot'
import { LANGUAGES } from '../../../../src/core/model/text'
import type { Verdict } from '../../../../src/core/model/verdict'
import { captureOf, type HostFacts, UBUNTU, VM_ID, type VmFacts } from '../capture-builder'

/** A VM as the field knows it, with the verdict of the VM and of every single service, decided before it was first judged. */
export interface FieldCase {
  readonly what: string
  readonly vm: VmFacts
  readonly host?: HostFacts
  readonly answer?: GuestAnswer
  /** What the builder cannot say: doubled rows, refused classes, foreign forms. */
  readonly change?: (capture: Capture) => Capture
  readonly verdict: Verdict
  readonly services?: Readonly<Partial<Record<JudgedServiceId, Verdict | 'none'>>>
  /** Verdict of every service that `services` does not name; healthy by default. */
  readonly rest?: Verdict
  readonly code?: string
  readonly not?: string
}

export const MISMATCH = { status: [2, 32775] }
export const DEGRADED = { status: [3, 32775] }
export const DEGRADED_ALONE = { status: [3] }
export const SILENT = { status: [12] }
export const LOST = { status: [13] }
export const OFF = { enabled: false, status: [2] }
export const FILE_COPY_SILENT = { enabled: true, status: [12] }

const host = (caption: string, build: number): HostFacts => ({ caption: `Microsoft ${caption}`, build })
export const HOSTS = {
  2012: host('Windows Server 2012 Datacenter', 9200),
  '2012 R2': host('Windows Server 2012 R2 Standard', 9600),
  2016: host('Windows Server 2016 Datacenter', 14_393),
  2019: host('Windows Server 2019 Datacenter', 17_763),
  2022: host('Windows Server 2022 Datacenter', 20_348),
  2025: host('Windows Server 2025 Datacenter', 26_100),
  'Hyper-V Server 2019': host('Hyper-V Server 2019', 17_763),
  'Azure Stack HCI': host('Azure Stack HCI', 20_349),
  'Windows 10': host('Windows 10 Pro', 19_045),
  'Windows 11': host('Windows 11 Pro', 22_631),
  '25H2': host('Windows 11 Enterprise', 26_200),
} as const

/** Items as the Linux daemon writes them for a distribution with an os-release file. */
export function linuxItems(name: string, version: string, kernel: string): Readonly<Record<string, string>> {
  return {
    ...UBUNTU,
    OSName: name,
    OSMajorVersion: version,
    OSVersion: kernel.split('-')[0] ?? kernel,
    OSBuildNumber: kernel,
  }
}

function expectedServices({ services = {}, rest = 'healthy' }: FieldCase): Readonly<Record<string, Verdict>> {
  return Object.fromEntries(
    JUDGED_SERVICES.flatMap((id) => {
      const verdict = services[id] ?? rest
      return verdict === 'none' ? [] : [[id, verdict]]
    }),
  )
}

const LEFT_OPEN = /undefined|\[object|\{\w+\}|"headline":""|"tellCaller":""/

/** Judges each case and holds the VM's verdict, all six services', the codes, and that it is told whole in both languages. */
export function describeFieldCases(cases: readonly FieldCase[]): void {
  describe.each(cases)('$what', (each) => {
    const answers = each.answer === undefined ? {} : { [VM_ID]: each.answer }
    const judgeCase = () => {
      const capture = captureOf([{ name: 'srv-01', kvp: null, ...each.vm }], each.host)
      return judge(each.change?.(capture) ?? capture, answers).vms[0]
    }

    test('gets the verdicts it should', () => {
      const judged = judgeCase()
      const codes = judged?.findings.map(({ code }) => code) ?? []
      expect(judged?.verdict).toBe(each.verdict)
      expect(judged?.serviceVerdicts).toEqual(expectedServices(each))
      expect(codes).toEqual(expect.arrayContaining(each.code === undefined ? [] : [each.code]))
      expect(codes).not.toContain(each.not ?? 'none')
    })

    test.each(LANGUAGES)('is told whole in %s', (language) => {
      const judged = judgeCase()
      expect(judged === undefined ? 'undefined' : JSON.stringify(renderVm(judged, language))).not.toMatch(LEFT_OPEN)
    })
  })
}
