import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Metric } from '../../scripts/bench-metric.mjs'

const folder = 'out/renderer'
const FIRST_SCRIPT = / (?:src|href)="\.\/([\w./-]+\.js)"/g

/** Size of the window's script at its first picture, packed by gzip, in kB: every script that the page itself names. */
export const metric: Metric = {
  id: 'window-script',
  unit: 'kB',
  base: null,
  goal: 350,
  needs: ['app'],
  measure() {
    const page = readFileSync(`${folder}/index.html`, 'utf8')
    const scripts = [...page.matchAll(FIRST_SCRIPT)].map(([, path]) => readFileSync(`${folder}/${path}`))
    if (scripts.length === 0) throw new Error('The page names no script.')
    return Promise.resolve(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000)
  },
}
