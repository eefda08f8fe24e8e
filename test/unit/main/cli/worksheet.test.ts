import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WORKSHEET_BEGIN, WORKSHEET_END } from '../../../../src/core/model/worksheet'
import { linesOf, runCheck } from './run-check'

const TICKET = join(import.meta.dirname, '../../../e2e/input/ticket-ko.txt')

test.each(['linux', 'freebsd', 'windows'])('--worksheet %s prints the block and nothing else', async (system) => {
  const { code, stdout, stderr } = await runCheck(['check', '--worksheet', system])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^# Shows what Hyper-V’s host cannot see/)
  expect(stdout).toContain(`${WORKSHEET_BEGIN}: ${system} - `)
  expect(stdout.trimEnd().split('\n').slice(-4).join('\n')).toContain(WORKSHEET_END)
})

test('--worksheet of a system that there is none for names those that there are', async () => {
  const { code, stdout, stderr } = await runCheck(['--worksheet', 'solaris', '--lang', 'ko'])
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toContain('linux, freebsd, windows')
})

test('an answer settles a pasted text, by the name in it and by its id', async () => {
  const paste = (...argv: readonly string[]) => runCheck(['--paste', TICKET, '--format', 'json', ...argv])
  const [open] = linesOf((await paste()).stdout)
  expect(open?.vms).toMatchObject([{ name: '회계서버', verdict: 'cannot-tell' }])
  const id = open?.vms[0]?.id ?? ''
  expect(id).toMatch(/^pasted:/)
  for (const vm of [id, '회계서버']) {
    const { stdout, stderr } = await paste('--answer', `${vm}=linux`)
    expect([linesOf(stdout)[0]?.vms[0]?.verdict, stderr]).toEqual(['safe-to-ignore', ''])
  }
  expect((await paste('--answer', 'nobody=linux')).stderr).toContain('“nobody”')
})

test('a symptom is weighed against a pasted text', async () => {
  const { stdout } = await runCheck(['--paste', TICKET, '--symptom', 'no-address', '--format', 'json'])
  expect(linesOf(stdout)[0]?.vms[0]?.symptom).toMatchObject({ id: 'no-address' })
})
