import { headingOf } from './field-record'

const PAIR = /(?<![\w.-])([A-Za-z_][\w.-]{0,30})=(?:"([^"]{0,300})"|'([^']{0,300})'|([^\s,;"']{1,120}))/g
const SERVICE = ['service', 'name']
const STATUS = ['primarystatusdescription', 'primaryoperationalstatus', 'operationalstatus', 'status']

/**
 * Properties of a line of `key=value` pairs, as logs and scripts write one service on each line: null where it has fewer than
 * three of them, or not both a service's name and a status.
 */
export function pairsIn(text: string): ReadonlyMap<string, unknown> | null {
  if (!text.includes('=') || text.length > 2000) return null
  const fields = new Map<string, unknown>()
  for (const [, key = '', double, single, plain] of text.matchAll(PAIR)) {
    const property = headingOf(key)
    if (property !== null && !fields.has(property)) fields.set(property, double ?? single ?? plain ?? '')
  }
  const has = (names: readonly string[]): boolean => names.some((name) => fields.has(name))
  return fields.size >= 3 && has(SERVICE) && has(STATUS) ? fields : null
}
