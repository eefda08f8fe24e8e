import { describe, expect, test } from 'vitest'
import {
  applianceOf,
  FAMILIES,
  familyOf,
  familyOfName,
  releaseOf,
  reportsItselfAs,
} from '../../../../src/core/knowledge/guest-families'
import { HOST_RELEASES, hostReleaseOfBuild, isHost2016OrLater } from '../../../../src/core/knowledge/host-releases'
import { remember } from '../../../../src/core/knowledge/remember'
import {
  isAtLeast,
  isAtMost,
  isBelow,
  isSameVersion,
  isUnder,
  versionNumbers,
} from '../../../../src/core/knowledge/versions'
import { windowsReleaseOf, windowsReleaseOfVersion } from '../../../../src/core/knowledge/windows-releases'

function release(family: string, version: string | null): string | null {
  const found = familyOf(family)
  if (found === null) throw new Error(family)
  return releaseOf(found, version)?.version ?? null
}

describe('versions', () => {
  test.each([
    ['9.4', [9, 4]],
    ['v1.8.0', [1, 8, 0]],
    ['15 SP5', [15, 5]],
    ['15-SP5', [15, 5]],
    ['14.1-RELEASE-p5', [14, 1]],
    ['2026.2', [2026, 2]],
    ['SNAPSHOT', []],
    ['', []],
  ])('%s', (text, numbers) => {
    expect(versionNumbers(text)).toEqual(numbers)
  })

  test('compare by number, not by text, and as far as the bound is spelled out', () => {
    expect(isAtLeast('6.10.1', '6.9')).toBe(true)
    expect(isAtLeast('6.9.9-1', '6.10')).toBe(false)
    expect(isBelow('3.2.0-4-amd64', '3.10')).toBe(true)
    expect(isBelow('3.10.0', '3.10')).toBe(false)
    expect(isAtMost('5.8.1', '5.8')).toBe(true)
    expect(isAtMost('5.10', '5.8')).toBe(false)
    for (const compare of [isAtLeast, isAtMost, isBelow]) expect(compare('rolling', '1')).toBe(false)
    expect(isSameVersion('16', '16.0')).toBe(true)
    expect(isSameVersion('snapshot', 'SNAPSHOT')).toBe(true)
    expect(isUnder('9.4', '9')).toBe(true)
    expect(isUnder('9', '9.4')).toBe(false)
    expect(isUnder('90', '9')).toBe(false)
  })
})

describe('the release a version belongs to', () => {
  test('every release of every family is found by its own version', () => {
    const lost = FAMILIES.flatMap((family) =>
      family.releases
        .filter((own) => release(family.id, own.version) !== own.version)
        .map((own) => [family.id, own.version]),
    )
    expect(lost).toEqual([])
  })

  test.each([
    ['rhel', '9.4', '9'],
    ['rhel', '10.1', '10'],
    ['rhel', '8.5', '8.5'],
    ['rhel', '8.6', '8'],
    ['centos', '7.9.2009', '7'],
    ['centos', '5.8', '5.2-5.8'],
    ['centos', '5.11', '5.9-5.11'],
    ['centos', '6.4', '6.4-6.5'],
    ['centos', '6.10', '6.6-6.10'],
    ['centos', '6', '6'],
    ['ubuntu', '22.04.3', '22.04'],
    ['ubuntu', '28.04', null],
    ['debian', '12.5', '12'],
    ['sles', '15.5', '15.5'],
    ['sles', '15 SP5', '15.5'],
    ['sles', '15', '15'],
    ['sles', '15.9', null],
    ['sles', '11.4', '11.4'],
    ['sles', '16', '16.0'],
    ['opensuse', '15.6', '15.6'],
    ['opensuse', '20261101', 'Tumbleweed'],
    ['opensuse', 'tumbleweed', 'Tumbleweed'],
    ['alpine', '3.20.3', '3.20'],
    ['alpine', '3.2', null],
    ['arch', null, 'rolling'],
    ['kali', '2026.2', 'rolling'],
    ['openwrt', '23.05.5', '23.05'],
    ['openwrt', 'snapshot', 'SNAPSHOT'],
    ['home-assistant-os', '9.5', '8-9'],
    ['home-assistant-os', '16.0', '10'],
    ['talos', 'v1.8.0', '1'],
    ['freebsd', '14', '14'],
    ['freebsd', '14.1', '14.1'],
    ['freebsd', '14.9', '14'],
    ['freebsd', '17.0', null],
    ['pfsense', '24.11', '24-25'],
    ['debian', null, null],
    ['debian', '', null],
    ['debian', 'sid', null],
  ])('%s %s', (family, version, expected) => {
    expect(release(family, version)).toBe(expected)
  })

  test('ids of one kind are not found among the others', () => {
    expect(familyOf('ws2022')).toBe(null)
    expect(familyOf(null)).toBe(null)
    expect(applianceOf('ubuntu')).toBe(null)
    expect(applianceOf('fortigate')?.closed).toBe(true)
    expect(windowsReleaseOf('ubuntu')).toBe(null)
    expect(windowsReleaseOf('w11')?.kind).toBe('client')
    expect(windowsReleaseOfVersion('2022')?.id).toBe('ws2022')
    expect(windowsReleaseOfVersion('95')).toBe(null)
  })

  test('a kernel gives an appliance away only under the name it reports', () => {
    expect(familyOfName('Debian GNU/Linux', '6.8.12-1-pve')?.id).toBe('proxmox-mail-gateway')
    expect(familyOfName('Debian GNU/Linux', '6.1.0-25-amd64')?.id).toBe('debian')
    expect(familyOfName('Ubuntu', '6.8.12-1-pve')?.id).toBe('ubuntu')
  })

  test('who reports itself as whom', () => {
    expect(reportsItselfAs('opnsense', 'freebsd')).toBe(true)
    expect(reportsItselfAs('f5-big-ip', 'centos')).toBe(true)
    expect(reportsItselfAs('f5-big-ip', 'ubuntu')).toBe(false)
    // Before os-release the release file of Oracle Linux named Red Hat, and up to 17 Linux Mint's os-release named Ubuntu.
    expect(reportsItselfAs('oracle-linux', 'rhel')).toBe(true)
    expect(reportsItselfAs('linuxmint', 'ubuntu')).toBe(true)
    expect(reportsItselfAs('ubuntu', 'debian')).toBe(false)
    expect(reportsItselfAs('centos', 'rhel')).toBe(false)
    expect(reportsItselfAs('ws2022', 'freebsd')).toBe(false)
  })
})

