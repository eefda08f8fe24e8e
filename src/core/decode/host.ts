import type { Capture } from '../model/capture'
import type { Host } from '../model/snapshot'
import { isHost2016OrLater } from '../knowledge/host-releases'
import { numberOf, textOf } from './values'

/** The host: name, Windows name and build from `Win32_OperatingSystem` and `Win32_ComputerSystem`. */
export function decodeHost(capture: Capture): Host {
  const system = capture.host['Win32_OperatingSystem'] ?? null
  const computer = capture.host['Win32_ComputerSystem'] ?? null
  const os =
    textOf(system?.['Caption'])
      ?.replace(/^Microsoft\s+/i, '')
      .trim() ?? null
  const fromVersion = /^\d+\.\d+\.(\d+)/.exec(textOf(system?.['Version']) ?? '')?.[1]
  const build = numberOf(system?.['BuildNumber']) ?? numberOf(fromVersion)
  return {
    name: textOf(computer?.['Name']) ?? textOf(capture.target.computerName),
    os,
    build,
    is2016OrLater: isHost2016OrLater(build, os),
    access: capture.access,
  }
}
