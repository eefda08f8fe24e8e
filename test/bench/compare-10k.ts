import type { Metric } from '../../scripts/bench-metric.mjs'
import { compareHosts } from '../../src/core/compare/compare-hosts'
import { renderComparison } from '../../src/core/compare/render-comparison'
import { readCapture } from '../../src/core/decode/read-capture'
import { judge } from '../../src/core/diagnosis/judge'
import { sha256 } from '../../src/main/sources/capture-file'
import { captureOfMany } from './input/many-vms'
import { median, timed } from './input/median'

const vms = 10_000
const runs = 5
/** Every seventh VM lost a service, so that there is something to explain. */
const CHANGED = /"OperationalStatus":\[2\]/g

function read(text: string) {
  const result = readCapture(text, 'bench', sha256)
  if (!result.ok) throw new Error(result.problem.code)
  return result.capture
}

/** From two captures of 10,000 VMs to the rendered comparison, judging included, against reading the two. */
export const metric: Metric = {
  id: 'compare-10k',
  unit: 'ratio',
  base: 'reading the two captures',
  goal: 3,
  measure() {
    const older = JSON.stringify(captureOfMany(vms))
    let count = 0
    const newer = older.replace(CHANGED, (status) => ((count += 1) % 7 === 0 ? '"OperationalStatus":[12]' : status))
    const options = { language: 'en', programVersion: '1.0.0', sources: ['old', 'new'] } as const
    const reading: number[] = []
    const comparing: number[] = []
    for (let run = 0; run <= runs; run++) {
      globalThis.gc?.()
      const captures = timed(() => [read(older), read(newer)] as const)
      globalThis.gc?.()
      const [before, after] = captures.value
      const compared = timed(() => renderComparison(compareHosts(judge(before), judge(after)), options))
      if (compared.value.vms.length !== vms || !compared.value.worse) throw new Error('Not all VMs were compared.')
      // The first run compiles the code.
      if (run === 0) continue
      reading.push(captures.ms)
      comparing.push(compared.ms)
    }
    const [base, own] = [median(reading), median(comparing)]
    process.stderr.write(`read ${base.toFixed(0)} ms, compare ${own.toFixed(0)} ms\n`)
    return Promise.resolve(own / base)
  },
}
