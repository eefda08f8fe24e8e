import { describe, expect, test } from 'vitest'
import { Explanation } from '../../../../src/core/model/explanation'
import { runCheck } from './run-check'

describe('explain', () => {
  test('gives its meanings as one object of JSON and nothing else', async () => {
    const { code, stdout, stderr } = await runCheck(['explain', '32775', '--format', 'json', '--lang', 'ko'])
    expect(stdout.match(/\n/g)).toHaveLength(1)
    expect(Explanation.parse(JSON.parse(stdout))).toMatchObject({
      schema: 'integration-doctor/explanation@1',
      language: 'ko',
      asked: '32775',
      meanings: [{ value: '32775', name: 'protocol-mismatch' }],
    })
    expect([code, stderr]).toEqual([0, ''])
  })

  test.each([
    [['explain', 'Update', 'required']],
    [['check', 'explain', 'Update required']],
    [['explain', '--format=table', '--', 'Update required']],
  ])('takes words as they come: %j', async (args) => {
    const { code, stdout } = await runCheck(args)
    expect(stdout).toContain('Msvm_SummaryInformation.IntegrationServicesVersionState = 2')
    expect(code).toBe(0)
  })

  test('takes a negative number for a number and no option', async () => {
    const { code, stdout } = await runCheck(['explain', '-2147217405'])
    expect(stdout).toContain('0x80041003 (refused)')
    expect(code).toBe(0)
  })

  test('never breaks an address', async () => {
    const { stdout } = await runCheck(['explain', 'IS-12'])
    expect(stdout).toContain(
      '\n    https://learn.microsoft.com/troubleshoot/windows-server/virtualization/degraded-integration-services-message\n',
    )
  })

  test('says when nobody knows it, and what could be asked', async () => {
    const { code, stdout, stderr } = await runCheck(['explain', '99'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('Nobody here knows “99”. Try a status number')
  })

  test('gives an object without meanings for what nobody knows', async () => {
    const { code, stdout } = await runCheck(['explain', 'xyz', '--format', 'json'])
    expect([code, Explanation.parse(JSON.parse(stdout)).meanings]).toEqual([1, []])
  })

  test('repeats hostile text as signs that do nothing', async () => {
    const { stderr } = await runCheck(['explain', '\u001b[2J\u202ex\n'])
    expect(['\u001b', '\u202e'].filter((character) => stderr.includes(character))).toEqual([])
    expect(stderr).toContain('␛[2J[U+202E]x')
  })

  test.each([
    [['explain'], 'explain needs a value.'],
    [['explain', '3', '--format', 'html'], 'There is no format “html”; there are table, json.'],
    [['explain', '3', '--lang', 'fr'], 'There is no language “fr”; there are en and ko.'],
    [['explain', '3', '--sample'], 'There is no option --sample.'],
    [['explain', '3', '--format'], '--format needs a value.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await runCheck(args)
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toContain(sentence)
  })
})
