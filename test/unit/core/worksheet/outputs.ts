import type { Capture } from '../../../../src/core/model/capture'
import { WORKSHEET_BEGIN, WORKSHEET_END, type WorksheetSystem } from '../../../../src/core/model/worksheet'
import { VM_ID } from '../capture-builder'

/** The output of a worksheet with these lines between its marks. */
export function outputOf(system: WorksheetSystem, lines: readonly string[], vmId = '-'): string {
  return [`--- ${WORKSHEET_BEGIN}: ${system} ${vmId} ---`, ...lines, `--- ${WORKSHEET_END} ---`].join('\n')
}

/** What an Ubuntu 22.04 guest prints whose driver is loaded and none of whose daemons runs. */
export const UBUNTU_LINES: readonly string[] = [
  'kernel: 5.15.0-91-generic',
  'os-release: NAME="Ubuntu"',
  'os-release: VERSION_ID="22.04"',
  'os-release: ID=ubuntu',
  'module: hv_vmbus builtin',
  'module: hv_utils loaded',
  'bus-devices: 14',
  'processes: readable',
  'process: chronyd',
  'packages: dpkg',
  'package: linux-cloud-tools-5.15.0-91-generic 5.15.0-91.101',
  'kernel-log: readable',
]

/** The same capture with what somebody saw inside its first VM. */
export const withWorksheet =
  (system: WorksheetSystem, lines: readonly string[]) =>
  (capture: Capture): Capture => ({ ...capture, worksheets: { [VM_ID]: { text: outputOf(system, lines) } } })
