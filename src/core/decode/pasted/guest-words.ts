import { familyOfName } from '../../knowledge/guest-families'
import { windowsReleaseOfVersion } from '../../knowledge/windows-releases'
import type { GuestAnswer } from '../../model/snapshot'
import { stripped } from './text-lines'

/** Words people use for families that report themselves under a longer name. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    rhel: 'rhel',
    'red hat': 'rhel',
    redhat: 'rhel',
    centos: 'centos',
    rocky: 'rocky',
    alma: 'almalinux',
    'oracle linux': 'oracle-linux',
    sles: 'sles',
    suse: 'sles',
    'suse linux enterprise server': 'sles',
    opensuse: 'opensuse',
    fedora: 'fedora',
    kali: 'kali',
    mint: 'linuxmint',
    'linux mint': 'linuxmint',
    alpine: 'alpine',
    'arch linux': 'arch',
    pfsense: 'pfsense',
    opnsense: 'opnsense',
    freebsd: 'freebsd',
    openbsd: 'openbsd',
    netbsd: 'netbsd',
    openwrt: 'openwrt',
    우분투: 'ubuntu',
    데비안: 'debian',
  }),
)
const QUICK =
  /ubuntu|debian|centos|rhel|red ?hat|rocky|alma|oracle|suse|sles|fedora|linux|bsd|pfsense|opnsense|openwrt|alpine|kali|windows|우분투|데비안|리눅스|윈도우/i
/** Where the word belongs to a log, a folder or a program. */
const NO_GUEST =
  /Microsoft-Windows-[\w-]*|[A-Z]:\\Windows\S*|Windows (?:Power ?Shell|Update|Admin Center|Terminal|Defender|Explorer|Event Log)/gi
const WINDOWS = /\bWindows (?:Server )?(\d{4}(?: R2)?|11|10|8\.1|8|7|XP|Vista)\b/i
const VERSION = /^v?(\d{1,4}(?:\.\d{1,4}){0,2})$/

/** What Korean glues to the end of a name or a version. */
const KOREAN_END = /(?<=[A-Za-z0-9])(?:이고|이며|입니다|이에요|이|가|은|는|의)(?=[\s,.]|$)/g

/** An operating system that a text names, as an answer to "what runs in the VM", or null. */
export function systemIn(text: string): GuestAnswer | null {
  const beginning = text.slice(0, 400)
  if (!QUICK.test(beginning)) return null
  const bounded = beginning.replace(NO_GUEST, ' ')
  if (!QUICK.test(bounded)) return null
  const windows = WINDOWS.exec(bounded)?.[1]
  if (windows !== undefined) {
    const release = windowsReleaseOfVersion(windows)
    return release === null ? { family: 'windows' } : { family: release.id }
  }
  const words = bounded
    .replace(KOREAN_END, '')
    .split(/[\s,;:()[\]"'“”]+/)
    .filter((word) => word !== '')
    .slice(0, 60)
  for (let from = 0; from < words.length; from += 1) {
    for (let count = 4; count >= 1; count -= 1) {
      const phrase = words.slice(from, from + count).join(' ')
      const family = ALIASES.get(phrase.toLowerCase()) ?? familyOfName(phrase, null)?.id
      if (family === undefined) continue
      // "CentOS Linux release 7" is a name with its release.
      const version = words
        .slice(from + 1, from + count + 3)
        .map((word) => VERSION.exec(word.replace(/\.$/, ''))?.[1])
        .find((found) => found !== undefined)
      return version === undefined ? { family } : { family, version }
    }
  }
  if (/\bLinux\b|리눅스/i.test(bounded)) return { family: 'linux' }
  return /\bWindows\b|윈도우/i.test(bounded) ? { family: 'windows' } : null
}

/** Whether a family of an answer is a release of Windows. */
export function isWindowsFamily(family: string): boolean {
  return family === 'windows' || /^(?:ws|w)\d|^windows/.test(family)
}

const GUEST_LABELS = new Set([
  'guest os',
  'guest',
  'guest operating system',
  'guest system',
  'os of the vm',
  'vm os',
  'os in the vm',
  'guestoperatingsystem',
  '게스트 os',
  '게스트',
  '게스트 운영 체제',
  '게스트 운영체제',
  'vm os',
  'gastbetriebssystem',
  'gast-betriebssystem',
  'gast',
  'gast-os',
  'système invité',
  "système d'exploitation invité",
  'os invité',
  'so invitado',
  'sistema operativo invitado',
  'sistema operativo guest',
  'so guest',
  'гостевая ос',
  'ゲスト os',
  'ゲストos',
  '来宾操作系统',
  '客户机操作系统',
])
const OPEN_LABELS = new Set([
  'os',
  'operating system',
  'system',
  '운영 체제',
  '운영체제',
  'betriebssystem',
  "système d'exploitation",
  'sistema operativo',
  'ос',
  '操作系统',
])
const HOST_LABELS = new Set([
  'host',
  'host os',
  'hyper-v host',
  'hyper-v server',
  'hypervisor',
  'host system',
  'host operating system',
  '호스트',
  '호스트 os',
  'hyper-v 호스트',
  '호스트 운영 체제',
  'hostsystem',
  'host-betriebssystem',
  'hyper-v-host',
  'hôte',
  'hôte hyper-v',
  'хост',
  'ホスト',
  '主机',
])
const VM_LABELS = new Set([
  'vm',
  'vm name',
  'vmname',
  'virtual machine',
  'virtual machine name',
  'vm 이름',
  '가상 머신',
  '가상 컴퓨터',
  '가상머신',
  '가상 머신 이름',
  '仮想マシン',
  '仮想マシン名',
  'virtueller computer',
  'virtuelle maschine',
  'machine virtuelle',
  'máquina virtual',
  'macchina virtuale',
  'виртуальная машина',
  '虚拟机',
])

/** A line of the form `Label: value` whose label says what the value is about. */
export interface Labelled {
  readonly about: 'guest' | 'system' | 'host' | 'vm'
  readonly value: string
}

/** Reads `Guest OS: Ubuntu 22.04`, `VM: web-01`, `Host: Windows Server 2019` in several languages; null for any other line. */
export function labelled(text: string): Labelled | null {
  const at = text.search(/[:=：]/)
  if (at <= 0 || at > 50) return null
  const label = stripped(text.slice(0, at), '-*•·#|_`').replace(/’/g, "'").toLowerCase()
  const value = stripped(text.slice(at + 1), '*_`')
  if (value === '' || value.length > 200) return null
  if (VM_LABELS.has(label)) return { about: 'vm', value: value.replace(/^["'“„]|["'”“]$/g, '') }
  if (GUEST_LABELS.has(label)) return { about: 'guest', value }
  if (HOST_LABELS.has(label)) return { about: 'host', value }
  return OPEN_LABELS.has(label) ? { about: 'system', value } : null
}
