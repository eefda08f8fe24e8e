import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideGuest } from '../../../../src/core/decode/guest'
import { APPLIANCES, FAMILIES } from '../../../../src/core/knowledge/guest-families'
import { isHost2016OrLater } from '../../../../src/core/knowledge/host-releases'
import { serviceAbsent } from '../../../../src/core/knowledge/service-absence'
import { WINDOWS_RELEASES } from '../../../../src/core/knowledge/windows-releases'
import { translate } from '../../../../src/core/i18n/translate'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../../src/core/model/service'
import type { Guest, Host } from '../../../../src/core/model/snapshot'
import { LANGUAGES } from '../../../../src/core/model/text'

const host = (os: string | null, build: number | null): Host => ({
  name: 'HV01',
  os,
  build,
  is2016OrLater: isHost2016OrLater(build, os),
  access: null,
})
const HOST_2022 = host('Windows Server 2022 Datacenter', 20348)
const FILE_COPY = 'guest-service-interface'

const answered = (family: string, version?: string): Guest => decideGuest(new Map(), { family, version })
function reported(osName: string, version: string, kernel: string): Guest {
  const record = { OSName: osName, OSMajorVersion: version, OSBuildNumber: kernel, IntegrationServicesVersion: '3.1' }
  return decideGuest(new Map(Object.entries(record)))
}

const reasonOf = (guest: Guest, service: JudgedServiceId, on: Host = HOST_2022): string | null =>
  serviceAbsent(guest, on, service)?.reason ?? null

describe('the guest never had it', () => {
  test.each([
    ['freebsd', '14.1', FILE_COPY],
    ['freebsd', undefined, FILE_COPY],
    ['opnsense', '26.7', FILE_COPY],
    ['pfsense', undefined, FILE_COPY],
    ['truenas-core', undefined, FILE_COPY],
    ['citrix-adc', undefined, FILE_COPY],
    ['freebsd', '11.0', 'vss'],
    ['freebsd', '10.3', 'vss'],
    ['openbsd', '7.9', 'vss'],
    ['openbsd', undefined, FILE_COPY],
    ['ubuntu', '12.04', 'vss'],
    ['ubuntu', '12.04', FILE_COPY],
    ['rhel', '5.11', 'kvp'],
    ['centos', '5.9', FILE_COPY],
    ['centos', '6.5', FILE_COPY],
    ['sles', '11 SP3', FILE_COPY],
    ['ws2008r2', undefined, FILE_COPY],
    ['ws2008', undefined, FILE_COPY],
    ['ws2003', undefined, FILE_COPY],
    ['w7', undefined, FILE_COPY],
    ['vista', undefined, FILE_COPY],
    ['xp', undefined, FILE_COPY],
  ] as const)('%s %s: %s', (family, version, service) => {
    expect(reasonOf(answered(family, version), service)).toBe('guest-never-had')
  })

  test.each([
    ['freebsd', '14.1', 'vss'],
    ['freebsd', '11.1', 'vss'],
    ['freebsd', undefined, 'vss'],
    ['freebsd', '14.1', 'kvp'],
    ['centos', '6.10', FILE_COPY],
    ['centos', '5.8', 'kvp'],
    ['centos', '6', FILE_COPY],
    ['rhel', '9.4', FILE_COPY],
    ['ubuntu', '14.04', FILE_COPY],
    ['ubuntu', undefined, 'vss'],
    ['sles', '11 SP4', FILE_COPY],
    ['debian', '12', FILE_COPY],
    ['debian', undefined, FILE_COPY],
    ['kali', undefined, FILE_COPY],
    ['netbsd', undefined, 'vss'],
    ['ws2012', undefined, FILE_COPY],
    ['w8', undefined, FILE_COPY],
    ['ws2012r2', undefined, FILE_COPY],
    ['ws2008r2', undefined, 'vss'],
    ['xp', undefined, 'vss'],
    ['linux', undefined, 'vss'],
    ['windows', undefined, FILE_COPY],
    ['other', undefined, FILE_COPY],
  ] as const)('the data does not say so, so nothing is excused: %s %s: %s', (family, version, service) => {
    expect(reasonOf(answered(family, version), service)).toBe(null)
  })

  test('a mainline kernel below the first one with the driver', () => {
    expect(reasonOf(reported('Debian GNU/Linux', '7', '3.2.0-4-amd64'), 'vss')).toBe('guest-never-had')
    expect(reasonOf(reported('Linux', '', '3.12.9'), FILE_COPY)).toBe('guest-never-had')
    expect(reasonOf(reported('Linux', '', '3.12.9'), 'vss')).toBe(null)
    expect(serviceAbsent(reported('Linux', '', '3.9.1'), HOST_2022, 'vss')?.since).toBe('Linux 3.10')
  })

  test('the number of a kernel with backported drivers proves nothing', () => {
    expect(reasonOf(reported('CentOS release 6.10 (Final)', '', '2.6.32-754.el6.x86_64'), 'vss')).toBe(null)
    expect(reasonOf(reported('Linux', '', '2.6.32-754.el6.x86_64'), 'vss')).toBe(null)
    expect(reasonOf(reported('SLES', '12', '3.12.28-4-default'), FILE_COPY)).toBe(null)
  })

  test('a release with a newer kernel than its own has what the kernel has', () => {
    expect(reasonOf(reported('Ubuntu', '12.04', '3.13.0-117-generic'), 'vss')).toBe(null)
    expect(reasonOf(reported('Ubuntu', '12.04', '3.2.0-126-generic'), 'vss')).toBe('guest-never-had')
  })

  test('other services are never excused by these', () => {
    const all = [...FAMILIES, ...APPLIANCES, ...WINDOWS_RELEASES].map(({ id }) => answered(id))
    const kernelServices = ['heartbeat', 'shutdown', 'timesync'] as const
    expect(all.filter((guest) => kernelServices.some((service) => reasonOf(guest, service) !== null))).toEqual([])
  })
})

