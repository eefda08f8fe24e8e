import { gunzipSync } from 'node:zlib'
import { CAPTURE_LIMIT_BYTES } from '../../core/model/capture'

/** What the envelopes of one check may unpack to altogether: no more than a capture may hold. */
export interface UnpackBudget {
  bytesLeft: number
}

/** A budget for one check. */
export function unpackBudget(): UnpackBudget {
  return { bytesLeft: CAPTURE_LIMIT_BYTES }
}

/** The JSON value in an envelope's content, or undefined where it is no gzip, no JSON, or beyond the budget. Never throws. */
export function unpackEnvelope(content: string, budget: UnpackBudget): unknown {
  try {
    const bytes = gunzipSync(Buffer.from(content, 'base64'), { maxOutputLength: Math.max(1, budget.bytesLeft) })
    budget.bytesLeft -= bytes.length
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
