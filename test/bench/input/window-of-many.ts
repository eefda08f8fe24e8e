import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright'
import { captureOfMany } from './many-vms'

const limitMs = 60_000

/** Opens the built app with a capture of that many VMs, waits for its table, and gives what `measure` finds in it. */
export async function inWindowOfMany(vms: number, measure: (page: Page) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'window-of-many-'))
  const capture = join(folder, 'many.hvcapture')
  writeFileSync(capture, JSON.stringify(captureOfMany(vms)))
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${folder}`, capture], timeout: limitMs })
  try {
    const page = await app.firstWindow({ timeout: limitMs })
    await page.locator('[data-vm-row]').first().waitFor({ timeout: limitMs })
    return await measure(page)
  } finally {
    const deadline = setTimeout(() => app.process().kill('SIGKILL'), 5000)
    await app.close()
    clearTimeout(deadline)
    rmSync(folder, { recursive: true, force: true })
  }
}
