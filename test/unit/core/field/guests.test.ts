import { describe, expect, test } from 'vitest'
import { recogniseGuest } from '../../../../src/core/decode/guest'
import { guestName } from '../../../../src/core/diagnosis/vm-facts'
import { FREEBSD, windowsItems } from '../capture-builder'
import { linuxItems } from './field-case'

type Items = Readonly<Record<string, string>>
/** Items, and the operating system, family and version that they have to be taken for, decided from what the makers ship. */
type Sample = readonly [name: string, version: string, kernel: string, family: string | null, recognised: string | null]

const recognise = (items: Items) => recogniseGuest(new Map(Object.entries(items)))

describe('Linux by name, release and kernel', () => {
  const samples: readonly Sample[] = [
    ['Red Hat Enterprise Linux Server release 6.10 (Santiago)', '', '2.6.32-754.el6.x86_64', 'rhel', '6.10'],
    ['Red Hat Enterprise Linux Server', '7.9', '3.10.0-1160.119.1.el7.x86_64', 'rhel', '7.9'],
    ['Red Hat Enterprise Linux', '8.10', '4.18.0-553.el8_10.x86_64', 'rhel', '8.10'],
    ['Red Hat Enterprise Linux', '10.0', '6.12.0-55.9.1.el10_0.x86_64', 'rhel', '10.0'],
    ['CentOS release 6.9 (Final)', '', '2.6.32-696.el6.x86_64', 'centos', '6.9'],
    ['CentOS Linux', '8', '4.18.0-348.7.1.el8_5.x86_64', 'centos', '8'],
    ['CentOS Stream', '10', '6.12.0-139.el10.x86_64', 'centos-stream', '10'],
    ['Rocky Linux', '8.10', '4.18.0-553.22.1.el8_10.x86_64', 'rocky', '8.10'],
    ['Rocky Linux', '10.1', '6.12.0-124.8.1.el10_1.x86_64', 'rocky', '10.1'],
    ['AlmaLinux', '9.6', '5.14.0-570.58.1.el9_6.x86_64', 'almalinux', '9.6'],
    ['Oracle Linux Server release 6.10', '', '4.1.12-124.16.4.el6uek.x86_64', 'oracle-linux', '6.10'],
    ['Oracle Linux Server', '7.9', '5.4.17-2136.338.4.2.el7uek.x86_64', 'oracle-linux', '7.9'],
    ['Oracle Linux Server', '10.0', '6.12.0-100.28.2.el10uek.x86_64', 'oracle-linux', '10.0'],
    ['SLES', '12.5', '4.12.14-122.231-default', 'sles', '12.5'],
    ['SLES', '15.7', '6.4.0-150700.51-default', 'sles', '15.7'],
    ['SLES_SAP', '15.5', '5.14.21-150500.55.73-default', 'sles', '15.5'],
    ['SLES', '16.0', '6.12.0-160000.5-default', 'sles', '16.0'],
    ['openSUSE Leap', '15.6', '6.4.0-150600.23.25-default', 'opensuse', '15.6'],
    ['openSUSE Tumbleweed', '20261101', '6.17.5-1-default', 'opensuse', '20261101'],
    ['Debian GNU/Linux', '8', '3.16.0-11-amd64', 'debian', '8'],
    ['Debian GNU/Linux', '9', '4.9.0-19-amd64', 'debian', '9'],
    ['Debian GNU/Linux', '10', '4.19.0-27-amd64', 'debian', '10'],
    ['Debian GNU/Linux', '11', '5.10.0-33-cloud-amd64', 'debian', '11'],
    ['Debian GNU/Linux', '13', '6.12.57+deb13-amd64', 'debian', '13'],
    ['Ubuntu', '14.04', '4.4.0-148-generic', 'ubuntu', '14.04'],
    ['Ubuntu', '16.04', '4.15.0-142-generic', 'ubuntu', '16.04'],
    ['Ubuntu', '18.04', '5.4.0-1109-azure', 'ubuntu', '18.04'],
    ['Ubuntu', '20.04', '5.15.0-139-generic', 'ubuntu', '20.04'],
    ['Ubuntu', '26.04', '7.0.0-14-generic', 'ubuntu', '26.04'],
    ['Fedora Linux', '43', '6.17.1-300.fc43.x86_64', 'fedora', '43'],
    ['Fedora', '33', '5.14.18-100.fc33.x86_64', 'fedora', '33'],
    ['Arch Linux', '', '6.17.1-arch1-1', 'arch', null],
    ['Alpine Linux', '3.22.2', '6.12.51-0-virt', 'alpine', '3.22.2'],
    ['Amazon Linux', '2', '5.10.244-240.970.amzn2.x86_64', 'amazon-linux', '2'],
    ['Amazon Linux', '2023', '6.1.112-122.189.amzn2023.x86_64', 'amazon-linux', '2023'],
    ['Amazon Linux AMI', '2018.03', '4.14.336-180.566.amzn1.x86_64', 'amazon-linux', '2018.03'],
    ['VMware Photon OS', '5.0', '6.1.10-11.ph5', 'photon', '5.0'],
    ['Kali GNU/Linux', '2026.2', '6.16.8+kali-amd64', 'kali', '2026.2'],
    ['Linux Mint', '22.1', '6.8.0-60-generic', 'linuxmint', '22.1'],
    ['Gentoo', '2.17', '6.12.41-gentoo', 'gentoo', '2.17'],
    ['Home Assistant OS', '16.0', '6.12.48-haos', 'home-assistant-os', '16.0'],
    ['VyOS', '1.4.2', '6.6.65-vyos', 'vyos', '1.4.2'],
    ['Debian GNU/Linux', '12', '6.8.12-11-pve', 'proxmox-mail-gateway', '12'],
    ['Debian GNU/Linux', '12', '6.12.15-production+truenas', 'truenas-scale', '12'],
    ['Check Point Gaia R81.20', '', '4.18.0-372.9.1cpx86_64', 'check-point', null],
    // F5's own kernels: “BIG-IP Virtual Edition : Linux 3.10.0-862.14.4.el7.ve.x86_64” in its SNMP description.
    ['CentOS Linux', '7', '3.10.0-862.14.4.el7.ve.x86_64', 'f5-big-ip', '7'],
    ['CentOS release 6.3 (Final)', '', '2.6.32-431.56.1.el6.f5.x86_64', 'f5-big-ip', '6.3'],
    ['BIG-IP release 13.0.0 (Final)', '', '3.10.0-514.26.2.el7.ve.x86_64', 'f5-big-ip', '13.0.0'],
    ['Linux', '', '3.10.0-862.14.4.el7.ve.x86_64', 'f5-big-ip', null],
    ['CentOS Linux', '7', '3.10.0-1160.119.1.el7.x86_64', 'centos', '7'],
    // “OS kernel version 3.10.0-957.21.3cpx86_64” of Check Point’s “show version all”.
    ['Red Hat Enterprise Linux Server release 5.2 (Tikanga)', '', '2.6.18-92cpx86_64', 'check-point', '5.2'],
    ['Red Hat Enterprise Linux', '7.9', '3.10.0-1160.15.2cpx86_64', 'check-point', '7.9'],
    ['Slackware', '15.0', '6.12.54-Unraid', 'unraid', '15.0'],
    ['Slackware', '15.0', '5.15.145', 'slackware', '15.0'],
    ['OpenWrt', '24.10.2', '6.6.93', 'openwrt', '24.10.2'],
    // Distributions that no list has: Linux all the same, under their own name.
    ['Raspbian GNU/Linux', '12', '6.1.0-rpi7-rpi-v8', null, '12'],
    ['Pop!_OS', '22.04', '6.9.3-76060903-generic', null, '22.04'],
    ['openEuler', '24.03', '6.6.0-28.0.0.34.oe2403.x86_64', null, '24.03'],
    ['Scientific Linux release 7.9 (Nitrogen)', '', '3.10.0-1160.el7.x86_64', null, '7.9'],
    ['Red Hat Enterprise Linux CoreOS', '418.94.202510', '5.14.0-427.el9_4.x86_64', null, '418.94.202510'],
    ['SLED', '15.6', '6.4.0-150600.23-default', null, '15.6'],
    ['Linux', '', '4.19.128-sophos', null, null],
  ]

  test.each(samples)('%s %s on %s: %s %s', (name, version, kernel, family, recognised) => {
    expect(recognise(linuxItems(name, version, kernel))).toMatchObject({
      os: 'linux',
      family,
      version: recognised,
      kernel,
    })
  })
})

