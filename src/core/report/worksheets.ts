import type { Diagnosis, VmDiagnosis } from '../model/diagnosis'
import { WORKSHEET_SYSTEMS, type WorksheetSystem } from '../model/worksheet'
import { worksheetText } from '../worksheet/worksheet-text'

/** A block of commands that somebody runs inside a guest to show what the host cannot see. */
export interface ReportWorksheet {
  readonly os: WorksheetSystem
  readonly text: string
}

/** Whether somebody has to look inside: the VM runs, and what it shows is a fault or an open question. */
function asksInside({ state, verdict }: VmDiagnosis): boolean {
  return state === 'running' && (verdict === 'action-needed' || verdict === 'cannot-tell')
}

/** The systems that a VM's guest can be: one where it is known, all where it is not; none where there is no block for it. */
function systemsOf({ guest }: VmDiagnosis): readonly WorksheetSystem[] {
  if (guest.os === 'unknown') return WORKSHEET_SYSTEMS
  return WORKSHEET_SYSTEMS.filter((os) => os === guest.os)
}

/**
 * Worksheets for the guests of a report that need a look inside, one block for each system. The block names a VM only
 * where the report is about that one VM and hides nothing.
 */
export function worksheetsOf(diagnoses: readonly Diagnosis[]): readonly ReportWorksheet[] {
  const vms = diagnoses.flatMap((diagnosis) => diagnosis.vms)
  const [first] = diagnoses
  if (first === undefined) return []
  const needed = new Set(vms.filter(asksInside).flatMap(systemsOf))
  const only = vms.length === 1 && first.redaction === 'none' ? (vms[0] ?? null) : null
  return WORKSHEET_SYSTEMS.filter((os) => needed.has(os)).map((os) => ({
    os,
    text: worksheetText(os, first.language, only),
  }))
}
