import { once } from 'node:events'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { runCommandLine } from './cli/command-line'
import type { PrintPdf } from './pdf/pdf-request'
import { HISTORY_FOLDER } from './history/window-history'
import { probeWay } from './remote/probe'
import { remoteHosts } from './remote/remote-hosts'
import { localComputer } from './sources/local'

async function flush(stream: Writable): Promise<void> {
  if (stream.writableLength > 0 && !stream.destroyed) await once(stream, 'drain').catch(() => undefined)
}

/**
 * Answers a command on standard output, without a window, and gives the exit code. `packaged`: whether this is the installed
 * program; `userData`: folder of what the program keeps for this person.
 */
export async function answerCommand(
  args: readonly string[],
  packaged: boolean,
  userData: string,
  printPdf?: PrintPdf,
): Promise<number> {
  const { stdout, stderr, env } = process
  const local = localComputer(packaged)
  const remote = remoteHosts(packaged)
  const code = await runCommandLine(args, {
    stdout,
    stderr,
    columns: stdout.isTTY ? stdout.columns : null,
    env,
    readLocal: (reading) => local.check(reading),
    remote,
    stdin: process.stdin,
    probe: probeWay,
    now: () => new Date(),
    printPdf,
    historyFolder: join(userData, HISTORY_FOLDER),
  })
  await Promise.all([local.close(), remote.close()])
  // The process ends at once after this; a pipe may still be taking the last lines.
  await Promise.all([flush(stdout), flush(stderr)])
  return code
}
