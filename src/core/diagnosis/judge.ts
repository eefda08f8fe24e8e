import { decodeCapture } from '../decode/snapshot'
import type { Capture } from '../model/capture'
import type { Answers } from '../model/snapshot'
import { diagnose, type JudgedHost } from './diagnose'

/** The pipeline from evidence to verdicts: capture, snapshot, diagnosis. `answers` are a person's, by VM id. */
export function judge(capture: Capture, answers: Answers = {}): JudgedHost {
  return diagnose(decodeCapture(capture, answers))
}

export type { JudgedHost } from './diagnose'
