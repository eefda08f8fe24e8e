import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { win32 } from 'node:path'
import treeKill from 'tree-kill'

/**
 * Ends a process and everything it started, at once. Settles when the order was given; a process that is already gone
 * is what was wanted. Never rejects.
 */
export function endTree(pid: number): Promise<void> {
  return new Promise((resolve) => {
    if (process.platform === 'win32') {
      // By its full path and without a window: tree-kill would start the first `taskkill` that a command prompt finds,
      // which may lie in the folder a capture was opened from.
      const root = process.env['SystemRoot'] ?? 'C:\\Windows'
      const taskkill = win32.join(root, 'System32', 'taskkill.exe')
      execFile(taskkill, ['/pid', String(pid), '/T', '/F'], { windowsHide: true }, () => resolve())
      return
    }
    // tree-kill asks `ps` for the children on Linux, and does not survive its absence.
    const knowsChildren = process.platform !== 'linux' || ['/bin/ps', '/usr/bin/ps'].some((path) => existsSync(path))
    if (knowsChildren) treeKill(pid, 'SIGKILL', () => resolve())
    else {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // Gone already.
      }
      resolve()
    }
  })
}
