export { stepsForIncompatible, stepsForLost, stepsForNoHeartbeat, stepsToRestartService } from './guest-trouble'
export { stepsToEnable, stepsToVerifyBackup } from './host-commands'
export { stepsForMissingPart } from './missing-part'
export { stepsForWindowsUpdate } from './windows-update'
