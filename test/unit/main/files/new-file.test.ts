import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeNewFile } from '../../../../src/main/files/new-file'

const { hasLinks } = vi.hoisted(() => ({ hasLinks: { value: true } }))

// FAT and exFAT know no links. What they answer is all that is played here; the rest is the real file system.
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  const link: typeof real.link = async (from, to) => {
    if (!hasLinks.value) throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' })
    await real.link(from, to)
  }
  return { ...real, link }
})

describe.each([
  ['with links', true],
  ['without links', false],
])('writeNewFile on a file system %s', (_, links) => {
  let folder = ''
  beforeEach(() => {
    hasLinks.value = links
    folder = mkdtempSync(join(tmpdir(), 'new-file-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('makes the folder, writes the content and leaves nothing else', async () => {
    const deep = join(folder, 'reports', '2026')
    expect(await writeNewFile(deep, 'a.html', 'text')).toBe(join(deep, 'a.html'))
    expect(readFileSync(join(deep, 'a.html'), 'utf8')).toBe('text')
    expect(readdirSync(deep)).toEqual(['a.html'])
  })

  test('counts up from two, before the extension, and leaves every older file alone', async () => {
    writeFileSync(join(folder, 'a.html'), 'oldest')
    expect(await writeNewFile(folder, 'a.html', 'x')).toBe(join(folder, 'a (2).html'))
    expect(await writeNewFile(folder, 'a.html', 'y')).toBe(join(folder, 'a (3).html'))
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('oldest')
    expect(readdirSync(folder)).toHaveLength(3)
  })

  test('gives twenty writers at once a name each', async () => {
    const writers = Array.from({ length: 20 }, (__, index) => writeNewFile(folder, 'a.html', String(index)))
    const paths = await Promise.all(writers)
    expect(new Set(paths).size).toBe(20)
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(paths.map((__, index) => String(index)))
    expect(readdirSync(folder)).toHaveLength(20)
  })
})
