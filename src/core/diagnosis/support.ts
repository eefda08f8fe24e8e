import { message } from '../i18n/translate'
import { familyOf, LIFECYCLE_AS_OF, releaseOf } from '../knowledge/guest-families'
import { hostReleaseOfBuild } from '../knowledge/host-releases'
import type { ClientBuild, Family, Release, WindowsRelease } from '../knowledge/schema'
import { sourceOf } from '../knowledge/sources'
import { CLIENT_BUILDS, WINDOWS_PAGES, windowsReleaseOf } from '../knowledge/windows-releases'
import type { Support } from '../model/diagnosis'
import type { Guest, Host } from '../model/snapshot'
import type { TextRef } from '../model/text'
import { guestName } from './vm-facts'

const UNKNOWN: Support = { state: 'unknown', until: null, extendedUntil: null, source: null, asOf: null }

/** End of ordinary support and of an extension, as days; null where there is none or nobody knows it. */
interface EndDates {
  readonly eol: string | null
  readonly extendedEol: string | null
}

/** The last day still counts; ISO days sort as text. */
function isOver(day: string | null, checkedAt: string): boolean {
  return day !== null && checkedAt.slice(0, 10) > day
}

function ended(dates: EndDates, lifecycle: string | null): Support {
  return {
    state: 'end-of-life',
    until: dates.eol,
    extendedUntil: dates.extendedEol,
    source: lifecycle,
    asOf: LIFECYCLE_AS_OF,
  }
}

function onList(state: Exclude<Support['state'], 'end-of-life'>, dates: EndDates, list: string): Support {
  const page = sourceOf(list)
  return {
    state,
    until: dates.eol,
    extendedUntil: dates.extendedEol,
    source: page.url,
    asOf: page.pageDate ?? page.asOf,
  }
}

/**
 * Numbers that pfSense reports too: it runs development snapshots of FreeBSD that keep the number of a release which has
 * long ended, or never was one. The dates of that release say nothing about it.
 */
const REPORTED_BY_PFSENSE_TOO = ['14.0', '15.0', '16.0']

function supportOfFamily(family: Family, guest: Guest, host: Host, checkedAt: string): Support {
  if (family.id === 'freebsd' && guest.source === 'kvp' && REPORTED_BY_PFSENSE_TOO.includes(guest.version ?? '')) {
    return UNKNOWN
  }
  const release: Release | null = releaseOf(family, guest.version)
  if (release === null) return UNKNOWN
  if (isOver(release.eol, checkedAt)) return ended(release, family.lifecycle)
  const hostId = hostReleaseOfBuild(host.build, host.os)?.id
  // The list is by host: without knowing that, a release on it may or may not be supported here.
  if (hostId === undefined && release.hosts.length > 0) return onList('unknown', release, family.list)
  const isListed = hostId !== undefined && release.hosts.includes(hostId)
  return onList(isListed ? 'supported' : 'community', release, family.list)
}

function clientDates(build: ClientBuild, name: string): EndDates {
  const extendedEol = build.extended ?? null
  if (/\bLTS[BC]\b/i.test(name)) {
    const isIot = /\bIoT\b/i.test(name)
    return { eol: (isIot ? build.iotLtsc : undefined) ?? build.ltsc ?? null, extendedEol: null }
  }
  // An edition that is not known gets the later date: a guest is called ended only where every edition is.
  const isHome = /\b(?:Home|Core|Pro)\b/i.test(name)
  return { eol: isHome ? build.home : build.enterprise, extendedEol }
}

/** Dates of a Windows guest: a client's depend on its build and edition, a server's on the release alone. */
function windowsDates(release: WindowsRelease, guest: Guest): EndDates {
  const isServiced = release.id === 'w10' || release.id === 'w11'
  // Name and build of the file itself: a person said which release it is, which says nothing about the build.
  const isSaid = guest.name === release.name && guest.build === release.builds[0]
  if (!isServiced || isSaid || guest.build === null) return release
  const build = CLIENT_BUILDS.find((entry) => entry.build === guest.build)
  return build === undefined ? { eol: null, extendedEol: null } : clientDates(build, guest.name ?? '')
}

function supportOfWindows(release: WindowsRelease, guest: Guest, host: Host, checkedAt: string): Support {
  const dates = windowsDates(release, guest)
  if (dates.eol === null && release.eol === null) return UNKNOWN
  if (isOver(dates.eol, checkedAt)) return ended(dates, WINDOWS_PAGES.lifecycle[release.kind])
  if (!release.listed) return onList('community', dates, WINDOWS_PAGES.list)
  if (release.minHostBuild === undefined) return onList('supported', dates, WINDOWS_PAGES.list)
  const hostBuild = host.build ?? hostReleaseOfBuild(null, host.os)?.builds[0] ?? null
  if (hostBuild === null) return onList('unknown', dates, WINDOWS_PAGES.list)
  return onList(hostBuild < release.minHostBuild ? 'unsupported' : 'supported', dates, WINDOWS_PAGES.list)
}

/**
 * Whether the guest's release is supported, by Microsoft's lists and the makers' end dates, as of `checkedAt` (ISO time of
 * the reading). A release that no page names is `community`, not `unsupported`. Never changes a verdict.
 */
export function supportOf(guest: Guest, host: Host, checkedAt: string): Support {
  const family = familyOf(guest.family)
  if (family !== null) return supportOfFamily(family, guest, host, checkedAt)
  const release = windowsReleaseOf(guest.family)
  return release === null ? UNKNOWN : supportOfWindows(release, guest, host, checkedAt)
}

/** What to say about support beside the verdict; null where nothing is known, or everything is in order. */
export function supportNote(guest: Guest, support: Support, checkedAt: string): TextRef | null {
  const name = guestName(guest)
  switch (support.state) {
    case 'end-of-life': {
      const date = support.until ?? ''
      if (support.extendedUntil !== null && !isOver(support.extendedUntil, checkedAt)) {
        return message('support.note.ended-extended', { guest: name, date, extended: support.extendedUntil })
      }
      const isPlainFreebsd = guest.family === 'freebsd' && guest.source === 'kvp'
      return message(isPlainFreebsd ? 'support.note.ended-freebsd' : 'support.note.ended', { guest: name, date })
    }
    case 'unsupported':
      return message('support.note.unsupported', { guest: name, asOf: support.asOf ?? '' })
    case 'community':
      return message('support.note.community', { guest: name, asOf: support.asOf ?? '' })
    case 'supported':
    case 'unknown':
      return null
  }
}
