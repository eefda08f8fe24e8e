import type { Capture } from '../model/capture'
import type { Host } from '../model/snapshot'
import { isHost2016OrLater } from '../knowledge/host-releases'
import { numberOf, textOf } from './values'

/** A build with its update level where that was read: 26100.4652; null where not even the build is known. */
export function buildText(build: number | string | null, revision: number | undefined): string | null {
  if (build === null) return null
  return revision === undefined ? String(build) : `${build}.${revision}`
}

/**
 * The host: name, Windows name and build from `Win32_OperatingSystem` and `Win32_ComputerSystem`, the update level from the
 * registry (`UBR`).
 */
export function decodeHost(capture: Capture): Host {
  const system = capture.host['Win32_OperatingSystem'] ?? null
  const computer = capture.host['Win32_ComputerSystem'] ?? null
  const os =
    textOf(system?.['Caption'])
      ?.trim()
      .replace(/^Microsoft\s+/i, '') ?? null
  const fromVersion = /^\d+\.\d+\.(\d+)/.exec(textOf(system?.['Version']) ?? '')?.[1]
  const build = numberOf(system?.['BuildNumber']) ?? numberOf(fromVersion)
  const revision = numberOf(capture.host['StdRegProv']?.['UBR'])
  return {
    name: textOf(computer?.['Name']) ?? textOf(capture.target.computerName),
    os,
    build,
    ...(revision === null ? {} : { revision }),
    is2016OrLater: isHost2016OrLater(build, os),
    access: capture.access,
  }
}
