import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { captureOf, VM_ID } from '../../core/capture-builder'
import { healthyHost, linesOf, openHost, runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: object | string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))
  return path
}

const healthy = put('healthy.hvcapture', sealCapture(healthyHost))
const open = put('open.hvcapture', sealCapture(openHost))

describe('bad sources', () => {
  const bad: [name: string, content: object | string | Uint8Array, reason: string][] = [
    ['empty', '', 'empty'],
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), 'byte 1 '],
    ['truncated', JSON.stringify(healthyHost).slice(0, 900), 'cut off'],
    ['truncated.gz', gzipSync(JSON.stringify(healthyHost)).subarray(0, 400), 'cut off'],
    ['text', 'VMName Name', 'line 1, column 1'],
    ['other', { name: 'x' }, 'schema'],
    ['newer', { schema: 'integration-doctor/capture@9' }, 'version 9'],
    ['changed', JSON.stringify(sealCapture(healthyHost)).replace('web-01', 'web-02'), 'SHA-256'],
    ['shape', { ...healthyHost, classes: { Msvm_ComputerSystem: 7 } }, 'classes.Msvm_ComputerSystem'],
  ]

  test.each(['en', 'ko'] as const)(
    'are a line and a sentence each in %s, and the others are still judged',
    async (language) => {
      const paths = bad.map(([name, content]) => put(`bad/${name}.hvcapture`, content))
      const { code, stdout, stderr } = await runCheck([
        '--lang',
        language,
        '--format',
        'json',
        '--capture',
        ...paths.flatMap((path) => [path, healthy]),
      ])
      const lines = linesOf(stdout)
      expect(lines).toHaveLength(2 * bad.length)
      expect(code).toBe(2)
      const sentences = stderr.trimEnd().split('\n')
      expect(sentences).toHaveLength(bad.length)
      paths.forEach((path, index) => {
        const [refused, judged] = lines.slice(2 * index)
        expect(refused).toMatchObject({ source: path, vms: [], summary: { healthy: 0 }, checkedAt: null })
        expect(refused?.problems).toHaveLength(1)
        expect(judged?.summary.healthy).toBe(1)
        expect(sentences[index]).toContain(path)
        expect(sentences[index]).toContain(language === 'en' ? bad[index]?.[2] : '')
      })
      expect(stdout + stderr).not.toMatch(/\n\s+at |Error:|undefined/)
    },
  )

  test('a folder without captures is a sentence', async () => {
    mkdirSync(join(folder, 'bare'))
    const { code, stderr } = await runCheck(['--capture', join(folder, 'bare')])
    expect([code, stderr]).toEqual([2, expect.stringContaining('holds no capture file')])
  })

  test('a file name cannot command the terminal', async () => {
    const { stdout, stderr } = await runCheck(['--capture', join(folder, '\u001b[2J\u202e.hvcapture')])
    expect(stdout + stderr).toContain('␛[2J[U+202E]')
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('--answer', () => {
  const verdictOf = async (...argv: string[]) => {
    const ran = await runCheck(['--format', 'json', ...argv])
    return { verdict: linesOf(ran.stdout)[0]?.vms[0]?.verdict, code: ran.code, stderr: ran.stderr }
  }

  test('settles the question, by name in any case, and by id', async () => {
    const settled = { verdict: 'safe-to-ignore', code: 0, stderr: '' }
    expect(await verdictOf('--capture', open, '--answer', 'APP-01=linux')).toEqual(settled)
    expect(await verdictOf('--capture', open, '--answer', `{${VM_ID.toLowerCase()}}=ubuntu:22.04`)).toEqual(settled)
    expect((await verdictOf('--capture', open, '--answer', 'app-01=ws2022')).verdict).toBe('action-needed')
  })

  test('with a name of several VMs is wrong usage, names their ids, and nothing is judged', async () => {
    const twins = put('twins.hvcapture', captureOf([{ name: 'app' }, { name: 'app' }]))
    const { code, stdout, stderr } = await runCheck(['--capture', twins, '--answer', 'app=linux'])
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toContain(VM_ID)
    expect(stderr).toContain(VM_ID.replace(/1$/, '2'))
  })

  test('reaches the same VM in several captures', async () => {
    const { stdout } = await runCheck(['--format', 'json', '--capture', open, open, '--answer', 'app-01=linux'])
    expect(linesOf(stdout).map(({ vms }) => vms[0]?.verdict)).toEqual(['safe-to-ignore', 'safe-to-ignore'])
  })

  test('for a VM that is not there is said', async () => {
    const { verdict, stderr } = await verdictOf('--capture', open, '--answer', 'app-99=linux')
    expect(verdict).toBe('cannot-tell')
    expect(stderr).toContain('“app-99”')
  })
})
