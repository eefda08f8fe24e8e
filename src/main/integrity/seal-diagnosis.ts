import { hashedPart } from '../../core/decode/canonical-json'
import type { Diagnosis } from '../../core/model/diagnosis'
import { sha256 } from '../sources/capture-file'

/** A diagnosis that stands alone, with the hash over its content in the form of a capture's; see `hashedPart`. */
export function sealDiagnosis(diagnosis: Diagnosis): Diagnosis {
  // Through JSON once, so that the hash is over what a reader gets: without what JSON leaves out.
  const written = JSON.parse(JSON.stringify(diagnosis)) as Diagnosis
  return { ...written, sha256: sha256(hashedPart(written)) }
}
