import type { VmDraft } from './drafts'
import type { GuestAnswer } from '../../model/snapshot'
import { isWindowsFamily, systemIn } from './guest-words'
import { type Reader, textAt } from './reader'
import { lineAt } from './text-lines'

/** The part of a sentence that says what the host runs. */
const OF_HOST = /(?:\bhost(?: os)?\b|호스트)(?:은|는|이|가|:|\sis|\sruns)?\s[^.,;()]{0,60}/gi

/** A Hyper-V host is never Linux or BSD, so only Windows can be the host's. */
function guestIn(text: string): GuestAnswer | null {
  const any = systemIn(text)
  return any === null || !isWindowsFamily(any.family) ? any : systemIn(text.replace(OF_HOST, ' '))
}

/** Names of so many VMs are looked for in a line of prose. */
const FEW_VMS = 200

/** Keeps an operating system that a line of prose names, as a hint. */
export function hintOf(reader: Reader, at: number, draft: VmDraft | null): boolean {
  const text = textAt(reader, at)
  const guest = text.length <= 400 ? guestIn(text) : null
  if (guest === null) return false
  const { all } = reader.into.drafts
  const named =
    all.length > FEW_VMS ? undefined : all.find(({ name }) => name !== null && name.length > 2 && text.includes(name))
  reader.into.hints.push({ draft: draft ?? named ?? null, guest, line: lineAt(reader.lines, at).number })
  return true
}
