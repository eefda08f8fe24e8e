import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { release } from 'node:os'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorksheet } from '../../../../src/core/decode/worksheet'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderVm } from '../../../../src/core/diagnosis/render'
import { LANGUAGES } from '../../../../src/core/model/text'
import { WORKSHEET_SYSTEMS } from '../../../../src/core/model/worksheet'
import { worksheetText } from '../../../../src/core/worksheet/worksheet-text'
import { captureOf, UBUNTU, VM_ID, type VmFacts, windowsItems } from '../capture-builder'
import { outputOf, UBUNTU_LINES, withWorksheet } from './outputs'

const shells = ['sh', 'dash', 'bash', 'busybox'].filter((name) =>
  ['/bin', '/usr/bin'].some((folder) => existsSync(`${folder}/${name}`)),
)

/** Programs that only print what they are asked for, and the words of the shell itself. */
const ALLOWED = new Set(
  [
    'echo grep sed cat head tail ls wc tr cut sort uname command dpkg-query rpm pacman apk systemctl dmesg',
    'sysctl kldstat ps id opnsense-version export for do done if then elif else fi case esac break [',
  ].flatMap((list) => list.split(' ')),
)
const KEYWORDS = new Set(['do', 'then', 'else', 'elif', 'if', 'for', 'case', 'esac', 'done', 'fi'])

/** First words of all commands of a shell script, those in `$(...)` included. Texts in quotation marks hold none but these. */
function commandsOf(script: string): readonly string[] {
  const lines = script.split('\n').filter((line) => !line.startsWith('#') && !/^(?:[()]|sh << ':'|:|':')$/.test(line))
  const bare = lines
    .join('\n')
    .replace(/'[^']*'/g, "''")
    .replaceAll('2>&1', '')
  const inner = [...bare.matchAll(/\$\(([^()]*)\)/g)].map((match) => match[1] ?? '')
  const outer = bare
    .replace(/\$\([^()]*\)/g, 'X')
    .replace(/\$\([^()]*\)/g, 'X')
    .replace(/"[^"]*"/g, 'X')
  return [outer, ...inner]
    .flatMap((part) => part.split(/[\n;|&]+|\b(?:then|else|do)\b/))
    .map((part) => part.trim().replace(/^(?:if|elif|!)\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+/)[0] ?? '')
}

describe('the worksheet', () => {
  test.each(['linux', 'freebsd'] as const)('for %s runs allowed programs only and writes nowhere', (system) => {
    const script = worksheetText(system, 'en', { id: VM_ID })
    const words = commandsOf(script).filter((word) => !KEYWORDS.has(word) && !/^[a-z]=|^\*|^X/.test(word))
    const names = words.map((word) => word.split('/').at(-1) ?? '')
    expect(names.filter((name) => !ALLOWED.has(name))).toEqual([])
    expect(names.length).toBeGreaterThan(15)
    const outside = script.replace(/'[^']*'/g, "''")
    expect(outside.match(/>+\s?[^\s;|)]+/g)?.filter((target) => !/^>\s?(?:\/dev\/null|&1)$/.test(target))).toEqual([])
    // What those programs can do beside printing.
    expect(script).not.toMatch(
      /systemctl (?!show |>)|sed -i|sysctl (?!-n)|rpm (?!-q |>)|dmesg -|apk (?!info|>)|pacman (?!-Q|>)/,
    )
    expect(script).not.toMatch(/sudo|hostname|\beval\b|\brm\b/)
  })

  test('for Windows asks the registry and the services, and nothing else', () => {
    const script = worksheetText('windows', 'en', { id: VM_ID })
    const cmdlets = new Set(script.match(/\b[A-Z][a-z]+-[A-Z][A-Za-z]+\b/g))
    expect([...cmdlets].sort()).toEqual(['Get-ItemProperty', 'Get-Service'])
    expect(script).not.toMatch(/[>&|]\s*\w|Invoke|\.\w+\(/)
  })

  test.each(shells)('for Linux runs in %s on this machine and is read back', (shell) => {
    const script = worksheetText('linux', 'ko', { id: VM_ID })
    const args = shell === 'busybox' ? ['sh', '-s'] : ['-s']
    const output = execFileSync(shell, args, { input: script, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] })
    const worksheet = readWorksheet(output)
    expect(worksheet).toMatchObject({ system: 'linux', vmId: VM_ID, isWhole: true })
    expect(worksheet?.items.get('OSBuildNumber')).toBe(release())
    expect(output.split('\n').filter((line) => line !== '' && !/^(?:---|[a-z-]+: )/.test(line))).toEqual([])
  })

  test.each(WORKSHEET_SYSTEMS)('for %s holds of the VM nothing but a GUID', (system) => {
    const hostile = worksheetText(system, 'en', { id: "pasted:x'; rm -rf / #" })
    expect(hostile).toBe(worksheetText(system, 'en', null))
    expect(worksheetText(system, 'en', { id: VM_ID })).toContain(VM_ID)
  })

  test.each(WORKSHEET_SYSTEMS)('for %s is the same in both languages but for its comment', (system) => {
    const [en, ko] = LANGUAGES.map((language) => worksheetText(system, language, { id: VM_ID }))
    const code = (text: string | undefined): string[] =>
      (text ?? '').split('\n').filter((line) => !line.startsWith('#'))
    expect(code(ko)).toEqual(code(en))
    expect(ko).not.toBe(en)
  })

  test.each(WORKSHEET_SYSTEMS)('for %s, pasted back without having been run, says nothing', (system) => {
    expect(readWorksheet(worksheetText(system, 'en', { id: VM_ID }))).toBeNull()
  })
})