describe('the host is too old', () => {
  const HOST_2012 = host('Windows Server 2012 Standard', 9200)

  test('backup of Linux, and file copy of anything, on Server 2012', () => {
    expect(reasonOf(answered('linux'), 'vss', HOST_2012)).toBe('host-too-old')
    expect(reasonOf(answered('ubuntu', '22.04'), 'vss', HOST_2012)).toBe('host-too-old')
    expect(reasonOf(answered('ws2012r2'), FILE_COPY, HOST_2012)).toBe('host-too-old')
    expect(reasonOf(answered('ws2012r2'), FILE_COPY, host('unreadable', 9200))).toBe('host-too-old')
    expect(serviceAbsent(answered('linux'), HOST_2012, 'vss')?.since).toBe('Windows Server 2012 R2')
  })

  test('the release is enough where the build was not read', () => {
    expect(reasonOf(answered('linux'), 'vss', host('Windows Server 2012 Standard', null))).toBe('host-too-old')
  })

  test('not from 2012 R2 on, not for Windows, not on a host nobody knows', () => {
    expect(reasonOf(answered('linux'), 'vss', host('Windows Server 2012 R2 Standard', 9600))).toBe(null)
    expect(reasonOf(answered('ws2012'), 'vss', HOST_2012)).toBe(null)
    expect(reasonOf(answered('linux'), 'kvp', HOST_2012)).toBe(null)
    expect(reasonOf(answered('linux'), 'vss', host(null, null))).toBe(null)
  })
})

