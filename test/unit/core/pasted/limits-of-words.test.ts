import { describe, expect, test } from 'vitest'
import { commandIn, isPrompt } from '../../../../src/core/decode/pasted/commands'
import { headingOf, propertyOf } from '../../../../src/core/decode/pasted/field-record'
import { isWindowsFamily, labelled, systemIn } from '../../../../src/core/decode/pasted/guest-words'
import {
  isAboutHost,
  looksLikeName,
  mentionedVm,
  nextVm,
  vmBefore,
  vmNamedIn,
} from '../../../../src/core/decode/pasted/named-vms'
import { serviceNamed, servicesInText } from '../../../../src/core/decode/pasted/service-names'
import { leadingStatus, listElements, statusOfCells, statusWord } from '../../../../src/core/decode/pasted/status-words'
import { stripped, withoutEntities } from '../../../../src/core/decode/pasted/text-lines'
import { secondsOf, stateOf } from '../../../../src/core/decode/pasted/vm-states'
import { subjectWords } from '../../../../src/core/decode/pasted/subject'

describe('commands', () => {
  test.each([
    ['-VMName web', 'web'],
    ['Get-VMIntegrationService -VM web', 'web'],
    ['Get-VM -VMHost hv01', null],
    ['Get-VM -VMNames hv01', null],
    ['xGet-VM web', null],
    ['Get-VMGuestState web', 'web'],
    ['Get-VMGuest- web', null],
    ['Get-VMx web', null],
    ['Get-VMIntegrationService -Name VSS', null],
    ['Get-VM -name web', 'web'],
    ["Get-VM 'it is' | fl", 'it is'],
    ['Get-VM "a" "b"', 'a'],
    ['Get-VM;Get-VMIntegrationService web', null],
    ['Get-VM(web)', null],
    ["Get-VM -Name 'my web'", 'my web'],
    ['echo web', null],
    ['', null],
  ])('%s is about %s', (text, name) => {
    expect(commandIn(text).vmName).toBe(name)
  })

  test('a line of four thousand characters can be one', () => {
    expect(isPrompt(`Get-VM ${'x'.repeat(3993)}`)).toBe(true)
    expect(isPrompt(`Get-VM ${'x'.repeat(3994)}`)).toBe(false)
  })
})

describe('headings', () => {
  test.each([
    [`${' '.repeat(20)}State${' '.repeat(15)}`, 'state'],
    [`${' '.repeat(20)}State${' '.repeat(16)}`, null],
    [`${' '.repeat(20)}VM${' '.repeat(18)}`, 'vmname'],
    [`${' '.repeat(20)}VM${' '.repeat(19)}`, null],
    ['Upt…', null],
    ['Uptim…', null],
    ['Creati...', null],
    ['Creatio...', null],
    ['Creationt...', 'creationtime'],
    ['Proces...', null],
    ['Processo...', null],
    ['Processorc...', 'processorcount'],
    ['Messag...', 'message'],
    ['Messa...', null],
    ['Creation...Time...', null],
  ])('%j is %s', (name, property) => {
    expect(headingOf(name)).toBe(property)
  })

  test('a name of two underscores keeps them', () => {
    expect(propertyOf(' __CLASS')).toBe('__class')
  })
})

describe('systems and labels', () => {
  test.each([
    ['windows', true],
    ['ws2019', true],
    ['w10', true],
    ['windows-other', true],
    ['arch', false],
    ['sws2', false],
    ['wx', false],
    ['other-windows', false],
  ])('%s is Windows: %s', (family, is) => {
    expect(isWindowsFamily(family)).toBe(is)
  })

  test.each([
    [`${'x'.repeat(393)} ubuntu`, 'ubuntu'],
    [`${'x'.repeat(394)} ubuntu`, null],
    ['ubuntu, (22.04)', 'ubuntu 22.04'],
    ['Windows UpdateUbuntu', 'ubuntu'],
  ])('%#: a text names %s', (text, system) => {
    const answer = systemIn(text)
    expect(answer === null ? null : `${answer.family} ${answer.version ?? ''}`.trim()).toBe(system)
  })

  test('an answer without a version has no such field', () => {
    expect(systemIn('ubuntu')).toStrictEqual({ family: 'ubuntu' })
  })

  test.each([
    ['VM: we"b', 'we"b'],
    ['VM: "web', 'web'],
    ["VM: web'", 'web'],
    ['VM: “my "old" web”', 'my "old" web'],
  ])('%s names %s', (text, value) => {
    expect(labelled(text)).toEqual({ about: 'vm', value })
  })
})

