import type { Rule } from '../rule'
import { applicationCritical } from './application-critical'
import { classNotRead } from './class-not-read'
import { deviceGuessed } from './device-guessed'
import { deviceMismatchGuestUnknown } from './device-mismatch-guest-unknown'
import { deviceMismatchNonWindows } from './device-mismatch-non-windows'
import { deviceMismatchWindows } from './device-mismatch-windows'
import { deviceMismatchWindowsNewer } from './device-mismatch-windows-newer'
import { deviceRefused } from './device-refused'
import { fileCopyOffByDefault } from './file-copy-off-by-default'
import { guestAnswerContradicts } from './guest-answer-contradicts'
import { guestDaemonAbsent } from './guest-daemon-absent'
import { guestDriverMissing } from './guest-driver-missing'
import { guestPartRuns } from './guest-part-runs'
import { guestPartStopped } from './guest-part-stopped'
import { heartbeatLost } from './heartbeat-lost'
import { heartbeatNoApplicationData } from './heartbeat-no-application-data'
import { heartbeatNotListed } from './heartbeat-not-listed'
import { heartbeatNumberElsewhere } from './heartbeat-number-elsewhere'
import { justStartedRule } from './just-started'
import { mismatchGuestUnknown } from './mismatch-guest-unknown'
import { mismatchOtherGuest } from './mismatch-other-guest'
import { mismatchWindows } from './mismatch-windows'
import { mismatchMakerSays } from './mismatch-maker-says'
import { mismatchWindowsBuildUnknown } from './mismatch-windows-build-unknown'
import { mismatchWindowsNewerThanHost } from './mismatch-windows-newer-than-host'
import { noCompatibleVersion } from './no-compatible-version'
import { noContactHeartbeatUnknown } from './no-contact-heartbeat-unknown'
import { noDaemonForService } from './no-daemon-for-service'
import { noHeartbeat } from './no-heartbeat'
import { nothingSaid } from './nothing-said'
import { protocolMismatchNonWindows } from './protocol-mismatch-non-windows'
import { replicaOff } from './replica-off'
import { serviceCommunicationFailed } from './service-communication-failed'
import { serviceDisabled } from './service-disabled'
import { serviceError } from './service-error'
import { serviceLost } from './service-lost'
import { serviceNoContact } from './service-no-contact'
import { serviceNotInGuest } from './service-not-in-guest'
import { serviceOk } from './service-ok'
import { serviceTimedOut } from './service-timed-out'
import { statusGuessed } from './status-guessed'
import { statusMissing } from './status-missing'
import { statusOfPaused } from './status-of-paused'
import { statusUnknown } from './status-unknown'
import { storageTrouble } from './storage-trouble'
import { symptomConfirmed } from './symptom-confirmed'
import { symptomExplained } from './symptom-explained'
import { symptomNotSettled } from './symptom-not-settled'
import { timesyncMismatchOlderWindows } from './timesync-mismatch-older-windows'
import { timesyncWindowsReleaseUnknown } from './timesync-windows-release-unknown'
import { vmDiskFilling } from './vm-disk-filling'
import { vmCritical } from './vm-critical'
import { vmHealthUnknown } from './vm-health-unknown'
import { vmInTransition } from './vm-in-transition'
import { vmOff } from './vm-off'
import { vmPaused } from './vm-paused'
import { vmSaved } from './vm-saved'
import { vmStateUnknown } from './vm-state-unknown'
import { workerNotAnswering } from './worker-not-answering'

/** Every rule, by code. The ranges: 01-09 healthy and not running, 10-19 version differences, 20-29 no compatible version, 30-39 no contact, 40-49 lost, 50-59 switched off, 60-69 errors reported, 70-79 unknown or not read, 80-89 devices, host and events, 110-119 what the caller sees. */
export const RULES: readonly Rule[] = [
  serviceOk,
  heartbeatNoApplicationData,
  fileCopyOffByDefault,
  heartbeatNumberElsewhere,
  vmOff,
  vmSaved,
  vmPaused,
  replicaOff,
  vmCritical,
  protocolMismatchNonWindows,
  timesyncMismatchOlderWindows,
  mismatchWindowsNewerThanHost,
  mismatchWindows,
  mismatchGuestUnknown,
  mismatchOtherGuest,
  timesyncWindowsReleaseUnknown,
  noCompatibleVersion,
  noHeartbeat,
  serviceNoContact,
  noContactHeartbeatUnknown,
  justStartedRule,
  serviceNotInGuest,
  noDaemonForService,
  guestDriverMissing,
  guestPartStopped,
  guestPartRuns,
  guestDaemonAbsent,
  heartbeatLost,
  serviceLost,
  serviceDisabled,
  serviceError,
  serviceTimedOut,
  serviceCommunicationFailed,
  applicationCritical,
  statusUnknown,
  statusMissing,
  classNotRead,
  heartbeatNotListed,
  vmStateUnknown,
  vmInTransition,
  statusOfPaused,
  guestAnswerContradicts,
  statusGuessed,
  storageTrouble,
  workerNotAnswering,
  vmHealthUnknown,
  deviceRefused,
  deviceMismatchNonWindows,
  deviceMismatchWindows,
  deviceMismatchGuestUnknown,
  deviceGuessed,
  nothingSaid,
  deviceMismatchWindowsNewer,
  mismatchWindowsBuildUnknown,
  mismatchMakerSays,
  vmDiskFilling,
  symptomNotSettled,
  symptomExplained,
  symptomConfirmed,
]