const parts = (system: 'linux' | 'freebsd' | 'windows', lines: readonly string[]) =>
  readWorksheet(outputOf(system, lines))?.parts

describe('what a worksheet shows', () => {
  test('the shell’s echo of the commands before the output is no output', () => {
    const script = worksheetText('linux', 'en', null)
    expect(readWorksheet(`$ ${script}\n${outputOf('linux', UBUNTU_LINES)}`)?.items.get('OSName')).toBe('Ubuntu')
  })

  test.each([
    ['hv_kvp_daemon', 'running'],
    ['hypervkvpd', 'running'],
    ['chronyd', 'stopped'],
  ])('process %s: data exchange %s', (name, state) => {
    expect(parts('linux', [...UBUNTU_LINES, `process: ${name}`])?.kvp).toBe(state)
  })

  test('processes that are hidden prove nothing, a running unit does', () => {
    const hidden = UBUNTU_LINES.map((line) => (line.startsWith('processes') ? 'processes: hidden' : line))
    expect(parts('linux', hidden)?.kvp).toBe('unknown')
    const unit = 'unit: hv-kvp-daemon LoadState=loaded ActiveState=active UnitFileState=enabled'
    expect(parts('linux', [...hidden, unit])?.kvp).toBe('running')
  })

  test('Ubuntu’s tools count only for the running kernel', () => {
    const other = UBUNTU_LINES.map((line) => line.replace('tools-5.15.0-91', 'tools-5.15.0-43'))
    expect(parts('linux', other)?.vss).toBe('missing')
    expect(parts('linux', UBUNTU_LINES)?.vss).toBe('stopped')
  })

  test('a unit that is switched off', () => {
    const unit = 'unit: hypervvssd LoadState=loaded ActiveState=inactive UnitFileState=disabled'
    expect(parts('linux', [...UBUNTU_LINES, unit])?.vss).toBe('disabled')
  })

  test('from kernel 6.10 the old file copy daemon does not count', () => {
    const modern = UBUNTU_LINES.map((line) => line.replaceAll('5.15.0-91', '6.14.0-10'))
    const old = [...modern, 'process: hv_fcopy_daemon']
    expect(parts('linux', old)?.['guest-service-interface']).toBe('stopped')
    expect(parts('linux', [...modern, 'process: hv_fcopy_uio_da'])?.['guest-service-interface']).toBe('running')
    expect(parts('linux', [...UBUNTU_LINES, 'process: hv_fcopy_daemon'])?.['guest-service-interface']).toBe('running')
  })

  test('output that breaks off proves no absence', () => {
    const text = outputOf('linux', UBUNTU_LINES).split('\n').slice(0, -1).join('\n')
    expect(readWorksheet(text)).toMatchObject({ isWhole: false, parts: { heartbeat: 'running', kvp: 'unknown' } })
  })

  test('services of Windows', () => {
    const lines = [
      'name: Windows Server 2019',
      'build: 17763',
      'service: vmicheartbeat Running 3',
      'service: vmicvss Stopped 4',
    ]
    expect(parts('windows', lines)).toMatchObject({ heartbeat: 'running', vss: 'disabled', kvp: 'missing' })
  })

  test('any text is read without a crash', () => {
    const pieces = fc.constantFrom(
      ...UBUNTU_LINES,
      ...outputOf('linux', []).split('\n'),
      'process: ',
      'module: hv_utils',
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (lines) => {
        const worksheet = readWorksheet(lines.join('\n'))
        expect(worksheet === null || worksheet.lines.length <= 40).toBe(true)
      }),
    )
  })
})

