import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import { translate } from '../../../../src/core/i18n/translate'
import { Diagnosis } from '../../../../src/core/model/diagnosis'
import { LANGUAGES } from '../../../../src/core/model/text'
import { captureOfPaste, readPastedText } from '../../../../src/main/sources/pasted-text'

const NOW = new Date('2026-11-24T08:00:00Z')
const TABLE = [
  'VMName Name                    Enabled PrimaryStatusDescription SecondaryStatusDescription',
  '------ ----                    ------- ------------------------ --------------------------',
  'web-01 Heartbeat               True    OK                       OK',
  'web-01 VSS                     True    OK                       The protocol version of the component installed in...',
  '',
].join('\n')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pasted-'))
})

async function fileWith(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('a pasted text', () => {
  test('is judged by what it says, and asks what it does not say', () => {
    const result = captureOfPaste(TABLE, 'ticket.txt', NOW)
    expect(result.ok).toBe(true)
    const capture = result.ok ? result.capture : null
    const judged = capture === null ? null : judge(capture)
    expect(judged?.vms.map(({ verdict }) => verdict)).toEqual(['cannot-tell'])
    expect(judged?.vms[0]?.serviceVerdicts).toEqual({ heartbeat: 'healthy', vss: 'cannot-tell' })
  })

  test('becomes harmless by the answer, and shows line by line what was understood', () => {
    const result = captureOfPaste(TABLE, null, NOW)
    if (!result.ok) throw new Error('refused')
    const judged = judge(result.capture, { 'pasted:web-01': { family: 'linux' } })
    const diagnosis = renderDiagnosis(judged, { language: 'en', source: '-', programVersion: '1.0.0' })
    expect(Diagnosis.parse(diagnosis)).toEqual(diagnosis)
    expect(diagnosis.vms.map(({ id, verdict }) => [id, verdict])).toEqual([['pasted:web-01', 'safe-to-ignore']])
    expect(diagnosis.pasted?.filter(({ kind }) => kind === 'service').map(({ line }) => line)).toEqual([3, 4])
  })

  test('with good news about a part says that it is about that part', () => {
    const result = captureOfPaste(`${TABLE.split('\n').slice(0, 3).join('\n')}\n`, null, NOW)
    if (!result.ok) throw new Error('refused')
    const options = { language: 'en', source: '-', programVersion: '1.0.0' } as const
    const [vm] = renderDiagnosis(judge(result.capture), options).vms
    expect(vm?.headline).toBe(
      'The text shows no fault: what it says of Heartbeat is OK. What it does not mention was not judged.',
    )
    expect(vm?.tellCaller).toContain('The text does not show the rest')
  })

  test('is read from a file as Windows PowerShell writes it', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TABLE, 'utf16le')])
    const result = await readPastedText(await fileWith('utf16.txt', bytes), NOW)
    expect(result).toMatchObject({ ok: true, capture: { pasted: { name: 'utf16.txt' } } })
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff, 0xfe]), 'pasted-binary'],
    ['nothing', '', 'pasted-empty'],
    ['a poem', 'The quick brown fox\njumps over the lazy dog\n', 'pasted-nothing'],
    ['too much', 'x'.repeat(17 * 1024 * 1024), 'pasted-too-large'],
  ])('%s is refused in one sentence with the next step', async (name, content, code) => {
    const result = await readPastedText(await fileWith(`${code}.txt`, content), NOW)
    const problem = result.ok ? null : result.problem
    expect([name, problem?.code]).toEqual([name, code])
    for (const language of LANGUAGES) {
      expect(problem === null ? '' : translate(language, problem.message)).not.toMatch(/\n/)
      expect(problem === null ? '' : translate(language, problem.step)).not.toBe('')
    }
  })

  test('a folder and a file that is not there are said to be that', async () => {
    expect(await readPastedText(folder, NOW)).toMatchObject({ ok: false, problem: { code: 'pasted-folder' } })
    expect(await readPastedText(join(folder, 'none.txt'), NOW)).toMatchObject({
      ok: false,
      problem: { code: 'capture-not-found' },
    })
  })
})
