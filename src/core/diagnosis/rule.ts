import type { ArticleId } from '../knowledge/articles'
import type { Certainty, Level, Question, Step } from '../model/diagnosis'
import type { JudgedServiceId } from '../model/service'
import type { Evidence, Host, StatusKind, Vm } from '../model/snapshot'
import type { TextParam } from '../model/text'
import type { Verdict } from '../model/verdict'
import type enFinding from '../i18n/en/finding.json'

/** Id of a rule: also the name of its texts, so a rule without texts in both languages does not compile. */
export type RuleId = keyof typeof enFinding

/** What a rule may look at beside the VM. */
export interface RuleContext {
  readonly host: Host
  /** Time of the reading, ISO 8601: everything that depends on a date is judged as of then. */
  readonly checkedAt: string
  /** What a person said about this VM: question id to answer id. Nothing said: empty. */
  readonly told: Readonly<Record<string, string>>
}

/** One thing a rule found. */
export interface RuleHit {
  /** Null where it is about the VM as a whole. */
  readonly service: JudgedServiceId | null
  /** Services whose verdict it gives beside or instead of `service`: one cause is one finding. */
  readonly covers?: readonly JudgedServiceId[]
  readonly evidence: readonly Evidence[]
  /** Values of the rule's texts beyond the common ones (vm, guest, host, service, services, code). */
  readonly params?: Readonly<Record<string, TextParam>>
  /** `certain` where not given. */
  readonly certainty?: Certainty
  readonly steps?: readonly Step[]
  readonly question?: Question
}

/** One way to judge a VM: small, pure, in a file of its own, knowing no other rule. */
export interface Rule {
  readonly id: RuleId
  /** Short code to say on the phone. Never changes its meaning; ranges by subject. */
  readonly code: string
  readonly verdict: Verdict
  readonly articles: readonly ArticleId[]
  /** Whether a function is lost while this stands; then the finding says which. */
  readonly losesFunction: boolean
  /** Only asked of running VMs with a service that is switched on and reports one of these, not by a guess; of every VM where not given. */
  readonly statuses?: readonly StatusKind[]
  /** Only asked of VMs of whose devices the host's log or a status says something. */
  readonly ofDevices?: true
  /** Where the proposal by verdict and service (ITIL impact, urgency) does not fit. */
  readonly impact?: Level
  readonly urgency?: Level
  readonly find: (vm: Vm, context: RuleContext) => readonly RuleHit[]
}
