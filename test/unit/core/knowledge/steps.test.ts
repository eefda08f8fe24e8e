import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideGuest } from '../../../../src/core/decode/guest'
import { translate } from '../../../../src/core/i18n/translate'
import { APPLIANCES, FAMILIES } from '../../../../src/core/knowledge/guest-families'
import { isHost2016OrLater } from '../../../../src/core/knowledge/host-releases'
import {
  stepsForIncompatible,
  stepsForLost,
  stepsForMissingPart,
  stepsForNoHeartbeat,
  stepsForWindowsUpdate,
  stepsToEnable,
  stepsToRestartService,
  stepsToVerifyBackup,
} from '../../../../src/core/knowledge/steps'
import { WINDOWS_RELEASES } from '../../../../src/core/knowledge/windows-releases'
import type { Step } from '../../../../src/core/model/diagnosis'
import { JUDGED_SERVICES, SERVICE_CLASSES } from '../../../../src/core/model/service'
import type { Guest, Host } from '../../../../src/core/model/snapshot'
import { LANGUAGES } from '../../../../src/core/model/text'

const VM_ID = '5F0C3B2A-0001-4000-8000-00000000000A'
const FILE_COPY = 'guest-service-interface'

const nobody = decideGuest(new Map())
const answered = (family: string, version?: string): Guest => decideGuest(new Map(), { family, version })
const linux = (osName: string, version: string, kernel: string): Guest =>
  decideGuest(new Map(Object.entries({ OSName: osName, OSMajorVersion: version, OSBuildNumber: kernel })))
const host = (os: string | null, build: number | null): Host => ({
  name: null,
  os,
  build,
  is2016OrLater: isHost2016OrLater(build, os),
  access: null,
})
const NEW_HOST = host('Windows Server 2022 Datacenter', 20348)
const OLD_HOST = host('Windows Server 2012 R2 Standard', 9600)
const NO_HOST = host(null, null)

const commands = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ command }) => (command === null ? [] : [command]))
const texts = (steps: readonly Step[]): string[] => steps.map((step) => translate('en', step.text))
const allCommands = (steps: readonly Step[]): string => commands(steps).join('\n')

