// Saves the same pair of files over and over, until it is killed; run by killed.test.ts in a process of its own.
import { writeTogether } from '../../../../src/main/files/new-file'

const [, , folder = ''] = process.argv
/** Large enough that a kill often meets it while it is written; its end is marked. */
const content = `${'x'.repeat(2_000_000)}END`

process.stdout.write('ready\n')
for (;;) {
  await writeTogether(folder, [
    { name: 'report.html', content },
    { name: 'report.pdf', content },
  ])
}
