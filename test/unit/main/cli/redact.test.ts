import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FORMATS } from '../../../../src/main/cli/arguments'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { hostileCapture, IDS, SECRETS } from '../../core/redaction/hostile-capture'
import { linesOf, runCheck } from './run-check'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redact-'))
  file = join(folder, 'NIGHTOWL payroll-kr.hvcapture')
  writeFileSync(file, JSON.stringify(sealCapture(hostileCapture())))
})
afterEach(() => rmSync(folder, { recursive: true }))

const secretsIn = (text: string): readonly string[] =>
  [...SECRETS, 'vault&lt;script', IDS[0] ?? ''].filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))

/** Formats whose file can be read as text; a PDF needs a window. */
const TEXT_FORMATS = FORMATS.filter((format) => format !== ('pdf' as string))

describe.each(TEXT_FORMATS)('--redact strict with --format %s', (format) => {
  test('leaves no name in the file, its name, or on standard output', async () => {
    const out = join(folder, 'out/')
    const { stdout } = await runCheck(['--capture', file, '--redact', 'strict', '--format', format])
    await runCheck(['--capture', file, '--redact', 'strict', '--format', format, '--output', out])
    const [name = ''] = readdirSync(out)
    expect(stdout.length).toBeGreaterThan(0)
    expect(secretsIn(stdout)).toEqual([])
    expect(secretsIn(readFileSync(join(out, name), 'utf8'))).toEqual([])
    expect(name).toMatch(/^HOST-1_.*_redacted\./)
  })
})

test('--redact alone means names: ids stay, and the diagnosis says so', async () => {
  const { stdout, code } = await runCheck(['--capture', file, '--redact', '--format', 'json'])
  const [diagnosis] = linesOf(stdout)
  expect(code).toBe(1)
  expect(diagnosis?.redaction).toBe('names')
  expect(diagnosis?.source).toBe('SOURCE-1.hvcapture')
  expect(diagnosis?.vms.map(({ id }) => id)).toEqual(IDS)
})

test('--save-capture saves the redacted capture, which is judged the same', async () => {
  const out = join(folder, 'kept/')
  const { stdout } = await runCheck(['--capture', file, '--redact', '--format', 'json', '--save-capture', out])
  const [name = ''] = readdirSync(out)
  expect(name).toMatch(/^HOST-1_.*_redacted\.hvcapture$/)
  expect(secretsIn(readFileSync(join(out, name), 'utf8')).filter((secret) => !IDS.includes(secret))).toEqual([])
  const again = await runCheck(['--capture', join(out, name), '--format', 'json'])
  expect(linesOf(again.stdout)[0]?.summary).toEqual(linesOf(stdout)[0]?.summary)
})

test('a file that cannot be read is named by its placeholder', async () => {
  const { stdout } = await runCheck(['--capture', join(folder, 'payroll-kr.txt'), '--redact', '--format', 'json'])
  expect(secretsIn(stdout)).toEqual([])
  expect(linesOf(stdout)[0]?.problems[0]?.message).toContain('SOURCE-1')
})

test('says how many names were looked for and not found', async () => {
  const { stderr } = await runCheck(['--capture', file, '--redact'])
  expect(stderr).toMatch(/Checked: of \d+ hidden names and addresses 0 were found/)
})

test('a text that cannot be redacted without changing its result is refused', async () => {
  const text = join(folder, 'monitor.txt')
  // A VM called by the word of a status: without the word the line means something else.
  writeFileSync(text, "VM 'Degraded' on the host\nVM 'Degraded': VSS: Degraded\n")
  const { stdout, stderr, code } = await runCheck(['--paste', text, '--redact', '--format', 'json'])
  expect(code).toBe(2)
  expect(linesOf(stdout)[0]?.problems[0]?.code).toBe('redaction-changes-result')
  expect(stdout).not.toContain('Degraded')
  expect(stderr).toContain('cannot be redacted')
})

describe('--redaction-map', () => {
  test('keeps placeholders the same in another call, and its first line warns', async () => {
    const map = join(folder, 'private', 'INC1.map')
    await runCheck(['--capture', file, '--redact', '--redaction-map', map])
    const [warning] = readFileSync(map, 'utf8').split('\n')
    expect(warning).toMatch(/^PRIVATE: do not attach .* 비공개/)
    const other = hostileCapture()
    const rows = other.classes['Msvm_ComputerSystem'] ?? []
    const reversed = { ...other, classes: { ...other.classes, Msvm_ComputerSystem: rows.toReversed() } }
    writeFileSync(file, JSON.stringify(sealCapture(reversed)))
    const { stdout } = await runCheck(['--capture', file, '--redact', '--redaction-map', map, '--format', 'json'])
    expect(linesOf(stdout)[0]?.vms.map(({ name }) => name)).toEqual(['VM-005', 'VM-004', 'VM-003', 'VM-002', 'VM-001'])
  })

  test('another file is refused and left as it is', async () => {
    const { code, stdout, stderr } = await runCheck(['--capture', file, '--redact', '--redaction-map', file])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('no map of placeholders')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(sealCapture(hostileCapture()))
  })
})

test('an unknown level is wrong usage', async () => {
  expect((await runCheck(['--sample', '--redact', 'all'])).code).toBe(64)
})
