import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metric } from '../../scripts/bench-metric.mjs'
import { withFolder } from './input/folder'
import { captureOfMany } from './input/many-vms'

const vms = 500

/** From the start of the program to the finished PDF of 500 VMs, all their evidence in it. */
export const metric: Metric = {
  id: 'report-pdf-500',
  unit: 'ms',
  base: null,
  goal: null,
  needs: ['app'],
  measure: () =>
    withFolder(async (folder) => {
      const output = join(folder, 'report.pdf')
      const capture = join(folder, 'host.hvcapture')
      writeFileSync(capture, JSON.stringify(captureOfMany(vms)))
      const args = ['.', '--no-sandbox', 'check', '--capture', capture, '--format', 'pdf', '--output', output]
      const started = performance.now()
      await once(spawn(process.env['ELECTRON_EXEC_PATH'] ?? '', args, { stdio: 'ignore' }), 'exit')
      if (!existsSync(output)) throw new Error('There is no PDF.')
      return performance.now() - started
    }),
}
