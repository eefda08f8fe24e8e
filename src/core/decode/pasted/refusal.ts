import { message } from '../../i18n/translate'
import type { Problem } from '../../model/problem'
import { problemOf } from '../class-problem'
import { causeOfCode } from '../failure-table'
import type { Line } from './text-lines'

/** Why a text cannot be used. */
export type Refusal = 'empty' | 'binary' | 'nothing'

/** One sentence and the next step for a text that holds nothing to judge. `name` is the file's, or null. */
export function refusalOf(reason: Refusal, name: string | null): Problem {
  const params = { name: name ?? message('pasted.the-text') }
  return {
    code: `pasted-${reason}`,
    class: null,
    message: message(`pasted.refusal.${reason}.message`, params),
    step: message(`pasted.refusal.${reason}.step`, params),
  }
}

const CODE = /\b0x(?:8[0-9a-f]{7}|0{0,3}40004)\b/i
const NO_MODULE = /CommandNotFoundException/
const NO_RIGHTS = /AccessDenied,Microsoft\.HyperV|authorization policy for the computer|UnauthorizedAccessException/i
const NO_SERVICE =
  /Hyper-V encountered an error trying to access an object on computer|ObjectNotFound,Microsoft\.HyperV/i

/**
 * The refusal of a text without anything to judge: where it is the error message of a command, the cause behind that,
 * by its code or id, which are the same in every language.
 */
export function refusalOfLines(lines: readonly Line[], name: string | null): Problem {
  const about = (pattern: RegExp): boolean => lines.some(({ text }) => pattern.test(text))
  if (about(NO_RIGHTS)) return problemOf('refused', { code: 'AccessDenied' })
  if (about(NO_SERVICE)) return problemOf('vmms-silent', { code: 'ObjectNotFound' })
  if (about(NO_MODULE)) {
    return {
      code: 'pasted-no-module',
      class: null,
      message: message('pasted.refusal.no-module.message'),
      step: message('pasted.refusal.no-module.step'),
    }
  }
  for (const { text } of lines) {
    const code = CODE.exec(text)?.[0]
    const cause = code === undefined ? 'unknown' : causeOfCode(code, null)
    if (code !== undefined && cause !== 'unknown') return problemOf(cause, { code })
  }
  return refusalOf('nothing', name)
}
