// What is worth waiting for at every change: two checks at a time, no build, no Electron, no PowerShell.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closingLine, runStep } from './progress.mjs'
import { main } from './repository.mjs'
import { sourceChecks, vitestOutcome } from './steps.mjs'

/** @import { Outcome, Step } from './steps.mjs' */

const atOnce = 2
const unitLimitMs = 120_000

await main(async () => {
  const results = await mkdtemp(join(tmpdir(), 'integration-doctor-fastpass-'))
  /** @type {Step[]} */
  const queue = [
    // The longest first, so that the short ones fill the other place.
    { name: 'unit', run: () => vitestOutcome('unit', join(results, 'unit.json'), unitLimitMs) },
    ...sourceChecks,
  ]
  /** @type {Outcome[]} */
  const outcomes = []
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) outcomes.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  await rm(results, { recursive: true, force: true })
  const closing = closingLine(outcomes)
  process.stdout.write(`${closing.line}\n`)
  return closing.failed === 0 ? 0 : 1
})
