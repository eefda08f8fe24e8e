import { z } from 'zod'
import { AcceptedFinding } from './accepted'
import { Access } from './capture'
import { JUDGED_SERVICES, SERVICES } from './service'
import { LANGUAGES, type TextRef } from './text'
import type { Symptom } from './symptom'
import type { Evidence, Vm } from './snapshot'
import { VERDICTS, type Verdict } from './verdict'
import type { JudgedServiceId } from './service'

export const DIAGNOSIS_SCHEMA = 'integration-doctor/diagnosis@1'

/** How sure a finding is, apart from how bad it is. */
export type Certainty = 'certain' | 'likely'
export type Level = 'none' | 'low' | 'medium' | 'high'
export type StepPlace = 'host' | 'guest' | 'person'
export type StepRights = 'none' | 'hyperv-admin' | 'host-admin' | 'guest-admin'
export type StepRisk = 'none' | 'restart' | 'data-loss'

/** One thing to do: where, with which rights, at what risk. Commands are the same in every language. */
export interface Step {
  readonly text: TextRef
  readonly where: StepPlace
  readonly command: string | null
  readonly rights: StepRights
  readonly risk: StepRisk
}

/** The one question that settles a "cannot tell". The last answer is always that nobody knows. */
export interface Question {
  readonly id: string
  readonly text: TextRef
  readonly answers: readonly { readonly id: string; readonly label: TextRef }[]
  readonly howToFind: readonly TextRef[]
}

/** What one rule found on one VM, in no language yet. */
export interface Finding {
  readonly code: string
  readonly rule: string
  readonly verdict: Verdict
  readonly certainty: Certainty
  /** Null where the finding is about the VM as a whole. */
  readonly service: JudgedServiceId | null
  /** Services whose verdict this finding gives, where one cause covers several (no heartbeat, for example). */
  readonly covers: readonly JudgedServiceId[]
  readonly title: TextRef
  readonly explanation: TextRef
  readonly lost: TextRef | null
  readonly impact: Level
  readonly urgency: Level
  readonly evidence: readonly Evidence[]
  readonly question: Question | null
  readonly steps: readonly Step[]
  readonly articles: readonly string[]
}

/** A remark beside the verdict, which never changes it. */
export interface Note {
  readonly code: string
  readonly text: TextRef
}

/** Something really seen working in this reading. */
export interface SeenWorking {
  readonly service: JudgedServiceId
  readonly text: TextRef
  readonly evidence: Evidence
}

/** Whether integration services are behind what the caller sees, as far as a check can say. */
export const BEARINGS = [
  'cause-found',
  'harmless',
  'not-settled',
  'told-well',
  'nothing-found',
  'excluded',
  'normal',
  'not-judged',
  'open',
] as const
export type Bearing = (typeof BEARINGS)[number]

/** What the caller sees of a VM, and what a check makes of it. */
export interface JudgedSymptom {
  readonly symptom: Symptom
  readonly bearing: Bearing
  /** Codes of the findings that can be the cause. */
  readonly codes: readonly string[]
}

/** Whether the guest's release is still supported, and by which list. Never changes a verdict. */
export interface Support {
  readonly state: 'supported' | 'community' | 'unsupported' | 'end-of-life' | 'unknown'
  readonly until: string | null
  readonly extendedUntil: string | null
  /** Address of the page the statement rests on; null when unknown. */
  readonly source: string | null
  readonly asOf: string | null
}

/** A VM with its judgement, in no language yet. */
export interface JudgedVm {
  readonly vm: Vm
  readonly verdict: Verdict
  readonly serviceVerdicts: Readonly<Partial<Record<JudgedServiceId, Verdict>>>
  readonly findings: readonly Finding[]
  readonly notes: readonly Note[]
  readonly seenWorking: readonly SeenWorking[]
  readonly support: Support
  /** What the caller sees, and whether this check found a cause for it; null where nobody said it. */
  readonly symptom: JudgedSymptom | null
  /** What a person said about this VM: question id to answer id. */
  readonly told: Readonly<Record<string, string>>
  /** The answer in one sentence per cause. */
  readonly headline: readonly TextRef[]
  /** What to say to the caller, one sentence or two per cause. */
  readonly tellCaller: readonly TextRef[]
}

const verdict = z.enum(VERDICTS)
const evidence = z.looseObject({ source: z.string(), value: z.unknown() })
const named = z.looseObject({ code: z.number(), name: z.string() })

const finding = z.looseObject({
  code: z.string(),
  rule: z.string(),
  verdict,
  certainty: z.enum(['certain', 'likely']),
  service: z.enum(JUDGED_SERVICES).nullable(),
  title: z.string(),
  explanation: z.string(),
  lost: z.string().nullable(),
  impact: z.enum(['none', 'low', 'medium', 'high']),
  urgency: z.enum(['none', 'low', 'medium', 'high']),
  evidence: z.array(evidence),
  question: z
    .looseObject({
      id: z.string(),
      text: z.string(),
      answers: z.array(z.looseObject({ id: z.string(), label: z.string() })),
      howToFind: z.array(z.string()),
    })
    .nullable(),
  steps: z.array(
    z.looseObject({
      text: z.string(),
      where: z.enum(['host', 'guest', 'person']),
      command: z.string().nullable(),
      rights: z.enum(['none', 'hyperv-admin', 'host-admin', 'guest-admin']),
      risk: z.enum(['none', 'restart', 'data-loss']),
    }),
  ),
  articles: z.array(z.string()),
  accepted: AcceptedFinding.nullable(),
  /** First check since which it has stood; null or left out where no history is kept. */
  since: z.string().nullable().optional(),
})

