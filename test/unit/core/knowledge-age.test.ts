import { expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { isIncomplete, renderDiagnosis } from '../../../src/core/diagnosis/render'
import { isKnowledgeOld, KNOWLEDGE_DATE } from '../../../src/core/knowledge/revision'
import { LANGUAGES } from '../../../src/core/model/text'
import { tableText } from '../../../src/main/cli/table'
import { captureOf, UBUNTU } from './capture-builder'

const nextYear = Number(KNOWLEDGE_DATE.slice(0, 4)) + 1
const anniversary = `${nextYear}${KNOWLEDGE_DATE.slice(4)}`

test('twelve months to the day are not old, a day more is', () => {
  expect(isKnowledgeOld(`${KNOWLEDGE_DATE}T23:59:59Z`)).toBe(false)
  expect(isKnowledgeOld(`${anniversary}T23:59:59Z`)).toBe(false)
  expect(isKnowledgeOld(`${nextYear}-12-31T00:00:00Z`)).toBe(true)
})

test.each(LANGUAGES)('a reading long after the knowledge says so, and changes nothing (%s)', (language) => {
  const options = { language, source: 'x', programVersion: '1.0.0' }
  const host = judge(captureOf([{ kvp: UBUNTU }], { collectedAt: `${nextYear + 1}-01-01T00:00:00Z` }))
  const diagnosis = renderDiagnosis(host, options)
  expect(diagnosis.notes).toEqual([{ code: 'IS-105', text: expect.stringContaining(KNOWLEDGE_DATE) }])
  expect(tableText(diagnosis, null)).toContain('IS-105')
  expect([diagnosis.vms[0]?.verdict, isIncomplete(host)]).toEqual(['healthy', false])
  expect(renderDiagnosis(judge(captureOf([{ kvp: UBUNTU }])), options).notes).toEqual([])
})
