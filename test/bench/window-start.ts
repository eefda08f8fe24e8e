import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import type { Metric } from '../../scripts/bench-metric.mjs'
import { median } from './input/median'

const runs = 9
const startLimitMs = 30_000
const closeLimitMs = 5000

/**
 * Milliseconds from starting the process to a window that can be used: it is on the screen, drawn, and takes clicks and
 * keys. What answers in the main process is loaded by the page's first call, after its first picture; a click that needs
 * it waits for that, which is told beside. Playwright's own part, the same for both apps, is in it.
 */
async function startMs(appFolder: string): Promise<{ readonly usable: number; readonly answered: number }> {
  const userData = mkdtempSync(join(tmpdir(), 'window-start-'))
  const started = performance.now()
  const app = await _electron.launch({ args: [appFolder, `--user-data-dir=${userData}`], timeout: startLimitMs })
  try {
    const page = await app.firstWindow({ timeout: startLimitMs })
    // Asked for at every frame; a locator would look only now and then, up to half a second apart.
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', null, {
      timeout: startLimitMs,
    })
    await app.evaluate(async ({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows()
      if (shown?.isVisible() === false) await new Promise<void>((resolve) => shown.once('show', () => resolve()))
    })
    const usable = performance.now() - started
    // An empty window has no bridge, and nobody who answers.
    await page.evaluate(async () => {
      if ('bridge' in window) await window.bridge.call('app.info', crypto.randomUUID(), {})
    })
    return { usable, answered: performance.now() - started }
  } finally {
    // An app that never opened a window may not close either.
    const deadline = setTimeout(() => app.process().kill('SIGKILL'), closeLimitMs)
    await app.close()
    clearTimeout(deadline)
    rmSync(userData, { recursive: true, force: true })
  }
}

/** From the start of the process to a usable window, against an empty window of the same Electron: medians of runs in turn. */
export const metric: Metric = {
  id: 'window-start',
  unit: 'ratio',
  base: 'an empty window of the same Electron',
  goal: 1.3,
  needs: ['app'],
  async measure() {
    const empty: number[] = []
    const own: number[] = []
    const answered: number[] = []
    // The first start of each fills the disk cache and is not counted.
    for (let run = 0; run <= runs; run++) {
      const pair = [await startMs('test/bench/empty-window'), await startMs('.')] as const
      if (run === 0) continue
      empty.push(pair[0].usable)
      own.push(pair[1].usable)
      answered.push(pair[1].answered)
    }
    process.stderr.write(
      `empty ${median(empty).toFixed(0)} ms, own ${median(own).toFixed(0)} ms, first answer ${median(answered).toFixed(0)} ms\n`,
    )
    return median(own) / median(empty)
  },
}
