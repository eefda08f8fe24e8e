import { causeOfCode, type ReadingCause } from '../../decode/failure-table'
import { problemOf } from '../../decode/class-problem'
import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import { SERVICE_CLASSES } from '../../model/service'
import { ownStep } from '../own-steps'
import { askReadAgain, askRights } from '../questions'
import type { Rule, RuleHit } from '../rule'
import { isUnknownToHost } from '../unlisted'
import { type JudgedService, servicesToJudge } from '../vm-facts'

/** Causes that an account with more rights would not meet. */
const RIGHTS: readonly ReadingCause[] = ['refused', 'remote-refused']

const reread: Step = ownStep('class-not-read', 'host')

/** What follows from the error that the class was refused with; without one it was not asked for. */
function afterProblem(className: string, code: string | null): Pick<RuleHit, 'question' | 'steps'> {
  if (code === null) return { question: askReadAgain, steps: [reread] }
  const cause = causeOfCode(code, className)
  return {
    question: RIGHTS.includes(cause) ? askRights : askReadAgain,
    steps: [{ ...reread, text: problemOf(cause, { class: className, code }).step }],
  }
}

function hitOf({ id, problemCode }: JudgedService): RuleHit {
  const { component } = SERVICE_CLASSES[id]
  return {
    service: id,
    evidence: [{ source: component, value: problemCode }],
    params: { class: component, problem: problemCode ?? message('term.status.not-read') },
    ...afterProblem(component, problemCode),
  }
}

/** The class of a service was refused, broke off before this VM, or was not asked for: nothing is known, which is not healthy. */
export const classNotRead: Rule = {
  id: 'class-not-read',
  code: 'IS-72',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm, context) =>
    (vm.partial === true ? [] : servicesToJudge(vm))
      .filter((service) => service.readState !== 'read' && !service.listed && service.enabled !== false)
      .filter((service) => !isUnknownToHost(service, context.host))
      .map(hitOf),
}
