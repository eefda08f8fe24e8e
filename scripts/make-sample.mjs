// Writes the sample host and the host of the practice calls: `node scripts/make-sample.mjs [FOLDER]`. Run it after a change of their VMs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { practiceVms } from './practice-vms.mjs'
import { root } from './repository.mjs'
import { sampleCapture } from './sample-capture.mjs'
import { sampleVms } from './sample-vms.mjs'

const folder = process.argv[2] ?? join(root, 'assets', 'sample')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'sample-host.hvcapture'), sampleCapture('HV01', sampleVms))
writeFileSync(join(folder, 'practice-host.hvcapture'), sampleCapture('HV-PRACTICE', practiceVms))
