import type { Capture } from '../model/capture'
import { readPasted } from './pasted-capture'
import { readWorksheet } from './worksheet'

/** A pasted text that holds nothing but the output of a guest worksheet: evidence about a VM that something else has to show. */
export interface LoneWorksheet {
  readonly text: string
  /** Id or name that the text gives the VM; null where it gives none. */
  readonly called: string | null
}

/** The lone worksheet of a pasted text; null for any other capture, and for a text that says more of its VM. */
export function loneWorksheet(capture: Capture): LoneWorksheet | null {
  const text = capture.pasted?.text ?? ''
  const worksheet = readWorksheet(text)
  const reading = readPasted(capture, {})
  if (worksheet === null || reading === null) return null
  const [vm, ...others] = reading.snapshot.vms
  if (vm === undefined || others.length > 0 || reading.signs.length > 0) return null
  if (Object.values(vm.services).some(({ listed }) => listed)) return null
  return { text, called: worksheet.vmId ?? (vm.id === 'pasted:1' ? null : vm.name) }
}

/** A VM by what it can be called. */
export interface CalledVm {
  readonly id: string
  readonly name: string
}

/** Which VM a worksheet belongs to: one, or why it cannot be said. */
export type WorksheetOwner =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'unsaid' | 'none' }
  | { readonly kind: 'several'; readonly ids: readonly string[] }

/**
 * The VM among `vms` that a worksheet belongs to: by its id or name, without regard to case; without either only where there
 * is just one VM. The same VM in several captures is one VM.
 */
export function ownerOf({ called }: LoneWorksheet, vms: readonly CalledVm[]): WorksheetOwner {
  const wanted = called?.toLowerCase()
  const fits = vms.filter(
    ({ id, name }) => wanted === undefined || id.toLowerCase() === wanted || name.toLowerCase() === wanted,
  )
  const ids = [...new Set(fits.map(({ id }) => id))]
  const [first] = ids
  if (first === undefined) return { kind: wanted === undefined ? 'unsaid' : 'none' }
  if (ids.length === 1) return { kind: 'one', id: first }
  return wanted === undefined ? { kind: 'unsaid' } : { kind: 'several', ids }
}

/** A capture with what was seen inside one of its VMs; its hash no longer holds and is left out. */
export function withWorksheet(capture: Capture, vmId: string, text: string): Capture {
  return { ...capture, worksheets: { ...capture.worksheets, [vmId]: { text } }, sha256: null }
}
