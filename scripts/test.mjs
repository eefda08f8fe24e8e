// Everything, in order. A step that fails does not stop those that do not need it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDisplay } from './display.mjs'
import { prepareElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { closingLine, runStep } from './progress.mjs'
import { main, root } from './repository.mjs'
import {
  commandOutcome,
  done,
  failed,
  playwrightOutcome,
  preparePowerShell,
  sourceChecks,
  vitestOutcome,
  vitestSkipped,
} from './steps.mjs'

/** @import { Outcome, Step } from './steps.mjs' */

const minuteMs = 60_000
const results = await mkdtemp(join(tmpdir(), 'integration-doctor-test-'))
/** @type {NodeJS.ProcessEnv} */
const electron = {}
/** @type {NodeJS.ProcessEnv} */
const engine = {}
let noEngine = ''

/** @type {Step[]} */
const steps = [
  { name: 'system packages', run: async () => done(await ensureDisplay()) },
  { name: 'electron', run: electronStep },
  { name: 'powershell engine', run: engineStep },
  { name: 'build', run: () => commandOutcome([process.execPath, [join(root, 'scripts', 'build.mjs')]], 5 * minuteMs) },
  ...sourceChecks,
  { name: 'unit', run: () => vitestOutcome('unit', join(results, 'unit.json'), 5 * minuteMs) },
  { name: 'powershell', needs: ['powershell engine'], run: powershellStep },
  { name: 'end to end', needs: ['system packages', 'electron', 'powershell engine', 'build'], run: endToEndStep },
]

async function electronStep() {
  const runtime = await prepareElectron()
  Object.assign(electron, runtimeEnvironment(runtime))
  return done(runtime.kind === 'pinned' ? 'pinned version' : `${runtime.kind}: ${runtime.folder}`)
}

async function engineStep() {
  const { executable, note, problem } = await preparePowerShell()
  if (problem !== undefined) return failed(problem)
  if (executable) engine['NODE_POWERSHELL'] = executable
  else noEngine = note
  return done(note)
}

function powershellStep() {
  if (noEngine) return vitestSkipped('powershell', noEngine)
  return vitestOutcome('powershell', join(results, 'powershell.json'), 10 * minuteMs, engine)
}

function endToEndStep() {
  const environment = { ...electron, ...engine }
  return playwrightOutcome(join(results, 'e2e.json'), 15 * minuteMs, environment, noEngine)
}

/**
 * @param {Step} step
 * @param {Map<string, Outcome>} before
 * @returns {Step}
 */
function unlessBlocked(step, before) {
  const missing = step.needs?.find((name) => (before.get(name)?.failed ?? 0) > 0)
  if (missing === undefined) return step
  const note = `not run: ${missing} failed`
  return { ...step, run: async () => ({ ...done(note), skipped: 1, skippedTests: [`all of ${step.name}`] }) }
}

await main(async () => {
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map()
  try {
    for (const step of steps) outcomes.set(step.name, await runStep(unlessBlocked(step, outcomes)))
  } finally {
    await rm(results, { recursive: true, force: true })
  }
  const closing = closingLine([...outcomes.values()])
  process.stdout.write(`${closing.line}\n`)
  return closing.failed === 0 ? 0 : 1
})
