import type { KnownGuest } from '../model/history'
import type { Worksheet } from '../model/worksheet'
import type { Evidence, Guest, GuestAnswer, GuestOs } from '../model/snapshot'
import { applianceOf, familyOf, reportsItselfAs } from '../knowledge/guest-families'
import {
  isWindowsName,
  plainProductName,
  windowsReleaseOf,
  windowsReleaseOfVersion,
} from '../knowledge/windows-releases'
import { addressesOf, hasContent, hostNameOf, type Items } from './guest-items'
import { type System, systemOf } from './guest-system'

/** What one source, the guest itself or a person, says about a guest. */
export interface GuestFacts extends System {
  readonly hostName: string | null
  readonly addresses: readonly string[]
  /** True where the guest itself delivered at least one item. */
  readonly delivered: boolean
  readonly evidence: Evidence | null
}

const SOURCE = 'Msvm_KvpExchangeComponent.GuestIntrinsicExchangeItems'
/** Items that the recognition rests on, shown as evidence. */
const TELLING_ITEMS = [
  'OSName',
  'OSMajorVersion',
  'OSMinorVersion',
  'OSVersion',
  'OSBuildNumber',
  'OSPlatformId',
  'ProductType',
  'IntegrationServicesVersion',
]

function evidenceOf(items: Items): Evidence | null {
  const value: Record<string, string> = {}
  for (const name of TELLING_ITEMS) {
    const text = items.get(name)?.slice(0, 256)
    if (text !== undefined && text.trim() !== '') value[name] = text
  }
  return Object.keys(value).length === 0 ? null : { source: SOURCE, value }
}

/**
 * Who the guest says it is, from its data exchange items. Everything in them is written by the guest: texts are bounded and
 * otherwise kept as they are, for whoever shows them to escape. `os` is unknown where the items do not tell or contradict.
 */
export function recogniseGuest(items: Items): GuestFacts {
  const { os, family, name, version, kernel, build } = systemOf(items)
  // Named one by one here and in toGuest: spreading cost most of the time that ten thousand guests take.
  return {
    os,
    family,
    name,
    version,
    kernel,
    build,
    hostName: hostNameOf(items),
    addresses: addressesOf(items),
    delivered: hasContent(items),
    evidence: evidenceOf(items),
  }
}

const SYSTEMS: readonly GuestOs[] = ['linux', 'windows', 'freebsd', 'other']

function answeredSystem(answer: GuestAnswer): System {
  const family = answer.family.trim().toLowerCase()
  const version = answer.version?.trim().slice(0, 256) || null
  const none = { name: null, version, kernel: null, build: null }
  const named =
    windowsReleaseOf(family) ?? (family === 'windows' && version !== null ? windowsReleaseOfVersion(version) : null)
  if (named !== null) {
    // The first build of the release: enough to tell whether guest or host is the older one.
    return {
      os: 'windows',
      family: named.id,
      name: named.name,
      version: named.version,
      kernel: null,
      build: named.builds[0],
    }
  }
  const known = familyOf(family) ?? applianceOf(family)
  if (known !== null) return { ...none, os: known.os, family: known.id, name: known.name }
  const os = SYSTEMS.find((system) => system === family) ?? 'unknown'
  return { ...none, os, family: null, version: os === 'unknown' ? null : version }
}

/** What a person's answer says: a system (linux, windows, freebsd, other) or a family id, perhaps with a release. */
export function guestOfAnswer(answer: GuestAnswer): GuestFacts {
  const said = answer.version === undefined ? answer.family : `${answer.family}:${answer.version}`
  return {
    ...answeredSystem(answer),
    hostName: null,
    addresses: [],
    delivered: false,
    evidence: { source: 'answer', value: said.slice(0, 256) },
  }
}

function fitsBuild(family: string, build: number | null): boolean {
  const builds = windowsReleaseOf(family)?.builds
  return build === null || (builds !== undefined && build >= builds[0] && build <= builds[1])
}

/** What the answer adds to a report of the same system: a release that is missing, the product behind a general name. */
function refined(reported: GuestFacts, answered: GuestFacts): GuestFacts {
  const { family, name, version, build } = answered
  const isSame = family === null || family === reported.family
  if (isSame && (reported.version !== null || version === null)) return reported
  const evidence: Evidence = {
    source: `${SOURCE}, answer`,
    value: { ...(reported.evidence?.value as object | undefined), answer: answered.evidence?.value },
  }
  if (isSame) return { ...reported, version, evidence }
  const isOpen =
    reported.os === 'windows'
      ? reported.family === null && fitsBuild(family, reported.build)
      : reported.family === null && /^Linux$/i.test(reported.name ?? 'Linux')
  if (isOpen) {
    return { ...reported, family, name, version: version ?? reported.version, build: reported.build ?? build, evidence }
  }
  // A product reports the name and number of the system it is built on; its own release is the one that counts.
  const isProduct = reported.family !== null && reportsItselfAs(family, reported.family)
  return isProduct ? { ...reported, family, name, version, evidence } : reported
}

