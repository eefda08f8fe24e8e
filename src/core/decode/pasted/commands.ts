/** Cmdlets and programs whose line is a command and not output. */
const CMDLET =
  /^(?:\$\w+\s*=\s*)?\(?(?:Get|Set|Enable|Disable|Start|Stop|Measure|Select|Where|Format|Import|Enter|Invoke|New|Test|ConvertTo|Export)-[A-Za-z]{2,40}\b/i
const PROMPT = /^(?:\[[^\]]{1,80}\]:? ?)?(?:PS(?: [^>]{0,200})?>|[A-Z]:\\[^>]{0,200}>)/i
const WMIC = /^wmic\b/i

/** Whether a line is a prompt or a command: shown as understood, nothing in it is a finding. */
export function isPrompt(text: string): boolean {
  const trimmed = text.trimStart()
  if (trimmed.length > 4000) return false
  return PROMPT.test(trimmed) || CMDLET.test(trimmed) || WMIC.test(trimmed)
}

/** What a command says about the output that follows it. */
export interface Command {
  /** The one VM it asked for; null for all, or for a variable. */
  readonly vmName: string | null
  readonly className: string | null
}

const CLASS = /\b(Msvm_[A-Za-z]{3,60})\b/
/** A text in quotation marks, a sign that stands alone, or a word. */
const WORD = /"([^"]*)"?|'([^']*)'?|[|;(),]|[^\s|;(),"']+/g

function wordsOf(line: string): string[] {
  return [...line.matchAll(WORD)].map(([word, double, single]) => double ?? single ?? word)
}

function nameIn(word: string | undefined, next: string | undefined): string | null {
  // A variable, a pattern or a list stands for several VMs.
  if (word === undefined || word === '' || /^[$@{(|;,-]|[*?]/.test(word) || next === ',') return null
  return word.slice(0, 120)
}

function vmNameIn(words: readonly string[]): string | null {
  const named = words.findIndex((word) => /^-VM(?:Name)?$/i.test(word))
  if (named >= 0) return nameIn(words[named + 1], words[named + 2])
  const cmdlet = words.findIndex((word) => /^Get-VM(?:IntegrationService|Guest\w{0,40})?$/i.test(word))
  if (cmdlet < 0) return null
  const [name, ...rest] = words.slice(cmdlet)
  const isNamed = name?.toLowerCase() === 'get-vm' && rest[0]?.toLowerCase() === '-name'
  return isNamed ? nameIn(rest[1], rest[2]) : nameIn(rest[0], rest[1])
}

/** Reads a command: which VM and which WMI class its output is about. */
export function commandIn(text: string): Command {
  const line = text.slice(0, 2000)
  return { vmName: vmNameIn(wordsOf(line)), className: CLASS.exec(line)?.[1] ?? null }
}
