// Checks every regular expression of the source for a bad worst case: a pasted text must not stop the program.
import { allowed } from './regex-allowed.mjs'
import { regexSources } from './regex-sources.mjs'
import { regexFaults } from './regex-verdicts.mjs'
import { main, root } from './repository.mjs'

await main(async () => {
  const sources = await regexSources(root, ['src', 'scripts'])
  const faults = await regexFaults(sources, allowed)
  process.stdout.write(
    faults.length === 0
      ? `${sources.found.length} regular expressions, none with a bad worst case\n`
      : `${faults.join('\n')}\n`,
  )
  return faults.length === 0 ? 0 : 1
})
