import { performance } from 'node:perf_hooks'
import type { Metric } from '../../scripts/bench-metric.mjs'
import { captureOfText, readPasted } from '../../src/core/decode/pasted-capture'

const size = 5_000_000
const runs = 3

/** Lines that cost the most for their length: each could be of many kinds. */
const lines: Readonly<Record<string, (index: number) => string>> = {
  prose: (index) =>
    `The heartbeat of VM web-${index % 5000} was fine, time synchronization said OK, VSS a mismatch ${index}`,
  korean: (index) =>
    `가상 머신 web-${index} 의 하트비트 서비스 상태가 저하됨 이라고 나옵니다. 통합 서비스 업데이트 필요`,
  bars: (index) => `| VM${index} | Heartbeat | OK | ${index} |`,
  mail: (index) => `> > Hyper-V VM web-${index}: Heartbeat: No Contact, Key-Value Pair Exchange: OK`,
  dump: (index) => `@{VMName=web-${index}; Name=Heartbeat; PrimaryStatusDescription=OK}`,
  systems: (index) => `===== ${index} begin linux - and nothing else`,
  monitor: (index) => `CRITICAL: VM web-${index} heartbeat: no contact | 'vms'=3;;;0`,
  log: (index) => `2026-11-24 08:00:${index % 60} INFO [thread-${index}] Service - Request ${index} handled, status OK`,
}

/** A text of 5 MB, made of one kind of line. */
function textOf(line: (index: number) => string): string {
  const parts: string[] = []
  for (let length = 0, index = 0; length < size; index += 1) {
    const part = line(index)
    length += part.length + 1
    parts.push(part)
  }
  return parts.join('\n')
}

function bestMs(work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...times)
}

/** Reading the slowest kind of 5 MB that somebody pastes, in which every line is about something. */
export const metric: Metric = {
  id: 'paste-5mb',
  unit: 'ms',
  base: null,
  goal: 2000,
  async measure() {
    const times = Object.entries(lines).map(([kind, line]) => {
      const text = textOf(line)
      const readMs = bestMs(() => readPasted(captureOfText(text, null, '2026-11-24T08:00:00Z'), {}))
      process.stderr.write(`${kind}: ${readMs.toFixed(0)} ms\n`)
      return readMs
    })
    return Math.max(...times)
  },
}
