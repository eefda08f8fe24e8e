import { describe, expect, test } from 'vitest'
import { translate } from '../../../../src/core/i18n/translate'
import { FORMATS, readArguments } from '../../../../src/main/cli/arguments'
import { languageOf } from '../../../../src/main/cli/language'

function options(...argv: string[]) {
  const asked = readArguments(argv, 'en')
  if (asked.kind !== 'check') throw new Error(asked.kind === 'wrong' ? translate('en', asked.reason) : asked.kind)
  return asked.options
}

function wrong(...argv: string[]): string {
  const asked = readArguments(argv, 'en')
  if (asked.kind !== 'wrong') throw new Error(`understood as ${asked.kind}`)
  return translate('en', asked.reason)
}

describe('readArguments', () => {
  test('without arguments asks for this computer as a table', () => {
    expect(options()).toEqual({
      sources: [],
      transport: 'remoting',
      askCredential: false,
      answers: [],
      find: null,
      accepted: null,
      symptom: null,
      history: false,
      format: 'table',
      preset: 'generic',
      thresholds: { warning: 'advice', critical: 'action-needed' },
      output: null,
      saveCapture: null,
      pack: null,
      redact: null,
      redactionMap: null,
      timeoutSeconds: 120,
      days: 14,
      quiet: false,
    })
    expect(options('check')).toEqual(options())
  })

  test('takes sources in their order, repeated, several after one option, and after --', () => {
    const capture = (path: string) => ({ kind: 'capture', path })
    expect(
      options('--capture', 'a', 'b', '--sample', '--capture=c', '--quiet', '--capture', 'd', '--', '-e').sources,
    ).toEqual([capture('a'), capture('b'), { kind: 'sample' }, capture('c'), capture('d'), capture('-e')])
  })

  test('reads answers with and without a release, names with odd signs included', () => {
    expect(options('--answer', 'web-01=linux', 'a=b:c=Ubuntu:22.04').answers).toEqual([
      { vm: 'web-01', answer: { family: 'linux' } },
      { vm: 'a=b:c', answer: { family: 'ubuntu', version: '22.04' } },
    ])
  })

  test.each([
    [['--bogus'], 'There is no option --bogus.'],
    [['-x'], 'There is no option -x.'],
    [['--host', 'HV02; calc'], '--host needs the name or the address of a computer, not “HV02; calc”.'],
    [['--cluster', 'a,$(b)'], '--cluster needs the name or the address of a computer, not “$(b)”.'],
    [['--transport', 'cim-dcom'], '--transport belongs to --host or --cluster, and neither is given.'],
    [['--ask-credential', '--sample'], '--ask-credential belongs to --host or --cluster, and neither is given.'],
    [
      ['--host', 'HV02', '--paste', '-', '--ask-credential'],
      '--ask-credential and --paste - both need standard input; give the text as a file.',
    ],
    [['--host', 'HV02', '--transport', 'ssh'], '--transport takes one of remoting, cim-wsman, cim-dcom, not “ssh”.'],
    [['--format', 'yaml'], `There is no format “yaml”; there are ${FORMATS.join(', ')}.`],
    [
      ['--preset', 'remedy'],
      '--preset takes one of generic, servicenow, servicenow-notification, jira, gitlab, not “remedy”.',
    ],
    [
      ['--warning', 'healthy'],
      '--warning takes one of safe-to-ignore, advice, cannot-tell, action-needed, not “healthy”.',
    ],
    [['--lang', 'de'], 'There is no language “de”; there are en and ko.'],
    [['--capture'], '--capture needs a value.'],
    [['--capture', '--sample'], '--capture needs a value.'],
    [['--output='], '--output needs a value.'],
    [['--quiet=yes'], '--quiet takes no value.'],
    [['--timeout', '0'], '--timeout is a whole number of seconds from 1 to 3,600, not “0”.'],
    [['--days', '366'], '--days is a whole number of days from 1 to 365, not “366”.'],
    [['--days', '1.5'], '--days is a whole number of days from 1 to 365, not “1.5”.'],
    [['--timeout', 'soon'], '--timeout is a whole number of seconds from 1 to 3,600, not “soon”.'],
    [['--answer', 'web-01'], '--answer is written VM=FAMILY or VM=FAMILY:VERSION, not “web-01”.'],
    [['--answer', '=linux'], '--answer is written VM=FAMILY or VM=FAMILY:VERSION, not “=linux”.'],
    [['hv01.hvcapture'], '“hv01.hvcapture” belongs to no option; a capture is given as --capture hv01.hvcapture.'],
    [['--sample', 'check'], '“check” belongs to no option; a capture is given as --capture check.'],
  ])('%j is wrong usage', (argv, sentence) => {
    expect(wrong(...argv)).toBe(sentence)
  })

  test('says what is wrong in the language that was asked for', () => {
    const asked = readArguments(['--bogus', '--lang', 'ko'], 'en')
    expect(asked).toMatchObject({ kind: 'wrong', language: 'ko' })
    expect(readArguments(['--lang=ko'], 'en').language).toBe('ko')
  })

  test('refuses a family that nobody knows, and names those it knows', () => {
    expect(wrong('--answer', 'web-01=windoze')).toMatch(
      /^There is no family “windoze” .* linux, windows, .*ubuntu.*ws2022/,
    )
  })

  test('help and version are answered whatever stands beside them', () => {
    expect(readArguments(['--bogus', '--help'], 'ko')).toEqual({ kind: 'help', language: 'ko' })
    expect(readArguments(['--sample', '--version'], 'en').kind).toBe('version')
  })
})

describe('languageOf', () => {
  test.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'en-US', 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'ko-KR', 'en'],
    [{ LC_MESSAGES: 'en_US.UTF-8', LANG: 'ko' }, 'ko', 'en'],
    [{}, 'ko-KR', 'ko'],
    [{ LANG: '' }, 'ko', 'ko'],
    [{ LANG: 'kok_IN' }, 'en', 'en'],
    [{}, 'de-DE', 'en'],
  ] as const)('%j on a system set to %s is %s', (env, system, language) => {
    expect(languageOf(env, system)).toBe(language)
  })
})
