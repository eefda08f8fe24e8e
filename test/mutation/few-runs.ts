import fc from 'fast-check'

// Thousands of mutants each run the properties that reach them; the unit tests keep the full number of runs. The fixed seed
// tries the same texts on every mutant as on the code itself.
fc.configureGlobal({ numRuns: 10, seed: 1 })
