import { say } from '../say'
import type { AcceptedEntry, Request } from '../../core/ipc'
import { shownSourceId } from './app-state'
import type { Accepting } from './drafts'
import type { Desk } from './desk'
import type { SourceActions } from './source-actions'

/** Deciding to live with findings. */
export interface AcceptedActions {
  readonly openAccepted: () => Promise<void>
  readonly startAccepting: (finding: Pick<Accepting, 'vmId' | 'vmName' | 'rule' | 'service' | 'title'>) => void
  readonly setAcceptance: (change: Partial<Accepting['draft']>) => void
  /** Accepts the finding that `startAccepting` named. A refusal stands in the form, which stays. */
  readonly accept: () => Promise<void>
  readonly takeBack: (key: Request<'accepted.take-back'>) => Promise<void>
  readonly exportAccepted: () => Promise<void>
  readonly importAccepted: () => Promise<void>
}

/** Actions on accepted findings. */
export function acceptedActions(desk: Desk, { refresh }: Pick<SourceActions, 'refresh'>): AcceptedActions {
  const { store, ask, language } = desk
  /** Whoever accepts one finding usually accepts the next one too. */
  let lastPerson = ''

  function announce(key: 'accepted.accepted-now' | 'accepted.taken-back'): void {
    store.set({ announcement: say(language(), key) })
  }

  function take(accepted: readonly AcceptedEntry[]): Promise<void> {
    store.set({ accepted })
    return refresh()
  }

  return {
    async openAccepted() {
      const reply = await ask('accepted.list', {})
      if (reply.ok) store.set({ accepted: reply.value, dialog: 'accepted' })
      else desk.report(reply.problem)
    },
    startAccepting(finding) {
      const draft = { reason: '', person: lastPerson, ticket: store.get().ticket, until: '' }
      store.set({ accepting: { ...finding, draft, problem: null }, dialog: 'accept' })
    },
    setAcceptance(change) {
      const { accepting } = store.get()
      if (accepting === null) return
      store.set({ accepting: { ...accepting, draft: { ...accepting.draft, ...change }, problem: null } })
    },
    async accept() {
      const { accepting } = store.get()
      const sourceId = shownSourceId(store.get())
      if (accepting === null || sourceId === null) return
      const { vmId, service, rule, draft } = accepting
      const { reason, person, ticket, until } = draft
      const reply = await ask('accepted.add', {
        sourceId,
        vmId,
        service,
        rule,
        reason,
        person,
        ticket: ticket.trim() === '' ? null : ticket,
        until: until === '' ? null : until,
      })
      if (!reply.ok) return store.set({ accepting: { ...accepting, problem: reply.problem } })
      lastPerson = person
      store.set({ accepting: null, dialog: null, guide: reply.value })
      announce('accepted.accepted-now')
      await refresh()
    },
    async takeBack(key) {
      const reply = await ask('accepted.take-back', key)
      if (!reply.ok) return desk.report(reply.problem)
      announce('accepted.taken-back')
      await take(reply.value)
    },
    async exportAccepted() {
      const reply = await ask('accepted.export', {})
      if (!reply.ok) desk.report(reply.problem)
      else if (reply.value !== null) desk.notify({ kind: 'saved', what: 'accepted', file: reply.value })
    },
    async importAccepted() {
      const reply = await ask('accepted.import', {})
      if (!reply.ok) return desk.report(reply.problem)
      if (reply.value === null) return
      const { added, replaced, entries } = reply.value
      desk.notify({ kind: 'told', text: say(language(), 'accepted.imported', { added, replaced }) })
      await take(entries)
    },
  }
}
