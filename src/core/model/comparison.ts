import { z } from 'zod'
import { ProblemText, Summary } from './diagnosis'
import { JUDGED_SERVICES } from './service'
import { LANGUAGES } from './text'
import { VERDICTS } from './verdict'
import { VM_CHANGES } from './vm-change'

export const COMPARISON_SCHEMA = 'integration-doctor/comparison@1'

/** What became of one service of a VM that both checks know. */
export const SERVICE_CHANGES = ['worse', 'changed', 'better', 'unchanged'] as const
export type ServiceChange = (typeof SERVICE_CHANGES)[number]

/** Facts of a VM that are compared beside its services. */
export const VM_FACTS = ['name', 'state', 'guest', 'kernel', 'configuration-version', 'host'] as const
export type VmFact = (typeof VM_FACTS)[number]

/** What probably explains a change. */
export const EXPLANATIONS = [
  'service-off',
  'service-on',
  'not-read',
  'power',
  'guest-silent',
  'guest-answers',
  'guest-replaced',
  'file-copy-daemon',
  'part-missing',
  'part-back',
  'guest-kernel',
  'guest-updated',
  'host-build',
  'host-moved',
  'restarted',
] as const
export type ExplanationId = (typeof EXPLANATIONS)[number]

const verdict = z.enum(VERDICTS)
const service = z.enum(JUDGED_SERVICES)
const named = z.looseObject({ code: z.number(), name: z.string() })

/** A service as one of the two checks found it. */
const ServiceThen = z.looseObject({
  verdict: verdict.nullable(),
  listed: z.boolean(),
  enabled: z.boolean().nullable(),
  status: named.nullable(),
  detail: named.nullable(),
  /** The status in words, in the comparison's language. */
  word: z.string(),
})
export type ServiceThen = z.infer<typeof ServiceThen>

const VmThen = z.looseObject({
  name: z.string(),
  verdict,
  /** Codes of the findings that give the verdict, as said on the phone. */
  codes: z.array(z.string()),
})

export const VmComparisonText = z.looseObject({
  id: z.string(),
  /** As the newer check has it; the older one's for a VM that is gone. */
  name: z.string(),
  change: z.enum(VM_CHANGES),
  /** Null for a new VM. */
  before: VmThen.nullable(),
  /** Null for a VM that is gone. */
  after: VmThen.nullable(),
  facts: z.array(z.looseObject({ fact: z.enum(VM_FACTS), before: z.string(), after: z.string() })),
  /** The services that both checks say something about. */
  services: z.array(
    z.looseObject({ service, change: z.enum(SERVICE_CHANGES), before: ServiceThen, after: ServiceThen }),
  ),
  /** The likeliest first; empty where the checks do not tell. */
  explanations: z.array(z.looseObject({ id: z.enum(EXPLANATIONS), text: z.string(), services: z.array(service) })),
})
export type VmComparisonText = z.infer<typeof VmComparisonText>

const Side = z.looseObject({
  source: z.string(),
  checkedAt: z.string().nullable(),
  host: z.looseObject({ name: z.string().nullable(), os: z.string().nullable(), build: z.string().nullable() }),
  /** False where something was not read, so that a VM that is missing need not be gone. */
  complete: z.boolean(),
  summary: Summary,
})

/** Two checks compared, in one language: `compare --format json`. */
export const Comparison = z.looseObject({
  schema: z.literal(COMPARISON_SCHEMA),
  program: z.looseObject({ version: z.string(), knowledge: z.string() }),
  language: z.enum(LANGUAGES),
  old: Side,
  new: Side,
  /** Whether something changed for the worse: a VM or a service is worse, or a new VM needs action. */
  worse: z.boolean(),
  summary: z.object({
    worse: z.number(),
    new: z.number(),
    changed: z.number(),
    better: z.number(),
    gone: z.number(),
    unchanged: z.number(),
  }),
  vms: z.array(VmComparisonText),
  /** Files that could not be read; then nothing was compared. */
  problems: z.array(z.looseObject({ ...ProblemText.shape, source: z.string() })),
})
export type Comparison = z.infer<typeof Comparison>
