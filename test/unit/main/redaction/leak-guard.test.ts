import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderProblem } from '../../../../src/core/diagnosis/render'
import { Redactor } from '../../../../src/core/redaction/redactor'
import { NotKept, writeNewFile } from '../../../../src/main/files/new-file'
import { LeakGuard } from '../../../../src/main/redaction/leak-guard'

function guarded(): LeakGuard {
  const redactor = new Redactor('strict')
  redactor.learn(
    { kind: 'vm', name: 'payroll-kr' },
    { kind: 'vm', name: '결제서버' },
    { kind: 'vm', name: 'OK' },
    { kind: 'user', name: 'R&D "Kim"' },
  )
  redactor.settle()
  redactor.text('10.44.7.19 00:15:5D:0A:0B:0C 5F0C3B2A-0001-4000-8000-000000000001')
  return new LeakGuard(redactor)
}

function refusal(name: string, text: string): string {
  try {
    guarded().checkText(name, text)
    return ''
  } catch (cause) {
    if (!(cause instanceof NotKept)) throw cause
    return renderProblem(cause.problem, 'en').message
  }
}

describe('a finished file is refused where something hidden is found', () => {
  test.each([
    ['r.html', '<html><title>Payroll-KR</title></html>', 'text of the page'],
    ['r.html', '<p title="payroll-kr">x</p>', 'attribute title'],
    ['r.html', '<p>R&amp;D &quot;Kim&quot;</p>', 'text of the page'],
    ['r.html', '<p>p&#97;yroll-kr</p>', 'text of the page'],
    ['r.html', '<!-- payroll-kr -->', 'text of the page'],
    ['r.html', '<script type="application/json">{"vms":[{"a":"\\u0070ayroll-kr"}]}</script>', 'embedded data, vms.0.a'],
    ['r.dat', '<!doctype html><p>R&amp;D &quot;Kim&quot;</p>', 'text of the page'],
    ['r.json', '{"a":1}\n{"host":{"name":"OK"}}\n', 'embedded data, host.name'],
    ['r.json', '{"payroll-kr":1}', 'name of a field'],
    ['r.csv', '"a"\r\n"R&D ""Kim"""\r\n', 'line 2'],
    ['r.md', '| payroll\\-kr |', 'line 1'],
    ['r.txt', 'x\n결제서버에서', 'line 2'],
    ['r.txt', 'at ip-10-44-7-19', 'line 1'],
    ['r.txt', '00-15-5d-0a-0b-0c', 'line 1'],
    ['r.txt', '{5f0c3b2a-0001-4000-8000-000000000001}', 'line 1'],
    ['payroll-kr_redacted.txt', 'nothing', 'line 1'],
  ])('%s: %s', (name, text, place) => {
    expect(refusal(name, text)).toContain(place)
  })

  test.each([
    ['r.html', '<style>.payroll-kr{}</style><p class="payroll-kr">VM-001 is OK</p><a href="#payroll-kr">x</a>'],
    ['r.json', '{"status":{"name":"OK"},"text":"10.44.7.190"}'],
    ['r.txt', 'The state is OK.'],
  ])('and kept where none is: %s %s', (name, text) => {
    expect(refusal(name, text)).toBe('')
  })
})

test('an archive is one by any name', async () => {
  const zip = zipSync({ 'a.txt': strToU8('payroll-kr') })
  await expect(guarded().inspect(zip, 'pack.dat')).rejects.toThrow(NotKept)
})

test('a file with a leak never gets its name, and nothing of it stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leak-'))
  const guard = guarded()
  await expect(writeNewFile(folder, 'r.txt', 'payroll-kr', guard.inspect)).rejects.toThrow(NotKept)
  expect(readdirSync(folder)).toEqual([])
  const path = await writeNewFile(folder, 'r.txt', 'VM-001', guard.inspect)
  expect(existsSync(path)).toBe(true)
  expect(guard.searched).toBe(7)
  rmSync(folder, { recursive: true })
})
