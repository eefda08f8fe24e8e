import type { Metric } from '../../scripts/bench-metric.mjs'
import { judge } from '../../src/core/diagnosis/judge'
import type { Capture } from '../../src/core/model/capture'
import { captureOfMany } from './input/many-vms'
import { median, timed } from './input/median'

const captures = 200
const vmsEach = 500
/** Captures that make 10,000 VMs together. */
const few = 20
const runs = 3

/** Milliseconds per VM to judge captures one after the other, as the command line does. */
function perVm(text: string, count: number): number {
  let ms = 0
  for (let index = 0; index < count; index++) {
    const capture = JSON.parse(text) as Capture
    const judged = timed(() => judge(capture))
    if (judged.value.vms.length !== vmsEach) throw new Error(`Only ${judged.value.vms.length} VMs were judged.`)
    ms += judged.ms
  }
  return ms / (count * vmsEach)
}

/** Whether judging stays linear: 200 captures of 500 VMs against 20 of them, both per VM. */
export const metric: Metric = {
  id: 'diagnose-200x500',
  unit: 'ratio',
  base: 'the time per VM in 20 such captures',
  goal: 1.2,
  measure() {
    const text = JSON.stringify(captureOfMany(vmsEach))
    // Compiles the code.
    perVm(text, few)
    const base: number[] = []
    const own: number[] = []
    // In turns, so that a machine that gets slower does so for both.
    for (let run = 0; run < runs; run++) {
      base.push(perVm(text, few))
      own.push(perVm(text, captures))
    }
    process.stderr.write(
      `${(median(base) * 1000).toFixed(0)} and ${(median(own) * 1000).toFixed(0)} microseconds per VM\n`,
    )
    return Promise.resolve(median(own) / median(base))
  },
}
