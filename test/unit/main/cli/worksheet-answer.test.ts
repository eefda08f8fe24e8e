import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { captureOf, type VmFacts } from '../../core/capture-builder'
import { linesOf, runCheck } from './run-check'

const WEB = '5F0C3B2A-0001-4000-8000-0000000000A1'
const SILENT = { kvp: { status: [12] } } as const

/** What a Linux guest without the daemon's package prints. */
function answer(id: string): string {
  return [
    `--- integration-doctor worksheet 1 begin: linux ${id} ---`,
    'kernel: 5.15.0-91-generic',
    'os-release: NAME="Ubuntu"',
    'os-release: VERSION_ID="22.04"',
    'module: hv_vmbus builtin',
    'module: hv_utils loaded',
    'bus-devices: 14',
    'processes: readable',
    'packages: dpkg',
    'kernel-log: hidden',
    '--- integration-doctor worksheet 1 end ---',
    '',
  ].join('\n')
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'answer-'))
})

async function check(vms: readonly VmFacts[], text: string) {
  const capture = join(folder, 'hv01.hvcapture')
  const paste = join(folder, 'answer.txt')
  await writeFile(capture, JSON.stringify(captureOf(vms)))
  await writeFile(paste, text)
  const ran = await runCheck(['--capture', capture, '--paste', paste, '--format', 'json'])
  return { ...ran, sources: linesOf(ran.stdout) }
}

describe('the answer to a worksheet beside a capture', () => {
  test.each([
    ['the id it was made for', answer(WEB)],
    ['a name above it', `VM: WEB-01\n\n${answer('-')}`],
    ['an id above it', `VM: ${WEB.toLowerCase()}\n\n${answer('-')}`],
  ])('is evidence about the VM by %s', async (_name, text) => {
    const vms = [
      { id: WEB, name: 'web-01', services: SILENT },
      { name: 'db-02', services: SILENT },
    ]
    const { sources, stderr } = await check(vms, text)
    expect(sources.map(({ source }) => source)).toEqual([join(folder, 'hv01.hvcapture')])
    expect(stderr).toContain('answer.txt was printed inside web-01, and counts as evidence about it.')
    const [web, db] = sources[0]?.vms ?? []
    expect(web?.findings.map(({ code }) => code)).toContain('IS-37')
    expect(web?.guest).toMatchObject({ family: 'ubuntu' })
    expect(db?.guest.os).toBe('unknown')
  })

  test('belongs to the only VM', async () => {
    const { sources, stderr } = await check([{ id: WEB, name: 'web-01', services: SILENT }], answer('-'))
    expect(sources).toHaveLength(1)
    expect(stderr).toContain('inside web-01')
  })

  test.each([
    ['of no VM in particular', answer('-'), 'does not say of which VM'],
    ['of a VM that was not read', `VM: mail-07\n\n${answer('-')}`, '“mail-07”, and no VM that was read'],
    ['of a name that two VMs have', `VM: twin\n\n${answer('-')}`, 'Put “VM:” and one of these ids above it: '],
  ])('%s stays a text of its own, and what to do is said', async (_name, text, said) => {
    const vms = [{ name: 'web-01', services: SILENT }, { name: 'twin' }, { name: 'twin' }]
    const { sources, stderr } = await check(vms, text)
    expect(sources).toHaveLength(2)
    expect(stderr).toContain(said)
    expect(sources[0]?.vms.map(({ guest }) => guest.os)).toEqual(['unknown', 'unknown', 'unknown'])
  })
})
