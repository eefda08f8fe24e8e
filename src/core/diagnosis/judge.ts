import { decodeCapture } from '../decode/snapshot'
import type { Capture } from '../model/capture'
import type { Answers, Statements } from '../model/snapshot'
import { diagnose, type JudgedHost } from './diagnose'

/**
 * The pipeline from evidence to verdicts: capture, snapshot, diagnosis. `answers` say what runs in a VM, `statements` what
 * else a person said: what the caller sees, and the answers to other questions.
 */
export function judge(capture: Capture, answers: Answers = {}, statements: Statements = {}): JudgedHost {
  return diagnose(decodeCapture(capture, answers), statements)
}

export type { JudgedHost } from './diagnose'
