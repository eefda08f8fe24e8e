import { describe, expect, test } from 'vitest'
import { systemOf } from '../../../../src/core/decode/guest-system'

type Pairs = Readonly<Record<string, string>>

/** System, family, name, version, kernel, build; `-` for what is not known. */
function said(pairs: Pairs): string {
  const { os, family, name, version, kernel, build } = systemOf(new Map(Object.entries(pairs)))
  return [os, family, name, version, kernel, build].map((part) => part ?? '-').join(' | ')
}

const KERNEL = { OSVersion: '6.1.0', OSBuildNumber: '6.1.0-9-amd64' }
const NOTHING = 'unknown | - | - | - | - | -'

describe('Windows', () => {
  test.each<readonly [Pairs, string]>([
    // One sign is enough.
    [{ OSPlatformId: '2' }, 'windows | - | - | - | - | -'],
    [{ OSPlatformId: ' 2 ' }, 'windows | - | - | - | - | -'],
    [{ OSPlatformId: '1' }, NOTHING],
    [{ OSPlatformId: '2x' }, NOTHING],
    [{ OSPlatformId: 'x2' }, NOTHING],
    [{ OSVendor: 'Microsoft Corporation' }, 'windows | - | - | - | - | -'],
    [{ OSVendor: 'Microsofts' }, NOTHING],
    ...['ProductType', 'CSDVersion', 'ServicePackMajor', 'ServicePackMinor', 'SuiteMask', 'OSEditionId'].map(
      (name): readonly [Pairs, string] => [{ [name]: '' }, 'windows | - | - | - | - | -'],
    ),
    [{ OSMajorVersion: '10', ProcessorArchitecture: '9' }, 'unknown | - | - | - | - | -'],
    [{ IntegrationServicesVersion: '10.0.20348.2849' }, 'windows | - | - | - | - | -'],
    [{ OSVersion: '10.0.20348.2849' }, 'windows | ws2022 | Windows Server 2022 | 2022 | - | 20348'],
    // The build.
    [{ OSPlatformId: '2', OSBuildNumber: '20348' }, 'windows | ws2022 | Windows Server 2022 | 2022 | - | 20348'],
    [{ OSPlatformId: '2', OSVersion: '10.0.20348' }, 'windows | ws2022 | Windows Server 2022 | 2022 | - | 20348'],
    [
      { OSPlatformId: '2', OSVersion: '10.0.20348', OSBuildNumber: '22631' },
      'windows | w11 | Windows 11 | 11 | - | 22631',
    ],
    [{ OSPlatformId: '2', OSBuildNumber: '20348x' }, 'windows | - | - | - | - | -'],
    [{ OSPlatformId: '2', OSBuildNumber: 'x20348' }, 'windows | - | - | - | - | -'],
    [{ OSPlatformId: '2', OSBuildNumber: '999999999' }, 'windows | - | - | - | - | 999999999'],
    [{ OSPlatformId: '2', OSBuildNumber: '1000000000' }, 'windows | - | - | - | - | -'],
    [{ OSPlatformId: '2', OSBuildNumber: '0' }, 'windows | - | - | - | - | -'],
    [{ OSPlatformId: '2', OSBuildNumber: '1' }, 'windows | - | - | - | - | 1'],
    [{ OSPlatformId: '2', OSVersion: '6.4.98415' }, 'windows | - | - | - | - | -'],
    // The kind, where the name does not say it.
    [{ ProductType: '1', OSBuildNumber: '17763' }, 'windows | w10 | Windows 10 | 10 | - | 17763'],
    [{ ProductType: '2', OSBuildNumber: '17763' }, 'windows | ws2019 | Windows Server 2019 | 2019 | - | 17763'],
    [{ ProductType: '3', OSBuildNumber: '17763' }, 'windows | ws2019 | Windows Server 2019 | 2019 | - | 17763'],
    [{ ProductType: '4', OSBuildNumber: '17763' }, 'windows | - | - | - | - | 17763'],
    // The name.
    [
      { OSName: 'Windows 10 Pro', OSBuildNumber: '22631', OSPlatformId: '2' },
      'windows | w11 | Windows 11 Pro | 11 | - | 22631',
    ],
    [
      { OSName: 'Windows 10 Pro', OSBuildNumber: '19045', OSPlatformId: '2' },
      'windows | w10 | Windows 10 Pro | 10 | - | 19045',
    ],
    [{ OSName: 'Windows 10 Pro' }, 'windows | w10 | Windows 10 Pro | 10 | - | -'],
    [{ OSName: 'Windows 11 Pro' }, 'windows | w11 | Windows 11 Pro | 11 | - | -'],
    [
      { OSName: 'Microsoft® Windows Server® 2008 Standard', OSBuildNumber: '6002' },
      'windows | ws2008 | Microsoft® Windows Server® 2008 Standard | 2008 | - | 6002',
    ],
    [
      { OSName: 'Windows Server 2028 Standard', OSBuildNumber: '40000' },
      'windows | - | Windows Server 2028 Standard | 2028 | - | 40000',
    ],
    [{ OSName: 'Contoso OS', OSPlatformId: '2' }, 'windows | - | Contoso OS | - | - | -'],
  ])('%j', (pairs, system) => {
    expect(said(pairs)).toBe(system)
  })
})

