import { describe, expect, test } from 'vitest'
import {
  isEmptyStatus,
  isMismatchSentence,
  leadingStatus,
  listElements,
  statusOfCells,
  statusWord,
} from '../../../../src/core/decode/pasted/status-words'

const SENTENCE =
  'The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system'

const wordOf = (text: string): string | null => {
  const word = statusWord(text)
  return word === null ? null : `${word.numbers.join(' ')}${word.isConfirmed ? '' : '?'}`
}
const said = (primary: string | undefined, secondary: string | undefined, enabled: boolean | null = true): string => {
  const { kind, code, detailCode, guessed } = statusOfCells('vss', { primary, secondary, enabled })
  return `${kind} ${code} ${detailCode}${guessed ? '?' : ''}`
}

describe('one word', () => {
  test.each([
    ['OK', '2'],
    ['ok', '2'],
    [' Ok. ', '2'],
    ['OK!', '2'],
    ['Degraded', '3'],
    ['Error', '6'],
    ['NonRecoverableError', '7'],
    ['Non-Recoverable Error', '7'],
    ['No Contact', '12'],
    ['NoContact', '12'],
    ['no_contact', '12'],
    ['Lost Communication', '13'],
    ['Dormant', '15'],
    ['Paused', '15'],
    ['Protocol Mismatch', '32775'],
    ['Protocol-Mismatch', '32775'],
    ['Protocol version mismatch', '32775'],
    ['Application Critical', '32782'],
    ['Applications Critical', '32782'],
    ['Communication Timed Out', '32783'],
    ['Communication Failed', '32784'],
    ['OkApplicationsHealthy', '2 2'],
    ['OK (Applications Healthy)', '2 2'],
    ['OkApplicationsUnknown', '2 12'],
    ['OK (No Application Data)', '2 12'],
    ['OkApplicationsCritical', '2 32782'],
    ['OK (Applications Critical)', '2 32782'],
    ['Degraded (Protocol Mismatch)', '3 32775'],
    ['Degraded (Integration services upgrade required)', '3 32775'],
    ['OK (Protocol Mismatch)', '2 32775'],
    ['Kein Kontakt', '12'],
    ['저하됨', '3'],
    ['确定', '2'],
    ['Herabgestuft', '3?'],
    ['Aucun contact', '12?'],
    ['연결 안 됨', '12?'],
    ['연결이 끊어짐', '13?'],
    ['복구할 수 없는 오류', '7?'],
    ['프로토콜 버전 불일치', '32775?'],
    ['Sin contacto', '12?'],
    ['Nessun contatto', '12?'],
    ['Sem contato', '12?'],
    ['12', '12'],
    ['32775', '32775'],
    ['123456', null],
    ['12 (No Contact)', '12'],
    ['12(x)', '12'],
    ['12 ()', null],
    ['', null],
    ['  ', null],
    ['.', null],
    ['fine', null],
    ['OK OK', null],
    ['toString', null],
    [`OK${' '.repeat(70)}x`, null],
  ])('%j: %s', (text, word) => {
    expect(wordOf(text)).toBe(word)
  })

  test.each(['', ' ', '-', '---', '–', '—', 'null', '$null', 'NULL', 'none', 'n/a', 'N/A', '{}', '[]', '""', "''"])(
    '%j says nothing',
    (text) => {
      expect(isEmptyStatus(text)).toBe(true)
    },
  )

  test.each(['0', 'OK', '- -', 'nullable', '{ }', 'x-'])('%j says something', (text) => {
    expect(isEmptyStatus(text)).toBe(false)
  })
})

describe('the sentence about protocol versions', () => {
  test.each([
    [SENTENCE, true],
    [`${SENTENCE}.`, true],
    [SENTENCE.slice(0, 40), true],
    [`${SENTENCE.slice(0, 40)}...`, true],
    [`${SENTENCE.slice(0, 40)}…`, true],
    ['  The Protocol  ', true],
    ['The protoco', false],
    ['The protocols', false],
    ['the version expected by the hosting system', false],
    ['Die Protokollversion der auf dem virtuellen Computer', true],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isMismatchSentence(text)).toBe(is)
  })
})

