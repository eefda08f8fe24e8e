import { readFileSync } from 'node:fs'

const whole = JSON.parse(readFileSync(new URL('../../stryker.config.json', import.meta.url), 'utf8'))

/** The settings of `npm run mutation` with a sample of the changes instead of all; the script counts, so nothing breaks here. */
export default {
  ...whole,
  plugins: [...whole.plugins, './test/mutation/sample-checker.mjs', './test/mutation/survivors-reporter.mjs'],
  checkers: ['sample'],
  reporters: ['progress-append-only', 'survivors', 'json'],
  thresholds: { ...whole.thresholds, break: null },
}
