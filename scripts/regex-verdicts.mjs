import { check } from 'recheck'

/** @import { Diagnostics } from 'recheck' */
/** @import { Sources } from './regex-sources.mjs' */

/**
 * An expression that may stay although nobody proves it fast, or one that is built while the program runs.
 *
 * @typedef {{ source: string, flags: string, reason: string }} AllowedExpression
 * @typedef {{ file: string, reason: string }} AllowedBuilder
 * @typedef {{ expressions: readonly AllowedExpression[], builders: readonly AllowedBuilder[] }} Allowed
 */

const atOnce = 4
// The automaton proves; it takes milliseconds for nearly all, long for some with counted signs, and knows no look-ahead.
const proof = { checker: /** @type {const} */ ('automaton') }
const shortMs = 2000
const longMs = 60_000
// What it leaves open is tried with texts made to be slow.
// Bounded by steps and not by time, so that a busy computer comes to the same verdict.
const trial = {
  checker: /** @type {const} */ ('fuzz'),
  timeout: 10_000,
  attackTimeout: null,
  incubationTimeout: null,
  attackLimit: 20_000_000,
}

/**
 * Every expression whose worst case is bad, cannot be told, or is allowed without need.
 *
 * @param {Sources} sources
 * @param {Allowed} allowed
 * @returns {Promise<string[]>} one sentence each; empty where all is well
 */
export async function regexFaults({ found, unseen }, allowed) {
  /** @type {Map<string, { source: string, flags: string, places: string[] }>} */
  const patterns = new Map()
  for (const { place, source, flags } of found) {
    const key = keyOf(source, flags)
    const known = patterns.get(key) ?? { source, flags, places: [] }
    known.places.push(place)
    patterns.set(key, known)
  }
  /** @type {Map<string, string>} */
  const bad = new Map()
  const queue = [...patterns.values()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const verdict = verdictOf(await checked(next.source, checkedFlags(next.flags)))
      const where = [...new Set(next.places)].join(', ')
      if (verdict !== null)
        bad.set(keyOf(next.source, next.flags), `${where}: ${verdict}\n  /${next.source}/${next.flags}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))

  const isAllowed = new Set(allowed.expressions.map(({ source, flags }) => keyOf(source, flags)))
  const builders = new Set(allowed.builders.map(({ file }) => file))
  const unseenFiles = new Set(unseen.map((place) => place.replace(/:\d+$/, '')))
  return [
    ...[...bad].filter(([key]) => !isAllowed.has(key)).map(([, fault]) => fault),
    ...unseen
      .filter((place) => !builders.has(place.replace(/:\d+$/, '')))
      .map((place) => `${place}: an expression that is built while the program runs; name it with a reason`),
    ...[...isAllowed].filter((key) => !bad.has(key)).map((key) => `${key}: allowed and not needed any more`),
    ...[...builders].filter((file) => !unseenFiles.has(file)).map((file) => `${file}: allowed and builds none`),
  ]
}

/**
 * @param {string} source
 * @param {string} flags
 * @returns {Promise<Diagnostics>}
 */
async function checked(source, flags) {
  const quick = await check(source, flags, { ...proof, timeout: shortMs })
  if (quick.status !== 'unknown') return quick
  const tried = await check(source, flags, trial)
  if (tried.status === 'safe') return tried
  const proved = await check(source, flags, { ...proof, timeout: longMs })
  return proved.status === 'unknown' ? tried : proved
}

/**
 * @param {string} source
 * @param {string} flags
 */
function keyOf(source, flags) {
  return `/${source}/${flags}`
}

/**
 * The checker does not know `d`, which tells where groups matched and changes no step of the matching.
 *
 * @param {string} flags
 */
function checkedFlags(flags) {
  return flags.replace('d', '')
}

/**
 * @param {Diagnostics} result
 * @returns {string | null} what is wrong
 */
function verdictOf(result) {
  if (result.status === 'safe') return null
  if (result.status === 'unknown') return `cannot be checked (${result.error.kind})`
  return `${result.complexity.summary}, for example with ${result.attack.pattern}`
}
