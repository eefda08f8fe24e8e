import { message } from '../core/i18n/message'
import type enProblem from '../core/i18n/en/problem.json'
import type { Problem } from '../core/model/problem'
import type { TextParam } from '../core/model/text'

/** What can go wrong in the program itself; each has its sentence and its next step in both languages. */
export type AppFault = keyof typeof enProblem.app

/** The problem of something that the program cannot do or have. */
export function appProblem(fault: AppFault, params: Readonly<Record<string, TextParam>> = {}): Problem {
  return {
    code: fault,
    class: null,
    message: message(`problem.app.${fault}.message`, params),
    step: message(`problem.app.${fault}.step`, params),
  }
}
