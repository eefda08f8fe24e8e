import { message } from '../../i18n/translate'
import { isHost2016OrLater } from '../../knowledge/host-releases'
import type { Capture } from '../../model/capture'
import type { TextRef } from '../../model/text'
import type { Answers, Host, Snapshot, Vm } from '../../model/snapshot'
import type { VmDraft } from './drafts'
import { Findings } from './findings'
import { pastedVm } from './pasted-vm'
import type { PastedLine, PastedReading } from './reading'
import { refusalOf, refusalOfLines } from './refusal'
import { settleGuests, settleNameless } from './settle'
import { readLines } from './read-lines'
import { type Line, linesOf } from './text-lines'

const SHOWN_LENGTH = 300

function snapshotOf(collectedAt: string, host: Host, vms: readonly Vm[]): Snapshot {
  return {
    collectedAt,
    complete: true,
    stopped: null,
    host,
    vms,
    problems: [],
    strayRows: 0,
    emptyIsProved: false,
    queryMs: 0,
    queries: 0,
  }
}

const NO_HOST: Host = { name: null, os: null, build: null, is2016OrLater: null, access: null }

/** First configuration version that only Windows 10, Server 2016 and later can run. */
const FIRST_NEW_VERSION = 6.2

function hostOf(findings: Findings): Host {
  const os = findings.hostOs
  const byName = isHost2016OrLater(null, os)
  const byVersion = findings.drafts.all.some(({ version }) => Number(version) >= FIRST_NEW_VERSION)
  return { ...NO_HOST, name: findings.hostName, os, is2016OrLater: byName ?? (byVersion ? true : null) }
}

/** Ids as the contract has them: the GUID, else `pasted:NAME`, `pasted:NAME#2`, `pasted:1`. */
function idsOf(drafts: readonly VmDraft[]): ReadonlyMap<VmDraft, string> {
  const ids = new Map<VmDraft, string>()
  const used = new Set<string>()
  let unnamed = 0
  for (const draft of drafts) {
    const stem = draft.id ?? `pasted:${draft.name ?? (unnamed += 1)}`
    let id = stem
    for (let count = 2; used.has(id); count += 1) id = `${stem}#${count}`
    used.add(id)
    ids.set(draft, id)
  }
  return ids
}

function isSaid(draft: VmDraft): boolean {
  return draft.services.size > 0 || draft.state !== null || draft.runs || draft.items.size > 0 || draft.version !== null
}

function pastedLines(lines: readonly Line[], findings: Findings, unread: number): readonly PastedLine[] {
  const result = lines.map((line, index): PastedLine => {
    const mark = findings.marks[index]
    const text = line.raw.slice(0, SHOWN_LENGTH)
    if (mark !== undefined) return { number: line.number, text, ...mark }
    const isBlank = line.text === ''
    return { number: line.number, text, kind: isBlank ? 'ignored' : 'not-understood', meaning: null, guessed: false }
  })
  const number = (lines.at(-1)?.number ?? 0) + 1
  const add = (meaning: TextRef): number => result.push({ number, text: '', kind: 'ignored', meaning, guessed: false })
  if (unread > 0) add(message('pasted.line.unread', { count: unread }))
  if (findings.drafts.left > 0) add(message('pasted.line.too-many', { count: findings.drafts.left }))
  return result
}

/** A text that was read once: what it says, before a person's answers are put to it. */
export type TextFindings =
  | { readonly lines: readonly Line[]; readonly unread: number; readonly findings: Findings }
  | {
      readonly lines: null
      readonly reason: 'empty' | 'binary'
    }

/** Reads a text. Bounded in time, never throws; `readingOf` makes VMs of what it found. */
export function findingsOf(text: string): TextFindings {
  const taken = linesOf(text)
  if (!taken.ok) return { lines: null, reason: taken.reason }
  const findings = new Findings(taken.lines)
  readLines(taken.lines, findings)
  settleNameless(findings, taken.lines)
  settleGuests(findings)
  return { lines: taken.lines, unread: taken.unread, findings }
}

/** What was found in a text as VMs; `answers` are a person's, `worksheets` what was pasted for a VM later, by VM id. `name` is the file's or null. */
export function readingOf(
  found: TextFindings,
  name: string | null,
  answers: Answers,
  collectedAt: string,
  worksheets?: Capture['worksheets'],
): PastedReading {
  if (found.lines === null) {
    const none = { lines: [], versions: [], signs: [], hints: [] }
    return { ...none, snapshot: snapshotOf(collectedAt, NO_HOST, []), refusal: refusalOf(found.reason, name) }
  }
  const { lines, unread, findings } = found
  const drafts = findings.drafts.all.filter(isSaid)
  const ids = idsOf(drafts)
  const idOf = (draft: VmDraft): string => ids.get(draft) ?? ''
  const vms = drafts.map((draft, index) =>
    pastedVm(draft, idOf(draft), draft.name ?? draft.id ?? `VM ${index + 1}`, answers, worksheets),
  )
  const only = drafts.length === 1 ? drafts[0] : undefined
  const signs = findings.signs.map(({ draft, sign }) => ({
    vmId: idOf(draft),
    event: null,
    device: null,
    server: null,
    client: null,
    guessed: false,
    ...sign,
  }))
  return {
    snapshot: snapshotOf(collectedAt, hostOf(findings), vms),
    lines: pastedLines(lines, findings, unread),
    refusal: vms.length === 0 ? refusalOfLines(lines, name) : null,
    versions: findings.versions.map(({ draft, ...rest }) => ({ vmId: idOf(draft), ...rest })),
    signs,
    hints: findings.hints.map(({ draft, ...rest }) => {
      const settled = draft ?? only
      return { vmId: settled === undefined ? null : idOf(settled), ...rest }
    }),
  }
}

/**
 * Reads a pasted text: tables, lists, CSV, JSON and dumps of Hyper-V's cmdlets and WMI classes, event texts, lines of
 * monitors, words of Hyper-V Manager, whole mails. Ids, numbers and structure first, words second; what rests on order,
 * length, prose or an unconfirmed word is marked as guessed. Pure, never throws, bounded in time.
 *
 * `collectedAt` is the time of pasting (ISO 8601), `name` the file's or null; `answers` are a person's, by VM id.
 */
export function decodePasted(text: string, name: string | null, answers: Answers, collectedAt: string): PastedReading {
  return readingOf(findingsOf(text), name, answers, collectedAt)
}
