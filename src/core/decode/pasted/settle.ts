import { compareStatus } from '../service-status'
import type { VmDraft } from './drafts'
import type { Findings } from './findings'
import { labelled } from './guest-words'
import { isAboutHost, looksLikeName, soundsLikeHost, vmNamedIn } from './named-vms'
import type { Line } from './text-lines'

/** What was said about a guest without naming its VM belongs to the only VM of the text, if there is just one. */
export function settleGuests(findings: Findings): void {
  const { all } = findings.drafts
  const only = all.length === 1 ? all[0] : undefined
  const unsure = new Set<VmDraft>()
  for (const said of findings.saidGuest) {
    const named = said.context === null ? [] : findings.drafts.named(said.context)
    const nameless = said.context === null || only?.name === null ? only : undefined
    const draft = named.length === 1 ? named[0] : nameless
    if (draft === undefined) continue
    // Two systems for one VM: one of them belongs to something else, so neither is a fact.
    if (draft.guest !== null && draft.guest.answer.family !== said.answer.family) unsure.add(draft)
    draft.guest ??= said
  }
  for (const draft of unsure) draft.guest = null
  for (const { items } of findings.openItems) {
    const host = items.get('FullyQualifiedDomainName')?.split('.')[0] ?? ''
    const named = host === '' ? [] : findings.drafts.named(host)
    const draft = only ?? (named.length === 1 ? named[0] : undefined)
    if (draft !== undefined) for (const [name, value] of items) draft.items.set(name, value)
  }
}

/** The names in a label's value: one word alone, and of several parts those that look like names. */
function namesInLabel(value: string): readonly string[] {
  const parts = value.split(/[,;|]/).map((part) => part.trim())
  return parts.filter((part) => (parts.length > 1 ? looksLikeName(part) : !/\s/.test(part)))
}

/** The VMs that a line names outright; none where it is about the host. */
function namesIn(text: string): readonly string[] {
  const label = labelled(text)
  if (label?.about === 'vm') return namesInLabel(label.value)
  const name = isAboutHost(text) ? null : vmNamedIn(text)
  return name === null ? [] : [name]
}

/** The VM that the lines name outright, where they name one alone. */
function nameOf(lines: readonly Line[]): string | null {
  const names = new Map<string, string>()
  for (const { text } of lines) {
    for (const name of namesIn(text)) if (!soundsLikeHost(name)) names.set(name.toLowerCase(), name)
    if (names.size > 1) return null
  }
  return [...names.values()][0] ?? null
}

function isNameless({ id, name }: VmDraft): boolean {
  return id === null && name === null
}

/** Whether two descriptions can be of one VM: nothing sure in the one stands against something sure in the other. */
function canBeSame(nameless: VmDraft, named: VmDraft): boolean {
  if (nameless.state !== null && named.state !== null) return false
  return [...nameless.services].every(([id, { status }]) => status.guessed || !named.services.has(id))
}

/**
 * A subject or a sentence that names no VM speaks of the one that the rest of the text names. A VM is named only by a word
 * of the text that says so; where that leaves a choice, it stays without a name.
 */
export function settleNameless(findings: Findings, lines: readonly Line[]): void {
  const { drafts } = findings
  const nameless = drafts.all.filter(isNameless)
  const [first] = nameless
  if (first === undefined || nameless.length > 1) return
  const others = drafts.all.filter((draft) => draft !== first)
  const [named] = others
  if (named === undefined) {
    const name = nameOf(lines)
    if (name !== null) drafts.rename(first, name)
    return
  }
  if (others.length > 1 || !canBeSame(first, named)) {
    // What was seen inside some guest makes no VM of its own beside the others.
    if (first.worksheet !== null && first.services.size === 0 && first.state === null) drafts.remove(first)
    return
  }
  named.worksheet ??= first.worksheet
  for (const [id, saying] of first.services) drafts.say(named, id, saying, compareStatus)
  for (const [name, value] of first.items) named.items.set(name, value)
  named.runs ||= first.runs
  if (named.state === null) Object.assign(named, { state: first.state, stateLine: first.stateLine })
  named.healthState ??= first.healthState
  named.uptimeSeconds ??= first.uptimeSeconds
  named.generation ??= first.generation
  named.version ??= first.version
  named.replica ||= first.replica
  findings.replace(first, named)
}
