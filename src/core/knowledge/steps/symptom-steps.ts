import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { Guest, GuestOs } from '../../model/snapshot'
import { stepsToVerifyBackup } from './host-commands'
import { stepsForMissingPart } from './missing-part'
import { checkAgain, guestStep, labelled, lookStep, personStep } from './step'
import { lookAtWriters } from './windows-service'

const CLOCK: Readonly<Partial<Record<GuestOs, Step>>> = {
  linux: lookStep(message('step.clock.look.linux'), 'timedatectl; chronyc sources; chronyc tracking'),
  windows: lookStep(message('step.clock.look.windows'), 'w32tm /query /source; w32tm /query /status'),
  freebsd: lookStep(message('step.clock.look.freebsd'), 'date; service ntpd status; ntpq -p'),
}

function lookAtClock(guest: Guest): readonly Step[] {
  const own = CLOCK[guest.os]
  if (own !== undefined) return [own]
  return (['windows', 'linux', 'freebsd'] as const).flatMap((os) => {
    const step = CLOCK[os]
    return step === undefined ? [] : [labelled(message(`term.guest.${os}`), step)]
  })
}

/** How to find out whether live backup works: the writers where Windows can run in the VM, then the test checkpoint. */
export function stepsToTestBackup(guest: Guest, vmId: string): readonly Step[] {
  const writers = lookAtWriters('vss')
  const ofGuest =
    guest.os === 'windows' ? writers : guest.os === 'unknown' ? writers.map((step) => labelled('Windows', step)) : []
  return [...ofGuest, ...stepsToVerifyBackup(vmId)]
}

/** How to find out which time a guest follows. Nothing is changed. */
export function stepsToTestClock(guest: Guest): readonly Step[] {
  return [personStep(message('step.clock.host')), ...lookAtClock(guest)]
}

/** What to do about a wrong clock whose time service was agreed on. */
export function stepsForClock(guest: Guest): readonly Step[] {
  return [...stepsToTestClock(guest), guestStep(message('step.clock.own-source'), null), checkAgain]
}

/** What to do where the guest has an address and data exchange, agreed on, brings none. */
export function stepsForAddress(guest: Guest): readonly Step[] {
  const provider = guestStep(
    message('step.address.windows'),
    String.raw`cd /d %windir%\system32\wbem & regsvr32 /s NetTCPIP.dll & mofcomp NetTCPIP.mof`,
  )
  if (guest.os === 'windows') return [provider, checkAgain]
  const steps = stepsForMissingPart('kvp', guest)
  return guest.os === 'unknown' ? [labelled('Windows', provider), ...steps] : steps
}
