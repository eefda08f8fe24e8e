import { message } from '../../i18n/translate'
import type { Rule, RuleHit } from '../rule'
import { ofServices, reportedOf, servicesWith } from '../vm-facts'

/** The same for every VM whose services say the same, so a fleet keeps it once. */
const goodNews = ofServices((all): readonly RuleHit[] => {
  const services = reportedOf(all).filter(({ kind, guessed }) => kind === 'ok' && guessed !== true)
  return [
    {
      service: null,
      covers: services.map((service) => service.id),
      evidence: services.map((service) => service.statusEvidence),
      params: { services: { list: services.map((service) => message(`term.service.${service.id}`)) } },
    },
  ]
})

/** Services that report plain OK. One finding for all of them: good news needs one line. */
export const serviceOk: Rule = {
  id: 'service-ok',
  code: 'IS-01',
  verdict: 'healthy',
  articles: [],
  losesFunction: false,
  statuses: ['ok'],
  find: (vm) => (servicesWith(vm, 'ok').length === 0 ? [] : goodNews(vm)),
}
