import type { Problem } from '../../core/model/problem'
import type { TextParam } from '../../core/model/text'
import { type AppFault, appProblem } from '../app-problem'

/** Carries a problem out of a handler to the window. What is thrown otherwise is a bug and is logged. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Refuses a call for a reason of the program's own. */
export function refuse(fault: AppFault, params?: Readonly<Record<string, TextParam>>): never {
  throw new Refusal(appProblem(fault, params))
}
