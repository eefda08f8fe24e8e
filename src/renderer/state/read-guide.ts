import type { GuidedCheck } from '../../core/ipc'
import { shownSourceId } from './app-state'
import type { Desk } from './desk'

/** Note and ticket are typed faster than main answers: what stands in their fields is newer than any answer about the same VM. */
export function withTyped(answered: GuidedCheck, shown: GuidedCheck | null): GuidedCheck {
  const isSame = shown?.vm.id === answered.vm.id && shown.sourceId === answered.sourceId
  return isSame ? { ...answered, kept: shown.kept } : answered
}

/** Reads the guided check of the selected VM. What comes back after the selection moved on is dropped. */
export async function readGuide({ store, ask, report }: Desk): Promise<void> {
  const { selectedVmId: vmId, overview } = store.get()
  const sourceId = shownSourceId(store.get())
  if (vmId === null || sourceId === null || overview === null) return store.set({ guide: null })
  const reply = await ask('guide.get', { sourceId, vmId })
  if (store.get().selectedVmId !== vmId || shownSourceId(store.get()) !== sourceId) return
  if (reply.ok) store.set({ guide: withTyped(reply.value, store.get().guide) })
  else report(reply.problem)
}
