import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Metric } from '../../scripts/bench-metric.mjs'

const folder = 'out/renderer/assets'

/** Size of the window's script, packed by gzip, in kB: everything the window loads before it can be used. */
export const metric: Metric = {
  id: 'window-script',
  unit: 'kB',
  base: null,
  goal: 350,
  needs: ['app'],
  measure() {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    if (scripts.length === 0) throw new Error('The window was not built.')
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`)).length, 0)
    return Promise.resolve(bytes / 1000)
  },
}
