import { isInSample, sampleSettings } from './sample.mjs'

/** Passes the changes of the sample on to the tests; the others count as not compiling, which leaves them out of the score. */
class SampleChecker {
  settings = sampleSettings()

  async init() {}

  /** @param {readonly { id: string }[]} mutants */
  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        isInSample(id, this.settings) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    )
  }

  /** @param {readonly { id: string }[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)]
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: SampleChecker }]
