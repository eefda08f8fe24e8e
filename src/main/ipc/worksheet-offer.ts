import { isOfOtherVm, readWorksheet } from '../../core/decode/worksheet'
import { message } from '../../core/i18n/translate'
import type { WorksheetOffer } from '../../core/ipc'
import type { Problem } from '../../core/model/problem'
import type { Vm } from '../../core/model/snapshot'
import type { Language } from '../../core/model/text'
import { WORKSHEET_SYSTEMS } from '../../core/model/worksheet'
import { worksheetText } from '../../core/worksheet/worksheet-text'

/** The worksheet of a VM in one language, for every system that there is one for. */
export function worksheetOffer(vm: Vm, language: Language): WorksheetOffer {
  return {
    texts: WORKSHEET_SYSTEMS.map((system) => ({ system, text: worksheetText(system, language, vm) })),
    suggested: WORKSHEET_SYSTEMS.find((system) => system === vm.guest.os) ?? 'linux',
    seen: vm.worksheet?.lines ?? null,
  }
}

/** Why a text is no answer to a VM's worksheet; null for one that can be used. */
export function worksheetProblem(text: string, vm: Vm): Problem | null {
  const worksheet = readWorksheet(text)
  const reason = worksheet === null ? 'none' : isOfOtherVm(worksheet, vm.id) ? 'other-vm' : null
  if (reason === null) return null
  const params = { vm: vm.name }
  return {
    code: `worksheet-${reason}`,
    class: null,
    message: message(`worksheet.refusal.${reason}.message`, params),
    step: message(`worksheet.refusal.${reason}.step`, params),
  }
}
