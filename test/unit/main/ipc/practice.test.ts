import { describe, expect, test } from 'vitest'
import { PRACTICE_CALLS } from '../../../../src/core/knowledge/practice-calls'
import { VERDICTS } from '../../../../src/core/model/verdict'
import { practiceCalls } from '../../../../src/main/ipc/practice-handlers'

describe.each(['en', 'ko'] as const)('practice calls in %s', (language) => {
  const calls = practiceCalls(language)

  test('there are eight at least, and every verdict is among them', () => {
    expect(calls.length).toBeGreaterThanOrEqual(8)
    expect(new Set(calls.map(({ vm }) => vm.verdict))).toEqual(new Set(VERDICTS))
  })

  test('each has three different next steps, one of them right', () => {
    for (const { steps, rightStep } of calls) {
      expect(new Set(steps.map(({ label }) => label)).size).toBe(3)
      expect(steps.map(({ id }) => id)).toContain(rightStep)
    }
  })
})

test('the right step is not always at the same place', () => {
  expect(new Set(PRACTICE_CALLS.map(({ right }) => right)).size).toBe(3)
})

test.each([
  ['degraded-linux', 'safe-to-ignore', 'IS-12'],
  ['no-address', 'action-needed', 'IS-31'],
  ['hung', 'action-needed', 'IS-40'],
  ['firewall', 'safe-to-ignore', 'IS-12'],
  ['looks-harmless', 'action-needed', 'IS-21'],
  ['windows-update', 'action-needed', 'IS-15'],
  ['who-is-it', 'cannot-tell', 'IS-16'],
  ['switched-off', 'advice', 'IS-50'],
  ['no-data', 'healthy', 'IS-02'],
  ['just-started', 'cannot-tell', 'IS-33'],
  ['replica', 'not-running', 'IS-08'],
])('the rules find what the call %s teaches: %s', (id, verdict, code) => {
  const call = practiceCalls('en').find((candidate) => candidate.id === id)
  expect(call?.vm.verdict).toBe(verdict)
  expect(call?.vm.findings.map((finding) => finding.code)).toContain(code)
})
