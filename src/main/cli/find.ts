import { addressesOfVm } from '../../core/decode/adapter-addresses'
import { guestName } from '../../core/diagnosis/vm-facts'
import type { JudgedHost } from '../../core/diagnosis/judge'
import { containsText, type FindableVm } from '../../core/find/find-vms'
import { say, translate } from '../../core/i18n/translate'
import type { JudgedVm } from '../../core/model/diagnosis'
import type { Selection } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import { findableOf, type Hosts, onlyRemembered } from '../history/history-lookup'
import { localTime, momentOf } from '../reports/report-time'

function findable({ vm }: JudgedVm, language: Language): FindableVm {
  const name = guestName(vm.guest)
  return {
    id: vm.id,
    name: vm.name,
    guest: typeof name === 'string' ? name : translate(language, name),
    addresses: addressesOfVm(vm),
    guestHostName: vm.guest.hostName,
  }
}

/**
 * The VMs that `--find` asks for: all without it. `read` has the names as they were read; `shown` is what is shown of
 * the same VMs in the same order, where names may be replaced. `selection` is null where nothing was left out on purpose.
 */
export function selectionOf(
  text: string | null,
  read: JudgedHost,
  shown: JudgedHost,
  language: Language,
): { readonly judged: JudgedHost; readonly selection: Selection | null } {
  if (text === null) return { judged: shown, selection: null }
  const fits = read.vms.map((vm) => containsText(findable(vm, language), text))
  const vms = shown.vms.filter((_, index) => fits[index] === true)
  return { judged: { ...shown, vms }, selection: { shown: vms.length, of: shown.vms.length } }
}

/** A sentence for each VM that `--find` asks for and that only the kept checks know, or know newer than what was read. */
export function rememberedLines(
  text: string,
  hosts: Hosts,
  read: Parameters<typeof onlyRemembered>[1],
  language: Language,
): readonly string[] {
  return onlyRemembered(hosts, read).flatMap((vm) => {
    const shown = findableOf(vm, language)
    if (!containsText(shown, text)) return []
    const seen = momentOf(vm.lastSeen)
    return say(language, 'find.cli.kept', {
      time: seen === null ? vm.lastSeen : localTime(seen),
      vm: vm.name,
      host: vm.host,
      guest: shown.guest ?? say(language, 'term.guest.unknown'),
      verdict: say(language, `verdict.${vm.verdict}`),
    })
  })
}
