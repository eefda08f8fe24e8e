import type { Level } from '../model/diagnosis'
import type { JudgedServiceId } from '../model/service'
import type { Verdict } from '../model/verdict'

interface Proposal {
  readonly impact: Level
  readonly urgency: Level
}

const OF_ACTION: Readonly<Record<JudgedServiceId, Proposal>> = {
  heartbeat: { impact: 'high', urgency: 'high' },
  shutdown: { impact: 'high', urgency: 'medium' },
  timesync: { impact: 'high', urgency: 'medium' },
  vss: { impact: 'high', urgency: 'medium' },
  kvp: { impact: 'medium', urgency: 'medium' },
  'guest-service-interface': { impact: 'low', urgency: 'low' },
}

/** Proposed ITIL impact and urgency. What is lost without a service follows Microsoft's list of integration services; the organisation decides. */
export function proposalFor(verdict: Verdict, service: JudgedServiceId | null): Proposal {
  switch (verdict) {
    case 'not-running':
    case 'healthy':
      return { impact: 'none', urgency: 'none' }
    case 'safe-to-ignore':
    case 'advice':
      return { impact: 'low', urgency: 'low' }
    case 'cannot-tell':
      return { impact: 'medium', urgency: 'medium' }
    case 'action-needed':
      return service === null ? { impact: 'high', urgency: 'high' } : OF_ACTION[service]
  }
}
