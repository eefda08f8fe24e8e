import { readFileSync } from 'node:fs'
import type { Row } from '../../../src/core/model/capture'

const VM_ID = /[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/i
const IPV4 = /\b10(?:\.\d{1,3}){3}\b/g

interface SampleVm {
  readonly id: string
  readonly name: string
}

/**
 * The sample host multiplied: a capture with that many VMs, each with an id, a name and addresses of its own and all else as
 * in the sample, so that every guest, status and verdict of the sample occurs in its proportion.
 */
export function captureOfMany(count: number): object {
  const sample = JSON.parse(readFileSync('assets/sample/sample-host.hvcapture', 'utf8')) as {
    classes: Record<string, readonly Row[]>
  }
  const vms = (sample.classes['Msvm_ComputerSystem'] ?? []).flatMap((row): SampleVm[] => {
    const id = VM_ID.exec(String(row['Name']))?.[0]
    return id === undefined ? [] : [{ id, name: String(row['ElementName']) }]
  })
  if (vms.length === 0) throw new Error('The sample host has no VMs to multiply.')
  const classes = Object.entries(sample.classes).map(([name, rows]) => [name, multiplied(rows, vms, count)])
  return { ...sample, sha256: null, classes: Object.fromEntries(classes) as Record<string, readonly Row[]> }
}

/** One row of a sample VM as that of its copy with this number. */
function copied(text: string, { id, name }: SampleVm, copy: number): string {
  const address = `10.${(copy >> 16) & 255}.${(copy >> 8) & 255}.${copy & 255}`
  const prefix = copy.toString(16).toUpperCase().padStart(8, '0')
  return text
    .replaceAll(id, `${prefix}${id.slice(8)}`)
    .replaceAll(name, `${name}-${copy}`)
    .replace(IPV4, address)
}

function multiplied(rows: readonly Row[], vms: readonly SampleVm[], count: number): Row[] {
  const texts = rows.map((row) => JSON.stringify(row))
  const ownedBy = vms.map(({ id }) => texts.filter((text) => text.includes(id)))
  const unowned = texts.filter((text) => !vms.some(({ id }) => text.includes(id)))
  const copies = Array.from({ length: count }, (_, index) => {
    const which = index % vms.length
    const vm = vms[which]
    const texts = ownedBy[which] ?? []
    return vm === undefined ? [] : texts.map((text) => copied(text, vm, Math.floor(index / vms.length)))
  })
  return [...unowned, ...copies.flat()].map((text) => JSON.parse(text) as Row)
}
