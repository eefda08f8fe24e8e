import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Diagnosis } from '../../../../src/core/model/diagnosis'
import { isSealIntact } from '../../../../src/main/reports/seal'
import { readCaptureFile, sealCapture } from '../../../../src/main/sources/capture-file'
import { captureOf, UBUNTU, VM_ID } from '../../core/capture-builder'
import { asOrdinaryUser, readOnlyFolder } from '../made-faults'
import { brokenHost, healthyHost, openHost, runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: object | string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))
  return path
}

const linesOf = (stdout: string): Diagnosis[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => Diagnosis.parse(JSON.parse(line)))

const healthy = put('healthy.hvcapture', sealCapture(healthyHost))
const broken = put('broken.hvcapture', sealCapture(brokenHost))
const open = put('open.hvcapture', sealCapture(openHost))

describe('results', () => {
  test('of the sample host are one valid line of JSON and nothing else', async () => {
    const { code, stdout, stderr } = await runCheck(['--sample', '--format', 'json'])
    expect(stdout.match(/\n/g)).toHaveLength(1)
    expect(linesOf(stdout)[0]).toMatchObject({ source: 'sample', language: 'en', summary: { 'action-needed': 2 } })
    expect([code, stderr]).toEqual([1, ''])
  })

  test('come in the order given, named as given', async () => {
    const { stdout } = await runCheck([
      'check',
      '--format',
      'json',
      '--capture',
      open,
      healthy,
      '--sample',
      '--capture',
      broken,
    ])
    expect(linesOf(stdout).map(({ source }) => source)).toEqual([open, healthy, 'sample', broken])
  })

  test('of a folder come in the order of the names, other files left out', async () => {
    const names = ['b.hvcapture', 'B.HVCAPTURE', 'a10.hvcapture', 'a2.hvcapture', '나.hvcapture']
    for (const name of names) put(`many/${name}`, healthyHost)
    put('many/notes.txt', 'x')
    const { stdout } = await runCheck(['--format', 'json', '--capture', join(folder, 'many')])
    const sorted = ['B.HVCAPTURE', 'a10.hvcapture', 'a2.hvcapture', 'b.hvcapture', '나.hvcapture']
    expect(linesOf(stdout).map(({ source }) => source)).toEqual(sorted.map((name) => join(folder, 'many', name)))
  })

  test('of the same capture are the same bytes', async () => {
    const first = await runCheck(['--sample', '--format', 'json'])
    expect(await runCheck(['--sample', '--format', 'json'])).toEqual(first)
  })

  test('as HTML of several sources are one page', async () => {
    const { stdout } = await runCheck(['--format', 'html', '--capture', healthy, broken])
    expect(stdout.match(/<!doctype html>/g)).toHaveLength(1)
    expect(isSealIntact(stdout)).toBe(true)
  })

  test('speak the language that was asked for, or that of the environment', async () => {
    expect((await runCheck(['--sample', '--lang', 'ko'])).stdout).toContain('VM 14대 중 2대는 조치가 필요')
    expect((await runCheck(['--sample'], { env: { LANG: 'ko_KR.UTF-8' } })).stdout).toContain('조치 필요')
  })
})

describe('exit codes', () => {
  test.each([
    ['nothing needs action', [healthy], 0],
    ['a VM needs action', [broken], 1],
    ['a VM cannot be judged', [open], 2],
    ['action comes before what cannot be judged', [open, broken, 'gone.hvcapture'], 1],
    ['a source cannot be read', [healthy, 'gone.hvcapture'], 2],
    [
      'no VM was seen and nothing proves that there is none',
      [put('none.hvcapture', { ...captureOf([]), classes: { Msvm_ComputerSystem: [] }, access: null })],
      2,
    ],
    ['there is no VM, and that is proved', [put('empty-host.hvcapture', captureOf([]))], 0],
    ['a reading was broken off', [put('cut.hvcapture', { ...healthyHost, complete: false, stopped: 'broken-off' })], 2],
  ])('%s', async (_, captures, code) => {
    expect((await runCheck(['--format', 'json', '--capture', ...captures])).code).toBe(code)
  })

  test('wrong usage is a sentence on standard error and nothing on standard output', async () => {
    expect(await runCheck(['--bogus'])).toEqual({
      code: 64,
      stdout: '',
      stderr: 'There is no option --bogus. See --help.\n',
    })
  })
})

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

