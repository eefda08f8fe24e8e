import { readCapture } from '../../core/decode/read-capture'
import type { Capture } from '../../core/model/capture'
import practice from '../../../assets/sample/practice-host.hvcapture?raw'
import sample from '../../../assets/sample/sample-host.hvcapture?raw'
import { sha256 } from './capture-file'

function builtIn(text: string, fileName: string): Capture {
  const result = readCapture(text, fileName, sha256)
  if (!result.ok) throw new Error(`${fileName} is damaged: ${result.problem.code}`)
  return result.capture
}

/** The sample host: an invented host with 14 VMs that shows every verdict. It is part of the program, so it always reads. */
export function sampleCapture(): Capture {
  return builtIn(sample, 'sample-host.hvcapture')
}

/** The host that the practice calls are about. */
export function practiceCapture(): Capture {
  return builtIn(practice, 'practice-host.hvcapture')
}