test.each(['10.3', '10.4', '11.4', '12.4', '13.5', '14.3', '15.0', '16.0'])('FreeBSD %s', (release) => {
  const guest = recognise({ ...FREEBSD, OSVersion: release, OSBuildNumber: release })
  expect(guest).toMatchObject({ os: 'freebsd', family: 'freebsd', version: release, kernel: null })
})

describe('Windows by name and numbers', () => {
  const samples: readonly (readonly [
    name: string,
    version: string,
    kind: string,
    family: string | null,
    said: string,
  ])[] = [
    ['Windows 7 Professional', '6.1.7601', '1', 'w7', '7'],
    ['Windows 8.1 Pro', '6.3.9600', '1', 'w81', '8.1'],
    ['Windows 8 Enterprise', '6.2.9200', '1', 'w8', '8'],
    ['Windows 10 Pro', '10.0.19045', '1', 'w10', '10'],
    ['Windows 10 IoT Enterprise LTSC 2021', '10.0.19044', '1', 'w10', '10'],
    ['Windows 10 Enterprise', '10.0.22631', '1', 'w11', '11'],
    ['Windows 11 IoT Enterprise LTSC', '10.0.26100', '1', 'w11', '11'],
    ['Windows 10 Pro', '10.0.26200', '1', 'w11', '11'],
    ['Windows Embedded Standard', '6.1.7601', '1', 'w7', '7'],
    ['Windows Server (R) 2008 Standard', '6.0.6003', '3', 'ws2008', '2008'],
    ['Windows Server® 2008 Enterprise', '6.0.6002', '3', 'ws2008', '2008'],
    ['Windows Server 2008 R2 Datacenter', '6.1.7601', '3', 'ws2008r2', '2008 R2'],
    ['Windows Server 2012 Standard', '6.2.9200', '2', 'ws2012', '2012'],
    ['Windows Storage Server 2012 R2 Standard', '6.3.9600', '3', 'ws2012r2', '2012 R2'],
    ['Windows Server 2012 R2 Essentials', '6.3.9600', '2', 'ws2012r2', '2012 R2'],
    ['Windows Server 2016 Datacenter', '10.0.14393', '3', 'ws2016', '2016'],
    ['Hyper-V Server 2016', '10.0.14393', '3', 'ws2016', '2016'],
    ['Windows Server 2019 Standard Evaluation', '10.0.17763', '3', 'ws2019', '2019'],
    ['Windows Server 2022 Datacenter Azure Edition', '10.0.20348', '3', 'ws2022', '2022'],
    ['Windows Server 2025 Datacenter Azure Edition', '10.0.26100', '3', 'ws2025', '2025'],
    ['Windows Server 2025 Standard', '10.0.26100', '3', 'ws2025', '2025'],
    // A server of the semi-annual channel: no release of the list.
    ['Windows Server Datacenter', '10.0.19042', '3', null, ''],
    ['Azure Stack HCI', '10.0.20349', '3', null, ''],
  ]

  test.each(samples)('%s %s (%s): %s', (name, version, kind, family, said) => {
    const guest = recognise({ ...windowsItems(name, version), ProductType: kind })
    expect(guest).toMatchObject({ os: 'windows', family, version: said === '' ? null : said })
    expect(guest.build).toBe(Number(version.split('.')[2]))
  })
})

