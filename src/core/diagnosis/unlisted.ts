import type { Host } from '../model/snapshot'
import type { JudgedService } from './vm-facts'

const INVALID_CLASS = /^0x80041010$/i
/** Server 2012 R2 and Windows 8.1 brought the Guest Service Interface. */
const FIRST_BUILD_WITH_FILE_COPY = 9600

/**
 * True where the host's release does not know the service at all: the Guest Service Interface on Server 2012.
 * A class of another service that is missing is damage or a missing role, not age.
 */
export function isUnknownToHost(service: JudgedService, host: Host): boolean {
  if (service.id !== 'guest-service-interface') return false
  if (host.build !== null) return host.build < FIRST_BUILD_WITH_FILE_COPY
  return service.problemCode !== null && INVALID_CLASS.test(service.problemCode)
}
