import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What a whole result shows at once is not looked for with random texts first. */
class PropertiesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLate = ({ moduleId }: TestSpecification): number => (moduleId.includes('properties') ? 1 : 0)
    return [...files].sort((a, b) => isLate(a) - isLate(b))
  }
}

/** The tests that judge src/core/decode and src/core/diagnosis by what they give, each of them fast. */
export default defineConfig({
  test: {
    include: ['test/unit/core/*.test.ts', 'test/unit/core/{approval,decode,pasted,worksheet,knowledge}/*.test.ts'],
    // About texts and knowledge alone.
    exclude: [
      'test/unit/core/i18n.test.ts',
      'test/unit/core/knowledge-age.test.ts',
      // About time, which counting the coverage of each test takes.
      'test/unit/core/pasted/worst-case.test.ts',
    ],
    setupFiles: ['test/mutation/few-runs.ts'],
    environment: 'node',
    testTimeout: 60_000,
    // The tests share no state, and loading every module anew for every test file takes longer than the tests.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: PropertiesLast },
  },
})
