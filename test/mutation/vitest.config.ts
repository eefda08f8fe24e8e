import { defineConfig } from 'vitest/config'

/** The tests that judge src/core/decode and src/core/diagnosis by what they give, each of them fast. */
export default defineConfig({
  test: {
    include: ['test/unit/core/*.test.ts', 'test/unit/core/pasted/*.test.ts', 'test/unit/core/decode/*.test.ts'],
    // About texts and knowledge alone.
    exclude: ['test/unit/core/i18n.test.ts', 'test/unit/core/knowledge-age.test.ts'],
    setupFiles: ['test/mutation/few-runs.ts'],
    environment: 'node',
    testTimeout: 60_000,
    // The tests share no state, and loading every module anew for every test file takes longer than the tests.
    isolate: false,
    fileParallelism: false,
  },
})
