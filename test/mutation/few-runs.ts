import fc from 'fast-check'

// Thousands of mutants each run the properties that reach them; the unit tests keep the full number of runs.
fc.configureGlobal({ numRuns: 10 })
