import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countPlaywright, countVitest } from '../../../scripts/test-counts.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-counts-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const testNamed = (fullName: string, status: string) => ({ fullName, status })

describe('countVitest', () => {
  test('counts by status and names what was skipped', () => {
    const assertionResults = [
      testNamed('a', 'passed'),
      testNamed('b', 'failed'),
      testNamed('c', 'pending'),
      testNamed('d', 'todo'),
    ]
    const file = report({ testResults: [{ status: 'failed', assertionResults }] })
    expect(countVitest(file, 1)).toEqual({ passed: 1, failed: 1, skipped: 2, skippedTests: ['c', 'd'] })
  })

  test('a test file that could not be loaded is a failure', () => {
    const loaded = { status: 'passed', assertionResults: [testNamed('a', 'passed')] }
    const file = report({ testResults: [loaded, { status: 'failed', assertionResults: [] }] })
    expect(countVitest(file, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('an error outside any test fails the run', () => {
    const file = report({ testResults: [{ status: 'passed', assertionResults: [testNamed('a', 'passed')] }] })
    expect(countVitest(file, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('no report and no test are failures, never zero of everything', () => {
    expect(countVitest(join(folder, 'absent.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(countVitest(report({ testResults: [] }), 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] })

  test('counts in nested suites; what passed only on a second try is named', () => {
    const inner = { title: 'inner', specs: [spec('b', 'unexpected'), spec('c', 'flaky')] }
    const file = report({
      suites: [{ title: 'f', specs: [spec('a', 'expected'), spec('d', 'skipped')], suites: [inner] }],
      errors: [],
    })
    expect(countPlaywright(file, 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      skippedTests: ['d'],
      secondTry: ['c'],
    })
  })

  test('an error outside any test fails the run', () => {
    const file = report({ suites: [{ title: 'f', specs: [spec('a', 'expected')] }], errors: [{ message: 'x' }] })
    expect(countPlaywright(file, 1)).toMatchObject({ passed: 1, failed: 1 })
  })
})
