import { problemOf, problemOfClass, problemOfReading } from '../../core/decode/class-problem'
import { decodeCapture } from '../../core/decode/snapshot'
import { firstGuidOf, guidOf } from '../../core/decode/values'
import type { Capture, CaptureProblem, Row } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'

/** The capture with one virtual machine read anew, or why it stays as it was. */
export type VmMerge =
  { readonly ok: true; readonly capture: Capture } | { readonly ok: false; readonly problem: Problem }

/** The VM that a row is about, by whichever property its class names it in. */
function vmIdOf(row: Row): string | null {
  return (
    guidOf(row['SystemName']) ??
    guidOf(row['VirtualSystemIdentifier']) ??
    guidOf(row['Name']) ??
    firstGuidOf(row['InstanceID'])
  )
}

/** Rows with those of one VM replaced, at the place where its first one stood. */
function replaced(rows: readonly Row[], fresh: readonly Row[], vmId: string): readonly Row[] {
  const at = rows.findIndex((row) => vmIdOf(row) === vmId)
  const others = rows.filter((row) => vmIdOf(row) !== vmId)
  const before = at === -1 ? others.length : at
  return [...others.slice(0, before), ...fresh, ...others.slice(before)]
}

/** A class that could not be read for this VM is refused for it alone: the other rows stay, and its own are gone. */
function mergedProblems(earlier: readonly CaptureProblem[], fresh: readonly CaptureProblem[]): CaptureProblem[] {
  const renewed = new Set(fresh.map((problem) => problem.class))
  return [...earlier.filter((problem) => !renewed.has(problem.class)), ...fresh]
}

/** Over a CIM session the host's own row cannot be asked for by its name: that it was there is known from the whole reading. */
function mergedAccess(earlier: Capture['access'], fresh: Capture['access']): Capture['access'] {
  if (fresh === null || fresh.hostRowSeen === true) return fresh
  return { ...fresh, hostRowSeen: earlier?.hostRowSeen ?? fresh.hostRowSeen }
}

const eventKey = (event: Row): string => JSON.stringify([event['channel'], event['record'], event['time']])

function mergedEvents(earlier: readonly Row[] | null, fresh: readonly Row[] | null): Row[] | null {
  if (earlier === null && fresh === null) return null
  const known = new Set((earlier ?? []).map(eventKey))
  return [...(earlier ?? []), ...(fresh ?? []).filter((event) => !known.has(eventKey(event)))]
}

/** Why a reading of one VM cannot be used; null where it can. */
function problemOfVm(fresh: Capture, vmId: string): Problem | null {
  const refused = fresh.problems?.find((problem) => problem.class === 'Msvm_ComputerSystem')
  if (refused !== undefined) return problemOfClass(refused)
  if (fresh.stopped !== null) {
    const [cause] = fresh.problems ?? []
    return cause === undefined ? problemOf('cancelled') : problemOfClass(cause)
  }
  if (fresh.classes['Msvm_ComputerSystem']?.some((row) => guidOf(row['Name']) === vmId) === true) return null
  return problemOfReading(decodeCapture(fresh)) ?? problemOf('vm-vanished')
}

/**
 * Puts a new reading of one virtual machine into a capture of its host: that VM's rows are replaced in every class that
 * was read, the others stay, and the time is kept in `rechecked`. A VM that is not there any more, and a reading that did
 * not come to its end, change nothing.
 */
export function mergeVm(earlier: Capture, fresh: Capture, vmId: string): VmMerge {
  const problem = problemOfVm(fresh, vmId)
  if (problem !== null) return { ok: false, problem }
  const classes = { ...earlier.classes }
  for (const name of fresh.asked ?? Object.keys(fresh.classes)) {
    const rows = earlier.classes[name]
    const own = (fresh.classes[name] ?? []).filter((row) => vmIdOf(row) === vmId)
    const wasRefused = earlier.problems?.some((problem) => problem.class === name) === true
    // A class that was never read for the other VMs must not look as if it had no row of theirs; one that was refused
    // stays refused for them.
    if (rows || (wasRefused && own.length > 0)) classes[name] = replaced(rows ?? [], own, vmId)
  }
  return {
    ok: true,
    capture: {
      ...earlier,
      classes,
      host: { ...earlier.host, ...fresh.host },
      asked: [...new Set([...(earlier.asked ?? []), ...(fresh.asked ?? [])])],
      events: mergedEvents(earlier.events, fresh.events),
      access: mergedAccess(earlier.access, fresh.access),
      problems: mergedProblems(earlier.problems ?? [], fresh.problems ?? []),
      rechecked: { ...earlier.rechecked, [vmId]: fresh.collectedAt },
      // The file it may have come from had other contents.
      sha256: null,
    },
  }
}
