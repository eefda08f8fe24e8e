import { SERVICE_CLASSES } from '../../model/service'
import { message } from '../../i18n/translate'
import { ownStep } from '../own-steps'
import { askRights } from '../questions'
import type { Rule } from '../rule'
import { isUnknownToHost } from '../unlisted'
import { servicesToJudge } from '../vm-facts'

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
      .map((service) => ({
        service: service.id,
        evidence: [{ source: SERVICE_CLASSES[service.id].component, value: service.problemCode }],
        params: {
          class: SERVICE_CLASSES[service.id].component,
          problem: service.problemCode ?? message('term.status.not-read'),
        },
        steps: [ownStep('class-not-read', 'host')],
        question: askRights,
      })),
}
