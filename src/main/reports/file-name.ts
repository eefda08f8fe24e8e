import { basename } from 'node:path'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Verdict } from '../../core/model/verdict'
import { worstOf } from '../../core/report/answer'
import { fileTime, momentOf } from './report-time'

const SLUGS: Readonly<Record<Verdict, string>> = {
  'action-needed': 'action',
  'cannot-tell': 'cannot-tell',
  advice: 'advice',
  'safe-to-ignore': 'safe-to-ignore',
  healthy: 'healthy',
  'not-running': 'not-running',
}

/** Names of devices, which Windows refuses with any extension; the raised digits count as digits there. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=[. ]|$)/i
/** What Windows refuses in a name, what cannot be seen, and the character that parts our own names. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu
/** Bytes of UTF-8, because Linux counts those: with time, verdict and a number a name stays below 255. */
const PART_LIMIT_BYTES = 60

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function shortened(text: string): string {
  let bytes = 0
  let result = ''
  for (const { segment } of graphemes.segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > PART_LIMIT_BYTES) break
    result += segment
  }
  return result
}

/** A text from outside as a part of a file name; empty where nothing of it can stand in one. */
export function namePart(text: string): string {
  const clean = text.normalize('NFC').replace(REFUSED, '-').replace(/\s+/g, ' ')
  return shortened(clean.replace(/^[\s.-]+/, '')).replace(/(?<![\s.])[\s.]+$/, '')
}

/** What a report is about, for its name. */
export interface NamedReport {
  readonly diagnosis: Diagnosis
  readonly ticket?: string | null | undefined
  /** Name of the VM, for a report about one. */
  readonly vmName?: string | undefined
}

/**
 * The file name of a report: `[TICKET_]HOST[_VM]_2026-11-23_0846_action-2.html`. The time is that of the check, in this
 * computer's time zone; the last part is the severest verdict and how many VMs have it.
 */
export function reportFileName({ diagnosis, ticket, vmName }: NamedReport, extension: string): string {
  const worst = worstOf(diagnosis)
  const unread = diagnosis.problems.length > 0 ? 'not-read' : 'no-vm'
  const read = momentOf(diagnosis.checkedAt)
  const host = diagnosis.host.name ?? basename(diagnosis.source).replace(/\.hvcapture$/i, '')
  const parts = [
    namePart(ticket ?? ''),
    namePart(host) || 'host',
    namePart(vmName ?? ''),
    read === null ? '' : fileTime(read),
    worst === null ? unread : `${SLUGS[worst.verdict]}-${worst.count}`,
    diagnosis.redaction === 'none' ? '' : 'redacted',
  ]
  const name = parts.filter((part) => part !== '').join('_')
  return `${DEVICE.test(name) ? `_${name}` : name}.${extension}`
}
