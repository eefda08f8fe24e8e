import { describe, expect, test } from 'vitest'
import { explain } from '../../../../src/core/explain/explain'
import { LANGUAGES } from '../../../../src/core/model/text'

function meaningsOf(question: string, language: (typeof LANGUAGES)[number] = 'en') {
  return explain(question, { language, programVersion: '1.0.0' }).meanings
}

/** What somebody on the phone types, and what must be among the answers: kind and value. */
const QUESTIONS: readonly (readonly [string, string, string])[] = [
  ['0x800706BA', 'error', '0x800706BA'],
  ['0x800706ba (RPC server unavailable)', 'error', '0x800706BA'],
  ['RPC 서버를 사용할 수 없습니다.', 'error', '0x800706BA'],
  ['-2147023174', 'error', '0x800706BA'],
  ['800706BA', 'error', '0x800706BA'],
  ['2147942405', 'error', '0x80070005'],
  ['Error 5', 'error', '0x80070005'],
  ['오류 코드: 5', 'error', '0x80070005'],
  ['Access is denied.', 'error', '0x80070005'],
  ['액세스가 거부되었습니다', 'error', '0x80070005'],
  ['0x800710DF', 'error', '0x800710DF'],
  ['32775', 'value', '32775'],
  ['3 32775', 'value', '[3, 32775]'],
  ['(2 32775)', 'value', '[2, 32775]'],
  ['{Ok, ProtocolMismatch}', 'value', '[2, 32775]'],
  ['protocol version mismatch', 'value', '32775'],
  ['프로토콜 버전 불일치', 'value', '32775'],
  ['프로토콜 버전', 'topic', '프로토콜 버전'],
  ['Message version: Negotiated (4.0) - Expected (5.0)', 'topic', 'Message version: Negotiated (4.0) - Expected (5.0)'],
  ['저하됨', 'value', '3'],
  ['Herabgestuft', 'value', '3'],
  ['No Contact', 'value', '12'],
  ['연결 안 됨', 'value', '12'],
  ['통신 끊김', 'value', '13'],
  ['NonRecoverableError', 'value', '7'],
  ['OK (No Application Data)', 'value', '12'],
  ['업데이트 필요', 'value', '2'],
  ['event 4010', 'event', '4010'],
  ['이벤트 4096', 'event', '4096'],
  ['Ereignis-ID: 23014', 'event', '23014'],
  ['storvsp 6', 'event', '6'],
  ['IS-12', 'rule', 'IS-12'],
  ['is 30', 'rule', 'IS-30'],
  ['hv_kvp_daemon', 'service', 'hv_kvp_daemon'],
  ['vmicheartbeat', 'service', 'vmicheartbeat'],
  ['백업(볼륨 섀도 복사본)', 'service', '백업(볼륨 섀도 복사본)'],
  ['hyperv-daemons', 'topic', 'hyperv-daemons'],
  ['통합 서비스', 'topic', '통합 서비스'],
  ['IC', 'topic', 'IC'],
  ['IntegrationServicesVersion 3.1', 'topic', 'IntegrationServicesVersion 3.1'],
  ['0.0', 'topic', '0.0'],
  ['20348', 'build', '20348'],
  ['PausedCritical', 'state', '32785'],
  ['HealthState 25', 'value', '25'],
  ['무시해도 됨', 'verdict', 'safe-to-ignore'],
  ['KB2956569', 'article', 'KB2956569'],
]

describe('what a helpdesk person asks', () => {
  test.each(QUESTIONS)('%s', (question, kind, value) => {
    for (const language of LANGUAGES) {
      const meanings = meaningsOf(question, language)
      expect(meanings.map((meaning) => [meaning.kind, meaning.value])).toContainEqual([kind, value])
      expect(meanings.filter(({ text, whatToDo }) => text.trim() === '' || whatToDo.trim() === '')).toEqual([])
    }
  })

  test('a pair of numbers is not taken apart into everything that one of them can be', () => {
    expect(meaningsOf('3 32775').map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'value [3, 32775]',
      'value 3',
      'value 32775',
    ])
  })

  test.each(['12030', '14000', '26200.1', 'asdf', 'web-01', '7777777'])('%s: nobody here knows it', (question) => {
    expect(meaningsOf(question)).toEqual([])
  })
})
