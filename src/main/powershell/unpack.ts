import { gunzipSync } from 'node:zlib'
import { CAPTURE_LIMIT_BYTES } from '../../core/model/capture'
import type { Envelope } from './envelopes'

/** What the envelopes of one check may unpack to altogether: no more than a capture may hold. */
export interface UnpackBudget {
  bytesLeft: number
}

/** A budget for one check. */
export function unpackBudget(): UnpackBudget {
  return { bytesLeft: CAPTURE_LIMIT_BYTES }
}

/** The JSON value in an envelope, or undefined where it is no gzip, no JSON, or beyond the budget. Never throws. */
export function unpackEnvelope(
  { content, isPlain }: Pick<Envelope, 'content' | 'isPlain'>,
  budget: UnpackBudget,
): unknown {
  try {
    if (isPlain) {
      budget.bytesLeft -= content.length
      return budget.bytesLeft < 0 ? undefined : (JSON.parse(content) as unknown)
    }
    const bytes = gunzipSync(Buffer.from(content, 'base64'), { maxOutputLength: Math.max(1, budget.bytesLeft) })
    budget.bytesLeft -= bytes.length
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
