import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { JudgedServiceId } from '../../model/service'
import type { Guest } from '../../model/snapshot'
import { guestLabel, guestStep, lookStep } from './step'

const DAEMONS: Readonly<Partial<Record<JudgedServiceId, string>>> = { kvp: 'hv_kvp_daemon', vss: 'hv_vss_daemon' }

export const lookAtFreebsd: Step = lookStep(
  message('step.freebsd.look'),
  `dmesg | grep -i -E 'hyperv|vmbus'; pgrep -fl hv_; ls /dev/hv_*`,
)

/** Looks at drivers and daemons; firewall products first need the way to their shell. */
export function lookAtFreebsdGuest(guest: Guest): readonly Step[] {
  if (guest.family === 'freebsd' || guest.family === null) return [lookAtFreebsd]
  return [guestStep(message('step.freebsd.shell', { guest: guestLabel(guest) }), null), lookAtFreebsd]
}

/** Has devd start the daemon of a service, or starts it by hand. Other services need the kernel only. */
export function startFreebsdDaemon(service: JudgedServiceId): readonly Step[] {
  const daemon = DAEMONS[service]
  if (daemon === undefined) return []
  return [
    guestStep(message('step.freebsd.start'), 'service devd restart'),
    guestStep(message('step.freebsd.by-hand'), `/usr/sbin/${daemon}`),
  ]
}

/** Restarts the daemon of a service. */
export function restartFreebsdDaemon(service: JudgedServiceId): readonly Step[] {
  const daemon = DAEMONS[service]
  if (daemon === undefined) return []
  return [guestStep(message('step.restart-part'), `pkill ${daemon}; sleep 2; /usr/sbin/${daemon}`, 'restart')]
}

/** Brings the base system up to date. */
export const upgradeFreebsd: Step = guestStep(
  message('step.freebsd.upgrade'),
  'freebsd-update fetch install',
  'restart',
)

export const lookAtFreebsdVersion: Step = lookStep(message('step.look-version'), 'freebsd-version -ku')
