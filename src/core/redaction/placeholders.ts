/** What is hidden: each kind has placeholders of its own, so that a reader still sees what stood there. */
export const HIDDEN_KINDS = [
  'host',
  'vm',
  'guest',
  'domain',
  'user',
  'source',
  'ticket',
  'mac',
  'sid',
  'id',
  'private',
  'public',
  'loopback',
  'link-local',
] as const
export type HiddenKind = (typeof HIDDEN_KINDS)[number]

/** One hidden thing: what it is called, and what stands in its place. */
export interface Hidden {
  readonly kind: HiddenKind
  readonly original: string
  readonly placeholder: string
}

interface Form {
  readonly prefix: string
  readonly digits: number
}

const FORMS: Readonly<Record<Exclude<HiddenKind, 'loopback' | 'id'>, Form>> = {
  host: { prefix: 'HOST-', digits: 1 },
  vm: { prefix: 'VM-', digits: 3 },
  guest: { prefix: 'GUEST-', digits: 3 },
  domain: { prefix: 'DOMAIN-', digits: 1 },
  user: { prefix: 'USER-', digits: 1 },
  source: { prefix: 'SOURCE-', digits: 1 },
  ticket: { prefix: 'TICKET-', digits: 1 },
  mac: { prefix: 'MAC-', digits: 1 },
  sid: { prefix: 'SID-', digits: 1 },
  private: { prefix: 'IP-PRIVATE-', digits: 2 },
  public: { prefix: 'IP-PUBLIC-', digits: 2 },
  'link-local': { prefix: 'IP-LINKLOCAL-', digits: 2 },
}

/** What stands in the place of a VM's notes or of a reason for accepting a finding: a person's words, of which nothing is needed. */
export const NOTE_PLACEHOLDER = 'NOTE-removed'
/** What stands in the place of what an organisation wrote into an exchange item of its own. */
export const ITEM_PLACEHOLDER = 'ITEM-removed'
/** What stands in the place of a pasted line that means nothing for the check. */
export const LINE_PLACEHOLDER = 'LINE-removed'

function written(kind: HiddenKind, number: number): string {
  if (kind === 'loopback') return 'IP-LOOPBACK'
  if (kind === 'id') return `00000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}`
  const { prefix, digits } = FORMS[kind]
  return prefix + String(number).padStart(digits, '0')
}

/**
 * Gives placeholders: the same for the same thing, counted by kind. `earlier` are those of other reports of one ticket;
 * a placeholder that is somebody's real name is never given.
 */
export class Placeholders {
  readonly #byOriginal = new Map<string, Hidden>()
  readonly #given = new Set<string>()
  readonly #counts = new Map<HiddenKind, number>()

  constructor(earlier: readonly Hidden[] = []) {
    for (const hidden of earlier) this.#keep(hidden)
  }

  #keep(hidden: Hidden): void {
    this.#byOriginal.set(`${hidden.kind} ${hidden.original.toLowerCase()}`, hidden)
    this.#given.add(hidden.placeholder.toLowerCase())
  }

  /** The placeholder of a thing. `isName` says whether a text is somebody's real name. */
  give(kind: HiddenKind, original: string, isName: (text: string) => boolean = () => false): Hidden {
    const known = this.#byOriginal.get(`${kind} ${original.toLowerCase()}`)
    if (known !== undefined) return known
    let number = this.#counts.get(kind) ?? 0
    let placeholder: string
    do {
      number += 1
      placeholder = written(kind, number)
    } while (kind !== 'loopback' && (this.#given.has(placeholder.toLowerCase()) || isName(placeholder)))
    this.#counts.set(kind, number)
    const hidden = { kind, original, placeholder }
    this.#keep(hidden)
    return hidden
  }

  /** Whether a text is a placeholder that was given. */
  isGiven(text: string): boolean {
    return this.#given.has(text.toLowerCase())
  }

  /** All that is hidden, for the private map. */
  get all(): readonly Hidden[] {
    return [...this.#byOriginal.values()]
  }
}
