import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const ALL = ['test/unit/core/*.test.ts', 'test/unit/core/{approval,decode,field,pasted,worksheet,knowledge}/*.test.ts']
/** Part of them, where only part of the code is changed: counting what each test reaches is the larger part of a small run. */
const TESTS = process.env['MUTATION_TESTS']?.split(';') ?? ALL

/** Files that notice most changes, each soon; random texts come last. */
const FIRST = ['pasted/small-texts', 'approval/matrix', 'decode/odd-captures', 'pasted/fixtures', 'pasted/']
const LAST = 'properties'

function rankOf({ moduleId }: TestSpecification): number {
  if (moduleId.includes(LAST)) return FIRST.length + 1
  const at = FIRST.findIndex((part) => moduleId.includes(part))
  return at < 0 ? FIRST.length : at
}

/** A change is known as noticed at the first test that fails. */
class TellingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rankOf(a) - rankOf(b))
  }
}

/** The tests that judge src/core/decode and src/core/diagnosis by what they give, each of them fast. */
export default defineConfig({
  test: {
    include: TESTS,
    // About texts and knowledge alone.
    exclude: [
      'test/unit/core/i18n.test.ts',
      'test/unit/core/knowledge-age.test.ts',
      'test/unit/core/i18n-used.test.ts',
      // Hundreds of random texts for every change.
      'test/unit/core/pasted/properties.test.ts',
      // About time, which counting the coverage of each test takes.
      'test/unit/core/pasted/worst-case.test.ts',
    ],
    setupFiles: ['test/mutation/few-runs.ts'],
    environment: 'node',
    testTimeout: 60_000,
    // The tests share no state, and loading every module anew for every test file takes longer than the tests.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: TellingFirst },
  },
})
