import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DATA_FILE_NAMES, DATA_FILES, type DataFile } from '../../../../src/core/model/report-file'
import type { Diagnosis } from '../../../../src/core/model/diagnosis'
import { hostileCapture, IDS, SECRETS } from '../../core/redaction/hostile-capture'
import { runCheck } from '../cli/run-check'
import { testDesk } from './test-desk'

/** How the command line is asked for the same file. */
const argumentsOf = (file: DataFile): readonly string[] =>
  file.startsWith('tickets-')
    ? ['--format', 'csv-tickets', '--preset', file.slice('tickets-'.length)]
    : ['--format', file]

async function opened() {
  const made = await testDesk({ saveTo: (suggested) => suggested })
  const path = join(made.folder, 'NIGHTOWL.hvcapture')
  writeFileSync(path, JSON.stringify(hostileCapture()))
  const [source] = (await made.call('source.open-capture', { paths: [path] })) ?? []
  return { ...made, path, sourceId: source?.id ?? '' }
}

/** What tells that a file is of its kind: the title or the column names; of JSON its schema and every verdict. */
function gist(file: DataFile, text: string): unknown {
  if (file !== 'json') return text.split('\n')[0]
  const { schema, vms } = JSON.parse(text) as Diagnosis
  return [schema, vms.map(({ id, verdict }) => [id, verdict])]
}

describe.each(DATA_FILE_NAMES)('saved for other programs: %s', (file) => {
  test('it is the kind of file that the command line gives', async () => {
    const { call, path, sourceId } = await opened()
    const saved = await call('report.save-as', { sourceId, format: file, language: 'en' })
    const { stdout } = await runCheck(['--capture', path, ...argumentsOf(file)])
    expect(extname(saved?.path ?? '')).toBe(`.${DATA_FILES[file]}`)
    expect(gist(file, readFileSync(saved?.path ?? '', 'utf8'))).toEqual(gist(file, stdout))
  })

  test('no name is in it where names are hidden', async () => {
    const { call, sourceId } = await opened()
    const saved = await call('report.save-as', { sourceId, format: file, redaction: 'strict' })
    const text = readFileSync(saved?.path ?? '', 'utf8').toLowerCase()
    expect([...SECRETS, ...IDS].filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
  })
})

test('a dialog that was closed saves nothing', async () => {
  const made = await testDesk()
  const sample = await made.call('source.open-sample', {})
  expect(await made.call('report.save-as', { sourceId: sample.id, format: 'csv' })).toBeNull()
  expect(made.done).toContain('asked where to save a csv')
})