describe('the BSDs and other Unix systems', () => {
  test.each<readonly [Pairs, string]>([
    [{ OSName: 'FreeBSD', OSVersion: '14.1-RELEASE-p3' }, 'freebsd | freebsd | FreeBSD | 14.1 | - | -'],
    [{ OSName: 'freebsd 14', OSBuildNumber: '14.1-RELEASE' }, 'freebsd | freebsd | FreeBSD | 14.1 | - | -'],
    [{ OSName: 'FreeBSD' }, 'freebsd | freebsd | FreeBSD | - | - | -'],
    [{ OSName: 'OpenBSD', OSVersion: '7.5', OSBuildNumber: '7.4' }, 'other | openbsd | OpenBSD | 7.5 | - | -'],
    [{ OSName: 'NetBSD 10', ...KERNEL }, 'other | netbsd | NetBSD 10 | 6.1.0 | - | -'],
    [{ OSName: 'DragonFly', OSVersion: '6.4' }, 'other | - | DragonFly | 6.4 | - | -'],
    [{ OSName: 'SunOS', ...KERNEL }, 'other | - | SunOS | 6.1.0 | - | -'],
    [{ OSName: 'FreeBSDish' }, 'unknown | - | FreeBSDish | - | - | -'],
    [{ OSName: 'My FreeBSD' }, 'unknown | - | My FreeBSD | - | - | -'],
    [
      { IntegrationServicesVersion: 'BSD Pre-Release version', OSVersion: '14.3' },
      'freebsd | freebsd | FreeBSD | 14.3 | - | -',
    ],
    [
      { OSName: 'HelloSystem', IntegrationServicesVersion: 'BSD Pre-Release version', OSVersion: '14.3' },
      'freebsd | - | HelloSystem | 14.3 | - | -',
    ],
    [{ IntegrationServicesVersion: 'BSD Pre-Release versions' }, NOTHING],
  ])('%j', (pairs, system) => {
    expect(said(pairs)).toBe(system)
  })
})

