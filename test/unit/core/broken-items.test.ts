import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import type { Language } from '../../../src/core/model/text'
import { captureOf, kvpItem, type VmFacts } from './capture-builder'

const KVP = 'Msvm_KvpExchangeComponent'
const UBUNTU = kvpItem('OSName', 'Ubuntu')
const escaped = UBUNTU.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The verdict of a VM with these items, and the remark about those that could not be read. */
function told(items: unknown, language: Language = 'en', vm: VmFacts = {}) {
  const capture = captureOf([vm])
  const rows = (capture.classes[KVP] ?? []).map((row) => ({ ...row, GuestIntrinsicExchangeItems: items }))
  const [judged] = judge({ ...capture, classes: { ...capture.classes, [KVP]: rows } }).vms
  if (judged === undefined) throw new Error('no VM')
  const { notes, guest, verdict } = renderVm(judged, language)
  return { verdict, guest: guest.name, remark: notes.find(({ code }) => code === 'IS-106')?.text ?? null }
}

describe('data exchange items that could not be read', () => {
  test.each<readonly [Language, unknown, string]>([
    [
      'en',
      [UBUNTU, UBUNTU.slice(0, 40)],
      'One item that the guest delivered over data exchange could not be read, so what it says is missing here. Check again; if the guest is not recognised then either, say what runs in the VM.',
    ],
    [
      'en',
      ['<INSTANCE', UBUNTU, null],
      '2 items that the guest delivered over data exchange could not be read, so what they say is missing here. Check again; if the guest is not recognised then either, say what runs in the VM.',
    ],
    [
      'ko',
      ['<INSTANCE', UBUNTU, null],
      '게스트가 데이터 교환으로 보낸 항목 2개를 읽지 못하여 그 내용은 여기 없습니다. 다시 점검하고, 그래도 게스트를 알 수 없으면 VM에서 무엇이 실행되는지 직접 선택합니다.',
    ],
  ])('are told in %s, and change neither the guest nor the verdict: %j', (language, items, remark) => {
    expect(told(items, language)).toEqual({ verdict: 'healthy', guest: 'Ubuntu', remark })
  })

  test.each<readonly [string, unknown]>([
    ['whole', [UBUNTU]],
    ['escaped again on its way', [escaped]],
    ['alone', UBUNTU],
  ])('are none where the one item is %s', (_how, items) => {
    expect(told(items)).toEqual({ verdict: 'healthy', guest: 'Ubuntu', remark: null })
  })

  test('are not told of a VM that is off', () => {
    expect(told(['<INSTANCE'], 'en', { stateCode: 3 }).remark).toBeNull()
  })
})
