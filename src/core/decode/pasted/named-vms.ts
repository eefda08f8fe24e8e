const VM_WORD =
  /\b(?:vm|virtual machine|virtuelle maschine|machine virtuelle|ordinateur virtuel|máquina virtual|macchina virtuale|server)\b|가상 머신|가상 컴퓨터|виртуальн\p{L}{1,4} машин\p{L}{1,3}|仮想マシン|虚拟机|虛擬機器/giu
const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '“': '”',
  '„': '“',
  '「': '」',
  '«': '»',
  '[': ']',
}

const OPENING = /['"“„「«[]/

/** The name in quotation marks right after a word for VM. */
function quotedVm(text: string): string | null {
  if (!OPENING.test(text)) return null
  for (const match of text.matchAll(VM_WORD)) {
    let at = match.index + match[0].length
    if (text[at] === ' ') at += 1
    const close = QUOTES[text[at] ?? '']
    const to = close === undefined ? -1 : text.indexOf(close, at + 1)
    if (to > at + 1 && to - at <= 120) return text.slice(at + 1, to)
  }
  return null
}

const WORD_VM =
  /(?:^|[\s([])(?:vm|virtual machine|가상 머신|가상 컴퓨터|máquina virtual|macchina virtuale|machine virtuelle|仮想マシン|虚拟机|虛擬機器|server)[\s:=：]{1,3}([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})/iu
/** In Korean and Japanese the name stands before the word. */
const BEFORE_VM =
  /(?:^|[\s"'“([])([A-Za-z0-9][A-Za-z0-9._-]{0,62})["'”]?\s?(?:서버)?\s?\(?(?:가상 ?머신|가상 ?컴퓨터|仮想マシン|虚拟机)/u
/** Behind the word and before a colon any name is one. */
/** What has a sign of a name and is none, and names that people give their hosts. */
const NO_VM =
  /^(?:hv|hyper|host|vmhost|node|esx|cluster|key-|non-|e-mail|integration|kb-?\d|is-\d|\d{4}r2|centos|rhel|ubuntu|debian|windows|server\d)/i
const HANGUL = /[가-힣]/
/** Korean glues a particle to the name, or to the word for server behind it. */
const PARTICLE = '(?:은|는|이|가|의|에서|에|도|을|를)'
const SUBJECT = new RegExp(
  `(?:^|[\\s"'“([])([\\p{L}\\p{N}._-]{2,63}?)\\s?(?:서버|VM|가상 ?머신|가상 ?컴퓨터)?${PARTICLE}(?=[\\s"'“,])`,
  'gu',
)
const GLUED = new RegExp(`(?<=[A-Za-z0-9])${PARTICLE}$`)
const LABELLED_VM = /^\s{0,8}VM\s([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})\s?:\s/u
const NAME_LIKE = /^(?=.*[\d_-])(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u
/** Words that begin sentences and labels. */
const COMMON =
  /^(?:if|should|would|could|does|do|can|has|have|was|were|be|to|from|by|at|as|so|please|hi|hello|dear|thanks|we|i|you|they|there|some|any|many|because|just|one|two|see|shows?|says?|here|wenn|ob|bitte|si|se|если|the|a|an|my|our|your|his|her|their|its?|and|or|but|with|without|for|of|on|in|is|are|no|not|only|also|then|now|still|all|both|every|each|this|that|name|status|state|current|last|integration|services?|guest|host|server|linux|windows|check|error|note|subject|re|fw|fwd|why|what|when|since|after|before|der|die|das|le|la|el|il|vm|vms|component|microsoft)$/i
const NOT_NAMES =
  /^(?:ok|warning|warn|critical|crit|unknown|hyper-?v|hyperv|check_\w+|info|service|host|alert|problem|recovery|down|up|integration_services?|\d+|\d[\d.:/TZ+-]+)$/i

function withoutParticle(name: string): string {
  return name.replace(GLUED, '')
}

/** The first word of a Korean sentence that looks like a name and carries a particle. */
function koreanSubject(text: string): string | null {
  for (const [, word = ''] of text.matchAll(SUBJECT)) {
    const name = withoutParticle(word)
    if (NAME_LIKE.test(name) && !NOT_NAMES.test(name) && !NO_VM.test(name)) return name
  }
  return null
}

/** The VM that a line names outright: `VM 'web-01'`, `VM web-01`; null where it names none. */
export function vmNamedIn(text: string): string | null {
  const quoted = quotedVm(text.slice(0, 500))
  if (quoted !== null) return quoted
  const word = WORD_VM.exec(text.slice(0, 500))?.[1]?.replace(/[.]$/, '')
  if (word !== undefined && NAME_LIKE.test(word)) return withoutParticle(word)
  const before = BEFORE_VM.exec(text.slice(0, 500))?.[1]
  if (before !== undefined && NAME_LIKE.test(before) && !NOT_NAMES.test(before)) return before
  const labelled = LABELLED_VM.exec(text)?.[1]
  if (labelled !== undefined && !COMMON.test(labelled)) return labelled
  return HANGUL.test(text) ? koreanSubject(text.slice(0, 500)) : null
}

/** `on web-01`, `for web-01` in a sentence. */
const MENTIONED = /\b(?:on|for|of|auf|bei|für|sur|pour|en|su|для|на)\s["'“]?([A-Za-z][A-Za-z0-9._-]{1,62})/giu

/** Whether a line is about the host, whose name is none of a VM. */
export function isAboutHost(text: string): boolean {
  return /\bhost\b|hyper-?v[- ]server|호스트|ホスト/i.test(text)
}

/** Whether a text is one word with a digit or a dash in it, as names of machines have. */
export function looksLikeName(text: string): boolean {
  return NAME_LIKE.test(text)
}

/** Whether a name is one that people give their hosts. */
export function soundsLikeHost(name: string): boolean {
  return NO_VM.test(name)
}

/** The VM that a sentence names after a preposition, where it names one alone and that is no host's; null otherwise. */
export function mentionedVm(text: string): string | null {
  const names = [...text.slice(0, 500).matchAll(MENTIONED)]
    .map((match) => (match[1] ?? '').replace(/[.]$/, ''))
    .filter((name) => NAME_LIKE.test(name) && !NO_VM.test(name))
  return names.length === 1 ? (names[0] ?? null) : null
}

/** The VM that the beginning of a line names, or null: `VM 'web-01'`, `WARNING - web-01: `. */
export function vmBefore(prefix: string, isAlone = false): string | null {
  const named = vmNamedIn(prefix)
  if (named !== null) return named
  const next = nextVm(` ${prefix}`)
  if (next !== null) return next.name
  const words = prefix
    .split(/[\s:;,|/()[\]{}"'*=]+/)
    .filter((word) => word !== '' && word !== '-' && !NOT_NAMES.test(word))
  const last = words.at(-1)
  if (last === undefined || words.length > 3) return null
  if (NAME_LIKE.test(last)) return withoutParticle(last)
  // A word alone before the service, as scripts print it: "mail Heartbeat OK".
  return words.length === 1 && isAlone && PLAIN_NAME.test(last) && !COMMON.test(last) ? last : null
}

/** `web-01 (` or `web-01: ` directly before a service's name: the VM that the services from here on belong to. */
const NEXT_VM = /[\s,;)\]}]([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})\s?[:([{-]\s?['"]?$/u

/** `, 'web-02' ` or `; web-02 ` before a service's name: the next VM of a list. */
const NEXT_LISTED = /[,;]\s{0,3}['"“]?([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})['"”]?\s{1,3}$/u

/** `web-02의 ` before a service's name. */
const NEXT_KOREAN = new RegExp(`[\\s,;)("'“]([\\p{L}\\p{N}._-]{2,63}?)\\s?(?:서버|VM)?${PARTICLE}\\s$`, 'u')

/** The VM that a line turns to next, and where its name begins; null where it goes on about the same. */
export function nextVm(segment: string): { readonly name: string; readonly from: number } | null {
  const end = segment.slice(-90)
  const match =
    NEXT_VM.exec(end) ?? NEXT_LISTED.exec(end) ?? (end.endsWith(' ') && HANGUL.test(end) ? NEXT_KOREAN.exec(end) : null)
  if (match?.[1] === undefined || !NAME_LIKE.test(match[1]) || NOT_NAMES.test(match[1]) || NO_VM.test(match[1]))
    return null
  return { name: withoutParticle(match[1]), from: segment.length - match[0].length }
}