describe('the rest of the field', () => {
  test.each([
    ['OpenBSD', { OSName: 'OpenBSD', OSVersion: '7.8', OSBuildNumber: 'GENERIC.MP#1' }, 'other', 'openbsd', '7.8'],
    ['only a kernel', { OSVersion: '5.10.0', OSBuildNumber: '5.10.0-odd' }, 'linux', null, null],
    ['only the package for Red Hat', { IntegrationServicesVersion: '4.3.5' }, 'linux', null, null],
    ['before the handshake', { IntegrationServicesVersion: 'Unknown version' }, 'linux', null, null],
    ['Ubuntu on the platform of Windows', { OSName: 'Ubuntu', OSPlatformId: '2' }, 'unknown', null, null],
    [
      'Windows by its platform with the kernel of Linux',
      { OSName: 'Windows Server 2022', OSBuildNumber: '5.15.0-91-generic', OSPlatformId: '2' },
      'unknown',
      null,
      null,
    ],
    ['FreeBSD with a version of Windows', { OSName: 'FreeBSD', OSVersion: '10.0.20348' }, 'unknown', null, null],
    [
      'CentOS with the daemon of FreeBSD',
      { OSName: 'CentOS Linux', OSMajorVersion: '7', IntegrationServicesVersion: 'BSD Pre-Release version' },
      'unknown',
      null,
      null,
    ],
    ['only a host name', { FullyQualifiedDomainName: 'a.example.test' }, 'unknown', null, null],
    ['only a platform', { OSPlatformId: '2' }, 'windows', null, null],
    ['nothing', {}, 'unknown', null, null],
    [
      'Windows with the kernel of Linux',
      { OSName: 'Windows Server 2019', OSBuildNumber: '5.15.0-91-generic' },
      'unknown',
      null,
      null,
    ],
  ] as const)('%s', (_what, items: Items, os, family, version) => {
    expect(recognise(items)).toMatchObject({ os, family, version })
  })
})

describe('a name is never put together from two systems', () => {
  test.each([
    // The build counts, and the name is that of the build.
    [{ ...windowsItems('Windows Server 2019 Datacenter', '10.0.20348') }, 'Windows Server 2022'],
    [{ ...windowsItems('Windows Server 2012 R2 Standard', '10.0.17763') }, 'Windows Server 2019'],
    [{ ...windowsItems('A name of nobody', '10.0.20348') }, 'Windows Server 2022'],
    [{ ...windowsItems('Windows Embedded Standard', '6.1.7601'), ProductType: '1' }, 'Windows Embedded Standard 7'],
    [{ ...windowsItems('Windows Server 2008 R2 Enterprise', '6.1.7601') }, 'Windows Server 2008 R2 Enterprise'],
    [{ ...windowsItems('Windows 10 Pro', '10.0.26100'), ProductType: '1' }, 'Windows 11 Pro'],
    [{ OSName: 'Ubuntu', OSVersion: '10.0.20348', OSPlatformId: '2' }, 'Ubuntu'],
    [{ OSName: 'FreeBSD', OSVersion: '10.0.20348', OSPlatformId: '2' }, 'FreeBSD'],
  ])('%o is called %s', (items: Items, name) => {
    expect(guestName(recognise(items))).toBe(name)
  })
})
