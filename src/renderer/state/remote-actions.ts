import { say } from '../say'
import type { Progress } from '../../core/ipc'
import type { RecentHost } from '../../core/model/recent-host'
import { isComputerName, isUserName } from '../../core/model/computer-name'
import { INITIAL_STATE, shownSource } from './app-state'
import type { Desk } from './desk'
import type { RemoteDraft } from './drafts'
import { checkAfter, newCheck } from './running-check'
import type { RollUpActions } from './roll-up-actions'
import type { SourceActions } from './source-actions'

/** What the form lacks; empty: it can be sent. */
export type RemoteLack = 'name' | 'user' | 'password'

/** Checking hosts and clusters over the network. */
export interface RemoteActions {
  /** Opens the form, filled in with a host that was checked before. */
  readonly openRemote: (recent?: RecentHost) => Promise<void>
  readonly setRemote: (change: Partial<RemoteDraft>) => void
  readonly checkRemote: () => Promise<void>
  readonly cancelRemote: () => void
  readonly takeRemoteProgress: (progress: Progress) => void
  /** Reads the shown host again; asks for the password of another account first. */
  readonly checkRemoteAgain: () => Promise<void>
  readonly pinRecent: (host: RecentHost) => Promise<void>
  readonly forgetRecent: (host: RecentHost) => Promise<void>
  /** Looks for what stands in the way to a host that could not be read. */
  readonly assist: (sourceId: string) => Promise<void>
}

/** What still has to be filled in. */
export function lacksOf({ name, isOther, userName, password }: RemoteDraft): readonly RemoteLack[] {
  const lacks: RemoteLack[] = []
  if (!isComputerName(name)) lacks.push('name')
  if (isOther && !isUserName(userName)) lacks.push('user')
  if (isOther && password === '') lacks.push('password')
  return lacks
}

/** Actions of the window for other computers. */
export function remoteActions(
  desk: Desk,
  { showOpened, refresh }: Pick<SourceActions, 'showOpened' | 'refresh'>,
  { showRollUp }: Pick<RollUpActions, 'showRollUp'>,
): RemoteActions {
  const { store, ask, language, now } = desk
  const set = (change: Partial<RemoteDraft>): void => store.set({ remote: { ...store.get().remote, ...change } })

  function takeRecent(reply: Awaited<ReturnType<typeof ask<'remote.recent'>>>): void {
    if (reply.ok) set({ recent: reply.value })
    else desk.report(reply.problem)
  }

  const actions: RemoteActions = {
    async openRemote(recent) {
      const { kind, name, transport, userName } = recent ?? { ...INITIAL_STATE.remote, userName: null }
      const isOther = userName !== null
      set({ kind, name, transport, isOther, userName: userName ?? '', password: '', problem: null, wasTried: false })
      store.set({ dialog: 'remote' })
      takeRecent(await ask('remote.recent', {}))
    },
    setRemote: (change) => set({ ...change, problem: null }),
    async checkRemote() {
      const draft = store.get().remote
      set({ wasTried: true })
      if (draft.running !== null || lacksOf(draft).length > 0) return
      const { kind, transport, isOther } = draft
      const name = draft.name.trim()
      const callId = crypto.randomUUID()
      // The password stays no longer than it is needed.
      set({ password: '', problem: null, wasTried: false, running: newCheck(callId, now(), name) })
      store.set({ announcement: say(language(), 'remote.ui.checking', { name }) })
      const account = isOther ? { userName: draft.userName.trim(), password: draft.password } : {}
      const reply = await ask('remote.check', { kind, name, transport, ...account }, callId)
      set({ running: null })
      if (!reply.ok) {
        set({ problem: reply.problem })
        store.set({ announcement: reply.problem.message })
        if (store.get().dialog !== 'remote' && reply.problem.code !== 'cancelled') desk.report(reply.problem)
        return
      }
      if (store.get().dialog === 'remote') store.set({ dialog: null })
      const [first, ...more] = reply.value
      if (first === undefined) return
      if (more.length === 0) return showOpened(first.id)
      // The nodes of a cluster are looked at side by side; the first of them can be the one that is down.
      await showRollUp()
      await refresh()
    },
    cancelRemote() {
      const { running } = store.get().remote
      if (running !== null) desk.bridge.cancel(running.callId)
    },
    takeRemoteProgress(progress) {
      const { running } = store.get().remote
      if (running?.callId === progress.callId) set({ running: checkAfter(running, progress) })
    },
    async checkRemoteAgain() {
      const source = shownSource(store.get())
      if (source === null) return
      const { transport } = store.get().remote
      takeRecent(await ask('remote.recent', {}))
      const known = store.get().remote.recent.find(({ kind, name }) => kind === 'host' && name === source.name)
      const fresh = { kind: 'host', name: source.name, transport, userName: null } as const
      await actions.openRemote(known ?? { ...fresh, isPinned: false, checkedAt: '', result: 'fine' })
      if (known === undefined || known.userName === null) await actions.checkRemote()
    },
    async pinRecent({ kind, name, isPinned }) {
      takeRecent(await ask('remote.pin', { kind, name, isPinned: !isPinned }))
    },
    async forgetRecent({ kind, name }) {
      takeRecent(await ask('remote.forget', { kind, name }))
    },
    async assist(sourceId) {
      store.set({ assistance: { sourceId, lines: null } })
      const reply = await ask('remote.assist', { sourceId })
      if (store.get().assistance?.sourceId !== sourceId) return
      store.set({ assistance: reply.ok ? { sourceId, lines: reply.value } : null })
      if (!reply.ok) return desk.report(reply.problem)
      store.set({ announcement: reply.value.find(({ state }) => state !== 'fine')?.text ?? '' })
    },
  }
  return actions
}
