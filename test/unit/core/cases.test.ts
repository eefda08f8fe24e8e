import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import { VmDiagnosis } from '../../../src/core/model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../src/core/model/service'
import { LANGUAGES } from '../../../src/core/model/text'
import { captureOf, FREEBSD, UBUNTU, windowsItems, type ServiceFacts } from './capture-builder'

interface Case {
  readonly id: string
  readonly host: { readonly os: string | null; readonly build: number | null }
  readonly vm: {
    readonly name: string
    readonly stateCode: number
    readonly generation: number | null
    readonly version: string | null
    readonly uptimeSeconds: number | null
  }
  readonly guest: Readonly<Record<string, unknown>>
  readonly services: Readonly<Record<string, { enabled: boolean; status: unknown }>>
  readonly expected: {
    readonly verdict: readonly string[]
    readonly services: Readonly<Record<string, string>>
    readonly mentions: readonly string[]
  }
}

const folder = join(import.meta.dirname, '../../fixtures/cases')
const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case)

// A guest whose data exchange cannot deliver has no items on the host.
const SILENT_KVP = [6, 7, 12]

function itemsOf({ guest, services }: Case): Readonly<Record<string, string>> | null {
  const kvp = services['kvp']
  const status = Array.isArray(kvp?.status) ? (kvp.status as number[]) : []
  if (kvp?.enabled === false || SILENT_KVP.includes(status[0] ?? 0)) return null
  const name = typeof guest['osName'] === 'string' ? guest['osName'] : null
  if (name === null) return null
  const version = typeof guest['osVersion'] === 'string' ? guest['osVersion'] : ''
  if (name.startsWith('Windows')) return windowsItems(name, version)
  if (name === 'FreeBSD') return { ...FREEBSD, OSVersion: version, OSBuildNumber: version }
  const kernel = typeof guest['kernel'] === 'string' ? guest['kernel'] : '5.15.0'
  return { ...UBUNTU, OSName: name, OSMajorVersion: version, OSVersion: kernel, OSBuildNumber: `${kernel}-1-generic` }
}

function judgeCase(each: Case) {
  const capture = captureOf(
    [
      {
        name: each.vm.name,
        stateCode: each.vm.stateCode,
        uptimeSeconds: each.vm.uptimeSeconds ?? 259_200,
        generation: each.vm.generation,
        version: each.vm.version,
        kvp: itemsOf(each),
        services: each.services as Partial<Record<JudgedServiceId, ServiceFacts>>,
      },
    ],
    { caption: each.host.os, build: each.host.build },
  )
  const vm = judge(capture).vms[0]
  if (vm === undefined) throw new Error(`${each.id}: no VM`)
  return vm
}

describe.each(cases)('$id', (each) => {
  const judged = judgeCase(each)

  test('gets the verdict it should', () => {
    expect(each.expected.verdict).toContain(judged.verdict)
  })

  test('gets the verdict of each service', () => {
    for (const [service, verdict] of Object.entries(each.expected.services)) {
      expect([service, judged.serviceVerdicts[service as JudgedServiceId]]).toEqual([service, verdict])
    }
  })

  test.each(LANGUAGES)('is told in %s, in the shape of the contract', (language) => {
    const rendered = renderVm(judged, language)
    expect(VmDiagnosis.parse(rendered)).toEqual(rendered)
    expect(rendered.tellCaller).not.toBe('')
    expect(rendered.headline).not.toBe('')
    expect(rendered.services.map(({ service }) => service)).toEqual([...JUDGED_SERVICES])
  })

  test.each(each.expected.mentions)('mentions %s', (pattern) => {
    expect(JSON.stringify(renderVm(judged, 'en'))).toMatch(new RegExp(pattern, 'i'))
  })
})
