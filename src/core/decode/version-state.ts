import type { DeviceEvent, Row, VmEvents } from '../model/snapshot'
import { numberOf } from './values'

/** `Msvm_SummaryInformation.IntegrationServicesVersionState`: the guest's integration services are not those of the host. */
const MISMATCH = 2

/**
 * The events of a VM with what the host's summary says of the version of its integration services, as one more sign of
 * another version. Only hosts up to Windows Server 2012 R2 tell it, where Hyper-V Manager shows "Update required"; what a
 * later host means by it nobody confirmed, so there it is not judged. `readAt`: seconds since 1970.
 */
export function withVersionState(
  events: VmEvents,
  summary: Row | undefined,
  isNewHost: boolean | null,
  readAt: number | null,
): VmEvents {
  if (summary === undefined || isNewHost !== false || readAt === null) return events
  if (numberOf(summary['IntegrationServicesVersionState']) !== MISMATCH) return events
  const sign: DeviceEvent = {
    loaded: true,
    subject: 'integration-services',
    device: null,
    seconds: readAt,
    evidence: { source: 'Msvm_SummaryInformation.IntegrationServicesVersionState', value: MISMATCH },
    isSummary: true,
  }
  return { ...events, devices: [...events.devices, sign] }
}