describe('Linux', () => {
  test.each<readonly [Pairs, string]>([
    // Known by its name, with or without a kernel.
    [{ OSName: 'Ubuntu' }, 'linux | ubuntu | Ubuntu | - | - | -'],
    [{ OSName: 'Ubuntu', ...KERNEL }, 'linux | ubuntu | Ubuntu | - | 6.1.0-9-amd64 | -'],
    [{ OSName: 'Linux' }, 'linux | - | Linux | - | - | -'],
    [{ OSName: 'LINUX', OSVersion: '5.4.0' }, 'linux | - | LINUX | - | 5.4.0 | -'],
    // By its kernel or its services, under a name that nobody knows or none.
    [{ OSName: 'Contoso OS', ...KERNEL }, 'linux | - | Contoso OS | - | 6.1.0-9-amd64 | -'],
    [{ OSName: 'Contoso Linux' }, 'unknown | - | Contoso Linux | - | - | -'],
    [{ OSName: 'Linux Contoso' }, 'unknown | - | Linux Contoso | - | - | -'],
    [KERNEL, 'linux | - | - | - | 6.1.0-9-amd64 | -'],
    [{ IntegrationServicesVersion: '3.1' }, 'linux | - | - | - | - | -'],
    [{ OSName: 'Contoso OS', IntegrationServicesVersion: '4.3.5' }, 'linux | - | Contoso OS | - | - | -'],
    [{ OSName: 'Contoso OS', IntegrationServicesVersion: '5.0' }, 'unknown | - | Contoso OS | - | - | -'],
    // Which of the two numbers is a kernel's.
    [{ OSVersion: '6.1.0', OSBuildNumber: '#1 SMP' }, 'linux | - | - | - | 6.1.0 | -'],
    [{ OSVersion: '6.1', OSBuildNumber: '6.1' }, NOTHING],
    [{ OSBuildNumber: '10.0.20348' }, NOTHING],
    // The release.
    [{ OSName: 'Debian GNU/Linux', OSMajorVersion: '12' }, 'linux | debian | Debian GNU/Linux | 12 | - | -'],
    [
      { OSName: 'CentOS Linux release 7.9.2009 (Core)' },
      'linux | centos | CentOS Linux release 7.9.2009 (Core) | 7.9.2009 | - | -',
    ],
    [
      { OSName: 'CentOS release 5 (Final)', OSMajorVersion: '', OSMinorVersion: '3' },
      'linux | centos | CentOS release 5 (Final) | 5 | - | -',
    ],
    [
      {
        OSName: 'SUSE Linux Enterprise Server 11 (x86_64)',
        OSMajorVersion: 'VERSION = 11',
        OSMinorVersion: 'PATCHLEVEL = 4',
      },
      'linux | sles | SUSE Linux Enterprise Server | 11.4 | - | -',
    ],
    [
      {
        OSName: 'SUSE Linux Enterprise Server 11.4 (x86_64)',
        OSMajorVersion: 'VERSION=11',
        OSMinorVersion: 'PATCHLEVEL =0',
      },
      'linux | sles | SUSE Linux Enterprise Server | 11 | - | -',
    ],
    [
      { OSName: 'SUSE Linux Enterprise Server 11 (x86_64)' },
      'linux | sles | SUSE Linux Enterprise Server 11 (x86_64) | - | - | -',
    ],
    [
      { OSName: 'openSUSE 13.2 (x86_64)', OSMajorVersion: 'VERSION = 13.2', OSMinorVersion: 'CODENAME = Harlequin' },
      'linux | opensuse | openSUSE | 13.2 | - | -',
    ],
    [{ OSName: 'Ubuntu', OSMajorVersion: '22.04', OSMinorVersion: '3' }, 'linux | ubuntu | Ubuntu | 22.04 | - | -'],
    [{ OSName: 'Ubuntu', OSMajorVersion: 'VERSION = ' }, 'linux | ubuntu | Ubuntu | - | - | -'],
    [{ OSName: 'Fedora', OSMajorVersion: '40', OSMinorVersion: '1' }, 'linux | fedora | Fedora | 40.1 | - | -'],
    [{ OSName: 'Fedora', OSMajorVersion: '40', OSMinorVersion: '10' }, 'linux | fedora | Fedora | 40.10 | - | -'],
    [{ OSName: 'Fedora', OSMajorVersion: '40', OSMinorVersion: '0' }, 'linux | fedora | Fedora | 40 | - | -'],
    [{ OSName: 'Fedora', OSMajorVersion: '40', OSMinorVersion: 'x1' }, 'linux | fedora | Fedora | 40 | - | -'],
    [{ OSName: 'Fedora', OSMajorVersion: 'x40', OSMinorVersion: '1' }, 'linux | fedora | Fedora | x40 | - | -'],
    [{ OSName: 'Fedora', OSMinorVersion: '1' }, 'linux | fedora | Fedora | - | - | -'],
  ])('%j', (pairs, system) => {
    expect(said(pairs)).toBe(system)
  })
})

describe('what says nothing or contradicts itself', () => {
  test.each<readonly [Pairs, string]>([
    [{}, NOTHING],
    [{ OSName: ' ', OSVersion: '' }, NOTHING],
    [{ OSName: 'Contoso OS' }, 'unknown | - | Contoso OS | - | - | -'],
    [{ OSName: 'Windows Server 2022', ...KERNEL }, 'unknown | - | Windows Server 2022 | - | - | -'],
    [{ OSName: 'Ubuntu', OSVersion: '10.0.20348' }, 'unknown | - | Ubuntu | - | - | -'],
    [{ OSName: 'Linux', OSVersion: '10.0.20348' }, 'unknown | - | Linux | - | - | -'],
    [{ OSName: 'Linux', IntegrationServicesVersion: '10.0.20348.1' }, 'unknown | - | Linux | - | - | -'],
    [{ OSName: 'Contoso OS', OSVersion: '10.0.20348' }, 'windows | ws2022 | Windows Server 2022 | 2022 | - | 20348'],
    [{ OSPlatformId: '2', OSVersion: '6.4.9841' }, NOTHING],
    [{ OSPlatformId: '2', OSName: 'Ubuntu' }, 'unknown | - | Ubuntu | - | - | -'],
    [{ OSPlatformId: '2', OSName: 'FreeBSD' }, 'unknown | - | FreeBSD | - | - | -'],
    [{ OSPlatformId: '2', OSName: 'Contoso OS', ...KERNEL }, 'unknown | - | Contoso OS | - | - | -'],
    [{ OSName: 'OpenBSD', OSVersion: '10.0.20348' }, 'unknown | - | OpenBSD | - | - | -'],
    [{ OSName: 'Ubuntu', IntegrationServicesVersion: 'BSD Pre-Release version' }, 'unknown | - | Ubuntu | - | - | -'],
    [
      { OSName: 'Windows Server 2016 Standard', OSBuildNumber: '20348', OSPlatformId: '2' },
      'windows | ws2022 | Windows Server 2022 | 2022 | - | 20348',
    ],
  ])('%j', (pairs, system) => {
    expect(said(pairs)).toBe(system)
  })
})
