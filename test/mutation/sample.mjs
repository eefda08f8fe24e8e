import { createHash } from 'node:crypto'

/** Share of all changes that is tried, 0 to 1, and the text that says which; from the environment, as worker processes inherit it. */
export function sampleSettings() {
  return { share: Number(process.env['MUTATION_SHARE'] ?? '1'), seed: process.env['MUTATION_SEED'] ?? '1' }
}

/**
 * Whether a change belongs to the sample: each has the same chance, whatever its file, length or kind. The ids are those
 * that Stryker counts up, so the same source and seed always give the same sample.
 *
 * @param {string} id
 * @param {{ share: number, seed: string }} settings
 */
export function isInSample(id, { share, seed }) {
  return createHash('sha256').update(`${seed} ${id}`).digest().readUInt32BE(0) / 2 ** 32 < share
}