/** Verdict, codes of the findings that are no good news, and the commands of the first. */
function judged(vm: VmFacts, system: 'linux' | 'freebsd' | 'windows', lines: readonly string[]) {
  const [first] = judge(withWorksheet(system, lines)(captureOf([vm]))).vms
  const text = first === undefined ? null : renderVm(first, 'en')
  const findings = text?.findings.filter(({ verdict }) => !['healthy', 'safe-to-ignore'].includes(verdict)) ?? []
  return {
    verdict: text?.verdict,
    guest: text?.guest,
    codes: findings.map(({ code }) => code),
    commands: findings[0]?.steps.flatMap(({ command }) => command ?? []) ?? [],
  }
}

const SILENT_KVP: VmFacts = { services: { kvp: { status: [12] } } }
const BOTH_RUN = [...UBUNTU_LINES, 'process: hv_kvp_daemon', 'process: hv_vss_daemon']

describe('a worksheet changes what is found', () => {
  test('a daemon that is there and does not run is started, not installed', () => {
    const { verdict, codes, commands, guest } = judged(SILENT_KVP, 'linux', [...UBUNTU_LINES, 'process: hv_vss_daemon'])
    expect({ verdict, codes }).toEqual({ verdict: 'action-needed', codes: ['IS-37'] })
    expect(commands).toEqual(['systemctl enable --now hv-kvp-daemon'])
    expect(guest).toMatchObject({
      family: 'ubuntu',
      version: '22.04',
      kernel: '5.15.0-91-generic',
      source: 'worksheet',
    })
  })

  test('a daemon that is not there is installed', () => {
    const lines = UBUNTU_LINES.filter((line) => !line.startsWith('package:'))
    expect(judged(SILENT_KVP, 'linux', lines).commands.join('\n')).toContain('apt install')
  })

  test('everything runs and the host still has no contact', () => {
    expect(judged(SILENT_KVP, 'linux', BOTH_RUN)).toMatchObject({ verdict: 'action-needed', codes: ['IS-38'] })
  })

  test('a version difference of backup is no good news while its daemon does not run', () => {
    const vm: VmFacts = { kvp: UBUNTU, services: { vss: { status: [2, 32775] } } }
    expect(judged(vm, 'linux', [...UBUNTU_LINES, 'process: hv_kvp_daemon'])).toMatchObject({
      verdict: 'advice',
      codes: ['IS-39'],
    })
    expect(judged(vm, 'linux', BOTH_RUN)).toMatchObject({ verdict: 'safe-to-ignore', codes: [] })
  })

  test('a missing driver explains every silent service at once', () => {
    const lines = UBUNTU_LINES.map((line) => line.replace('hv_utils loaded', 'hv_utils absent'))
    const silent = { status: [12] }
    const vm: VmFacts = {
      services: { heartbeat: silent, kvp: silent, shutdown: silent, timesync: silent, vss: silent },
    }
    expect(judged(vm, 'linux', lines)).toMatchObject({ verdict: 'action-needed', codes: ['IS-36'] })
  })

  test('what data exchange reports counts, and another system in the worksheet is asked about', () => {
    const windows = windowsItems('Windows Server 2022 Datacenter', '10.0.20348')
    const { verdict, codes, guest } = judged({ kvp: windows }, 'linux', UBUNTU_LINES)
    expect({ verdict, codes }).toEqual({ verdict: 'cannot-tell', codes: ['IS-77'] })
    expect(guest?.os).toBe('windows')
  })

  test('a worksheet of another VM says nothing about this one', () => {
    const other = outputOf('linux', UBUNTU_LINES, VM_ID.replace(/1$/, '9'))
    const capture = { ...captureOf([SILENT_KVP]), worksheets: { [VM_ID]: { text: other } } }
    expect(judge(capture).vms[0]?.vm.worksheet).toBeUndefined()
  })
})
