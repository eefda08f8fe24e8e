// Keeps one check after the other until it is killed: `node kill-writer.js HISTORY CAPTURE ROUND`.
import { readFileSync } from 'node:fs'
import type { Capture } from '../../../../src/core/model/capture'
import { endlessHistory } from './test-store'

const [history = '', input = '', round = '0'] = process.argv.slice(2)
const capture = JSON.parse(readFileSync(input, 'utf8')) as Capture
const store = endlessHistory(history)
await store.load()
const start = Date.parse('2026-01-01T00:00:00Z') + Number(round) * 3_600_000
for (let second = 0; second < 3600; second += 1) {
  store.keep({ ...capture, collectedAt: `${new Date(start + second * 1000).toISOString().slice(0, 19)}Z` })
  await store.settle()
  // Compiled and with its folder: from here on every moment is one of writing.
  if (second === 0) process.stdout.write('writing\n')
}
