import { decodeCapture } from '../decode/snapshot'
import type { Capture } from '../model/capture'
import type { KnownGuests } from '../model/history'
import type { Answers, Statements } from '../model/snapshot'
import { diagnose, type JudgedHost } from './diagnose'

/**
 * The pipeline from evidence to verdicts: capture, snapshot, diagnosis. `answers` say what runs in a VM, `statements` what
 * else a person said: what the caller sees, and the answers to other questions. `known` are the guests of earlier checks.
 */
export function judge(
  capture: Capture,
  answers: Answers = {},
  statements: Statements = {},
  known: KnownGuests = {},
): JudgedHost {
  return diagnose(decodeCapture(capture, answers, known), statements)
}

export type { JudgedHost } from './diagnose'