describe('a daemon that is missing, family by family', () => {
  test.each([
    [
      linux('Ubuntu', '22.04', '5.15.0-91-generic'),
      'linux-cloud-tools-virtual',
      'systemctl enable --now hv-kvp-daemon',
    ],
    [linux('Ubuntu', '22.04', '6.8.0-1029-azure'), 'linux-cloud-tools-azure', 'systemctl enable --now hv-kvp-daemon'],
    [answered('linuxmint', '22'), 'linux-cloud-tools-virtual', 'hv-kvp-daemon'],
    [linux('LMDE', '7', '6.12.0-amd64'), 'apt install hyperv-daemons', 'hv-kvp-daemon'],
    [answered('debian', '12'), 'apt install hyperv-daemons', 'systemctl enable --now hv-kvp-daemon'],
    [answered('kali'), 'apt install hyperv-daemons', 'hv-kvp-daemon'],
    [answered('devuan', '5'), 'apt install hyperv-daemons', 'service hv-kvp-daemon start'],
    [answered('rhel', '9.4'), 'dnf install hyperv-daemons', 'systemctl enable --now hypervkvpd'],
    [answered('rocky', '9'), 'dnf install hyperv-daemons', 'systemctl enable --now hypervkvpd'],
    [answered('oracle-linux', '7'), 'yum install hyperv-daemons', 'systemctl enable --now hypervkvpd'],
    [answered('rhel', '6.10'), 'yum install hyperv-daemons', 'service hypervkvpd start; chkconfig hypervkvpd on'],
    [
      answered('debian', '7'),
      'apt install hyperv-daemons',
      'service hv-kvp-daemon start; update-rc.d hv-kvp-daemon defaults',
    ],
    [answered('ubuntu', '14.04'), 'linux-cloud-tools-virtual', 'service hv-kvp-daemon start'],
    [answered('sles', '11.4'), 'zypper install hyper-v', 'service hv_kvp_daemon start; chkconfig hv_kvp_daemon on'],
    [answered('fedora', '43'), 'dnf install hyperv-daemons', 'hypervkvpd'],
    [answered('amazon-linux', '2'), 'yum install hyperv-daemons', 'systemctl enable --now hypervkvpd'],
    [answered('centos', '7'), 'vault.centos.org', 'systemctl enable --now hypervkvpd'],
    [answered('centos', '6.10'), 'vault.centos.org', 'chkconfig hypervkvpd on'],
    [answered('sles', '15.5'), 'zypper install hyper-v', 'systemctl enable --now hv_kvp_daemon'],
    [answered('opensuse', '15.6'), 'zypper install hyper-v', 'hv_kvp_daemon'],
    [answered('alpine', '3.22'), 'apk add hvtools hvtools-openrc', 'rc-service hv_kvp_daemon start'],
    [answered('arch'), 'pacman -S hyperv', 'systemctl enable --now hv_kvp_daemon'],
    [answered('nixos', '26.05'), 'nixos-rebuild switch', 'hv'],
    [answered('azure-linux', '3.0'), 'tdnf install hyperv-daemons', 'systemctl enable --now hypervkvpd'],
    [answered('freebsd', '14.3'), 'service devd restart', '/usr/sbin/hv_kvp_daemon'],
    [answered('opnsense', '26.7'), 'service devd restart', '/usr/sbin/hv_kvp_daemon'],
    [answered('ws2022'), 'Get-Service vmic*', 'Start-Service vmickvpexchange'],
  ])('$family $version', (guest, install, start) => {
    const steps = stepsForMissingPart('kvp', guest)
    expect(allCommands(steps)).toContain(install)
    expect(allCommands(steps)).toContain(start)
    expect(steps[0]?.risk).toBe('none')
  })

  test('NixOS gets its option, firewall products the way to their shell, a package nobody confirmed says so', () => {
    expect(texts(stepsForMissingPart('kvp', answered('nixos'))).join()).toContain(
      'virtualisation.hypervGuest.enable = true;',
    )
    expect(texts(stepsForMissingPart('kvp', answered('opnsense')))[0]).toContain('8 (Shell)')
    expect(texts(stepsForMissingPart('kvp', answered('parrot'))).join()).toContain('not confirmed')
    expect(texts(stepsForMissingPart('kvp', answered('debian', '12'))).join()).not.toContain('not confirmed')
  })

  test('a release that never had packages is not told to install one', () => {
    const steps = stepsForMissingPart('kvp', answered('centos', '5.8'))
    expect(allCommands(steps)).not.toMatch(/install/)
    expect(texts(steps).join()).toContain('Linux Integration Services 4')
  })

  test('file copy from kernel 6.10 on', () => {
    const suse = stepsForMissingPart(FILE_COPY, linux('SLES', '16.0', '6.12.0-160000.5-default'))
    expect(allCommands(suse)).toContain('modprobe uio_hv_generic')
    expect(allCommands(suse)).toContain('hv_fcopy_uio_daemon')
    const older = stepsForMissingPart(FILE_COPY, linux('SLES', '15.6', '6.4.0-150600.23-default'))
    expect(allCommands(older)).toContain('hv_fcopy_daemon')
    expect(allCommands(older)).not.toContain('uio')
  })

  test('backup of a Windows guest looks at its writers first', () => {
    expect(allCommands(stepsForMissingPart('vss', answered('ws2019')))).toContain('vssadmin list writers')
  })

  test('older Windows may lack the service until its integration services are updated', () => {
    expect(texts(stepsForMissingPart(FILE_COPY, answered('ws2012'))).join()).toContain('too old for it')
    expect(texts(stepsForNoHeartbeat(answered('w7'))).join()).toContain('too old for it')
    expect(texts(stepsForMissingPart(FILE_COPY, answered('ws2022'))).join()).not.toContain('too old for it')
  })

  test('what the kernel answers for needs the module, not a package', () => {
    const steps = stepsForMissingPart('shutdown', answered('debian', '12'))
    expect(allCommands(steps)).toContain('modprobe hv_utils')
    expect(allCommands(steps)).not.toContain('install')
    const openwrt = stepsForMissingPart('shutdown', answered('openwrt', '23.05'))
    expect(texts(openwrt).join()).toContain('23.05')
    expect(allCommands(openwrt)).not.toContain('modprobe')
  })

  test.each([
    ...APPLIANCES.map(({ id }) => id),
    ...FAMILIES.filter(({ closed, os }) => closed === true || os === 'other').map(({ id }) => id),
    'other',
  ])('%s: its maker is asked, nothing is installed', (family) => {
    for (const service of JUDGED_SERVICES) {
      const steps = stepsForMissingPart(service, answered(family))
      expect(commands(steps)).toEqual([])
      expect(texts(steps)[0]).toMatch(/^Ask the maker of /)
    }
  })
})

