import data from './host-releases.json'
import { remember } from './remember'
import type { HostRelease } from './schema'
import { plainProductName } from './windows-releases'

/** Releases of Windows as Hyper-V hosts. */
export const HOST_RELEASES: readonly HostRelease[] = data as unknown as readonly HostRelease[]

const releases = HOST_RELEASES.map((release) => ({ release, pattern: new RegExp(release.osName, 'i') }))

/** First build of Windows 10; every Server from 2016 on is above it, every release before it below. */
const WINDOWS_10_BUILD = 10240
/** First build with the Guest Service Interface and with the backup protocol that Linux speaks. */
export const SERVER_2012_R2_BUILD = 9600

interface BuildAndName {
  readonly build: number | null
  readonly caption: string | null
}

const lookUp = remember(
  ({ build, caption }: BuildAndName) => `${build} ${caption}`,
  ({ build, caption }): HostRelease | null => {
    const name = plainProductName(caption ?? '')
    const named = releases.find(({ pattern }) => pattern.test(name))?.release ?? null
    if (build === null) return named
    const ofBuild = HOST_RELEASES.filter((release) => build >= release.builds[0] && build <= release.builds[1])
    if (named !== null)
      return ofBuild.includes(named) ? named : (ofBuild.find(({ kind }) => kind === named.kind) ?? null)
    const isServer = /^Hyper-V Server\b/i.test(name)
    if (name !== '' && !isServer) return null
    const fitting = ofBuild.filter(({ kind }) => kind === 'server' || (kind === 'client' && !isServer))
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  },
)

/**
 * The release of a host by build and product name (`Win32_OperatingSystem` BuildNumber, Caption). The name decides where
 * client, server and Azure share a build; null where the two together do not tell.
 */
export function hostReleaseOfBuild(build: number | null, caption: string | null): HostRelease | null {
  return lookUp({ build, caption })
}

function is2016OrLaterByName(name: string): boolean | null {
  if (/\bAzure (?:Stack HCI|Local)\b/i.test(name)) return true
  const server = /\bServer (\d{4})\b/i.exec(name)?.[1]
  if (server !== undefined) return Number(server) >= 2016
  const client = /\bWindows (\d{1,2})(?:\.\d)?\b/i.exec(name)?.[1]
  if (client !== undefined) return Number(client) >= 10
  return /\bWindows (?:Vista|XP|2000)\b/i.test(name) ? false : null
}

/**
 * Whether a host is Windows 10, Server 2016 or later: by build, else by its product name, whose digits are the same in
 * every display language. Null where neither tells.
 */
export function isHost2016OrLater(build: number | null, caption: string | null): boolean | null {
  if (build !== null && build >= 2600) return build >= WINDOWS_10_BUILD
  return caption === null ? null : is2016OrLaterByName(plainProductName(caption))
}
