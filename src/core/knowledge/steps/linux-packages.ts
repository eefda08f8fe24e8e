import type { JudgedServiceId } from '../../model/service'
import type { Guest } from '../../model/snapshot'
import { familyOf } from '../guest-families'
import type { PackageSet } from '../schema'
import { isAtLeast, versionNumbers } from '../versions'

/** Services that a daemon in the guest answers; the kernel alone answers for the others. */
export type DaemonService = 'kvp' | 'vss' | 'guest-service-interface'

/** Whether a service needs a daemon in the guest. */
export function needsDaemon(service: JudgedServiceId): service is DaemonService {
  return service === 'kvp' || service === 'vss' || service === 'guest-service-interface'
}

/** First kernel whose file copy is done by a program of its own, through the module uio_hv_generic. */
const USER_SPACE_FILE_COPY = '6.10'

/** Whether file copy of this guest needs the newer daemon; false where the kernel is not known. */
export function hasUserSpaceFileCopy(guest: Guest): boolean {
  return guest.kernel !== null && isAtLeast(guest.kernel, USER_SPACE_FILE_COPY)
}

/** First kernel that agrees on file copy without waiting for its daemon (drivers/hv/hv_fcopy.c). */
const FILE_COPY_IN_KERNEL = '4.2'

/** What answers for a service in a guest: the kernel alone, the kernel for a function that needs a daemon too, a daemon, a Windows service; `any` where nobody knows. */
export function silentPartOf(service: JudgedServiceId, guest: Guest): 'kernel' | 'both' | 'daemon' | 'windows' | 'any' {
  switch (guest.os) {
    case 'linux': {
      if (service === 'kvp') return 'daemon'
      if (service !== 'guest-service-interface') return service === 'vss' ? 'both' : 'kernel'
      const isInKernel =
        guest.kernel !== null && isAtLeast(guest.kernel, FILE_COPY_IN_KERNEL) && !hasUserSpaceFileCopy(guest)
      return isInKernel ? 'both' : 'daemon'
    }
    case 'freebsd':
      return needsDaemon(service) ? 'daemon' : 'kernel'
    case 'windows':
      return 'windows'
    default:
      return 'any'
  }
}

/** Where nobody knows the distribution: every name its units can have. */
export const LOOK_AT_DAEMONS = `ps -e | grep -E 'hv_|hyperv'; systemctl status 'hv*' 'hyperv*' --no-pager`
export const RESTART_DAEMONS = `systemctl restart 'hv*' 'hyperv*'`

/** Commands of one distribution for its daemons, to be run as root. */
export interface Packages {
  readonly unit: Readonly<Record<DaemonService, string>>
  /** Null where nothing is installed by a command. */
  readonly install: string | null
  readonly look: (unit: string) => string
  readonly start: (unit: string) => string
  readonly restart: (unit: string) => string
  readonly log: (unit: string) => string
  /** Brings all packages up to date, the kernel included. */
  readonly upgrade: string
  /** Puts the Hyper-V drivers into the start image; null where that is done otherwise. */
  readonly startImage: string | null
  readonly loadModuleAlways: string
}

type LinuxPackageSet = Exclude<PackageSet, 'freebsd'>

const systemd = {
  look: (unit: string) => `systemctl status ${unit} --no-pager; ps -e | grep -E 'hv_|hyperv'`,
  start: (unit: string) => `systemctl enable --now ${unit}`,
  restart: (unit: string) => `systemctl restart ${unit}`,
  log: (unit: string) => `journalctl -u ${unit} -n 50 --no-pager`,
  loadModuleAlways: 'echo hv_utils > /etc/modules-load.d/hyperv.conf',
}

/** Releases from before systemd; `always` has the daemon started at every start. */
function sysv(always: (unit: string) => string) {
  return {
    look: (unit: string) => `service ${unit} status; ps -e | grep -E 'hv_|hyperv'`,
    start: (unit: string) => `service ${unit} start; ${always(unit)}`,
    restart: (unit: string) => `service ${unit} restart`,
    log: () => `grep -i -E 'hv_|hyperv|kvp|vss' /var/log/messages /var/log/syslog | tail -n 50`,
    loadModuleAlways: 'echo hv_utils >> /etc/modules',
  }
}

const sysvDebian = sysv((unit) => `update-rc.d ${unit} defaults`)
const sysvRedhat = {
  ...sysv((unit) => `chkconfig ${unit} on`),
  loadModuleAlways:
    'echo modprobe hv_utils > /etc/sysconfig/modules/hyperv.modules && chmod +x /etc/sysconfig/modules/hyperv.modules',
}
const sysvSuse = {
  ...sysv((unit) => `chkconfig ${unit} on`),
  loadModuleAlways: `sed -i.bak 's/^MODULES_LOADED_ON_BOOT="/&hv_utils /' /etc/sysconfig/kernel`,
}

function isOlderThan(guest: Guest, major: number): boolean {
  const own = versionNumbers(guest.version ?? '')[0]
  return own !== undefined && own < major
}

const dashed = {
  kvp: 'hv-kvp-daemon',
  vss: 'hv-vss-daemon',
  'guest-service-interface': 'hv-fcopy-daemon',
}
const redhatUnits = { kvp: 'hypervkvpd', vss: 'hypervvssd', 'guest-service-interface': 'hypervfcopyd' }
const underscored = {
  kvp: 'hv_kvp_daemon',
  vss: 'hv_vss_daemon',
  'guest-service-interface': 'hv_fcopy_daemon',
}