describe('a guest nobody knows', () => {
  test('gets a way for every system, each said to be for that system, looking first', () => {
    const steps = stepsForMissingPart('kvp', nobody)
    const said = texts(steps)
    expect(said[0]).toMatch(/^Open the VM’s window/)
    for (const system of ['Linux', 'Windows', 'FreeBSD', 'Ubuntu', 'Debian', 'Red Hat', 'SUSE']) {
      expect(said.join('\n')).toContain(`If ${system}`)
    }
    expect(steps.filter((step) => step.command !== null && !translate('en', step.text).startsWith('If '))).toEqual([])
    const firstChange = steps.findIndex(
      ({ command }) => command !== null && /install|Start-Service|restart/.test(command),
    )
    const lastLook = steps.findLastIndex(({ command }) => command !== null && /^(ps|Get-Service|dmesg)/.test(command))
    expect(lastLook).toBeLessThan(firstChange)
  })

  test('a Linux nobody knows gets every package manager', () => {
    const guest = decideGuest(new Map([['IntegrationServicesVersion', '3.1']]))
    const all = allCommands(stepsForMissingPart('vss', guest))
    for (const tool of ['apt install', 'dnf install', 'zypper install', 'apk add', 'pacman -S'])
      expect(all).toContain(tool)
  })

  test('file copy is not looked for on FreeBSD, which has none', () => {
    expect(texts(stepsForMissingPart(FILE_COPY, nobody)).join()).not.toContain('FreeBSD')
  })
})

describe('Windows guests and their updates', () => {
  const said = (guest: Guest, on: Host, kvp: boolean | null): string =>
    texts(stepsForWindowsUpdate(guest, on, kvp)).join('\n')

  test.each([
    ['ws2022', NEW_HOST, true, ['Windows Update'], ['KB 3071740', 'Setup Disk', 'Data Exchange']],
    ['ws2022', OLD_HOST, true, ['Windows Update'], ['Setup Disk']],
    ['ws2012r2', NEW_HOST, true, ['Windows Update'], ['KB 3071740', 'Setup Disk', 'Data Exchange']],
    ['ws2012r2', NEW_HOST, false, ['switch Data Exchange on', 'Windows Update'], ['Setup Disk']],
    ['ws2012r2', OLD_HOST, true, ['Setup Disk'], ['Windows Update']],
    ['ws2008r2', NEW_HOST, true, ['Windows Update', 'KB 3071740'], ['Setup Disk', 'Data Exchange']],
    ['w7', NEW_HOST, null, ['Make sure that Data Exchange', 'KB 3071740'], ['Setup Disk']],
    ['ws2012', OLD_HOST, true, ['Setup Disk'], ['KB 3071740']],
    ['xp', NEW_HOST, true, ['no update of the integration services'], ['Windows Update', 'Setup Disk']],
    ['ws2003', OLD_HOST, true, ['Setup Disk'], ['no update']],
    ['windows', NEW_HOST, true, ['Windows Update', 'KB 3071740'], ['Setup Disk']],
    ['ws2012r2', NO_HOST, true, ['On a host of Windows Server 2016', 'On an older host', 'Setup Disk'], []],
    ['ws2022', NO_HOST, true, ['Windows Update'], ['On an older host']],
  ] as const)('%s on %o, data exchange %s', (family, on, kvp, has, hasNot) => {
    const all = said(answered(family), on, kvp)
    for (const words of has) expect(all).toContain(words)
    for (const words of hasNot) expect(all).not.toContain(words)
  })

  test('the version is looked at first, without special rights', () => {
    for (const { id } of WINDOWS_RELEASES) {
      const [first] = stepsForWindowsUpdate(answered(id), NEW_HOST, true)
      expect(first).toMatchObject({ where: 'guest', rights: 'none', risk: 'none' })
      expect(first?.command).toContain('IntegrationServicesVersion')
    }
  })
})

