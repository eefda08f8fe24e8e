import { message } from '../../i18n/translate'
import type { Rule } from '../rule'
import { servicesWith } from '../vm-facts'

/** Services that report plain OK. One finding for all of them: good news needs one line. */
export const serviceOk: Rule = {
  id: 'service-ok',
  code: 'IS-01',
  verdict: 'healthy',
  articles: [],
  losesFunction: false,
  statuses: ['ok'],
  find: (vm) => {
    const services = servicesWith(vm, 'ok')
    if (services.length === 0) return []
    return [
      {
        service: null,
        covers: services.map((service) => service.id),
        evidence: services.map((service) => service.statusEvidence),
        params: { services: { list: services.map((service) => message(`term.service.${service.id}`)) } },
      },
    ]
  },
}
