import { readFileSync } from 'node:fs'
import type { Row } from '../../../src/core/model/capture'

const VM_ID = /[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/i

/**
 * The sample host multiplied: a capture with that many VMs, each with an id of its own and all else as in the sample,
 * so that every guest, status and verdict of the sample occurs in its proportion.
 */
export function captureOfMany(count: number): object {
  const sample = JSON.parse(readFileSync('assets/sample/sample-host.hvcapture', 'utf8')) as {
    classes: Record<string, readonly Row[]>
  }
  const ids = (sample.classes['Msvm_ComputerSystem'] ?? []).flatMap((row) => VM_ID.exec(String(row['Name']))?.[0] ?? [])
  if (ids.length === 0) throw new Error('The sample host has no VMs to multiply.')
  const classes = Object.entries(sample.classes).map(([name, rows]) => [name, multiplied(rows, ids, count)])
  return { ...sample, sha256: null, classes: Object.fromEntries(classes) as Record<string, readonly Row[]> }
}

function multiplied(rows: readonly Row[], ids: readonly string[], count: number): Row[] {
  const texts = rows.map((row) => JSON.stringify(row))
  const ownedBy = ids.map((id) => texts.filter((text) => text.includes(id)))
  const unowned = texts.filter((text) => !ids.some((id) => text.includes(id)))
  const copies = Array.from({ length: count }, (_, index) => {
    const id = ids[index % ids.length] ?? ''
    const copy = Math.floor(index / ids.length)
      .toString(16)
      .toUpperCase()
      .padStart(8, '0')
    return (ownedBy[index % ids.length] ?? []).map((text) => text.replaceAll(id, `${copy}${id.slice(8)}`))
  })
  return [...unowned, ...copies.flat()].map((text) => JSON.parse(text) as Row)
}
