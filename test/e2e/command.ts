import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ROOT } from './app'

const run = promisify(execFile)

/** The command line on plain Node. Exit codes up to 2 are verdicts. */
export async function check(...args: readonly string[]): Promise<string> {
  const answer = run(process.execPath, ['scripts/check.mjs', ...args], { cwd: ROOT, maxBuffer: 2 ** 28 })
  return answer.then(
    ({ stdout }) => stdout,
    (cause: { code?: unknown; stdout: string }) => {
      if (cause.code !== 1 && cause.code !== 2) throw cause
      return cause.stdout
    },
  )
}

/** The command line of the built app, which can print. Exit codes up to 2 are verdicts. */
export async function checkInApp(...args: readonly string[]): Promise<void> {
  const executable = process.env['ELECTRON_EXEC_PATH'] ?? ''
  await run(executable, [ROOT, '--no-sandbox', 'check', ...args]).catch((cause: { code?: unknown }) => {
    if (cause.code !== 1 && cause.code !== 2) throw cause
  })
}
