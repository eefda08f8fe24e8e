import { describe, expect, test } from 'vitest'
import { recogniseGuest } from '../../../../src/core/decode/guest'
import { FREEBSD, windowsItems } from '../capture-builder'
import { linuxItems } from './field-case'

type Items = Readonly<Record<string, string>>
const recognise = (items: Items) => recogniseGuest(new Map(Object.entries(items)))

/** What a distribution puts into NAME and VERSION_ID of os-release, or into its old release file, decided from its package. */
describe('more of Linux', () => {
  test.each([
    ['openSUSE Leap', '15.6', '6.4.0-150600.23.60-default', 'opensuse', '15.6'],
    ['openSUSE Tumbleweed', '20261101', '6.17.5-1-default', 'opensuse', '20261101'],
    ['openSUSE MicroOS', '20261101', '6.17.5-1-default', 'opensuse', '20261101'],
    ['openSUSE 13.1 (x86_64)', 'VERSION = 13.1', '3.11.10-29-default', 'opensuse', '13.1'],
    ['SLES_SAP', '15.5', '5.14.21-150500.55.88-default', 'sles', '15.5'],
    ['SLES', '16.0', '6.12.0-160000.5-default', 'sles', '16.0'],
    ['Red Hat Enterprise Linux Server release 5.11 (Tikanga)', '', '2.6.18-398.el5', 'rhel', '5.11'],
    ['Red Hat Enterprise Linux ComputeNode', '7.6', '3.10.0-957.el7.x86_64', 'rhel', '7.6'],
    ['CentOS Stream', '10', '6.12.0-140.el10.x86_64', 'centos-stream', '10'],
    ['Oracle Linux Server', '7.9', '5.4.17-2136.338.4.1.el7uek.x86_64', 'oracle-linux', '7.9'],
    ['AlmaLinux', '10.0', '6.12.0-55.14.1.el10_0.x86_64', 'almalinux', '10.0'],
    ['Rocky Linux', '8.10', '4.18.0-553.27.1.el8_10.x86_64', 'rocky', '8.10'],
    ['Debian GNU/Linux', '', '6.17.7+deb14-amd64', 'debian', null],
    ['Devuan GNU/Linux', '5', '6.1.0-28-amd64', 'devuan', '5'],
    ['LMDE', '7', '6.12.48+deb13-amd64', 'linuxmint', '7'],
    ['Ubuntu Core', '24', '6.8.0-60-generic', 'ubuntu', '24'],
    ['Common Base Linux Mariner', '2.0', '5.15.167.1-2.cm2', 'azure-linux', '2.0'],
    ['Microsoft Azure Linux', '3.0', '6.6.92.2-1.azl3', 'azure-linux', '3.0'],
    ['Talos', 'v1.11.3', '6.12.52-talos', 'talos', 'v1.11.3'],
    ['Flatcar Container Linux by Kinvolk', '4230.2.3', '6.6.100-flatcar', 'flatcar', '4230.2.3'],
    ['Slackware', '15.0', '5.15.145-smp', 'slackware', '15.0'],
    ['Parrot Security', '6.4', '6.12.32-amd64', 'parrot', '6.4'],
    // Linux under names of their own: no family, and the kernel says enough.
    ['Zorin OS', '17', '6.8.0-60-generic', null, '17'],
    ['Void', '', '6.12.41_1', null, null],
    ['Clear Linux OS', '43760', '6.15.6-1559.native', null, '43760'],
    ['Sangoma Linux', '7', '3.10.0-1127.19.1.el7.x86_64', null, '7'],
    ['EulerOS', '2.0 (SP9)', '4.18.0-147.5.1.6.h841.eulerosv2r9.x86_64', null, '2.0 (SP9)'],
    ['XCP-ng', '8.3.0', '4.19.0+1', 'xcp-ng', '8.3.0'],
  ])('%s %s on %s: %s %s', (name, version, kernel, family, recognised) => {
    expect(recognise(linuxItems(name, version, kernel))).toMatchObject({
      os: 'linux',
      family,
      version: recognised,
      kernel,
    })
  })

  test.each([
    ['14.2-RELEASE-p1', '14.2'],
    ['15.0-CURRENT', '15.0'],
    ['13.4-STABLE', '13.4'],
  ])('FreeBSD %s', (release, version) => {
    const items = { ...FREEBSD, OSVersion: release, OSBuildNumber: release }
    expect(recognise(items)).toMatchObject({ os: 'freebsd', family: 'freebsd', version })
  })
})

describe('more of Windows', () => {
  const SERVER = '3'
  const CLIENT = '1'

  test.each([
    // Desktops for many call themselves servers.
    ['Windows 11 Enterprise multi-session', '10.0.22631', SERVER, 'w11', '11'],
    ['Windows 10 Enterprise for Virtual Desktops', '10.0.19045', SERVER, 'w10', '10'],
    ['Windows 10 Enterprise for Virtual Desktops', '10.0.22631', SERVER, 'w11', '11'],
    ['Microsoft® Windows Vista™ Business', '6.0.6002', CLIENT, 'vista', 'Vista'],
    ['Microsoft Windows XP', '5.1.2600', CLIENT, 'xp', 'XP'],
    ['Windows Thin PC', '6.1.7601', CLIENT, 'w7', '7'],
    ['Windows Web Server 2008 R2', '6.1.7601', SERVER, 'ws2008r2', '2008 R2'],
    ['Windows MultiPoint Server 2012 Premium', '6.2.9200', SERVER, 'ws2012', '2012'],
    ['Windows Server 2016 Essentials', '10.0.14393', '2', 'ws2016', '2016'],
    ['Windows Server Standard', '10.0.17134', SERVER, null, null],
    ['Windows Server 2025 Datacenter', '10.0.26100', '2', 'ws2025', '2025'],
    ['Windows 10 IoT Enterprise LTSC', '10.0.17763', CLIENT, 'w10', '10'],
    ['Windows 11 Pro', '10.0.26200', CLIENT, 'w11', '11'],
    ['Windows 8 Pro', '6.2.9200', CLIENT, 'w8', '8'],
  ])('%s %s (%s): %s', (name, version, kind, family, said) => {
    const guest = recognise({ ...windowsItems(name, version), ProductType: kind })
    expect(guest).toMatchObject({ os: 'windows', family, version: said })
  })
})