describe('names of VMs', () => {
  test.each([
    ['VM [web]', 'web'],
    ['VM «web»', 'web'],
    ["VM 'web' and VM 'db'", 'web'],
    ["the VM, and then VM 'db'", 'db'],
    [`${' '.repeat(493)}VM 'web'`, null],
    [`${' '.repeat(492)}VM 'w'`, 'w'],
    ['VM web-01. and so on', 'web-01'],
    [`${' '.repeat(493)}w1 가상 머신`, null],
    ['서버 web-01은 느립니다', 'web-01'],
    [`${' '.repeat(493)}web-01은 느림`, null],
    ['web-01, 웹', null],
  ])('%j names %s', (text, name) => {
    expect(vmNamedIn(text)).toBe(name)
  })

  test.each([
    ['on the hyper-v server', true],
    ['on the hyperv-server', true],
    ['on the hyperv server', true],
    ['our host', true],
    ['ghosts', false],
    ['hyper-v, server', false],
  ])('%s is about the host: %s', (text, is) => {
    expect(isAboutHost(text)).toBe(is)
  })

  test.each([
    [`${' '.repeat(490)} on web-01`, 'web-01'],
    [`${' '.repeat(500)} on web-01`, null],
    ['on web.01.', 'web.01'],
  ])('%j mentions %s', (text, name) => {
    expect(mentionedVm(text)).toBe(name)
  })

  test.each([
    ['a b web-01 ', 'web-01'],
    ['a b c web-01 ', null],
    ['- web-01 - ', 'web-01'],
    ["VM 'x', web-01 ", 'x'],
    ['a: - , web-01 ', 'web-01'],
  ])('before a service, %j is %s', (prefix, name) => {
    expect(vmBefore(prefix)).toBe(name)
  })

  test.each([
    [' web-02의 ', 'web-02'],
    [' 서버 web-02의', null],
    [' 확인, web-02에서 ', 'web-02'],
    [' fine, web-02s ', 'web-02s'],
    [`, web-02: ${' '.repeat(90)}`, null],
  ])('%j turns to %s', (segment, name) => {
    expect(nextVm(segment)?.name ?? null).toBe(name)
  })

  test.each([
    ['web-01', true],
    ['web01', true],
    ['web', false],
    ['01', false],
    ['my web-01', false],
    ['', false],
  ])('%j looks like a name: %s', (text, is) => {
    expect(looksLikeName(text)).toBe(is)
  })
})

describe('services', () => {
  test.each([
    [`Heartbeat${' '.repeat(71)}`, 'heartbeat'],
    [`Heartbeat${' '.repeat(72)}`, null],
    ['Heart...beat', null],
    ['Heartb.', null],
    ['Heartb... ', 'heartbeat'],
    ['Key‑Value Pair Exchange', 'kvp'],
    ['KeyValue Pair Exchange', 'kvp'],
    ['KeyValue-Pair Exchange', null],
    ['..', null],
    ['VSS (...', 'vss'],
  ])('%j: %s', (name, id) => {
    expect(serviceNamed(name)?.id ?? null).toBe(id)
  })

  test.each([
    ['0vss', []],
    ['9vss', []],
    ['Àvss', []],
    ['가vss', ['vss']],
    ['vss0', []],
    ['vss9', []],
    ['vssÀ', []],
    ['vss가', ['vss']],
    ['vssá', []],
    ['hea vss', ['vss']],
    ['vs', []],
  ])('%s holds %j', (text, ids) => {
    expect(servicesInText(text).map(({ id }) => id)).toEqual(ids)
  })
})

