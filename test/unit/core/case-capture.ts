import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedServiceId } from '../../../src/core/model/service'
import { captureOf, FREEBSD, UBUNTU, windowsItems, type ServiceFacts } from './capture-builder'

/** A host situation with the verdict it has to get; see the fixtures. */
export interface Case {
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
export const CASES: readonly Case[] = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case,
)

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

/** The capture of a host with the case's one VM. */
export function captureOfCase(each: Case) {
  return captureOf(
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
}