describe('its maker ships no part for it', () => {
  test.each([
    ['openwrt', '23.05.5', 'kvp'],
    ['openwrt', undefined, 'vss'],
    ['openwrt', '25.12', FILE_COPY],
    ['home-assistant-os', '9.5', 'kvp'],
    ['talos', '1.8', 'vss'],
    ['flatcar', undefined, 'kvp'],
    ['debian', '13', FILE_COPY],
    ['alpine', '3.22', FILE_COPY],
  ] as const)('%s %s: %s', (family, version, service) => {
    expect(reasonOf(answered(family, version), service)).toBe('no-daemon-shipped')
  })

  test('the daemon that kernels from 6.10 on need', () => {
    expect(reasonOf(reported('Debian GNU/Linux', '12', '6.12.38+deb12-amd64'), FILE_COPY)).toBe('no-daemon-shipped')
    expect(reasonOf(reported('Debian GNU/Linux', '12', '6.1.0-25-amd64'), FILE_COPY)).toBe(null)
    expect(reasonOf(reported('Debian GNU/Linux', '', '6.16.3-amd64'), FILE_COPY)).toBe('no-daemon-shipped')
    expect(reasonOf(reported('Arch Linux', '', '6.17.1-arch1-1'), FILE_COPY)).toBe('no-daemon-shipped')
    expect(reasonOf(reported('Arch Linux', '', '6.6.50-1-lts'), FILE_COPY)).toBe(null)
    expect(reasonOf(reported('Fedora Linux', '42', '6.14.0-63.fc42.x86_64'), FILE_COPY)).toBe(null)
  })

  test.each(['fortigate', 'sophos-firewall', 'vyos', 'routeros', 'citrix-adc'])('a closed system: %s', (family) => {
    expect(reasonOf(answered(family), 'vss')).toBe('closed-appliance')
    expect(reasonOf(answered(family), 'shutdown')).toBe(null)
  })

  test.each(['proxmox-mail-gateway', 'univention', 'zentyal', 'opnsense', 'ubuntu'])(
    'packages can be installed in it: %s',
    (family) => {
      expect(reasonOf(answered(family), 'vss')).toBe(null)
    },
  )

  test('Home Assistant OS of later releases is not known to lack it, but is closed', () => {
    expect(reasonOf(answered('home-assistant-os', '16.0'), 'vss')).toBe('closed-appliance')
  })
})

describe('always', () => {
  const guests = [...FAMILIES, ...APPLIANCES, ...WINDOWS_RELEASES].flatMap(({ id, ...entry }) => [
    answered(id),
    ...('releases' in entry ? entry.releases.map((release) => answered(id, release.version)) : []),
  ])
  const hosts = [HOST_2022, host('Windows Server 2012 Standard', 9200), host('Windows 11 Pro', 26100), host(null, null)]

  test('an unknown guest has no excuse', () => {
    for (const service of JUDGED_SERVICES) {
      for (const on of hosts) expect(serviceAbsent(decideGuest(new Map()), on, service)).toBe(null)
    }
    const contradiction = reported('Windows Server 2022', '', '5.15.0-91-generic')
    expect(reasonOf(contradiction, 'vss', host('Windows Server 2012', 9200))).toBe(null)
  })

  test('an absence has a page and a sentence in both languages', () => {
    let seen = 0
    for (const guest of guests) {
      for (const on of hosts) {
        for (const service of JUDGED_SERVICES) {
          const absence = serviceAbsent(guest, on, service)
          if (absence === null) continue
          seen += 1
          expect(absence.source).toMatch(/^https?:\/\//)
          for (const language of LANGUAGES) expect(translate(language, absence.text)).not.toMatch(/[{}]|undefined/)
        }
      }
    }
    expect(seen).toBeGreaterThan(200)
  })

  test('hostile versions and kernels give an answer or none', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(
        fc.constantFrom(...guests),
        text,
        text,
        fc.constantFrom(...JUDGED_SERVICES),
        (guest, version, kernel, service) => {
          expect(() => serviceAbsent({ ...guest, version, kernel }, HOST_2022, service)).not.toThrow()
        },
      ),
    )
  })
})
