import { type FindableVm, findVms, type VmList } from '../../core/find/find-vms'
import { guestName } from '../../core/diagnosis/vm-facts'
import { translate } from '../../core/i18n/translate'
import type { Handlers } from '../../core/ipc'
import type { JudgedVm } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import { type Desk, summaryOf } from './desk'
import type { Call } from './dispatch'

/** More results than anybody reads on the phone; the next word narrows them. */
const LIMIT = 100

/** A VM that a search can find, with what the result shows of it. */
interface SearchedVm extends FindableVm {
  readonly verdict: Verdict
}

/** VMs of one source. Whoever has more lists of VMs to search (readings of before) adds them to `listsOf`. */
interface SearchedList extends VmList<SearchedVm> {
  readonly sourceId: string
  readonly name: string
  readonly checkedAt: string | null
}

function searched({ vm, verdict }: JudgedVm, language: Language): SearchedVm {
  const name = vm.guest.os === 'unknown' ? null : guestName(vm.guest)
  return {
    id: vm.id,
    name: vm.name,
    guest: name === null || typeof name === 'string' ? name : translate(language, name),
    addresses: vm.guest.addresses,
    guestHostName: vm.guest.hostName,
    verdict,
  }
}

function listsOf(desk: Desk): readonly SearchedList[] {
  return desk.sources.list().flatMap((source) => {
    const judged = desk.sources.judged(source)
    if (judged === null) return []
    const { id: sourceId, name, checkedAt } = summaryOf(desk, source)
    return [{ sourceId, name, checkedAt, vms: judged.vms.map((vm) => searched(vm, desk.language())) }]
  })
}

/** The handler of the one search over everything at hand. */
export function findHandlers(desk: Desk): Pick<Handlers<Call>, 'vm.find'> {
  return {
    'vm.find': async ({ text }) => {
      const lists = listsOf(desk)
      const { found, total } = findVms<SearchedVm, SearchedList>(lists, text, LIMIT)
      return {
        total,
        searchedSources: lists.length,
        searchedVms: lists.reduce((sum, { vms }) => sum + vms.length, 0),
        found: found.map(({ list, vm }) => ({
          sourceId: list.sourceId,
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
