import { message } from '../../i18n/translate'
import { hintOf } from './guest-hints'
import { systemIn } from './guest-words'
import { mentionedVm, vmBefore, vmNamedIn } from './named-vms'
import { type Reader, textAt } from './reader'
import { lineAt } from './text-lines'

const UPDATE_REQUIRED =
  /update required|업데이트 필요|integration services upgrade required|upgrade required|update erforderlich|mise à jour requise/i
/** The words of the English edition; others are not confirmed. */
const ENGLISH_UPDATE = /update required|upgrade required/i
const SERVICES_OF_VM =
  /integration[ _](?:services?|components?)|\bics?\b|통합 서비스|통합 구성 요소|integrationsdienste/i
const DEGRADED = /\bdegraded\b|저하됨|\bprotocol[ _]?mismatch\b/i
const EVERY_DEGRADED = new RegExp(DEGRADED, 'gi')
/** The word alone behind its label, as Hyper-V Manager and Checkmk's agent write it. */
const LABELLED =
  /integration_services\s{1,20}protocol_mismatch|(?:integration services?|통합 서비스)(?: (?:state|status|상태))?\s?[:=]\s?["“]?(?:degraded|저하됨)["”]?$/i
const VM_WORD = /\bvms?\b|hyper-?v|virtual machine|가상 ?(?:머신|컴퓨터)/i
const STATUS_WORD = /상태|\bstatus\b|\bstate\b/i
/** What else on a host can be degraded. */
const OTHER_PART =
  /\braid\b|\bpool\b|\barray\b|\bdisks?\b|\bvolumes?\b|storage spaces|cluster shared|스토리지|저장소|디스크|볼륨|laufwerk|datenträger/i
const ADAPTER = /network adapter|netzwerkadapter|네트워크 어댑터|\bnic\b/i
const ZERO_VERSION = /(?:version|버전)[^\d]{0,20}0\.0(?!\.?\d)/i

/** Nothing but the words, as somebody writes who answers "what does it say there". */
function isAlone(text: string): boolean {
  const rest = text.replace(UPDATE_REQUIRED, '').replace(EVERY_DEGRADED, '')
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length <= 12
}

/** Whether a line with such a word speaks of a VM and not of a disk, an update of something else or a page's text. */
function isOfVm(reader: Reader, text: string): boolean {
  const { into } = reader
  if (into.subject.isOther) return false
  if (SERVICES_OF_VM.test(text) || ADAPTER.test(text)) return true
  if (OTHER_PART.test(text)) return false
  // "The server db-02 is degraded, it runs Ubuntu": a word on the phone.
  if (reader.isShort && systemIn(text) !== null && vmNamedIn(text) !== null) return true
  if (VM_WORD.test(text) || into.drafts.context !== null) return true
  if (into.isAboutHyperV && (STATUS_WORD.test(text) || systemIn(text) !== null)) return true
  return isAlone(text) && (reader.isShort || into.isAboutHyperV)
}

/** `IC degraded`: the services as a whole, in a line that has said something of single ones. */
const WHOLE_DEGRADED =
  /(?:\bics?\b|integration (?:services?|components?)|통합 서비스)["”']?(?:은|는|이|가)?[\s:=-]{1,3}(?:(?:is|are|status|상태)[\s:=가는]{1,3})?["“']?(?:degraded|저하됨|update required|업데이트 필요)/i

/** What a line of single services says of all of them together; nothing where it does not. */
export function readWholeState(reader: Reader, at: number): void {
  const { into } = reader
  const text = textAt(reader, at)
  if (!(DEGRADED.test(text) || UPDATE_REQUIRED.test(text)) || !WHOLE_DEGRADED.test(text) || into.subject.isOther) return
  const draft = into.drafts.find({ id: null, name: vmNamedIn(text) }, reader.block, 'sign')
  const line = lineAt(reader.lines, at).number
  into.sign(draft, { kind: 'version-differs', subject: 'integration-services', guessed: true, line })
}

/**
 * Reads a line with words of Hyper-V Manager for the services or an adapter as a whole: "Update required", "Degraded",
 * version 0.0. Words of other languages than English are guesses.
 */
export function readWords(reader: Reader, at: number): boolean {
  const { into } = reader
  const text = textAt(reader, at)
  const line = lineAt(reader.lines, at).number
  const isUpdate = UPDATE_REQUIRED.test(text)
  const isTight = (isUpdate && ENGLISH_UPDATE.test(text)) || LABELLED.test(text)
  const isDegraded = DEGRADED.test(text)
  if (!isUpdate && !isDegraded) {
    if (!ZERO_VERSION.test(text) || !SERVICES_OF_VM.test(text)) return false
    into.markLines(at, at + 1, 'ignored', message('pasted.line.version-zero'), false)
    return true
  }
  if (!isOfVm(reader, text)) return false
  const before = text.slice(0, (DEGRADED.exec(text) ?? UPDATE_REQUIRED.exec(text))?.index)
  const name = vmNamedIn(text) ?? vmBefore(before) ?? mentionedVm(text)
  const draft = into.drafts.find({ id: null, name }, (reader.block += 1), 'sign')
  const subject = ADAPTER.test(text) ? 'network-adapter' : 'integration-services'
  into.sign(draft, { kind: 'version-differs', subject, guessed: !isTight, line })
  into.markLines(at, at + 1, 'vm', message(`pasted.line.sign.${subject}`, { vm: into.nameOf(draft) }), !isTight)
  hintOf(reader, at, draft)
  return true
}