describe('hosts', () => {
  test.each([
    [20348, 'Microsoft Windows Server 2022 Datacenter', '2022'],
    [20348, 'Azure Stack HCI', 'azure-stack-hci'],
    [26100, 'Microsoft Windows Server 2025 Standard', '2025'],
    [26100, 'Microsoft Windows 11 Pro', 'windows-11'],
    [26100, null, null],
    [17763, 'Microsoft Hyper-V Server 2019', '2019'],
    [17763, 'Microsoft Windows 10 Enterprise LTSC', 'windows-10'],
    [9600, 'Microsoft Windows Server 2012 R2 Standard', '2012-r2'],
    [9600, 'Microsoft Windows 8.1 Pro', 'windows-8.1'],
    [9200, 'Microsoft Windows Server 2012 Standard', '2012'],
    [14393, null, null],
    [25398, null, null],
    [25398, 'Microsoft Windows Server Datacenter, version 23H2', '23h2'],
    [20348, null, '2022'],
    [null, 'Microsoft Windows Server 2019 Datacenter', '2019'],
    [null, 'Microsoft Windows 10 专业版', 'windows-10'],
    [null, null, null],
    [99999, 'Microsoft Windows Server 2040', null],
    [22631, 'Microsoft Windows 10 Pro', 'windows-11'],
    [17763, 'Hyper-V Server', '2019'],
    [17763, 'Something else', null],
  ])('build %s, %s', (build, caption, expected) => {
    expect(hostReleaseOfBuild(build, caption)?.id ?? null).toBe(expected)
  })

  test('every host of the file by its own name and first build', () => {
    for (const host of HOST_RELEASES) {
      if (host.id === 'azure-stack-hci') continue
      expect(hostReleaseOfBuild(host.builds[0], host.name)?.id).toBe(host.id)
    }
  })

  test.each([
    [14393, null, true],
    [10240, null, true],
    [9600, null, false],
    [9600, 'Microsoft Windows Server 2022 Standard', false],
    [null, 'Microsoft Windows Server 2016 Standard', true],
    [null, 'Майкрософт Windows Server 2019 Standard', true],
    [null, 'Microsoft Windows Server 2022 데이터센터', true],
    [null, 'Microsoft Windows Server 2012 R2 Standard', false],
    [null, 'Microsoft® Windows Server® 2008 Standard', false],
    [null, 'Microsoft Hyper-V Server 2016', true],
    [null, 'Microsoft Windows 11 家庭版', true],
    [null, 'Windows 10', true],
    [null, 'Microsoft Windows 8.1 Pro', false],
    [null, 'Microsoft Windows 7 Professionnel', false],
    [null, 'Microsoft Windows Server 2028', true],
    [null, 'Azure Stack HCI', true],
    [null, 'Windows 2000', false],
    [null, 'Windows Server Datacenter', null],
    [null, 'Linux', null],
    [null, '', null],
    [null, null, null],
    [0, 'Microsoft Windows Server 2019', true],
  ])('2016 or later: build %s, %s', (build, caption, expected) => {
    expect(isHost2016OrLater(build, caption)).toBe(expected)
  })
})

describe('remember', () => {
  test('computes once per key, and keeps no more than a bounded number', () => {
    let computed = 0
    const half = remember(String, (n: number) => {
      computed += 1
      return n / 2
    })
    expect([half(4), half(4), half(6)]).toEqual([2, 2, 3])
    expect(computed).toBe(2)
    for (let n = 0; n < 5000; n += 1) half(n)
    const before = computed
    half(4999)
    expect(computed).toBe(before + 1)
  })
})
