import { readFileSync, readdirSync } from 'node:fs'

/** A process as /proc tells it. */
interface Process {
  readonly pid: number
  readonly parent: number
  readonly state: string
  readonly command: string
}

function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may hold anything, also brackets and spaces.
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, parent: Number(parent), state, command }
  } catch {
    return null
  }
}

/** Every process below one, itself not included, as they are now. Linux only, like the machines these tests run on. */
export function processesBelow(pid: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? [])
  const below: Process[] = []
  const parents = new Set([pid])
  for (let size = 0; size !== parents.size;) {
    size = parents.size
    for (const one of all) {
      if (!parents.has(one.parent) || parents.has(one.pid)) continue
      parents.add(one.pid)
      below.push(one)
    }
  }
  return below
}

/** Whether a process still runs. One that ended and was not waited for yet is dead, though it can still be signalled. */
export function isAlive(pid: number): boolean {
  const found = processOf(pid)
  return found !== null && found.state !== 'Z' && found.state !== 'X'
}

/** The PowerShell processes that an app has started. */
export function shellsOf(appPid: number): readonly number[] {
  return processesBelow(appPid)
    .filter(({ command }) => command.includes('-NonInteractive'))
    .map(({ pid }) => pid)
}