describe('statuses', () => {
  test.each([
    ['12 (a) b', null],
    ['x12 (a)', null],
    [`OK${' '.repeat(58)}.`, '2'],
    ['O.K', null],
  ])('%j: %s', (text, word) => {
    expect(statusWord(text)?.numbers.join(' ') ?? null).toBe(word)
  })

  test.each([
    [' {Ok} ', ['Ok']],
    ['Ok {x}, y', ['Ok {x}', 'y']],
    ['a "b" c', ['a "b" c']],
    ['"a" b', ['a" b']],
    ['...x, …y', ['...x', '…y']],
    [`${'x,'.repeat(250)}y`, Array.from({ length: 250 }, () => 'x')],
  ])('%j lists %j', (text, parts) => {
    expect(listElements(text)).toEqual(parts)
  })

  test.each([
    ['No Contact (12) x', 'No Contact'],
    ['12 (No, Contact) x', '12 (No, Contact)'],
    ['12, OK', '12,'],
    [', OK', null],
    ['OK: OK', 'OK:'],
    ['OK, OK (Protocol Mismatch)', 'OK,'],
    ['OK (Protocol Mismatch), and', 'OK (Protocol Mismatch),'],
    ['Non-Recoverable Error', 'Non-Recoverable Error'],
    ['Degraded (Integration services upgrade required) now', 'Degraded (Integration services upgrade required)'],
    ['OK [x]', 'OK'],
    ['N/A', null],
    ['a12 x', null],
    ['9 x', '9'],
  ])('%j begins with %s', (text, word) => {
    expect(leadingStatus(text)?.word ?? null).toBe(word)
  })

  test('a list in one cell is read as two', () => {
    const { kind, code, detailCode, guessed } = statusOfCells('vss', {
      primary: 'OK, Protocol Mismatch, x',
      secondary: 'y',
      enabled: true,
    })
    expect([kind, code, detailCode, guessed]).toEqual(['unknown', 2, null, true])
  })

  test('a word of two numbers needs no second cell', () => {
    const cells = { primary: ' OK (Applications Healthy) ', secondary: undefined, enabled: true }
    expect(statusOfCells('heartbeat', cells)).toEqual({ kind: 'ok', code: 2, detailCode: 2, guessed: false })
  })
})

describe('states, times and texts', () => {
  test.each([
    ['criticalOff', null],
    ['OffCriticalx', null],
    ['2x', null],
    ['x2', null],
    ['02', null],
    [undefined, null],
    [true, null],
  ])('%j: %s', (value, state) => {
    expect(stateOf(value)?.state ?? null).toBe(state)
  })

  test.each([
    [' PT2M ', 120],
    ['P1DT1H', 90_000],
    ['PT1S', 1],
    ['0.00:00:01', 1],
  ])('%j is %s seconds', (value, seconds) => {
    expect(secondsOf(value)).toBe(seconds)
  })

  test.each([
    ['---', '-', ''],
    [' - ', '-', ''],
    ['-a', '-', 'a'],
    ['a-', '-', 'a'],
  ])('%j without %j', (text, signs, bare) => {
    expect(stripped(text, signs)).toBe(bare)
  })

  test('the highest character is one, and none above it', () => {
    expect(withoutEntities('&#x10fff;')).toBe('\u{10fff}')
    expect(withoutEntities('&#999999;')).toBe('\u{f423f}')
  })

  test('the words that tell what a text is about', () => {
    expect(subjectWords('a Hyper-V VM beside vCenter and docker')).toEqual(['Hyper-V', 'VM', 'vCenter', 'docker'])
    expect(subjectWords('nothing')).toEqual([])
  })
})
