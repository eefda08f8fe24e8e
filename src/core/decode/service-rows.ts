import type { Capture } from '../model/capture'
import { SERVICES, SERVICE_CLASSES, type ServiceId } from '../model/service'
import type { Row } from '../model/snapshot'
import { ByValues } from './by-values'
import { type ClassReading, readClass } from './classes'
import type { RowsByVm, VmRows } from './vm-rows'

/** One row of a service's component or settings class. Rows of a class that say the same of it are one object. */
export interface ServiceRow {
  readonly id: ServiceId
  readonly of: 'component' | 'setting'
  readonly row: Row
}

/**
 * What the rows of the services' classes say of a VM, as a place that one row after the other leads to. VMs of whom the same
 * was said are at the same place and share what follows from it, so that a fleet costs little.
 */
export class SaidByRows {
  readonly #before: SaidByRows | null
  readonly #last: ServiceRow | null
  readonly #next = new Map<ServiceRow, SaidByRows>()

  constructor(before: SaidByRows | null = null, last: ServiceRow | null = null) {
    this.#before = before
    this.#last = last
  }

  /** The place to which one more row leads. */
  and(row: ServiceRow): SaidByRows {
    let next = this.#next.get(row)
    if (next === undefined) {
      next = new SaidByRows(this, row)
      this.#next.set(row, next)
    }
    return next
  }

  /** The rows that lead here, in their order. */
  rows(): readonly ServiceRow[] {
    const rows = [this.#last]
    for (let place = this.#before; place !== null; place = place.#before) rows.push(place.#last)
    return rows.filter((row) => row !== null).reverse()
  }
}

/** Whether a component row of a service names the VM; its settings alone are no sign that it is there. */
export function hasComponents({ said }: Pick<VmRows, 'said'>): boolean {
  return said.rows().some((row) => row.of === 'component')
}

/** Makes one object of the rows of a class in which all that is read of a service is the same. */
function sameRows(id: ServiceId, of: ServiceRow['of']): (row: Row) => ServiceRow {
  const lists = new ByValues<ServiceRow>()
  const others = new ByValues<ServiceRow>()
  return (row) => {
    const status = row['OperationalStatus']
    let same = (Array.isArray(status) ? lists : others).at(row['EnabledState'])
    const parts: readonly unknown[] = Array.isArray(status) ? status : [status]
    for (const part of parts) same = same.at(part)
    return same.output ?? same.keep({ id, of, row })
  }
}

/** How the component class of each service was read. */
export type ServiceReadings = Readonly<Record<ServiceId, ClassReading>>

/**
 * Sorts the rows of the seven component classes, their settings and the summaries by VM id: components by `SystemName`,
 * settings by the first GUID of `InstanceID`. Component rows that name no VM are counted in `strayRows`.
 */
export function sortServiceRows(
  capture: Capture,
  byVm: RowsByVm,
): { readonly readings: ServiceReadings; readonly strayRows: number } {
  const readings = {} as Record<ServiceId, ClassReading>
  let strayRows = 0
  for (const id of SERVICES) {
    const reading = readClass(capture, SERVICE_CLASSES[id].component)
    const sameRow = sameRows(id, 'component')
    readings[id] = reading
    for (const row of reading.rows) {
      const vm = byVm.named(row['SystemName'])
      if (vm === null) {
        strayRows += 1
        continue
      }
      vm.said = vm.said.and(sameRow(row))
      if (id === 'kvp') vm.kvp ??= row
    }
  }
  for (const id of SERVICES) {
    const sameRow = sameRows(id, 'setting')
    for (const row of readClass(capture, SERVICE_CLASSES[id].setting).rows) {
      const vm = byVm.ofInstance(row['InstanceID'])
      if (vm !== null) vm.said = vm.said.and(sameRow(row))
    }
  }
  for (const row of readClass(capture, 'Msvm_SummaryInformation').rows) {
    const vm = byVm.named(row['Name'])
    if (vm !== null) vm.summary = row
  }
  return { readings, strayRows }
}
