import { defineConfig } from '@playwright/test'
import { LIMITS } from './test/e2e/limits'

/** The built app in a real Electron. `npm test` builds, provides Electron, PowerShell and a display, and runs this. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: LIMITS.test,
  expect: { timeout: LIMITS.expect },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // What passed only on the second try is named at the end of the run.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  use: { actionTimeout: LIMITS.action },
})
