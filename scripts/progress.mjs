/** @import { Outcome, Step } from './steps.mjs' */
import { failed } from './steps.mjs'

const nameWidth = 18

/**
 * Runs one step and prints its line; the whole output only where something failed.
 *
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
export async function runStep(step) {
  const started = performance.now()
  const outcome = await step.run().catch((cause) => failed(cause instanceof Error ? cause.message : String(cause)))
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
  const mark = outcome.failed > 0 ? 'FAILED' : 'ok    '
  process.stdout.write(`${mark} ${step.name.padEnd(nameWidth)}${seconds} s  ${describe(outcome)}\n`)
  for (const test of outcome.skippedTests) process.stdout.write(`       skipped: ${test}\n`)
  if (outcome.failed > 0) process.stdout.write(`${indent(outcome.output)}\n`)
  return outcome
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {{ line: string, failed: number }} the closing line
 */
export function closingLine(outcomes) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => outcomes.reduce((total, o) => total + o[key], 0)
  return {
    line: `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
    failed: sum('failed'),
  }
}

/** @param {Outcome} outcome */
function describe({ passed, failed: bad, skipped, note }) {
  const counts = passed + skipped > 0 ? [`${passed} passed`, `${bad} failed`, `${skipped} skipped`].join(', ') : ''
  return [counts, note].filter(Boolean).join('; ')
}

/** @param {string} text */
function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`)
    .join('\n')
}
