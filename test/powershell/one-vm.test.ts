import { afterEach, describe, expect, test } from 'vitest'
import type { Capture } from '../../src/core/model/capture'
import { mergeVm } from '../../src/main/sources/merge-vm'
import { collect } from '../../src/main/powershell/collect'
import { runCheck, REQUEST, type Faults } from './collector'
import { type HostRows, hostWith, manyNames, vmId } from './hyper-v-host'
import { captureOf, endSessions, setup } from './sessions'

afterEach(endSessions)

const readAgain = async (host: HostRows, id: string, faults: Faults = {}): Promise<Capture> =>
  captureOf(await collect(setup(host, faults).session, { vmId: id, days: 1 }))

describe('a reading of one VM', () => {
  test('asks for its rows alone, with fewer queries than a whole reading and one row of the host', async () => {
    const host = hostWith(manyNames(20))
    const check = await runCheck(host, { request: { ...REQUEST, vmId: vmId(7) } })
    expect(check.classOf('Msvm_ComputerSystem').rows.map((row) => row['Name'])).toEqual(['HV01', vmId(7)])
    for (const name of Object.keys(host.classes).filter((each) => each !== 'Msvm_ComputerSystem')) {
      const expected = (host.classes[name] ?? []).filter((row) => JSON.stringify(row).includes(vmId(7)))
      expect(check.classOf(name).rows).toEqual(expected)
    }
    const rest = check.queries.filter((line) => !/ (?:Win32_\w+|Msvm_SummaryInformation) |^eventlog /.test(line))
    expect(rest.filter((line) => !line.includes(vmId(7)))).toEqual([])
    expect(check.queries.length).toBeLessThan(30)
  })

  test('replaces its rows in the reading of the host', async () => {
    const host = hostWith(manyNames(3))
    const earlier = captureOf(await collect(setup(host).session))
    const heartbeats = (host.classes['Msvm_HeartbeatComponent'] ?? []).map((row) => ({
      ...row,
      OperationalStatus: [13],
    }))
    const later = { ...host, classes: { ...host.classes, Msvm_HeartbeatComponent: heartbeats } }
    const merged = mergeVm(earlier, await readAgain(later, vmId(1)), vmId(1))
    const classes = merged.ok ? merged.capture.classes : {}
    expect(classes['Msvm_HeartbeatComponent']?.map((row) => row['OperationalStatus'])).toEqual([[2], [13], [2]])
    const { Msvm_HeartbeatComponent: _, ...others } = classes
    const { Msvm_HeartbeatComponent: __, ...unchanged } = earlier.classes
    expect(others).toEqual(unchanged)
  })

  test('of a VM that vanished says so, and not that there are no rights; without rights it is the other way', async () => {
    const codeOf = async (faults: Faults): Promise<string | undefined> => {
      const earlier = captureOf(await collect(setup(hostWith(manyNames(3))).session))
      const merged = mergeVm(earlier, await readAgain(hostWith(manyNames(2)), vmId(2), faults), vmId(2))
      return merged.ok ? 'a capture' : merged.problem.code
    }
    expect(await codeOf({})).toBe('vm-vanished')
    expect(await codeOf({ noRights: true })).toBe('no-vm-proved')
  })

  test('takes the id as data: whatever is not an id is refused before the first query', async () => {
    for (const id of ["x' OR Name LIKE '%", '$(calc)', `${vmId(0)}'`, `${vmId(0)}\n`]) {
      const check = await runCheck(hostWith(['vm']), { request: { ...REQUEST, vmId: id } })
      expect(check.queries).toEqual([])
      expect(check.names).toEqual([])
      expect(check.stderr).toContain('The request names no virtual machine.')
    }
  })
})
