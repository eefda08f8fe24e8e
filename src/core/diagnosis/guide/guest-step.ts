import { say } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { JudgedVm, Question } from '../../model/diagnosis'
import type { GuestAnswer } from '../../model/snapshot'
import type { Language } from '../../model/text'
import { guestName, rawText } from '../vm-facts'
import { found, nameText, rendered } from './step-parts'

const SETTLED_BY_ANSWER: readonly string[] = ['guest-os', 'windows-release', 'which-guest']

/** Whether the answer to a question is who the guest is. */
export function isAboutGuest(question: Question): boolean {
  return SETTLED_BY_ANSWER.includes(question.id)
}

/** The open question about who the guest is. */
export function guestQuestionOf(judged: JudgedVm): Question | null {
  const asked = judged.findings.flatMap((finding) => (finding.question === null ? [] : [finding.question]))
  return asked.find(isAboutGuest) ?? null
}

/** The answer to a question as the person chose it; null where it was answered otherwise or not at all. */
export function answeredAs(asked: Question | null, answer: GuestAnswer | undefined): string | null {
  const chosen = asked?.id === 'windows-release' && answer?.releaseUnknown === true ? 'unknown' : answer?.family
  return asked?.answers.find(({ id }) => id === chosen)?.id ?? null
}

/** What the host says of the VM's network adapters, where the guest itself does not name the same addresses. */
function otherAddresses({ guest, adapterAddresses = [] }: JudgedVm['vm']): string | null {
  const isSaid = adapterAddresses.every((address) => guest.addresses.includes(address))
  return isSaid ? null : adapterAddresses.join(', ')
}

/** Which system runs in the VM, how that is known, and the question where it is not. */
export function guestStep(
  judged: JudgedVm,
  language: Language,
  asked: Question | null,
  answered: string | null,
  open: boolean,
): GuideStep {
  const { guest } = judged.vm
  const name = guest.os === 'unknown' ? say(language, 'guide.guest.unknown') : nameText(language, guestName(guest))
  const source = say(language, `guide.guest.source.${guest.source}`)
  const by = say(language, `guide.guest.by.${guest.source}`)
  return {
    id: 'guest',
    title: say(language, 'guide.title.guest'),
    summary: guest.os === 'unknown' ? name : `${name} (${by})`,
    verdict: guest.conflict !== null || open ? 'cannot-tell' : guest.os === 'unknown' ? null : 'healthy',
    state: open ? 'open' : 'done',
    lookedAt: say(language, 'guide.guest.looked-at'),
    found: [
      ...found(
        say(language, 'guide.guest.label.system'),
        name,
        guest.evidence === null ? null : rawText(guest.evidence.value),
      ),
      ...found(say(language, 'guide.guest.label.hint'), guest.os === 'unknown' ? judged.vm.guestHint : null),
      ...found(say(language, 'guide.guest.label.kernel'), guest.kernel),
      ...found(say(language, 'guide.guest.label.build'), guest.build === null ? null : String(guest.build)),
      ...found(say(language, 'guide.guest.label.source'), source),
      ...found(say(language, 'guide.guest.label.host-name'), guest.hostName),
      ...found(
        say(language, 'guide.guest.label.addresses'),
        guest.addresses.length === 0 ? null : guest.addresses.join(', '),
      ),
      ...found(say(language, 'guide.guest.label.adapter-addresses'), otherAddresses(judged.vm)),
    ],
    meaning: say(language, `guide.guest.means.${guest.os}`),
    question: asked === null ? null : rendered(asked, language, answered),
  }
}