const noteText = z.looseObject({ code: z.string(), text: z.string() })
export type NoteText = z.infer<typeof noteText>

const symptomText = z.looseObject({
  id: z.string(),
  label: z.string(),
  bearing: z.enum(BEARINGS),
  /** Which services can be the cause and which cannot, and what this check found. */
  meaning: z.string(),
  articles: z.array(z.string()),
})
export type SymptomText = z.infer<typeof symptomText>

/** One VM of a diagnosis, in one language (contracts, section 2). */
export const VmDiagnosis = z.looseObject({
  id: z.string(),
  name: z.string(),
  verdict,
  needsAction: z.boolean(),
  /** The answer: one sentence per cause of the verdict. */
  headline: z.string(),
  state: z.enum([
    'running',
    'off',
    'saved',
    'paused',
    'critical',
    'starting',
    'stopping',
    'saving',
    'pausing',
    'resuming',
    'resetting',
    'unknown',
  ]),
  generation: z.number().nullable(),
  configurationVersion: z.string().nullable(),
  uptimeSeconds: z.number().nullable(),
  addresses: z.array(z.string()),
  replica: z.boolean(),
  guest: z.looseObject({
    family: z.string().nullable(),
    os: z.enum(['linux', 'windows', 'freebsd', 'other', 'unknown']),
    name: z.string().nullable(),
    version: z.string().nullable(),
    kernel: z.string().nullable(),
    source: z.enum(['kvp', 'summary', 'history', 'answer', 'worksheet', 'none']),
    asOf: z.string().nullable(),
  }),
  services: z.array(
    z.looseObject({
      service: z.enum(SERVICES),
      listed: z.boolean(),
      enabled: z.boolean().nullable(),
      verdict: verdict.nullable(),
      status: named.nullable(),
      detail: named.nullable(),
      negotiated: z.string().nullable(),
      expected: z.string().nullable(),
      /** First check since which its status and switch have been what they are; null or left out where no history is kept. */
      since: z.string().nullable().optional(),
    }),
  ),
  support: z.looseObject({
    state: z.enum(['supported', 'community', 'unsupported', 'end-of-life', 'unknown']),
    until: z.string().nullable(),
    extendedUntil: z.string().nullable(),
    source: z.string().nullable(),
    asOf: z.string().nullable(),
  }),
  seenWorking: z.array(z.looseObject({ service: z.enum(JUDGED_SERVICES), text: z.string(), evidence })),
  /** First check that knows the VM; null where no history is kept. */
  firstSeen: z.string().nullable(),
  /** First check since which verdict and statuses have been what they are; null where they never changed or no history is kept. */
  changedAt: z.string().nullable(),
  /** What the caller sees of this VM; null where nobody said it. */
  symptom: symptomText.nullable(),
  tellCaller: z.string(),
  findings: z.array(finding),
  notes: z.array(noteText),
})
export type VmDiagnosis = z.infer<typeof VmDiagnosis>
export type FindingText = VmDiagnosis['findings'][number]

/** A class, file or host that could not be read: the sentence, and what to do next. */
export const ProblemText = z.looseObject({
  code: z.string(),
  class: z.string().nullable(),
  message: z.string(),
  step: z.string(),
})
export type ProblemText = z.infer<typeof ProblemText>

/** How many VMs have each verdict. */
export const Summary = z.object({
  healthy: z.number(),
  'safe-to-ignore': z.number(),
  advice: z.number(),
  'cannot-tell': z.number(),
  'action-needed': z.number(),
  'not-running': z.number(),
})
export type Summary = z.infer<typeof Summary>

/** A line of a pasted text, and what it was taken for. */
export const PastedLineText = z.looseObject({
  line: z.number(),
  text: z.string(),
  kind: z.enum(['service', 'vm', 'event', 'guest', 'ignored', 'not-understood']),
  meaning: z.string().nullable(),
  guessed: z.boolean(),
})
export type PastedLineText = z.infer<typeof PastedLineText>

/** How many of a source's VMs a result shows, where somebody asked for some of them only. */
export const Selection = z.looseObject({ shown: z.number(), of: z.number() })
export type Selection = z.infer<typeof Selection>

/** The judged check of one source in one language: `--format json`, and what a report embeds (contracts, section 2). */
export const Diagnosis = z.looseObject({
  schema: z.literal(DIAGNOSIS_SCHEMA),
  program: z.looseObject({ version: z.string(), knowledge: z.string() }),
  language: z.enum(LANGUAGES),
  redaction: z.enum(['none', 'names', 'strict']),
  source: z.string(),
  checkedAt: z.string().nullable(),
  host: z.looseObject({
    name: z.string().nullable(),
    os: z.string().nullable(),
    build: z.string().nullable(),
    /** Update level of the build; missing where it was not read. */
    revision: z.number().optional(),
    access: Access.nullable(),
  }),
  summary: Summary,
  /** There where only some VMs were asked for; everything else in the object is about those. */
  selection: Selection.optional(),
  symptom: z.string().nullable(),
  vms: z.array(VmDiagnosis),
  problems: z.array(ProblemText),
  /** Remarks about the check as a whole; they change no verdict. */
  notes: z.array(noteText),
  /** What was understood of a pasted text, line by line; null for rows. */
  pasted: z.array(PastedLineText).nullable(),
})
export type Diagnosis = z.infer<typeof Diagnosis>
