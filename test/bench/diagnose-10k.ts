import type { Metric } from '../../scripts/bench-metric.mjs'
import { judge } from '../../src/core/diagnosis/judge'
import type { Capture } from '../../src/core/model/capture'
import { captureOfMany } from './input/many-vms'
import { median, timed } from './input/median'

const vms = 10_000
const runs = 7

/** From the parsed capture of 10,000 VMs to a verdict for each, against parsing the same text. */
export const metric: Metric = {
  id: 'diagnose-10k',
  unit: 'ratio',
  base: 'JSON.parse of the same file',
  goal: 2,
  measure() {
    const text = JSON.stringify(captureOfMany(vms))
    const parsing: number[] = []
    const judging: number[] = []
    for (let run = 0; run <= runs; run++) {
      globalThis.gc?.()
      const parsed = timed(() => JSON.parse(text) as Capture)
      globalThis.gc?.()
      const judged = timed(() => judge(parsed.value))
      if (judged.value.vms.length !== vms) throw new Error(`Only ${judged.value.vms.length} VMs were judged.`)
      // The first run compiles the code.
      if (run === 0) continue
      parsing.push(parsed.ms)
      judging.push(judged.ms)
    }
    const [base, own] = [median(parsing), median(judging)]
    process.stderr.write(
      `${(text.length / 2 ** 20).toFixed(0)} MiB: parse ${base.toFixed(0)} ms, judge ${own.toFixed(0)} ms\n`,
    )
    return Promise.resolve(own / base)
  },
}
