import { defineConfig } from '@playwright/test'

/** Pictures of every screen; `npm run screenshots` builds, provides Electron and a display, and runs this. */
export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../../test-results/screenshots',
  globalSetup: './engine.ts',
  timeout: 180_000,
  // Pictures wait for a busy computer: how fast it is, is measured elsewhere.
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
})
