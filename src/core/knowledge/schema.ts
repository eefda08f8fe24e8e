// The forms of the knowledge files. They are part of the program, so the unit tests hold them against these forms once and
// for all; no start of the program does it again.
import { z } from 'zod'
import { JUDGED_SERVICES } from '../model/service'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'not a day')
const service = z.enum(JUDGED_SERVICES)
const buildRange = z.tuple([z.int().positive(), z.int().positive()])

/** A page that facts rest on. `pageDate` is the page's own date, `asOf` the day it was read. */
export const Source = z.strictObject({
  id: z.string(),
  url: z.url(),
  pageDate: day.nullable(),
  asOf: day,
})
export type Source = z.infer<typeof Source>

/**
 * A service that a guest cannot have. The kernel bounds (major.minor) narrow it: an entry of a release also counts while the
 * kernel is not known, an entry of a whole family only with a known kernel inside the bounds.
 */
export const Absence = z.strictObject({
  service,
  reason: z.enum(['guest-never-had', 'no-daemon-shipped']),
  /** First release that has it, as its maker writes it. */
  since: z.string().optional(),
  kernelFrom: z.string().optional(),
  kernelBelow: z.string().optional(),
  source: z.string(),
})
export type Absence = z.infer<typeof Absence>

/** One release of a family. It stands for its version and everything below it (9 for 9.4) unless a range or flag says otherwise. */
export const Release = z.strictObject({
  version: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  /** This very version only: a service pack is another release. */
  exact: z.literal(true).optional(),
  /** Rolling: any version, or none. */
  any: z.literal(true).optional(),
  released: day.nullable(),
  /** Last day of the maker's ordinary support; null: no date known. */
  eol: day.nullable(),
  /** Last day of an extension that has to be ordered or configured. */
  extendedEol: day.nullable(),
  /** Ids of the hosts for which Microsoft's page names it. Not named is not the same as not working. */
  hosts: z.array(z.string()),
  absent: z.array(Absence).optional(),
})
export type Release = z.infer<typeof Release>

/** Who packages the daemons, and so which commands fit. */
export const PACKAGES = [
  'ubuntu',
  'debian',
  'devuan',
  'redhat',
  'suse',
  'alpine',
  'arch',
  'nixos',
  'azure-linux',
  'freebsd',
] as const
export type PackageSet = (typeof PACKAGES)[number]

/** A guest system as it names itself over data exchange. */
export const Family = z.strictObject({
  id: z.string(),
  name: z.string(),
  os: z.enum(['linux', 'freebsd', 'other']),
  /** Family it is built from and whose name some of its releases report; missing where it always reports its own. */
  parent: z.string().optional(),
  /** Patterns of the KVP item OSName, compared without case. */
  osNames: z.array(z.string()),
  packages: z.enum(PACKAGES).optional(),
  /** Nothing can be installed in it: what is missing is its maker's decision. */
  closed: z.literal(true).optional(),
  /** Its kernels carry newer drivers than their number says, so the number decides nothing. */
  backportsKernel: z.literal(true).optional(),
  /** Source of Microsoft's list for it. */
  list: z.string(),
  /** Address of its life cycle dates; null: none known. */
  lifecycle: z.url().nullable(),
  asOf: day,
  absent: z.array(Absence).optional(),
  releases: z.array(Release),
})
export type Family = z.infer<typeof Family>

/** A product built on a general system whose maker decides what runs in it. */
export const Appliance = z.strictObject({
  id: z.string(),
  name: z.string(),
  os: z.enum(['linux', 'other']),
  osNames: z.array(z.string()),
  /** Pattern of the kernel release that gives it away although it reports another family's name. */
  kernel: z.string().optional(),
  /** Family whose name it reports, so that only a person can tell the two apart. */
  reportsAs: z.string().optional(),
  closed: z.boolean(),
  asOf: day,
})
export type Appliance = z.infer<typeof Appliance>

export const GuestFamiliesFile = z.strictObject({
  lifecycleAsOf: day,
  families: z.array(Family),
  appliances: z.array(Appliance),
})
export type GuestFamiliesFile = z.infer<typeof GuestFamiliesFile>

/** How the integration services of a Windows guest are brought up to date; see `steps/windows-update`. */
export const WINDOWS_UPDATE_WAYS = [
  'windows-update',
  'windows-update-or-disk',
  'data-exchange-or-disk',
  'disk-only',
] as const
export type WindowsUpdateWay = (typeof WINDOWS_UPDATE_WAYS)[number]

/** A release of Windows as a guest. */
export const WindowsRelease = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['client', 'server']),
  version: z.string(),
  /** First and last build; a client and a server can share one. */
  builds: buildRange,
  /** Pattern of the product name, without marks such as (R). */
  osName: z.string(),
  update: z.enum(WINDOWS_UPDATE_WAYS),
  eol: day.nullable(),
  extendedEol: day.nullable(),
  /** Named as a guest on Microsoft's page. */
  listed: z.boolean(),
  /** Oldest host build that the page allows for it. */
  minHostBuild: z.int().optional(),
  /** Has no Guest Service Interface. */
  lacksFileCopy: z.literal(true).optional(),
  asOf: day,
})
export type WindowsRelease = z.infer<typeof WindowsRelease>

/** End dates of one build of a Windows client, which differ by edition. */
export const ClientBuild = z.strictObject({
  build: z.int(),
  home: day,
  enterprise: day,
  ltsc: day.optional(),
  iotLtsc: day.optional(),
  extended: day.optional(),
})
export type ClientBuild = z.infer<typeof ClientBuild>

export const WindowsReleasesFile = z.strictObject({
  lifecycleAsOf: day,
  list: z.string(),
  lifecycle: z.strictObject({ client: z.url(), server: z.url() }),
  releases: z.array(WindowsRelease),
  clientBuilds: z.array(ClientBuild),
})
export type WindowsReleasesFile = z.infer<typeof WindowsReleasesFile>

/** A release of Windows as a Hyper-V host. */
export const HostRelease = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['client', 'server', 'azure']),
  builds: buildRange,
  osName: z.string(),
  /** Has the integration services setup disk (vmguest.iso). */
  setupDisk: z.boolean(),
  services: z.array(service),
  source: z.string(),
  asOf: day,
})
export type HostRelease = z.infer<typeof HostRelease>