describe('--output and --save-capture', () => {
  test('a file takes all sources together and is never replaced', async () => {
    const path = join(folder, 'out', 'all.json')
    const argv = ['--format', 'json', '--capture', healthy, broken, '--output', path]
    expect(await runCheck(argv)).toEqual({ code: 1, stdout: '', stderr: `Saved: ${path}\n` })
    expect(linesOf(readFileSync(path, 'utf8'))).toHaveLength(2)
    expect((await runCheck([...argv, '--quiet'])).stderr).toBe('')
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['all (2).json', 'all.json'])
  })

  test('a folder takes one file per source, named by host, time and verdict', async () => {
    const into = join(folder, 'reports/')
    const { code, stdout } = await runCheck([
      '--format',
      'html',
      '--capture',
      healthy,
      broken,
      'gone.hvcapture',
      '--output',
      into,
    ])
    expect([code, stdout]).toEqual([1, ''])
    const names = readdirSync(into).sort()
    expect(names.map((name) => name.replace(/_2026-[-\d_]+_/, '_TIME_'))).toEqual([
      'HV01_TIME_action-1.html',
      'HV01_TIME_healthy-1.html',
      'gone_not-read.html',
    ])
    for (const name of names) expect(isSealIntact(readFileSync(join(into, name), 'utf8'))).toBe(true)
  })

  test('what cannot be written is a sentence and exit code 2', async () => {
    const into = readOnlyFolder(folder)
    const ran = await asOrdinaryUser(() => runCheck(['--capture', healthy, '--output', join(into, 'x.txt')]))
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(into) })
  })

  test('what was read is saved as a capture that reads back', async () => {
    const path = join(folder, 'saved', 'sample.hvcapture')
    await runCheck(['--sample', '--save-capture', path])
    expect(await readCaptureFile(path)).toMatchObject({ ok: true, capture: { target: { via: 'sample' } } })
    await runCheck(['--sample', '--capture', healthy, '--save-capture', join(folder, 'saved')])
    expect(readdirSync(join(folder, 'saved'))).toHaveLength(3)
  })

  test('several captures into one file are wrong usage', async () => {
    const ran = await runCheck(['--capture', healthy, open, '--save-capture', join(folder, 'one.hvcapture')])
    expect(ran).toMatchObject({ code: 64, stdout: '' })
  })
})

describe('this computer', () => {
  const argv = ['--format', 'json', '--timeout', '7']

  test('is read within the time limit, with progress on standard error', async () => {
    let limitMs = 0
    const ran = await runCheck(argv, {
      readLocal: async (reading) => {
        limitMs = reading.limitMs
        reading.onProgress({ done: 3, of: 16 })
        return { ok: true, capture: healthyHost }
      },
    })
    expect(limitMs).toBe(7000)
    expect(linesOf(ran.stdout)[0]?.source).toBe('local')
    expect(ran.stderr).toBe('Reading this computer.\nQuery 3 of 16 done.\n')
  })

  test('is read once, also where an answer needs its names first', async () => {
    let times = 0
    const ran = await runCheck([...argv, '--quiet', '--answer', 'app-01=linux'], {
      readLocal: async () => {
        times += 1
        return { ok: true, capture: openHost }
      },
    })
    expect([times, ran.code, ran.stderr]).toEqual([1, 0, ''])
  })

  test('that cannot be read is a line and a sentence', async () => {
    const problem = {
      code: 'x',
      class: null,
      message: { key: 'report.answer.nothing-read' },
      step: { key: 'cli.see-help' },
    }
    const ran = await runCheck([...argv, '--quiet'], { readLocal: async () => ({ ok: false, problem }) })
    expect(ran.code).toBe(2)
    expect(linesOf(ran.stdout)[0]?.problems).toHaveLength(1)
    expect(ran.stderr).toBe('No virtual machine could be checked. See --help.\n')
  })
})

describe('the rest', () => {
  test('--version names program, knowledge and schemas', async () => {
    const { code, stdout } = await runCheck(['--version'])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^integration-doctor \d+\.\d+\.\d+\nknowledge \d{4}-\d\d-\d\d\nintegration-doctor\/capture@1\nintegration-doctor\/diagnosis@1\n$/,
    )
  })

  test.each(['en', 'ko'])('--help names every option and exit code in %s', async (language) => {
    const { code, stdout } = await runCheck(['--help', '--lang', language])
    expect(code).toBe(0)
    const options =
      '--capture --sample --answer --format --output --save-capture --lang --timeout --quiet --version --help'
    for (const option of options.split(' ')) expect(stdout).toContain(option)
    expect(stdout).toMatch(/\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}64 /)
  })

  test('a reader that leaves ends the output, not the program', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })),
    })
    const captures = Array.from({ length: 5 }, () => healthy)
    expect((await runCheck(['--format', 'json', '--capture', ...captures], { stdout: gone })).code).toBe(0)
  })
})

describe('a hundred captures', () => {
  beforeAll(() => {
    for (let index = 0; index < 100; index += 1) {
      put(
        `hundred/host-${String(index).padStart(3, '0')}.hvcapture`,
        sealCapture({ ...healthyHost, target: { computerName: `HV${index}`, via: 'file' } }),
      )
    }
  })

  test('are a hundred lines in order', async () => {
    const { code, stdout } = await runCheck(['--format', 'json', '--capture', join(folder, 'hundred')])
    const sources = linesOf(stdout).map(({ source }) => source)
    expect([code, sources.length]).toEqual([0, 100])
    expect(sources).toEqual(sources.toSorted())
  })
})

test('the guest’s own words reach the results unchanged', async () => {
  const path = put('kvp.hvcapture', captureOf([{ name: '웹-01', kvp: UBUNTU }]))
  const { stdout } = await runCheck(['--format', 'json', '--capture', path])
  expect(linesOf(stdout)[0]?.vms[0]).toMatchObject({ name: '웹-01', guest: { version: '22.04', source: 'kvp' } })
})
