import { describe, expect, test } from 'vitest'
import { readCapture } from '../../../../src/core/decode/read-capture'
import { translate } from '../../../../src/core/i18n/translate'
import { KEYS } from '../approval/language-of-keys'
import { captureOf } from '../capture-builder'

const good = captureOf([{ name: 'web-01' }])
const changed = (change: object): string => JSON.stringify({ ...good, ...change })

function refusal(text: string): string {
  const result = readCapture(text, 'a.hvcapture', () => 'no hash')
  if (result.ok) return 'read'
  const { code, class: name, message, step } = result.problem
  return `${code} ${name}: ${translate(KEYS, message)}; ${translate(KEYS, step)}`
}

/** The place and what has to stand there, of a capture whose shape is wrong. */
function wrongShape(change: object): string {
  const [, kind = 'another fault', what = ''] =
    /^capture-(wrong-shape|incomplete) null: capture\.fault\.[\w-]+\(expected: (.*), name: a\.hvcapture, place: /.exec(
      refusal(changed(change)),
    ) ?? []
  return `${kind}: ${what.replace('capture.expected.', '')} at ${/place: (.*)\); capture\.step/.exec(refusal(changed(change)))?.[1]}`
}

describe('a file that is no capture', () => {
  test.each([
    ['nothing', ' \n', 'capture-empty null: capture.fault.empty(name: a.hvcapture); capture.step.empty'],
    [
      'no JSON',
      '{"a":\n tru,}',
      'capture-not-json null: capture.fault.not-json(column: 2, line: 2, name: a.hvcapture); capture.step.not-json',
    ],
    [
      'a beginning',
      '{"a":\n tru',
      'capture-truncated null: capture.fault.truncated(column: 2, line: 2, name: a.hvcapture); capture.step.truncated',
    ],
    ['a list', '[]', 'capture-other-json null: capture.fault.other-json(name: a.hvcapture); capture.step.other-json'],
    [
      'a schema in a list',
      '["schema"]',
      'capture-other-json null: capture.fault.other-json(name: a.hvcapture); capture.step.other-json',
    ],
    [
      'a schema that is no text',
      '{"schema":1}',
      'capture-other-json null: capture.fault.other-json(name: a.hvcapture); capture.step.other-json',
    ],
    [
      'another hash',
      changed({ sha256: 'ab' }),
      'capture-changed null: capture.fault.changed(name: a.hvcapture); capture.step.changed',
    ],
  ])('%s', (_what, text, said) => {
    expect(refusal(text)).toBe(said)
  })

  test.each([
    [
      'integration-doctor/capture@2',
      'capture-newer null: capture.fault.newer(known: 1, name: a.hvcapture, version: 2)',
    ],
    [
      'integration-doctor/capture@10',
      'capture-newer null: capture.fault.newer(known: 1, name: a.hvcapture, version: 10)',
    ],
    ...[
      'integration-doctor/capture@0',
      'integration-doctor/capture@1.5',
      'integration-doctor/capture@',
      'integration-doctor/capture',
      'integration-doctor/captures@2',
      'x integration-doctor/capture@2',
      'integration-doctor/diagnosis@2',
      'x'.repeat(80),
    ].map((schema) => [
      schema,
      `capture-other-schema null: capture.fault.other-schema(name: a.hvcapture, schema: ${schema})`,
    ]),
    [
      'x'.repeat(81),
      `capture-other-schema null: capture.fault.other-schema(name: a.hvcapture, schema: ${'x'.repeat(80)}…)`,
    ],
  ])('the schema %s', (schema, said) => {
    expect(refusal(changed({ schema })).split(';')[0]).toBe(said)
  })

  test('levels without end', () => {
    const deep = JSON.parse('['.repeat(70) + ']'.repeat(70)) as unknown
    expect(refusal(changed({ future: deep }))).toBe(
      'capture-too-deep null: capture.fault.too-deep(limit: 64, name: a.hvcapture); capture.step.too-deep',
    )
  })
})

describe('a capture of a wrong shape', () => {
  test.each<readonly [string, object, string]>([
    ['a time', { collectedAt: '2026-11-23' }, 'wrong-shape: time at collectedAt'],
    ['a time in numbers', { collectedAt: 5 }, 'wrong-shape: text at collectedAt'],
    ['no time', { collectedAt: undefined }, 'incomplete: text at collectedAt'],
    ['no target', { target: undefined }, 'incomplete: object at target'],
    ['a target that is a list', { target: [5] }, 'wrong-shape: object at target'],
    ['a target that is a text', { target: 'HV01' }, 'wrong-shape: object at target'],
    [
      'a way that is none',
      { target: { computerName: 'HV01', via: 'magic' } },
      'wrong-shape: values(values: local, remoting, cim-wsman, cim-dcom, file, pasted, sample) at target.via',
    ],
    [
      'an end that is none',
      { stopped: 'yes' },
      'wrong-shape: values(values: cancelled, timed-out, broken-off) at stopped',
    ],
    ['no classes', { classes: undefined }, 'incomplete: object at classes'],
    ['classes in a list', { classes: [] }, 'wrong-shape: object at classes'],
    ['a class that is a text', { classes: { A: [], B: 'x' } }, 'wrong-shape: rows at classes.B'],
    ['a class that is one row', { classes: { A: {} } }, 'wrong-shape: rows at classes.A'],
    ['a row that is a number', { classes: { A: [{}, {}, 5, 6] } }, 'wrong-shape: row at classes.A[2]'],
    ['a row that is null', { classes: { A: [null] } }, 'wrong-shape: row at classes.A[0]'],
    ['a row that is a list', { classes: { A: [{}, []] } }, 'wrong-shape: row at classes.A[1]'],
    [
      'a host that is a list',
      { host: { Win32_OperatingSystem: [] } },
      'wrong-shape: row at host.Win32_OperatingSystem',
    ],
    ['an event that is a text', { events: [{}, 'x'] }, 'wrong-shape: row at events[1]'],
    ['a switch that is a text', { complete: 'true' }, 'wrong-shape: switch at complete'],
    ['a switch that may be null', { access: { elevated: 'yes' } }, 'wrong-shape: switch at access.elevated'],
    ['milliseconds in words', { timings: { A: 'x' } }, 'wrong-shape: number at timings.A'],
    ['a list that is a text', { asked: 'A' }, 'wrong-shape: list at asked'],
    ['an asked class that is a number', { asked: ['A', 5] }, 'wrong-shape: text at asked[1]'],
    ['a problem that is a text', { problems: ['x'] }, 'wrong-shape: object at problems[0]'],
    ['a problem’s class that is a number', { problems: [{ class: 5 }] }, 'wrong-shape: text at problems[0].class'],
    ['a collector without a name', { collector: { version: '1' } }, 'incomplete: text at collector.name'],
    ['a pasted text that is missing', { pasted: { name: 'x' } }, 'incomplete: text at pasted.text'],
    ['a worksheet that is a text', { worksheets: { A: 'x' } }, 'wrong-shape: object at worksheets.A'],
    ['a time of a VM that is a number', { rechecked: { A: 5 } }, 'wrong-shape: text at rechecked.A'],
    ['a hash that is a number', { sha256: 5 }, 'wrong-shape: text at sha256'],
    [
      'a place of 80 characters',
      { classes: { ['x'.repeat(72)]: 5 } },
      `wrong-shape: rows at classes.${'x'.repeat(72)}`,
    ],
    [
      'a place of 81 characters',
      { classes: { ['x'.repeat(73)]: 5 } },
      `wrong-shape: rows at classes.${'x'.repeat(72)}…`,
    ],
  ])('%s', (_what, change, said) => {
    expect(wrongShape(change)).toBe(said)
  })

  test('is told with its next step', () => {
    expect(refusal(changed({ complete: 'yes' })).split(';')[1]).toBe(' capture.step.wrong-shape')
    expect(refusal(changed({ classes: undefined })).split(';')[1]).toBe(' capture.step.incomplete')
  })
})
