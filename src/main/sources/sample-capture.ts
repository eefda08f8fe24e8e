import { readCapture } from '../../core/decode/read-capture'
import type { Capture } from '../../core/model/capture'
import sample from '../../../assets/sample/sample-host.hvcapture?raw'
import { sha256 } from './capture-file'

/** The sample host: an invented host with 14 VMs that shows every verdict. It is part of the program, so it always reads. */
export function sampleCapture(): Capture {
  const result = readCapture(sample, 'sample-host.hvcapture', sha256)
  if (!result.ok) throw new Error(`The sample host is damaged: ${result.problem.code}`)
  return result.capture
}
