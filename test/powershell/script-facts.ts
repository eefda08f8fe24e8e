import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSession } from './engine'

/** What the engine's parser says of a script, by kind of fact. */
export type Facts = ReadonlyMap<string, readonly string[]>

/** Has the engine parse a script file; nothing of it is run. */
export const factsOf = async (path: string): Promise<Facts> => {
  const reader = readFileSync(join(import.meta.dirname, 'script-facts.ps1'), 'utf8')
  const { stdout } = await runSession([reader, `Get-ScriptFact '${path.replaceAll("'", "''")}'`])
  const facts = new Map<string, string[]>()
  for (const line of stdout.split(/\r?\n/)) {
    const [kind, value] = line.split('\t')
    if (kind !== undefined && value !== undefined) facts.set(kind, [...(facts.get(kind) ?? []), value])
  }
  return facts
}

/** The facts of a kind, each once, in order. */
export const distinct = (facts: Facts, kind: string): readonly string[] => [...new Set(facts.get(kind))].toSorted()

/** The commands of a script that are not its own functions. */
export const commandsOf = (facts: Facts): readonly string[] => {
  const own = new Set(facts.get('function'))
  return distinct(facts, 'command').filter((name) => !own.has(name))
}

/** Where a script could not be pasted: a blank line inside a statement, or none after one. */
export const pasteFaults = (facts: Facts, text: string): readonly string[] => {
  const lines = text.split(/\r?\n/)
  return (facts.get('statement') ?? []).filter((extent) => {
    const [start = 0, end = 0] = extent.split('-').map(Number)
    return lines.slice(start - 1, end).some((line) => line.trim() === '') || (lines[end] ?? '') !== ''
  })
}
