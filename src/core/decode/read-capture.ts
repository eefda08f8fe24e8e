import type { z } from 'zod'
import { message } from '../i18n/translate'
import { Capture, CAPTURE_SCHEMA } from '../model/capture'
import type { Problem } from '../model/problem'
import type { TextParam, TextRef } from '../model/text'
import { DEPTH_LIMIT, hashedPart, NestedTooDeep } from './canonical-json'
import { findJsonFault, type JsonFault } from './json-fault'
import type enCapture from '../i18n/en/capture.json'

/** Why a file is no capture that can be used; each has its sentence and its next step. */
export type CaptureFault = keyof typeof enCapture.fault

/** What reading a capture gives. */
export type CaptureResult =
  { readonly ok: true; readonly capture: Capture } | { readonly ok: false; readonly problem: Problem }

/** The problem of a file that could not be read as a capture. `name` is the file as the person knows it. */
export function captureProblem(
  fault: CaptureFault,
  name: string,
  params: Readonly<Record<string, TextParam>> = {},
): Problem {
  return {
    code: `capture-${fault}`,
    class: null,
    message: message(`capture.fault.${fault}`, { name, ...params }),
    step: message(`capture.step.${fault}`),
  }
}

const SCHEMA_NAME = CAPTURE_SCHEMA.replace(/@\d+$/, '')
const SHOWN_LENGTH = 80

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
}

/** A place in the JSON as one writes it in code: `classes.Msvm_VssComponent[3]`. */
function placeOf(path: readonly PropertyKey[]): string {
  return shorten(
    path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`)).join(''),
  )
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null)?.[key], json)
}

function expectedBy(issue: z.core.$ZodIssue): TextRef {
  if (issue.code === 'invalid_value') {
    return message('capture.expected.values', { values: issue.values.map(String).join(', ') })
  }
  if (issue.code === 'invalid_format') return message('capture.expected.time')
  if (issue.code === 'custom') {
    return issue.message === 'not a row' ? message('capture.expected.row') : message('capture.expected.rows')
  }
  const known = {
    string: message('capture.expected.text'),
    number: message('capture.expected.number'),
    boolean: message('capture.expected.switch'),
    array: message('capture.expected.list'),
    object: message('capture.expected.object'),
    record: message('capture.expected.object'),
  }
  if (issue.code === 'invalid_union') return known.boolean
  const expected = issue.code === 'invalid_type' ? issue.expected : ''
  return expected in known ? known[expected as keyof typeof known] : message('capture.expected.other')
}

function shapeProblem(json: unknown, issue: z.core.$ZodIssue, name: string): Problem {
  const value = valueAt(json, issue.path)
  const expected = expectedBy(issue)
  if (value === undefined) return captureProblem('incomplete', name, { place: placeOf(issue.path), expected })
  // The list of rows is checked as a whole; the first wrong one is what helps.
  const wrongRow = issue.code === 'custom' && Array.isArray(value) ? value.findIndex((item) => !isRow(item)) : -1
  const path = wrongRow === -1 ? issue.path : [...issue.path, wrongRow]
  const wanted = wrongRow === -1 ? expected : message('capture.expected.row')
  return captureProblem('wrong-shape', name, { place: placeOf(path), expected: wanted })
}

function schemaProblem(json: unknown, name: string): Problem | null {
  const schema = isRow(json) ? Reflect.get(json as object, 'schema') : undefined
  if (typeof schema !== 'string') return captureProblem('other-json', name)
  if (schema === CAPTURE_SCHEMA) return null
  const version = schema.startsWith(`${SCHEMA_NAME}@`) ? Number(schema.slice(SCHEMA_NAME.length + 1)) : Number.NaN
  if (Number.isInteger(version) && version > 1) {
    return captureProblem('newer', name, { version: String(version), known: '1' })
  }
  return captureProblem('other-schema', name, { schema: shorten(schema) })
}

/** For a text that the engine alone refuses. */
const BEGINNING: JsonFault = { kind: 'unexpected', line: 1, column: 1 }

function parse(text: string, name: string): { readonly json: unknown } | { readonly problem: Problem } {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    const { kind, line, column } = findJsonFault(text) ?? BEGINNING
    const fault = kind === 'truncated' ? 'truncated' : 'not-json'
    return { problem: captureProblem(fault, name, { line: String(line), column: String(column) }) }
  }
}

/**
 * Reads a capture from the text of a file: JSON, the format's name and version, its shape, and, where it carries one,
 * its hash. The first thing that is wrong is told by place and reason; nothing is thrown for bad input.
 *
 * `name` is the file's name for the sentence; `hash` gives the SHA-256 of a text's UTF-8 bytes in hexadecimal.
 */
export function readCapture(text: string, name: string, hash: (canonical: string) => string): CaptureResult {
  if (text.trim() === '') return { ok: false, problem: captureProblem('empty', name) }
  const parsed = parse(text, name)
  if ('problem' in parsed) return { ok: false, problem: parsed.problem }
  const { json } = parsed
  const other = schemaProblem(json, name)
  if (other !== null) return { ok: false, problem: other }
  let canonical: string
  try {
    canonical = hashedPart(json as object)
  } catch (cause) {
    if (!(cause instanceof NestedTooDeep)) throw cause
    return { ok: false, problem: captureProblem('too-deep', name, { limit: DEPTH_LIMIT }) }
  }
  const checked = Capture.safeParse(json)
  if (!checked.success) {
    const [issue] = checked.error.issues
    if (issue === undefined) throw new Error('A capture was refused without a reason.')
    return { ok: false, problem: shapeProblem(json, issue, name) }
  }
  const { sha256 } = checked.data
  if (sha256 !== null && sha256.toLowerCase() !== hash(canonical)) {
    return { ok: false, problem: captureProblem('changed', name) }
  }
  return { ok: true, capture: checked.data }
}
