import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorksheet } from '../../../../src/core/decode/worksheet'
import { worksheetText } from '../../../../src/core/worksheet/worksheet-text'
import { VM_ID } from '../capture-builder'

const shells = ['sh', 'dash', 'bash', 'busybox'].filter((name) =>
  ['/bin', '/usr/bin'].some((folder) => existsSync(`${folder}/${name}`)),
)

/** What the programs of FreeBSD 14 print, as their manual pages and the base system's sources have it. */
const PROGRAMS: Readonly<Record<string, string>> = {
  uname: 'case "$1" in -r) echo 14.1-RELEASE-p5;; -s) echo FreeBSD;; *) exit 64;; esac',
  sysctl: [
    'case "$2" in',
    'kern.vm_guest) echo hv;;',
    'kern.timecounter.hardware) echo Hyper-V-TSC;;',
    'security.bsd.see_other_uids) echo "${SEE:-1}";;',
    '*) echo "sysctl: unknown oid \'$2\'" >&2; exit 1;;',
    'esac',
  ].join('\n'),
  ps: 'printf "COMMAND\\nkernel\\ninit\\nhv_kvp_daemon\\ndevd\\nntpd\\nsh\\nps\\n"',
  kldstat: [
    'echo "Id Refs Address                Size Name"',
    'echo " 1   24 0xffffffff80200000  1f75e38 kernel (/boot/kernel/kernel)"',
    'printf "\\tContains modules:\\n\\t\\t Id Name\\n\\t\\t 31 hyperv/vmbus\\n\\t\\t 32 vmbus/hv_heartbeat\\n\\t\\t 33 vmbus/hv_kvp\\n\\t\\t 34 vmbus/hv_vss\\n"',
  ].join('\n'),
  id: 'echo 1001',
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freebsd-'))
  for (const [name, script] of Object.entries(PROGRAMS)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(shell: string, given: Readonly<Record<string, string>> = {}): { output: string; errors: string } {
  const args = shell === 'busybox' ? ['sh', '-s'] : ['-s']
  const errors = join(folder, 'errors')
  const script = `exec 2>'${errors}'\n${worksheetText('freebsd', 'en', { id: VM_ID })}`
  const env = { PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin`, ...given }
  const output = execFileSync(shell, args, { input: script, encoding: 'utf8', env })
  return { output, errors: execFileSync('/bin/cat', [errors], { encoding: 'utf8' }) }
}

describe('the worksheet for FreeBSD', () => {
  test.each(shells)('has no fault of syntax for %s', (shell) => {
    const args = shell === 'busybox' ? ['sh', '-n', '-s'] : ['-n', '-s']
    const script = worksheetText('freebsd', 'ko', { id: VM_ID })
    // The commands stand in the input of another shell, so both are looked at.
    const inner = script.split('\n').slice(3, -3).join('\n')
    for (const input of [script, inner]) expect(execFileSync(shell, args, { input, encoding: 'utf8' })).toBe('')
  })

  test.each(shells)('runs in %s against the programs of FreeBSD, and is read back', (shell) => {
    const { output, errors } = run(shell)
    expect(errors).toBe('')
    expect(output.trimEnd().split('\n')).toEqual([
      `--- integration-doctor worksheet 1 begin: freebsd ${VM_ID} ---`,
      'kernel: 14.1-RELEASE-p5',
      'name: FreeBSD',
      'vm-guest: hv',
      'clock-source: Hyper-V-TSC',
      'processes: readable',
      'process: hv_kvp_daemon',
      'process: ntpd',
      'module: hv_heartbeat loaded',
      'module: hv_kvp loaded',
      'module: hv_vss loaded',
      'module: vmbus loaded',
      '--- integration-doctor worksheet 1 end ---',
    ])
    expect(readWorksheet(output)).toMatchObject({
      system: 'freebsd',
      vmId: VM_ID,
      isWhole: true,
      parts: { kvp: 'running', vss: 'stopped' },
    })
  })

  test.each(shells)('says in %s that the processes of others are hidden, and takes nothing for stopped', (shell) => {
    const { output } = run(shell, { SEE: '0' })
    expect(output).toContain('processes: hidden')
    expect(readWorksheet(output)?.parts).toEqual({ kvp: 'unknown', vss: 'unknown' })
  })

  test('ends in csh too, where the line that ends the input is the word in its quotation marks', () => {
    const lines = worksheetText('freebsd', 'en', null).trimEnd().split('\n')
    const input = lines.slice(lines.indexOf("sh << ':'") + 1, lines.indexOf("':'")).join('\n')
    const env = { PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin` }
    expect(readWorksheet(execFileSync('sh', ['-s'], { input, encoding: 'utf8', env }))?.isWhole).toBe(true)
    expect(lines.at(-1)).toBe("':'")
  })
})
