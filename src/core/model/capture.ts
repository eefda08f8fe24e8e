import { z } from 'zod'

/** The format this version writes. */
export const CAPTURE_SCHEMA = 'integration-doctor/capture@1'

/** Largest capture that is read, unpacked, in bytes. */
export const CAPTURE_LIMIT_BYTES = 256 * 1024 * 1024

/** One row as CIM gave it: property names to numbers, texts, arrays or null. Nothing in it is trusted. */
export type Row = Readonly<Record<string, unknown>>

const row = z.custom<Row>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'not a row')

// Checked by hand and not by z.array(row): a host can have ten thousand rows, and zod would copy every one.
const rows = z.custom<readonly Row[]>(
  (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)),
  'not a list of rows',
)

/** How the rows came here. */
export const VIA = ['local', 'remoting', 'cim-wsman', 'cim-dcom', 'file', 'pasted', 'sample'] as const

const known = z.union([z.boolean(), z.null()])

/** What the access self-test found out; null where it could not be found out. */
export const Access = z.looseObject({
  elevated: known.default(null),
  hyperVAdministrators: known.default(null),
  namespace: z.string().nullable().default(null),
  vmms: z.string().nullable().default(null),
  hostRowSeen: known.default(null),
  languageMode: z.string().nullable().default(null),
})
export type Access = z.infer<typeof Access>

/** A class that could not be read, or broke off while it was. */
export const CaptureProblem = z.looseObject({
  class: z.string().nullable().default(null),
  code: z.string().nullable().default(null),
  message: z.string().default(''),
})
export type CaptureProblem = z.infer<typeof CaptureProblem>

/** The file format of saved evidence (docs: contracts, section 1). Unknown fields, classes and properties are kept. */
export const Capture = z.looseObject({
  schema: z.literal(CAPTURE_SCHEMA),
  collectedAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/, 'not an ISO 8601 time'),
  complete: z.boolean().default(true),
  stopped: z.enum(['cancelled', 'timed-out', 'broken-off']).nullable().default(null),
  collector: z
    .looseObject({
      name: z.string(),
      version: z.string(),
      psVersion: z.string().nullable().default(null),
      psEdition: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  target: z.looseObject({ computerName: z.string().nullable().default(null), via: z.enum(VIA) }),
  host: z.record(z.string(), row.nullable()).default({}),
  asked: z.array(z.string()).nullable().default(null),
  classes: z.record(z.string(), rows.nullable()),
  events: z.array(row).nullable().default([]),
  access: Access.nullable().default(null),
  problems: z.array(CaptureProblem).nullable().default([]),
  timings: z.record(z.string(), z.number()).nullable().default({}),
  /** Virtual machines that were read again by themselves after `collectedAt`, by id, and when. */
  rechecked: z.record(z.string(), z.string()).optional(),
  pasted: z
    .looseObject({ text: z.string(), name: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  /** Output of the guest worksheet, by VM id, as somebody pasted it. Only where there is any. */
  worksheets: z.record(z.string(), z.looseObject({ text: z.string() })).optional(),
  sha256: z.string().nullable().default(null),
})
export type Capture = z.infer<typeof Capture>
