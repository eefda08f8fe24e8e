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

const VALUE = String.raw`(?:"([^"]{1,120})"|'([^']{1,120})'|([^\s|;,"'()]{1,120}))`
const NAMED = new RegExp(String.raw`\s-(?:VMName|VM)\s+${VALUE}`, 'i')
const NAME = new RegExp(String.raw`\bGet-VM(?:Guest\w*)?\s[^|]{0,200}?-Name\s+${VALUE}`, 'i')
const POSITION = new RegExp(String.raw`\bGet-VM(?:IntegrationService)?\s+(?!-)${VALUE}`, 'i')
const CLASS = /\b(Msvm_[A-Za-z]{3,60})\b/

function valueOf(match: RegExpExecArray | null): string | null {
  const value = match?.[1] ?? match?.[2] ?? match?.[3] ?? null
  return value === null || /^[$*@<{-]|[*?]|^\$/.test(value) ? null : value
}

/** Reads a command: which VM and which WMI class its output is about. */
export function commandIn(text: string): Command {
  const line = text.slice(0, 2000)
  const vmName = valueOf(NAMED.exec(line)) ?? valueOf(NAME.exec(line)) ?? valueOf(POSITION.exec(line))
  return { vmName, className: CLASS.exec(line)?.[1] ?? null }
}
