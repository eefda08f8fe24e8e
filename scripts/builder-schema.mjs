import { Ajv } from 'ajv'
import { load } from 'js-yaml'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Checks an electron-builder configuration against electron-builder's own schema, without building anything.
 *
 * @param {string} file a YAML file
 * @returns {string[]} one sentence per fault, naming the key; empty where the configuration is valid
 */
export function builderConfigProblems(file) {
  /** @type {unknown} */
  let config
  try {
    config = load(readFileSync(file, 'utf8'))
  } catch (cause) {
    return [`${file} is not readable YAML: ${cause instanceof Error ? cause.message : String(cause)}`]
  }
  const validate = new Ajv({ strict: false, allErrors: true }).compile(builderSchema())
  if (validate(config)) return []
  // Every section may also be null, and most are an anyOf: those two faults follow from the real one.
  const errors = validate.errors ?? []
  const real = errors.filter(({ keyword, params }) => keyword !== 'anyOf' && params['type'] !== 'null')
  const problems = (real.length > 0 ? real : errors).map(({ instancePath, message, params }) => {
    const key = 'additionalProperty' in params ? ` “${String(params['additionalProperty'])}”` : ''
    return `${file}: ${instancePath.slice(1).replaceAll('/', '.') || 'top level'} ${message ?? 'is wrong'}${key}`
  })
  return [...new Set(problems)]
}

/** @returns {object} */
function builderSchema() {
  // The schema belongs to a dependency of electron-builder, so it is looked up from there.
  const here = createRequire(import.meta.url)
  const builder = createRequire(here.resolve('electron-builder'))
  return builder('app-builder-lib/scheme.json')
}
