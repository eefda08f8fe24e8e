import { z } from 'zod'
import { JUDGED_SERVICES } from './service'

export const ACCEPTED_SCHEMA = 'integration-doctor/accepted@1'

/** The facts a finding was accepted for. When one of them differs, the finding counts again. */
export const Fingerprint = z.looseObject({
  /** First and second status number of the service; null where the finding is about the VM as a whole or had none. */
  status: z.number().nullable(),
  detail: z.number().nullable(),
  enabled: z.boolean().nullable(),
  guestFamily: z.string().nullable(),
  guestVersion: z.string().nullable(),
  hostBuild: z.number().nullable(),
})
export type Fingerprint = z.infer<typeof Fingerprint>

/** One finding that somebody decided to live with: of one VM, one service, one rule; who, why, and until when. */
export const AcceptedFinding = z.looseObject({
  vmId: z.string(),
  /** Its name when the finding was accepted, for the list of what was accepted; the id counts. */
  vmName: z.string().optional(),
  service: z.enum(JUDGED_SERVICES).nullable(),
  rule: z.string(),
  evidence: Fingerprint,
  reason: z.string(),
  person: z.string(),
  ticket: z.string().nullable().default(null),
  /** Last day it holds, ISO 8601 date; null: until the evidence changes. */
  until: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d/, 'not an ISO 8601 date')
    .nullable()
    .default(null),
})
export type AcceptedFinding = z.infer<typeof AcceptedFinding>

/** The file of accepted findings (contracts, section 2). */
export const AcceptedFile = z.looseObject({
  schema: z.literal(ACCEPTED_SCHEMA),
  accepted: z.array(AcceptedFinding),
})
export type AcceptedFile = z.infer<typeof AcceptedFile>