describe('two cells', () => {
  test.each([
    ['OK', 'OK', 'ok-heartbeat-number 2 2'],
    ['OK', '', 'ok 2 null'],
    ['OK', '-', 'ok 2 null'],
    ['OK', undefined, 'ok 2 null?'],
    ['OK', SENTENCE, 'mismatch 2 32775'],
    ['OK', 'Protocol Mismatch', 'mismatch 2 32775'],
    ['OK', '프로토콜 버전 불일치', 'mismatch 2 32775?'],
    ['확인', '', 'ok 2 null?'],
    ['OK', 'x'.repeat(40), 'unknown 2 null?'],
    ['OK', 'x'.repeat(41), 'mismatch 2 32775?'],
    ['OK', 'x...', 'mismatch 2 32775?'],
    ['OK', 'x…', 'mismatch 2 32775?'],
    ['OK', 'x..', 'mismatch 2 32775?'],
    ['OK', 'x.', 'unknown 2 null?'],
    ['OK', 'strange', 'unknown 2 null?'],
    ['Degraded', undefined, 'mismatch 3 null'],
    ['No Contact', '', 'no-contact 12 null'],
    ['No Contact', undefined, 'no-contact 12 null'],
    ['', '', 'none null null'],
    ['-', '-', 'none null null'],
    [undefined, undefined, 'none null null'],
    ['', SENTENCE, 'mismatch null 32775?'],
    ['', 'Protocol Mismatch', 'mismatch null 32775?'],
    ['', 'OK', 'unknown null 2?'],
    ['', 'strange', 'unknown null null?'],
    [SENTENCE, '', 'mismatch null 32775?'],
    ['ProtocolMismatch', '', 'mismatch 2 32775'],
    ['32775', '', 'mismatch 2 32775'],
    ['OK (Protocol Mismatch)', undefined, 'mismatch 2 32775'],
    ['OK, ProtocolMismatch', '', 'mismatch 2 32775'],
    ['{Ok, ProtocolMismatch}', undefined, 'mismatch 2 32775'],
    ['{12}', undefined, 'unknown null null?'],
    ['2 / 32775', '', 'mismatch 2 32775'],
    ['strange', '', 'unknown null null?'],
    ['strange, OK', '', 'unknown null null?'],
    ['NonRecoverableError', SENTENCE, 'incompatible 7 32775'],
  ])('%j and %j', (primary, secondary, status) => {
    expect(said(primary, secondary)).toBe(status)
  })

  test.each([
    ['OK', undefined, 'ok 2 null'],
    ['OK', 'x'.repeat(41), 'unknown 2 null?'],
    ['OK', 'Protocol Mismatch', 'mismatch 2 32775'],
  ])('of a service that is switched off: %j and %j', (primary, secondary, status) => {
    expect(said(primary, secondary, false)).toBe(status)
  })
})

describe('lists', () => {
  test.each([
    ['{Ok, ProtocolMismatch}', ['Ok', 'ProtocolMismatch']],
    ['[2,32775]', ['2', '32775']],
    ['(2; 32775)', ['2', '32775']],
    ['Ok / NoContact', ['Ok', 'NoContact']],
    ['a|b', ['a', 'b']],
    [`"a",'b'`, ['a', 'b']],
    ['{2, 32775...}', ['2', '32775...']],
    ['2, ...', ['2']],
    ['2, …', ['2']],
    ['{}', []],
    ['', []],
    ['No Contact', ['No Contact']],
  ])('%s', (text, parts) => {
    expect(listElements(text)).toEqual(parts)
  })
})

describe('a status at the beginning of a text', () => {
  test.each([
    ['OK and more', 'OK', ' and more'],
    ['No Contact, says the host', 'No Contact,', ' says the host'],
    ['OK (Protocol Mismatch) since today', 'OK (Protocol Mismatch)', ' since today'],
    ['OK(x)', null, null],
    ['Degraded|x', 'Degraded', '|x'],
    ['Degraded]', 'Degraded', ']'],
    ['OK', 'OK', ''],
    ['  OK ', 'OK', ''],
    ['Protocol version mismatch: x', 'Protocol version mismatch:', ' x'],
    ['Okay', null, null],
    ['', null, null],
    ['it is OK', null, null],
  ])('%j', (text, word, rest) => {
    expect(leadingStatus(text)).toEqual(word === null ? null : { word, rest })
  })
})