const DEBIAN_START_IMAGE =
  "printf '%s\\n' hv_vmbus hv_storvsc hv_netvsc >> /etc/initramfs-tools/modules && update-initramfs -u"
const DRACUT = 'dracut -f --add-drivers "hv_vmbus hv_storvsc hv_netvsc" --kver $(uname -r)'

const debian: Packages = {
  ...systemd,
  unit: dashed,
  install: 'apt update && apt install hyperv-daemons',
  upgrade: 'apt update && apt full-upgrade',
  startImage: DEBIAN_START_IMAGE,
}

/** Tools have to fit the running kernel, and Azure's kernel is a flavour of its own. */
function ubuntu(guest: Guest): Packages {
  const flavour = guest.kernel?.endsWith('-azure') === true ? 'azure' : 'virtual'
  return {
    ...debian,
    install: `apt update && apt install linux-tools-${flavour} linux-cloud-tools-${flavour} linux-cloud-tools-$(uname -r)`,
    look: (unit) => `systemctl status ${unit} --no-pager; ls /usr/lib/linux-tools/$(uname -r)/ | grep hv_`,
    ...(guest.family === 'ubuntu' && isOlderThan(guest, 15) ? sysvDebian : {}),
  }
}

function redhat(guest: Guest): Packages {
  const isOld = isOlderThan(guest, 8)
  const tool = isOld ? 'yum' : 'dnf'
  return {
    ...(isOlderThan(guest, 7) && guest.family !== 'amazon-linux' ? sysvRedhat : systemd),
    unit: redhatUnits,
    install: `${tool} install hyperv-daemons`,
    upgrade: `${tool} ${isOld ? 'update' : 'upgrade'}`,
    startImage: DRACUT,
  }
}

function suse(guest: Guest): Packages {
  const fileCopy = hasUserSpaceFileCopy(guest) ? 'hv_fcopy_uio_daemon' : underscored['guest-service-interface']
  return {
    ...(guest.family === 'sles' && isOlderThan(guest, 12) ? sysvSuse : systemd),
    unit: { ...underscored, 'guest-service-interface': fileCopy },
    install: 'zypper install hyper-v',
    upgrade: 'zypper update',
    startImage: DRACUT,
  }
}

const alpine: Packages = {
  unit: underscored,
  install: 'apk add hvtools hvtools-openrc',
  look: (unit) => `rc-service ${unit} status; ps | grep hv_`,
  start: (unit) => `rc-update add ${unit} && rc-service ${unit} start`,
  restart: (unit) => `rc-service ${unit} restart`,
  log: () => 'grep -i hv_ /var/log/messages | tail -n 50',
  upgrade: 'apk update && apk upgrade',
  startImage: null,
  loadModuleAlways: 'echo hv_utils >> /etc/modules',
}

const PACKAGES: Readonly<Record<LinuxPackageSet, (guest: Guest) => Packages>> = {
  ubuntu,
  debian: (guest) => (guest.family === 'debian' && isOlderThan(guest, 8) ? { ...debian, ...sysvDebian } : debian),
  devuan: () => ({ ...debian, ...sysvDebian }),
  redhat,
  suse,
  alpine: () => alpine,
  arch: () => ({
    ...systemd,
    unit: underscored,
    install: 'pacman -S hyperv',
    upgrade: 'pacman -Syu',
    startImage: null,
  }),
  nixos: () => ({
    ...systemd,
    // The option names the units itself, so they are addressed together.
    unit: { kvp: "'hv*'", vss: "'hv*'", 'guest-service-interface': "'hv*'" },
    install: null,
    start: () => 'nixos-rebuild switch',
    upgrade: 'nixos-rebuild switch --upgrade',
    startImage: null,
  }),
  'azure-linux': () => ({
    ...systemd,
    unit: redhatUnits,
    install: 'tdnf install hyperv-daemons',
    upgrade: 'tdnf update',
    startImage: DRACUT,
  }),
}

/** Commands for one package set; `guest` decides details such as the age of the release. */
export function packagesOfSet(set: LinuxPackageSet, guest: Guest): Packages {
  return PACKAGES[set](guest)
}

/** Who packages the daemons of this guest; null where nobody does or the family is not known. */
export function packageSetOf(guest: Guest): LinuxPackageSet | null {
  // Mint's Debian edition carries Debian's packages.
  if (guest.family === 'linuxmint' && /^LMDE\b/i.test(guest.name ?? '')) return 'debian'
  const set = familyOf(guest.family)?.packages
  return set === undefined || set === 'freebsd' ? null : set
}

/** Commands for the distribution of this guest, or null. */
export function packagesOf(guest: Guest): Packages | null {
  const set = packageSetOf(guest)
  return set === null ? null : packagesOfSet(set, guest)
}

/** Sets to offer where the distribution is not known, with the name of whom they are for. */
export const COMMON_SETS: readonly { readonly set: LinuxPackageSet; readonly name: string }[] = [
  { set: 'ubuntu', name: 'Ubuntu / Linux Mint' },
  { set: 'debian', name: 'Debian' },
  { set: 'redhat', name: 'Red Hat / CentOS / Rocky / Alma / Oracle / Fedora' },
  { set: 'suse', name: 'SUSE / openSUSE' },
  { set: 'alpine', name: 'Alpine' },
  { set: 'arch', name: 'Arch' },
]