/** Whether two families cannot be the same system: neither is built on the other and reports its name. */
function namesOther(reported: string | null, answered: string | null): boolean {
  return reported !== null && answered !== null && reported !== answered && !reportsItselfAs(answered, reported)
}

function toGuest(facts: GuestFacts, source: Guest['source'], conflict: Guest['conflict'] = null): Guest {
  const { os, family, name, version, kernel, build, evidence, hostName, addresses, delivered } = facts
  return { os, family, name, version, kernel, build, source, evidence, conflict, hostName, addresses, delivered }
}

/** Puts the guest's own report and a person's answer together. The report counts where they disagree, and that is marked. */
export function combineGuest(reported: GuestFacts, answered: GuestFacts | null, answer: string | null): Guest {
  const isAnswered = answered !== null && answered.os !== 'unknown'
  if (reported.os === 'unknown') {
    if (!isAnswered) return toGuest(reported, reported.name === null ? 'none' : 'kvp')
    // What the guest reports contradicts itself; an answer that contradicts its name as well is asked about, not believed.
    const saysWindows = reported.name !== null && isWindowsName(plainProductName(reported.name))
    if (saysWindows && answered.os !== 'windows') return toGuest(reported, 'kvp', { answer: answer ?? answered.os })
    const { hostName, addresses, delivered } = reported
    return toGuest({ ...answered, hostName, addresses, delivered }, 'answer')
  }
  if (!isAnswered) return toGuest(reported, 'kvp')
  const isOther = answered.os !== reported.os || namesOther(reported.family, answered.family)
  if (isOther) return toGuest(reported, 'kvp', { answer: answer ?? answered.os })
  return toGuest(refined(reported, answered), 'kvp')
}

/** A guest that named itself in an earlier check and is silent now. Its name and addresses of then are not those of now. */
function rememberedGuest({ hostName: _then, asOf, ...system }: KnownGuest): Guest {
  const evidence = { source: 'history', value: { ...system, asOf } }
  const facts = { ...system, hostName: null, addresses: [], delivered: false, evidence }
  return { ...toGuest(facts, 'history'), asOf }
}

/** What a worksheet's output says about the guest it was made in. */
function guestOfWorksheet({ items, product, lines }: Worksheet): GuestFacts {
  const facts = recogniseGuest(items)
  const named = product === null ? null : guestOfAnswer({ family: product })
  const { family, name, version } = named ?? facts
  const value = Object.fromEntries(items)
  return {
    ...facts,
    family,
    name,
    version,
    evidence: { source: 'worksheet', value: lines.length === 0 ? value : { ...value, kernel: lines[0] } },
  }
}

/** The worksheet's guest where data exchange tells none, marked where the two or a person's answer disagree. */
function withWorksheet(reported: GuestFacts, seen: GuestFacts, answer: GuestAnswer | undefined): Guest {
  const said = answer === undefined ? null : guestOfAnswer(answer)
  if (reported.os === 'unknown' && reported.name === null) {
    const guest = combineGuest(seen, said, answer?.family ?? null)
    const { hostName, addresses, delivered } = reported
    return { ...guest, hostName, addresses, delivered, source: guest.source === 'kvp' ? 'worksheet' : guest.source }
  }
  const guest = combineGuest(reported, said, answer?.family ?? null)
  // Data exchange counts, and the worksheet may have been run in another VM.
  const isOther = seen.os !== 'unknown' && (seen.os !== guest.os || namesOther(guest.family, seen.family))
  return isOther && guest.conflict === null
    ? { ...guest, conflict: { answer: seen.name ?? seen.os, by: 'worksheet' } }
    : guest
}

/**
 * The guest of one VM from its data exchange items, from what somebody saw inside it with the worksheet, and, where
 * somebody said something, from a person's answer. In this order: a later one never overrides an earlier one. Where none
 * of them names one, it is the guest that an earlier check knew.
 */
export function decideGuest(items: Items, answer?: GuestAnswer, known?: KnownGuest, worksheet?: Worksheet): Guest {
  const reported = recogniseGuest(items)
  const guest =
    worksheet !== undefined
      ? withWorksheet(reported, guestOfWorksheet(worksheet), answer)
      : answer === undefined
        ? combineGuest(reported, null, null)
        : combineGuest(reported, guestOfAnswer(answer), answer.family)
  // An empty item says nothing; one that contradicts itself says that something is different now.
  return guest.source === 'none' && !guest.delivered && known !== undefined ? rememberedGuest(known) : guest
}
