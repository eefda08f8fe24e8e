import { say, translate } from '../../core/i18n/translate'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { type AssistanceLine, assistanceFor } from '../../core/remote/assistance'
import type { Probe } from './probe'
import type { HostTarget } from './remote-hosts'

/** Tries the way to a host that could not be read, and says what stands in it. */
export async function assist(target: HostTarget, problem: Problem, probe: Probe): Promise<readonly AssistanceLine[]> {
  const { computerName, transport, credential } = target
  const failed = { host: computerName, transport, userName: credential?.userName ?? null, code: problem.code }
  return assistanceFor(failed, await probe(computerName))
}

/** Assistance as lines of text: each sentence, what its command changes and who decides, and the command below. */
export function assistanceLines(lines: readonly AssistanceLine[], language: Language): readonly string[] {
  return lines.flatMap(({ state, text, command, where, risk }) => [
    say(language, 'remote.cli.line', { state, text: translate(language, text) }),
    ...(risk === null ? [] : [say(language, 'remote.cli.risk', { risk: translate(language, risk) })]),
    ...(command === null || where === null
      ? []
      : [say(language, 'remote.cli.command', { where, changes: risk === null ? 'no' : 'yes', command })]),
  ])
}
