import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NOBODY = 65_534

/** Runs something as an account that modes keep out: the tests may run as root, which passes every mode. */
export async function asOrdinaryUser<Result>(action: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return action()
  process.seteuid?.(NOBODY)
  try {
    return await action()
  } finally {
    process.seteuid?.(0)
  }
}

function limitFileSize(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])
}

/**
 * Runs something with a folder that has 64 KiB of space: a file system of that size where this account may mount one,
 * else a limit on what this process may write to one file.
 */
export async function onFullDisk<Result>(action: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'full-'))
  let mounted = false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    mounted = true
  } catch {
    limitFileSize(65_536)
  }
  try {
    return await action(folder)
  } finally {
    if (mounted) execFileSync('umount', [folder])
    else limitFileSize('unlimited')
    rmSync(folder, { recursive: true })
  }
}

/** A folder that everybody may enter and only its owner may write to; for use with `asOrdinaryUser`. */
export function readOnlyFolder(parent: string): string {
  chmodSync(parent, 0o755)
  const folder = join(parent, 'read-only')
  mkdirSync(folder)
  chmodSync(folder, process.geteuid?.() === 0 ? 0o755 : 0o555)
  return folder
}
