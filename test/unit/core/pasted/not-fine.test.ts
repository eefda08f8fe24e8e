import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { captureOfText } from '../../../../src/core/decode/pasted-capture'

const judged = (text: string) => judge(captureOfText(text, null, '2026-11-23T08:46:37Z')).vms

describe('a service that somebody says is not well', () => {
  test.each([
    ['VM web-01: heartbeat is not OK', 'is not OK'],
    ['VM web-01: heartbeat is no longer fine', 'is no longer fine'],
    ['VM web-01: the heartbeat isn’t ok', 'isn’t ok'],
    ['VM web-01: Heartbeat status not OK', 'status not OK'],
    ['VM web-01: Heartbeat: not OK', ': not OK'],
    ['VM web-01: heartbeat "not OK"', '"not OK'],
    ['Hyper-V: the heartbeat of web-01 is not normal', 'of web-01 is not normal'],
    ['Hyper-V, VM web-01: Takt ist nicht in Ordnung', 'ist nicht in Ordnung'],
    ['가상 머신 web-01: 하트비트가 정상이 아닙니다', '가 정상이 아닙'],
    ['가상 머신 web-01: 하트비트 정상 아님', '정상 아님'],
    ['가상 머신 web-01: 하트비트 비정상', '비정상'],
    ['仮想マシン web-01: ハートビートは正常ではありません', 'は正常ではありません'],
  ])('%s', (text, words) => {
    const [vm, ...others] = judged(text)
    expect(others).toEqual([])
    expect(vm).toMatchObject({ verdict: 'cannot-tell', serviceVerdicts: { heartbeat: 'cannot-tell' } })
    expect(vm?.vm.name).toBe('web-01')
    expect(vm?.findings.map(({ code }) => code)).toEqual(['IS-78'])
    expect(vm?.findings[0]?.evidence[0]?.value).toBe(words)
  })

  test('does not leave the good news of another to speak for the VM', () => {
    const [vm] = judged('VM web-01: heartbeat is not OK, VSS OK')
    expect(vm).toMatchObject({ verdict: 'cannot-tell', serviceVerdicts: { heartbeat: 'cannot-tell', vss: 'healthy' } })
  })

  test.each([
    'VM web-01: if the heartbeat is not OK, call us',
    'VM web-01: tell me whether heartbeat is not OK',
    'heartbeat is not OK',
    'elasticsearch on VM web-01: heartbeat is notokay',
  ])('is not supposed, and not of any program: %s', (text) => {
    expect(judged(text)).toEqual([])
  })

  test('a real status behind it is read as before', () => {
    expect(judged('VM web-01: Heartbeat: No Contact')[0]?.verdict).toBe('action-needed')
  })
})

describe('the words in front of a service are the evidence where they were what was read', () => {
  test.each([
    ['Hyper-V shows "Degraded" for VSS of VM web-01 since the update', '"Degraded" for VSS'],
    ['VM web-01: no contact for the heartbeat, and nobody knows why', 'no contact for the heartbeat'],
    ['VM web-01 has “Degraded” on VSS', '“Degraded” on VSS'],
  ])('%s', (text, words) => {
    expect(judged(text)[0]?.findings[0]?.evidence[0]?.value).toBe(words)
  })
})
