import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright'
import type { Metric } from '../../scripts/bench-metric.mjs'
import { judge } from '../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../src/core/diagnosis/render'
import type { Capture } from '../../src/core/model/capture'
import { reportHtml } from '../../src/main/reports/report-html'
import { captureOfMany } from './input/many-vms'
import { withFolder } from './input/folder'
import { median } from './input/median'

const vms = 500
const runs = 5

function page(): string {
  const judged = judge(captureOfMany(vms) as Capture)
  const diagnosis = renderDiagnosis(judged, { language: 'en', source: 'bench', programVersion: '1.0.0' })
  const options = { programVersion: '1.0.0', now: new Date('2026-11-23T10:00:00Z') }
  return reportHtml([{ diagnosis, via: null, captureSha256: null }], options)
}

/** Opening the HTML report of 500 VMs in a browser window, until it is loaded: median of runs. */
export const metric: Metric = {
  id: 'report-open-500',
  unit: 'ms',
  base: null,
  goal: null,
  needs: ['app'],
  measure: () =>
    withFolder(async (folder) => {
      const file = join(folder, 'report.html')
      writeFileSync(file, page())
      const userData = join(folder, 'user-data')
      mkdirSync(userData)
      const app = await _electron.launch({ args: ['test/bench/empty-window', `--user-data-dir=${userData}`] })
      try {
        const times: number[] = []
        for (let run = 0; run <= runs; run++) {
          const ms = await app.evaluate(async ({ BrowserWindow }, path) => {
            const window = new BrowserWindow({ webPreferences: { sandbox: true, javascript: false } })
            const started = performance.now()
            await window.loadFile(path)
            const loaded = performance.now() - started
            window.destroy()
            return loaded
          }, file)
          // The first window starts Chromium's processes.
          if (run > 0) times.push(ms)
        }
        return median(times)
      } finally {
        await app.close()
      }
    }),
}
