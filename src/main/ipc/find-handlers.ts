import { addressesOfVm } from '../../core/decode/adapter-addresses'
import { type FindableVm, findVms, type VmList } from '../../core/find/find-vms'
import { guestName } from '../../core/diagnosis/vm-facts'
import { translate } from '../../core/i18n/translate'
import type { CompareRef, Handlers } from '../../core/ipc'
import type { JudgedVm } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import { findableOf, onlyRemembered } from '../history/history-lookup'
import { type Desk, summaryOf } from './desk'
import type { Call } from './dispatch'

/** More results than anybody reads on the phone; the next word narrows them. */
const LIMIT = 100

/** A VM that a search can find, with what the result shows of it. */
interface SearchedVm extends FindableVm {
  readonly verdict: Verdict
}

/** VMs of one open source, or of one kept check. */
interface SearchedList extends VmList<SearchedVm> {
  readonly from: CompareRef
  readonly name: string
  readonly checkedAt: string | null
}

function searched({ vm, verdict }: JudgedVm, language: Language): SearchedVm {
  const name = vm.guest.os === 'unknown' ? null : guestName(vm.guest)
  return {
    id: vm.id,
    name: vm.name,
    guest: name === null || typeof name === 'string' ? name : translate(language, name),
    addresses: addressesOfVm(vm),
    guestHostName: vm.guest.hostName,
    verdict,
  }
}

function openLists(desk: Desk): readonly SearchedList[] {
  return desk.sources.list().flatMap((source) => {
    const judged = desk.sources.judged(source)
    if (judged === null) return []
    const { id: sourceId, name, checkedAt } = summaryOf(desk, source)
    return [{ from: { sourceId }, name, checkedAt, vms: judged.vms.map((vm) => searched(vm, desk.language())) }]
  })
}

/** What the kept checks know beyond the open sources, each VM in the check that saw it last. */
function keptLists({ history, language }: Desk, open: readonly SearchedList[]): readonly SearchedList[] {
  const read = open.flatMap(({ checkedAt, vms }) =>
    checkedAt === null ? [] : vms.map(({ id }) => ({ id, checkedAt })),
  )
  return onlyRemembered(history.hosts, read).map((vm) => ({
    from: { hostId: vm.hostId, file: vm.file },
    name: vm.host,
    checkedAt: vm.lastSeen,
    vms: [{ ...findableOf(vm, language()), verdict: vm.verdict }],
  }))
}

/** The handler of the one search over everything at hand. */
export function findHandlers(desk: Desk): Pick<Handlers<Call>, 'vm.find'> {
  return {
    'vm.find': async ({ text }) => {
      const open = openLists(desk)
      const kept = keptLists(desk, open)
      const { found, total } = findVms<SearchedVm, SearchedList>([...open, ...kept], text, LIMIT)
      return {
        total,
        searchedSources: open.length,
        searchedVms: open.reduce((sum, { vms }) => sum + vms.length, 0),
        searchedKept: kept.length,
        found: found.map(({ list, vm }) => ({
          from: list.from,
          sourceName: list.name,
          checkedAt: list.checkedAt,
          vmId: vm.id,
          name: vm.name,
          guest: vm.guest,
          addresses: vm.addresses,
          verdict: vm.verdict,
        })),
      }
    },
  }
}