describe('commands on the host', () => {
  test.each(JUDGED_SERVICES)('switching on %s', (service) => {
    const steps = stepsToEnable(service, VM_ID)
    expect(steps[0]).toMatchObject({ where: 'person', command: null })
    const all = commands(steps)
    expect(all).toHaveLength(2)
    for (const command of all) {
      expect(command.startsWith(`$vm = Get-VM -Id '${VM_ID}'; `)).toBe(true)
      expect(command).toContain(`'*${SERVICE_CLASSES[service].componentId}'`)
      expect(command).not.toContain('\n')
      // A host in another language has other names and other texts.
      expect(command).not.toMatch(/-Name |Description/)
    }
    expect(all[0]).toContain('Select-Object')
    expect(all[1]).toContain('Enable-VMIntegrationService')
  })

  test('proving backup: look, ask, test with the old type set back, remove', () => {
    const steps = stepsToVerifyBackup(VM_ID)
    expect(steps.map(({ risk }) => risk)).toEqual(['none', 'none', 'restart', 'restart'])
    const [, test_] = commands(steps)
    expect(test_).toContain('-CheckpointType ProductionOnly')
    expect(test_).toMatch(/finally \{ Set-VM -VM \$vm -CheckpointType \$type \}$/)
    for (const command of commands(steps)) expect(command.startsWith(`$vm = Get-VM -Id '${VM_ID}'; `)).toBe(true)
  })

  test.each(["x'; Stop-Computer; '", '', 'pasted:web-01', `${VM_ID} `, `${VM_ID}\n`, VM_ID.slice(1), '$(calc)'])(
    'an id that is no GUID gets no command: %j',
    (id) => {
      expect(commands([...stepsToEnable('kvp', id), ...stepsToVerifyBackup(id)])).toEqual([])
    },
  )

  test('no id of any kind gets anything but itself into a command', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uuid(),
          fc.uuid().map((id) => `${id}'`),
        ),
        (id) => {
          for (const command of commands(stepsToEnable('vss', id))) {
            expect(id).toMatch(/^[0-9a-f-]{36}$/i)
            expect(command.split("'")[1]).toBe(id)
          }
        },
      ),
    )
  })
})

describe('every step for every guest', () => {
  const guests: readonly Guest[] = [
    nobody,
    ...['linux', 'windows', 'freebsd', 'other'].map((family) => answered(family)),
    ...[...FAMILIES, ...APPLIANCES, ...WINDOWS_RELEASES].flatMap(({ id, ...entry }) => [
      answered(id),
      ...('releases' in entry ? entry.releases.map(({ version }) => answered(id, version)) : []),
    ]),
    linux('Helvetia Linux', '3', '6.6.30-helvetia'),
  ]
  const lists = guests.flatMap((guest) => [
    stepsForNoHeartbeat(guest),
    ...JUDGED_SERVICES.flatMap((service) => [
      stepsForMissingPart(service, guest),
      stepsForLost(service, guest),
      stepsToRestartService(service, guest),
    ]),
    ...[NEW_HOST, OLD_HOST, NO_HOST].flatMap((on) => [
      stepsForWindowsUpdate(guest, on, null),
      stepsForIncompatible(guest, on, null),
    ]),
  ])

  test('there is one, the first has no risk, and what can interrupt something is never first', () => {
    for (const steps of lists) {
      expect(steps.length).toBeGreaterThan(0)
      expect(steps[0]?.risk).toBe('none')
    }
  })

  test('commands are one line, need no text of the guest, and a reboot or upgrade is marked', () => {
    const hostile = linux("x'; rm -rf /; '", '$(reboot)', '6.1.0-`id`')
    for (const service of JUDGED_SERVICES) {
      expect(allCommands(stepsForMissingPart(service, hostile))).not.toMatch(/rm -rf|reboot|`id`/)
    }
    const given = lists.flat().filter(({ command }) => command !== null)
    expect(given.filter(({ command }) => /[\r\n]|undefined|null/.test(command ?? ''))).toEqual([])
    expect(given.filter(({ where }) => where === 'person')).toEqual([])
    const large = /upgrade|zypper update|yum update|tdnf update|freebsd-update|-Syu|initramfs|dracut/
    expect(given.filter(({ command, risk }) => large.test(command ?? '') && risk !== 'restart')).toEqual([])
  })

  test('what changes the guest needs its administrator', () => {
    const changing = /install|modprobe|enable --now|Start-Service|Restart-Service|restart|apk add|pacman|>/
    const inGuest = lists.flat().filter(({ where, command }) => where === 'guest' && changing.test(command ?? ''))
    expect(inGuest.length).toBeGreaterThan(0)
    expect(inGuest.filter(({ rights }) => rights !== 'guest-admin')).toEqual([])
  })

  test('texts exist in both languages and carry no command', () => {
    const seen = new Set<string>()
    for (const step of lists.flat()) {
      const key = JSON.stringify(step.text)
      if (seen.has(key)) continue
      seen.add(key)
      for (const language of LANGUAGES) {
        const text = translate(language, step.text)
        expect(text).not.toMatch(/systemctl|modprobe |apt |dnf |Get-VM/)
        expect(text.replace('virtualisation.hypervGuest.enable = true;', '')).not.toMatch(/[{}]/)
      }
    }
  })
})
