import { z } from 'zod'
import { Summary } from './diagnosis'
import { JUDGED_SERVICES } from './service'
import { VERDICTS } from './verdict'

export const HISTORY_SCHEMA = 'integration-doctor/history@1'

/** Who a guest was when it last said so itself. */
export const KnownGuest = z.object({
  os: z.enum(['linux', 'windows', 'freebsd', 'other']),
  family: z.string().nullable(),
  name: z.string().nullable(),
  version: z.string().nullable(),
  kernel: z.string().nullable(),
  build: z.number().nullable(),
  hostName: z.string().nullable(),
  /** Time of the check in which it said so, ISO 8601. */
  asOf: z.string(),
})
export type KnownGuest = z.infer<typeof KnownGuest>

/** What all kept checks together say of one VM. Times are those of checks, ISO 8601. */
export const VmRecord = z.object({
  name: z.string(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  /** First check in which state, verdict and statuses were what they are now. */
  changedAt: z.string(),
  /** State, verdict and statuses, to be compared with those of the next check. */
  picture: z.string(),
  verdict: z.enum(VERDICTS),
  /** What a service was read as, and the first check since which it has been that. */
  services: z.partialRecord(z.enum(JUDGED_SERVICES), z.object({ picture: z.string(), since: z.string() })),
  /** Findings by rule and service, with the first check since which they have stood. */
  findings: z.record(z.string(), z.string()),
  guest: KnownGuest.nullable(),
  addresses: z.array(z.string()),
})
export type VmRecord = z.infer<typeof VmRecord>

/** One kept check. */
export const KeptCheck = z.object({
  /** Name of its capture in the host's folder. */
  file: z.string(),
  checkedAt: z.string(),
  bytes: z.number(),
  summary: Summary,
})
export type KeptCheck = z.infer<typeof KeptCheck>

/** What is known of one host's checks. Everything in it can be read again from their captures. */
export const HostHistory = z.object({
  schema: z.literal(HISTORY_SCHEMA),
  /** Program and knowledge that judged the checks; other ones judge them again. */
  judgedBy: z.string(),
  host: z.object({ name: z.string(), domain: z.string().nullable(), os: z.string().nullable() }),
  /** Oldest first. */
  checks: z.array(KeptCheck),
  /** By VM id. */
  vms: z.record(z.string(), VmRecord),
})
export type HostHistory = z.infer<typeof HostHistory>

/** Last known guests, by VM id. */
export type KnownGuests = Readonly<Record<string, KnownGuest>>
