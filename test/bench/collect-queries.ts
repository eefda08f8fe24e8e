import type { Metric } from '../../scripts/bench-metric.mjs'

const vms = 500
const limitMs = 120_000

/** Queries that the collector makes for 500 VMs, against those for one: the cost in queries does not grow. */
export const metric: Metric = {
  id: 'collect-queries',
  unit: 'ratio',
  base: 'the queries for one VM',
  goal: 1,
  needs: ['powershell'],
  async measure() {
    // Not at the top: these look for the engine when they are loaded.
    const { runCheck } = await import('../powershell/collector')
    const { hostWith, manyNames } = await import('../powershell/hyper-v-host')
    const queriesFor = async (names: readonly string[]): Promise<number> => {
      const check = await runCheck(hostWith(names), { limitMs })
      if (!check.envelopes.has('finish'))
        throw new Error(`The check of ${names.length} VMs did not finish.\n${check.stderr}`)
      return check.queries.length
    }
    const [one, many] = [await queriesFor(manyNames(1)), await queriesFor(manyNames(vms))]
    process.stderr.write(`${one} queries for 1 VM, ${many} for ${vms}\n`)
    return many / one
  },
}
