import type { Capture, CaptureProblem, Row } from '../model/capture'
import type { Service } from '../model/snapshot'

/** How a class was read, with its rows. "Not asked", "refused" and "no rows" are three different facts. */
export interface ClassReading {
  readonly state: Service['readState']
  readonly rows: readonly Row[]
  readonly problem: CaptureProblem | null
}

/** The reading of one class of a capture. Rows and a problem may stand beside each other: PowerShell gives rows, then an error. */
export function readClass(capture: Capture, className: string): ClassReading {
  const rows = capture.classes[className] ?? null
  const problem = capture.problems?.find((item) => item.class === className) ?? null
  if (problem === null) return { state: rows === null ? 'not-asked' : 'read', rows: rows ?? [], problem }
  return { state: rows === null || rows.length === 0 ? 'failed' : 'partial', rows: rows ?? [], problem }
}
