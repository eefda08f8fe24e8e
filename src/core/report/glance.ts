import type { TextKey } from '../i18n/messages'
import { say } from '../i18n/translate'
import type { StepPlace, VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import type { Verdict } from '../model/verdict'
import { cutText } from './cut-text'
import type { HostContent, VmBlock } from './host-content'
import { alsoForText, type Naming, namesText, type SameText, sameTexts } from './same-text'
import { codesOf, decisiveFindings } from './vm-words'

/** One line of an answer: who has to act, which VMs it is about, and what is said; null where there is no such part. */
export interface GlanceLine {
  readonly who: string | null
  readonly vms: string | null
  readonly text: string
}

/** A question that the first page answers, with its answer. */
export interface GlanceRow {
  readonly question: 'wrong' | 'fine' | 'next' | 'tell' | 'unchecked'
  readonly heading: string
  readonly lines: readonly GlanceLine[]
}

/** The five answers of the first page. */
export interface Glance {
  readonly rows: readonly GlanceRow[]
  /** Whether everything there is to tell stands in it word for word. */
  readonly tellsAll: boolean
}

// What keeps five answers on one page, however many VMs there are and whatever they are called.
const LINES_LIMIT = 4
const NEXT_LIMIT = 6
const TELL_LIMIT = 5
const NAMES_LIMIT = 5
const NAME_LIMIT = 32
const TEXT_LIMIT = 320

const short = (text: string): string => cutText(text, TEXT_LIMIT)
const plain = (text: string): GlanceLine => ({ who: null, vms: null, text: short(text) })

interface Next {
  readonly where: StepPlace
  readonly text: string
}

/** One text of each verdict before a second of any: the harmless one is what most callers ask about. */
function tellInTurn(groups: readonly SameText[]): readonly SameText[] {
  const seen = new Set<Verdict>()
  const first = groups.filter(({ vm: { verdict } }) => !seen.has(verdict) && seen.add(verdict))
  const chosen = new Set([...new Set([...first, ...groups])].slice(0, TELL_LIMIT))
  return groups.filter((group) => chosen.has(group))
}

/** Makes the answers of one first page. */
class FirstPage {
  readonly #naming: Naming

  constructor(
    private readonly hosts: readonly HostContent[],
    private readonly language: Language,
  ) {
    const several = hosts.length < 2 ? [] : hosts
    const hostOf = new Map(several.flatMap(({ vms, diagnosis }) => vms.map((vm) => [vm, diagnosis.host.name] as const)))
    const nameOf = (vm: VmDiagnosis): string => {
      const [name, host] = [cutText(vm.name, NAME_LIMIT), hostOf.get(vm) ?? null]
      return host === null ? name : `${name} (${cutText(host, NAME_LIMIT)})`
    }
    this.#naming = { limit: NAMES_LIMIT, nameOf }
  }

  #say(key: TextKey, params?: Parameters<typeof say>[2]): string {
    return say(this.language, key, params)
  }

  /** A line about some VMs; none where there are none. */
  #about(vms: readonly VmDiagnosis[], text: string, who: string | null = null): readonly GlanceLine[] {
    if (vms.length === 0) return []
    return [{ who, vms: namesText(vms, this.language, this.#naming), text: short(text) }]
  }

  /** At most so many lines, and one that says how many more there are. */
  #limited(lines: readonly GlanceLine[], limit = LINES_LIMIT): readonly GlanceLine[] {
    const more = lines.length - limit
    if (more <= 0) return lines
    return [...lines.slice(0, limit), plain(this.#say('shape.glance.more', { count: more }))]
  }

  #also({ alsoFor }: SameText): string {
    return alsoFor.length === 0 ? '' : ` ${alsoForText(alsoFor, this.language, this.#naming)}`
  }

  #of(verdict: Verdict): readonly VmDiagnosis[] {
    return this.hosts.flatMap(({ vms }) => vms.filter((vm) => vm.verdict === verdict))
  }

  #blocks(verdict: Verdict): readonly VmBlock[] {
    return this.hosts.flatMap(({ groups }) =>
      groups.flatMap((group) => (group.verdict === verdict ? group.blocks : [])),
    )
  }

  #nothingWrong(): TextKey {
    if (this.hosts.some(({ vms }) => vms.length > 0)) return 'shape.glance.nothing-wrong'
    return this.hosts.some(({ unread }) => unread.length > 0) ? 'report.answer.nothing-read' : 'report.answer.no-vm'
  }

  wrong(): readonly GlanceLine[] {
    const lines = (['action-needed', 'advice'] as const).flatMap((verdict) => {
      const vms = this.#blocks(verdict).map(({ vm }) => vm)
      const lead = verdict === 'advice' ? `${this.#say('verdict.advice')}: ` : ''
      return sameTexts(vms, ({ headline }) => headline).flatMap((group) => {
        const [line] = this.#about([group.vm], lead + group.text)
        if (line === undefined) return []
        return [{ ...line, text: `${line.text} ${codesOf(decisiveFindings(group.vm))}${this.#also(group)}` }]
      })
    })
    const accepted = new Set(this.hosts.flatMap((host) => host.accepted.map(({ vm }) => vm)))
    return [
      ...(lines.length === 0 ? [plain(this.#say(this.#nothingWrong()))] : this.#limited(lines)),
      ...this.#about([...accepted], this.#say('shape.glance.accepted')),
    ]
  }

  fine(): readonly GlanceLine[] {
    const rows = this.hosts.flatMap(({ harmless }) => harmless)
    const cited = (isCited: boolean): readonly VmDiagnosis[] =>
      rows.filter(({ articles }) => articles.includes('KB2956569') === isCited).map(({ vm }) => vm)
    const lines = [
      ...this.#about(cited(true), this.#say('shape.glance.harmless-kb')),
      ...this.#about(cited(false), this.#say('shape.glance.harmless')),
      ...this.#about(this.#of('healthy'), this.#say('shape.glance.healthy')),
    ]
    return lines.length === 0 ? [plain(this.#say('shape.glance.none-fine'))] : lines
  }

  /** What comes first for a VM, and what somebody else does then. */
  #steps({ question, steps }: VmBlock): readonly Next[] {
    const asked = question && this.#say('shape.glance.find-out', { question: question.text })
    const [first, ...later]: readonly Next[] = [...(asked ? [{ where: 'person' as const, text: asked }] : []), ...steps]
    if (first === undefined) return []
    const other = later.find(({ where }) => where !== first.where)
    return other === undefined ? [first] : [first, other]
  }

  next(): readonly GlanceLine[] {
    const vmsOf = new Map<string, { readonly next: Next; readonly vms: VmDiagnosis[] }>()
    for (const block of (['action-needed', 'cannot-tell', 'advice'] as const).flatMap((one) => this.#blocks(one))) {
      for (const next of this.#steps(block)) {
        const key = `${next.where} ${next.text}`
        const entry = vmsOf.get(key) ?? { next, vms: [] }
        vmsOf.set(key, entry)
        entry.vms.push(block.vm)
      }
    }
    const who = (where: StepPlace): string => this.#say(`shape.glance.who.${where}`)
    const unread = new Set(this.hosts.flatMap((host) => host.unread.map(({ step }) => step)))
    const lines = [
      ...[...vmsOf.values()].flatMap(({ next, vms }) => this.#about(vms, next.text, who(next.where))),
      ...[...unread].map((step) => ({ ...plain(step), who: who('person') })),
    ]
    return lines.length === 0 ? [plain(this.#say('shape.glance.nobody'))] : this.#limited(lines, NEXT_LIMIT)
  }

  tell(groups: readonly SameText[]): Pick<Glance, 'tellsAll'> & Pick<GlanceRow, 'lines'> {
    if (groups.length === 0) {
      const isWell = this.#of('healthy').length > 0
      return { lines: [plain(this.#say(`shape.glance.tell-${isWell ? 'well' : 'nothing'}`))], tellsAll: true }
    }
    const shown = tellInTurn(groups)
    const lines = shown.map((group) => ({ ...plain(group.text), text: short(group.text) + this.#also(group) }))
    const isCut = shown.some(({ text, alsoFor }) => text.length > TEXT_LIMIT || alsoFor.length > NAMES_LIMIT)
    const more = groups.length - shown.length
    return {
      lines: more > 0 ? [...lines, plain(this.#say('shape.glance.more', { count: more }))] : lines,
      tellsAll: more === 0 && !isCut,
    }
  }

  unchecked(): readonly GlanceLine[] {
    const { hosts } = this
    const unread = hosts.flatMap((host) =>
      host.unread.map(({ message }) => ({ ...plain(message), vms: hosts.length > 1 ? short(host.name) : null })),
    )
    const isPasted = hosts.some(({ diagnosis }) => diagnosis.pasted !== null)
    const lines = [
      ...this.#limited(unread),
      ...this.#about(this.#of('cannot-tell'), this.#say('shape.glance.open')),
      ...this.#about(this.#of('not-running'), this.#say('shape.glance.not-running')),
      ...(isPasted ? [plain(this.#say('shape.glance.pasted'))] : []),
    ]
    if (unread.length > 0 || isPasted) return lines
    return [
      ...lines,
      plain(this.#say(lines.length === 0 ? 'shape.glance.none-unchecked' : 'shape.text.nothing-unread')),
    ]
  }
}

/**
 * The first page: what is wrong, what is not, who does what next, what to tell the caller, what was not checked. Made of the
 * same content as the parts behind it, shortened so that a fleet fits; each answer is there even where it is "nothing".
 */
export function glanceOf(hosts: readonly HostContent[], tell: readonly SameText[], language: Language): Glance {
  const page = new FirstPage(hosts, language)
  const told = page.tell(tell)
  const answers = {
    wrong: page.wrong(),
    fine: page.fine(),
    next: page.next(),
    tell: told.lines,
    unchecked: page.unchecked(),
  }
  return {
    rows: (['wrong', 'fine', 'next', 'tell', 'unchecked'] as const).map((question) => ({
      question,
      heading: say(language, `shape.glance.question.${question}`),
      lines: answers[question],
    })),
    tellsAll: told.tellsAll,
  }
}
