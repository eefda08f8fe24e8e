import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} skippedTests
 */

/**
 * Reads Vitest's JSON report. A test file that could not be loaded, a report that is not there and a run that failed
 * without a failing test (an error between tests, no test at all) count as one failure each.
 *
 * @param {string} file
 * @param {number} code exit code of the run
 * @returns {Counts}
 */
export function countVitest(file, code) {
  /** @typedef {{ status: string, fullName: string }} Assertion */
  /** @type {{ testResults: { status: string, assertionResults: Assertion[] }[] } | undefined} */
  const report = readReport(file)
  const files = report?.testResults ?? []
  const tests = files.flatMap((result) => result.assertionResults)
  const unloaded = files.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some(isFailed),
  ).length
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  return withRun(code, {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(isFailed).length + unloaded,
    skipped: skipped.length,
    skippedTests: skipped.map(({ fullName }) => fullName),
  })
}

/**
 * Reads Playwright's JSON report, by the same rules. A test that passed only on a second try has passed, and is named:
 * a display that draws nothing for a while is no fault of the program, and still has to be seen.
 *
 * @param {string} file
 * @param {number} code exit code of the run
 * @returns {Counts & { secondTry: string[] }}
 */
export function countPlaywright(file, code) {
  const tests = playwrightTests(file)
  const skipped = tests.filter(({ status }) => status === 'skipped')
  const counts = withRun(code, {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    failed: tests.filter(({ status }) => status === 'unexpected').length,
    skipped: skipped.length,
    skippedTests: skipped.map(({ title }) => title),
  })
  return { ...counts, secondTry: tests.filter(({ status }) => status === 'flaky').map(({ title }) => title) }
}

/**
 * The titles in Playwright's JSON report or listing.
 *
 * @param {string} file
 */
export function playwrightTitles(file) {
  return playwrightTests(file).map(({ title }) => title)
}

/**
 * @param {string} file
 * @returns {{ title: string, status: string }[]}
 */
function playwrightTests(file) {
  /** @typedef {{ title: string, tests: { status: string }[] }} Spec */
  /** @typedef {{ title: string, specs: Spec[], suites?: Suite[] }} Suite */
  /** @type {{ suites: Suite[] } | undefined} */
  const report = readReport(file)
  /** @type {(suite: Suite) => Spec[]} */
  const specsOf = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
  return (report?.suites ?? [])
    .flatMap(specsOf)
    .flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status })))
}

/**
 * @param {number} code
 * @param {Counts} counts
 * @returns {Counts}
 */
function withRun(code, counts) {
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0
  return counts.failed === 0 && (code !== 0 || ranNothing) ? { ...counts, failed: 1 } : counts
}

/** @param {{ status: string }} test */
function isFailed({ status }) {
  return status === 'failed'
}

/**
 * @param {string} file
 * @returns {any} undefined where the run ended before it wrote its report
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
