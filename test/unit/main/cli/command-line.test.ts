import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSealIntact } from '../../../../src/main/reports/seal'
import { readCaptureFile, sealCapture } from '../../../../src/main/sources/capture-file'
import { captureOf, UBUNTU } from '../../core/capture-builder'
import { asOrdinaryUser, readOnlyFolder } from '../made-faults'
import { brokenHost, healthyHost, linesOf, openHost, runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: object | string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

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
    let asked: unknown = null
    const ran = await runCheck([...argv, '--days', '3'], {
      readLocal: async (reading) => {
        asked = { limitMs: reading.limitMs, days: reading.days }
        reading.onProgress({ done: 3, of: 16 })
        return { ok: true, capture: healthyHost }
      },
    })
    expect(asked).toEqual({ limitMs: 7000, days: 3 })
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
      /^integration-doctor \d+\.\d+\.\d+\nknowledge \d{4}-\d\d-\d\d\nintegration-doctor\/capture@1\nintegration-doctor\/diagnosis@1\nintegration-doctor\/accepted@1\nintegration-doctor\/comparison@1\nintegration-doctor\/explanation@1\n$/,
    )
  })

  test.each(['en', 'ko'])('--help names every option and exit code in %s', async (language) => {
    const { code, stdout } = await runCheck(['--help', '--lang', language])
    expect(code).toBe(0)
    const options =
      '--capture --sample --answer --format --output --save-capture --pack --lang --timeout --days --quiet --version --help'
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

describe('a full disk behind standard output', () => {
  test.each([
    ['tells it in its callback', (done: (cause: Error) => void, cause: Error) => done(cause)],
    [
      'throws at once',
      (_done: unknown, cause: Error) => {
        throw cause
      },
    ],
  ])('that %s is a sentence and exit code 2', async (_, fail) => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => fail(done, Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    const { code, stderr } = await runCheck(['--capture', healthy], { stdout: full })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^The results could not be written .*ENOSPC.*\n$/)])
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
