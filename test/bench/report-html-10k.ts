import type { Metric } from '../../scripts/bench-metric.mjs'
import { judge } from '../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../src/core/diagnosis/render'
import type { Capture } from '../../src/core/model/capture'
import { reportHtml } from '../../src/main/reports/report-html'
import { captureOfMany } from './input/many-vms'
import { median, timed } from './input/median'

const vms = 10_000
const runs = 5

/** The HTML report of a host with 10,000 VMs, against writing its diagnosis as JSON. */
export const metric: Metric = {
  id: 'report-html-10k',
  unit: 'ratio',
  base: 'JSON.stringify of its diagnosis',
  goal: 4,
  measure() {
    const judged = judge(captureOfMany(vms) as Capture)
    const diagnosis = renderDiagnosis(judged, { language: 'en', source: 'bench', programVersion: '1.0.0' })
    const options = { programVersion: '1.0.0', now: new Date('2026-11-23T10:00:00Z') }
    const writing: number[] = []
    const rendering: number[] = []
    let size = 0
    for (let run = 0; run <= runs; run++) {
      globalThis.gc?.()
      const written = timed(() => JSON.stringify(diagnosis).length)
      globalThis.gc?.()
      const rendered = timed(() => reportHtml([{ diagnosis, via: null, captureSha256: null }], options).length)
      if (rendered.value < written.value) throw new Error('The report does not hold its diagnosis.')
      size = rendered.value
      // The first run compiles the code.
      if (run === 0) continue
      writing.push(written.ms)
      rendering.push(rendered.ms)
    }
    const [base, own] = [median(writing), median(rendering)]
    process.stderr.write(
      `${(size / 2 ** 20).toFixed(0)} MiB: stringify ${base.toFixed(0)} ms, report ${own.toFixed(0)} ms\n`,
    )
    return Promise.resolve(own / base)
  },
}
