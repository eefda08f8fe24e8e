import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../../src/core/model/text'
import { reportHtml } from '../../../../src/main/reports/report-html'
import { diagnosisOf, HOSTS } from '../../core/report/checked-hosts'
import { HOSTILE_NAMES, hostileHost } from '../../core/report/hostile-names'

// The page is XML as well, which other tests hold: tags without content close themselves.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': ['error', { style: 'selfclose' }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
})

async function faults(page: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(page)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} ${page.split('\n')[line - 1]?.slice(0, 120)}`),
  )
}

const now = new Date('2026-11-23T10:00:00Z')

// Validating a large page takes seconds on a machine that does something else.
describe.each(LANGUAGES)('the HTML report in %s is valid', { timeout: 60_000 }, (language) => {
  test.each([...HOSTS, ['a host with hostile names', hostileHost(HOSTILE_NAMES)] as const])(
    '%s',
    async (_, capture) => {
      const diagnosis = diagnosisOf(capture, language)
      const source = { diagnosis, via: 'file', captureSha256: null } as const
      const options = { programVersion: '1.0.0', now }
      expect(await faults(reportHtml([source], options))).toEqual([])
      expect(await faults(reportHtml([source], { ...options, isOneVm: true, ticket: 'INC1' }))).toEqual([])
    },
  )
})
