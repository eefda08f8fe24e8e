import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip, gzipSync } from 'node:zlib'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translate } from '../../../../src/core/i18n/translate'
import { LANGUAGES } from '../../../../src/core/model/text'
import { readCaptureFile, sealCapture, writeCaptureFile } from '../../../../src/main/sources/capture-file'
import { captureOf } from '../../core/capture-builder'
import { asOrdinaryUser, onFullDisk, readOnlyFolder } from '../made-faults'

const folder = mkdtempSync(join(tmpdir(), 'capture-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sealed = sealCapture(captureOf([{ name: '웹-01' }]))
const json = JSON.stringify(sealed)

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const mark = Buffer.from([0xff, 0xfe])

describe('readCaptureFile reads', () => {
  test.each([
    ['UTF-8', Buffer.from(json)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${json}`)],
    ['UTF-16 little endian, as Windows PowerShell writes it', Buffer.concat([mark, utf16(`${json}\r\n`)])],
    ['UTF-16 big endian', Buffer.concat([mark, utf16(json)]).swap16()],
    ['UTF-16 little endian without a mark', utf16(json)],
    ['UTF-16 big endian without a mark', utf16(json).swap16()],
    ['gzip', gzipSync(json)],
    ['gzip of UTF-16', gzipSync(Buffer.concat([mark, utf16(json)]))],
  ])('%s', async (name, bytes) => {
    const path = put(`${name}.hvcapture`, bytes)
    expect(await readCaptureFile(path)).toEqual({ ok: true, capture: sealed, name: `${name}.hvcapture` })
  })
})

/** A gzip file that unpacks to more than the limit, made without ever holding it. */
async function bomb(path: string, mebibytes: number): Promise<void> {
  const zip = createGzip({ level: 9 })
  const done = once(zip.pipe(createWriteStream(path)), 'finish')
  const block = Buffer.alloc(1024 * 1024, 0x20)
  zip.write('{"schema":"integration-doctor/capture@1","classes":{}')
  for (let count = 0; count < mebibytes; count += 1) if (!zip.write(block)) await once(zip, 'drain')
  zip.end('}')
  await done
}

/** Every fault, made for real: file, code of the problem, a part of the sentence. */
const faults: { name: string; code: string; reason: string; make: (path: string) => unknown }[] = [
  { name: 'gone.hvcapture', code: 'not-found', reason: 'not found', make: () => undefined },
  { name: 'file/below', code: 'not-found', reason: 'not found', make: () => put('file', 'x') },
  { name: 'folder', code: 'folder', reason: 'is a folder', make: (path) => mkdirSync(path) },
  { name: 'pipe', code: 'not-a-file', reason: 'ordinary file', make: (path) => execFileSync('mkfifo', [path]) },
  { name: 'loop', code: 'unreadable', reason: 'ELOOP', make: (path) => symlinkSync(path, path) },
  { name: 'empty', code: 'empty', reason: 'is empty', make: (path) => writeFileSync(path, '') },
  {
    name: 'blank',
    code: 'empty',
    reason: 'is empty',
    make: (path) => writeFileSync(path, Buffer.concat([mark, utf16('\r\n')])),
  },
  { name: 'zeros', code: 'binary', reason: 'byte 3 ', make: (path) => writeFileSync(path, '{}\0\0') },
  {
    name: 'cp949',
    code: 'binary',
    reason: 'byte 10 ',
    make: (path) => writeFileSync(path, Buffer.from('7b226e616d65223a22c0a5227d20202020', 'hex').subarray(0)),
  },
  {
    name: 'png',
    code: 'binary',
    reason: 'byte 1 ',
    make: (path) => writeFileSync(path, Buffer.from('89504e470d0a1a0a', 'hex')),
  },
  {
    name: 'cut',
    code: 'truncated',
    reason: 'line 1, column 201',
    make: (path) => writeFileSync(path, json.slice(0, 200)),
  },
  {
    name: 'cut in a letter',
    code: 'truncated',
    reason: 'ends too early',
    make: (path) => writeFileSync(path, Buffer.from(json).subarray(0, Buffer.from(json).indexOf('웹') + 2)),
  },
  {
    name: 'cut.gz',
    code: 'truncated-gzip',
    reason: 'gzip',
    make: (path) => writeFileSync(path, gzipSync(json).subarray(0, 300)),
  },
  {
    name: 'broken.gz',
    code: 'broken-gzip',
    reason: 'unpacked',
    make: (path) => {
      const bytes = gzipSync(json)
      writeFileSync(path, bytes.fill(0x55, 40, 80))
    },
  },
  { name: 'text', code: 'not-json', reason: 'line 2, column 1', make: (path) => writeFileSync(path, '\nVMName  Name') },
  { name: 'package.json', code: 'other-json', reason: 'schema', make: (path) => writeFileSync(path, '{"name":"x"}') },
  {
    name: 'newer',
    code: 'newer',
    reason: 'version 7',
    make: (path) => writeFileSync(path, '{"schema":"integration-doctor/capture@7"}'),
  },
  {
    name: 'edited',
    code: 'changed',
    reason: 'SHA-256',
    make: (path) => writeFileSync(path, json.replace('HV01', 'HV02')),
  },
  {
    name: 'rows',
    code: 'wrong-shape',
    reason: 'classes.Msvm_VssComponent[0]',
    make: (path) =>
      writeFileSync(path, JSON.stringify({ ...captureOf([]), classes: { Msvm_VssComponent: ['not a row'] } })),
  },
  {
    name: 'large',
    code: 'too-large',
    reason: '256 MiB',
    make: (path) => {
      writeFileSync(path, '')
      truncateSync(path, 256 * 1024 * 1024 + 1)
    },
  },
  { name: 'bomb.gz', code: 'too-large', reason: '256 MiB', make: (path) => bomb(path, 257) },
]

describe('readCaptureFile refuses', () => {
  beforeAll(async () => {
    for (const { name, make } of faults) await make(join(folder, name))
  }, 60_000)

  test.each(faults)(
    '$name: $code',
    async ({ name, code, reason }) => {
      const result = await readCaptureFile(join(folder, name))
      if (result.ok) throw new Error('it was read')
      expect(result.problem.code).toBe(`capture-${code}`)
      for (const language of LANGUAGES) {
        const sentence = translate(language, result.problem.message)
        expect(sentence).toContain(name.split('/').at(-1))
        expect(sentence).not.toContain(folder)
        expect(translate(language, result.problem.step)).not.toBe('')
      }
      expect(translate('en', result.problem.message)).toContain(reason)
    },
    20_000,
  )

  test('a file that this account may not read', async () => {
    const path = put('secret.hvcapture', json)
    chmodSync(folder, 0o755)
    chmodSync(path, 0o000)
    const result = await asOrdinaryUser(() => readCaptureFile(path))
    expect(!result.ok && result.problem.code).toBe('capture-no-access')
  })

  test('a name of the caller’s choice stands in the sentence', async () => {
    const result = await readCaptureFile(join(folder, 'empty'), 'share/empty')
    expect(!result.ok && translate('en', result.problem.message)).toBe('“share/empty” is empty.')
  })
})

describe('writeCaptureFile', () => {
  test('writes what reads back the same, sealed, unknown parts kept', async () => {
    const capture = { ...captureOf([{ name: '웹-01' }]), future: [1, null, { kept: true }] }
    const written = await writeCaptureFile(capture, join(folder, 'written', 'hv01.hvcapture'))
    if (!written.ok) throw new Error('not written')
    const result = await readCaptureFile(written.path)
    expect(result.ok && result.capture).toEqual(sealCapture(capture))
    expect(readdirSync(join(folder, 'written'))).toEqual(['hv01.hvcapture'])
  })

  test('never replaces a file, it adds a number', async () => {
    const taken = put('taken.hvcapture', 'older')
    const first = await writeCaptureFile(sealed, taken)
    const second = await writeCaptureFile(sealed, taken)
    expect([first, second]).toEqual([
      { ok: true, path: join(folder, 'taken (2).hvcapture') },
      { ok: true, path: join(folder, 'taken (3).hvcapture') },
    ])
    expect(readFileSync(taken, 'utf8')).toBe('older')
  })

  /** What is left behind and what is said when a capture of 200 KiB is saved into a folder that does not take it. */
  async function refused(into: string) {
    const large = { ...sealed, filler: 'x'.repeat(200_000) }
    const result = await writeCaptureFile(large, join(into, 'hv01.hvcapture'))
    if (result.ok) throw new Error('it was written')
    return { code: result.problem.code, said: translate('en', result.problem.message) }
  }

  test('a full disk is a sentence and leaves nothing behind', async () => {
    await onFullDisk(async (full) => {
      expect(await refused(full)).toMatchObject({ code: 'not-saved-full' })
      expect(readdirSync(full)).toEqual([])
    })
  })

  test('a folder that may not be written to is a sentence', async () => {
    const into = readOnlyFolder(folder)
    const { code, said } = await asOrdinaryUser(() => refused(into))
    expect(code).toBe('not-saved-no-access')
    expect(said).toContain('hv01.hvcapture')
    expect(said).toContain(into)
    expect(readdirSync(into)).toEqual([])
  })

  test('a file in the place of the folder is a sentence', async () => {
    expect(await refused(put('not-a-folder', ''))).toMatchObject({ code: 'not-saved-folder-missing' })
  })

  test('a name that no file system takes is a sentence', async () => {
    const result = await writeCaptureFile(sealed, join(folder, `${'x'.repeat(300)}.hvcapture`))
    expect(!result.ok && result.problem.code).toBe('not-saved-name-too-long')
  })
})
