import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { JudgedServiceId } from '../../model/service'
import type { Guest } from '../../model/snapshot'
import { packagesOf } from './linux-packages'
import { guestStep, lookStep } from './step'

/** Looks for hv_utils, the kernel module behind every integration service. It can be built in, so both places count. */
export function lookAtModule(service: JudgedServiceId): Step {
  const text = message('step.linux.look-module', { service: message(`term.service.${service}`) })
  return lookStep(text, `uname -r; ls -d /sys/module/hv_utils; lsmod | grep -E '^hv_'`)
}

/** What the kernel wrote about the integration services since it started; many systems show that to root only. */
export const lookAtKernelLog: Step = lookStep(
  message('step.linux.look-log'),
  `dmesg | grep -i -E 'hv_utils|hyper-v|vmbus'`,
  'guest-admin',
)

/** Loads the module now and at every start. OpenWrt builds without it have to be replaced. */
export function loadModule(guest: Guest): readonly Step[] {
  if (guest.family === 'openwrt') {
    return [lookAtKernelLog, guestStep(message('step.linux.openwrt'), null, 'restart')]
  }
  const always = packagesOf(guest)?.loadModuleAlways ?? 'echo hv_utils > /etc/modules-load.d/hyperv.conf'
  return [
    lookAtKernelLog,
    guestStep(message('step.linux.load-module'), 'modprobe hv_utils'),
    guestStep(message('step.linux.load-module-always'), always),
    guestStep(message('step.linux.own-kernel'), null),
  ]
}
