import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodePasted } from '../../../../src/core/decode/pasted/decode-pasted'
import { snapshotOfText } from '../../../../src/core/decode/pasted-capture'
import { diagnose } from '../../../../src/core/diagnosis/diagnose'
import { JUDGED_SERVICES } from '../../../../src/core/model/service'
import type { Vm } from '../../../../src/core/model/snapshot'
import { readingText } from '../approval/reading-text'

interface Expected {
  readonly vms: Readonly<
    Record<
      string,
      {
        readonly name?: string
        readonly state: string
        readonly critical?: boolean
        readonly guest?: string
        readonly services: Readonly<Record<string, string>>
      }
    >
  >
  readonly signs?: readonly string[]
  readonly versions?: readonly string[]
  readonly hints?: readonly string[]
  readonly refusal?: string
  /** By VM id, where the text is about what to say to it and not only about how to read it. */
  readonly verdicts?: Readonly<Record<string, string>>
}

const folder = join(import.meta.dirname, '../../../fixtures/pasted')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4))

/** `off` for a service that is switched off, then its meaning, `?` where it is a guess. */
function servicesOf(vm: Vm): Record<string, string> {
  const listed = Object.values(vm.services).filter((service) => service.listed)
  return Object.fromEntries(
    listed.map(({ id, enabled, kind, guessed }) => [
      id,
      `${enabled === false ? 'off ' : ''}${kind}${guessed ? '?' : ''}`,
    ]),
  )
}

describe('pasted texts of many formats and languages', () => {
  test.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected
    const reading = decodePasted(text, null, {}, '2026-11-23T08:46:37Z')
    const vms = Object.fromEntries(
      reading.snapshot.vms.map((vm) => {
        const wanted = expected.vms[vm.id]
        return [
          vm.id,
          {
            ...(wanted?.name === undefined ? {} : { name: vm.name }),
            state: vm.state,
            ...(vm.critical ? { critical: true } : {}),
            ...(wanted?.guest === undefined ? {} : { guest: vm.guest.os }),
            services: servicesOf(vm),
          },
        ]
      }),
    )
    expect(vms).toEqual(expected.vms)
    const judged = diagnose(snapshotOfText(reading)).vms.map(({ vm, verdict }) => [vm.id, verdict] as const)
    expect(Object.fromEntries(judged)).toEqual(expected.verdicts ?? Object.fromEntries(judged))
    expect(reading.signs.map(({ kind, subject, guessed }) => `${kind} ${subject}${guessed ? '?' : ''}`)).toEqual(
      expected.signs ?? [],
    )
    expect(
      reading.versions.map(({ service, negotiated, expected: wanted }) => `${service} ${negotiated} ${wanted}`),
    ).toEqual(expected.versions ?? [])
    const hints = reading.hints.map(({ guest }) => `${guest.family} ${guest.version ?? ''}`.trim())
    expect(hints).toEqual(expected.hints ?? hints)
    expect(reading.refusal?.code ?? null).toBe(expected.refusal ?? null)
    expect(reading.lines.filter((line) => line.kind === 'not-understood' && line.text.trim() === '')).toEqual([])
  })

  test.each(names)('%s: every line and every VM as approved', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    const reading = decodePasted(text, null, {}, '2026-11-23T08:46:37Z')
    expect(readingText({ ...reading, snapshot: snapshotOfText(reading) })).toMatchSnapshot()
  })

  test.each(names)('%s: what is guessed is never good news', (name) => {
    const reading = decodePasted(readFileSync(join(folder, `${name}.txt`), 'utf8'), null, {}, '2026-11-23T08:46:37Z')
    for (const { vm, serviceVerdicts } of diagnose(snapshotOfText(reading)).vms) {
      const guessed = JUDGED_SERVICES.filter(
        (id) => vm.services[id].guessed === true && vm.services[id].enabled !== false,
      )
      const good = guessed.filter((id) => ['healthy', 'safe-to-ignore'].includes(serviceVerdicts[id] ?? ''))
      expect(good).toEqual([])
    }
  })
})
