import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DETAIL_NAMES, STATUS_NAMES } from '../../../../src/core/decode/service-status'
import { judge } from '../../../../src/core/diagnosis/judge'
import { RULES } from '../../../../src/core/diagnosis/rules/index'
import { explain } from '../../../../src/core/explain/explain'
import { Explanation, type Meaning } from '../../../../src/core/model/explanation'
import { SERVICE_CLASSES, SERVICES } from '../../../../src/core/model/service'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { anyText } from '../../main/any-text'

const ask = (what: string, language: 'en' | 'ko' = 'en') => explain(what, { language, programVersion: '1.0.0' })
const meaningsOf = (what: string): readonly Meaning[] => ask(what).meanings
const places = (what: string): readonly string[] =>
  meaningsOf(what).map(({ property, value }) => `${property ?? '-'} ${value}`)

const FIRST = 'Msvm_*Component.OperationalStatus[0]'
const SECOND = 'Msvm_*Component.OperationalStatus[1]'

describe('a number', () => {
  test('means something else in every property that has it', () => {
    expect(places('3')).toEqual([
      `${FIRST} 3`,
      'Msvm_*ComponentSettingData.EnabledState 3',
      'Msvm_ComputerSystem.OperationalStatus[0] 3',
      'Msvm_ComputerSystem.ReplicationMode 3',
      'Msvm_ComputerSystem.EnhancedSessionModeState 3',
      'MSCluster_Node.State 3',
      'MSCluster_Resource.State 3',
      'Msvm_ComputerSystem.EnabledState 3',
    ])
  })

  test('of the range that is used four times over keeps its four meanings apart', () => {
    expect(meaningsOf('32773').map(({ text }) => text)).toEqual([
      'The VM is being exported.',
      'A parameter is wrong: the host does not know something that was asked for.',
      'The VM is being saved.',
    ])
  })

  test('beside its property is that property’s', () => {
    expect(places('EnabledState 3')).toEqual([
      'Msvm_*ComponentSettingData.EnabledState 3',
      'Msvm_ComputerSystem.EnabledState 3',
    ])
    expect(places('HealthState = 25')).toEqual(['Msvm_ComputerSystem.HealthState 25'])
  })

  test.each(['32775', ' 32775 ', '0x8007', '"32775"', 'status 32775', '［32775］'])('reads %j as 32775', (what) => {
    expect(places(what)).toContain(`${SECOND} 32775`)
  })

  test('leads to the findings and articles that know it', () => {
    const [meaning] = meaningsOf('32775')
    expect(meaning?.rules.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['IS-12', 'IS-13', 'IS-14', 'IS-15', 'IS-21']),
    )
    expect(meaning?.articles.map(({ id }) => id)).toContain('KB2956569')
  })

  test('that says “mismatch” promises nothing without the guest', () => {
    expect(meaningsOf('3')[0]?.whatToDo).toMatch(/Windows usually a reason to update/)
  })

  test.each(Object.keys(STATUS_NAMES))('%s is known as a first status number', (code) => {
    expect(places(code)).toContain(`${FIRST} ${code}`)
  })

  test.each(Object.keys(DETAIL_NAMES))('%s is known as a second status number', (code) => {
    expect(places(code)).toContain(`${SECOND} ${code}`)
  })

  test('pair is read as a pair, and each place for itself', () => {
    expect(places('[7, 32775]')).toEqual([
      'Msvm_*Component.OperationalStatus [7, 32775]',
      `${FIRST} 7`,
      `${SECOND} 32775`,
    ])
    expect(meaningsOf('{Ok, ProtocolMismatch}')[0]).toMatchObject({ name: 'mismatch' })
    expect(meaningsOf('[7, 32775]')[0]?.whatToDo).toMatch(/Do not ignore/)
  })

  test('may be a build of Windows or a version in one number', () => {
    expect(meaningsOf('20348').find(({ kind }) => kind === 'build')?.name).toContain('Windows Server 2022')
    expect(meaningsOf('196610').find(({ kind }) => kind === 'version')?.name).toBe('3.2')
  })
})

describe('a VM’s state', () => {
  test.each([
    ['6', 'saved'],
    ['9', 'paused'],
    ['32785', 'storage is full'],
    ['PausedCritical', 'storage is full'],
    ['꺼짐', 'is off'],
  ])('%s is told', (what, words) => {
    expect(meaningsOf(what).find(({ kind }) => kind === 'state')?.text).toContain(words)
  })

  test('named by a word comes with its numbers', () => {
    expect(meaningsOf('Paused').find(({ kind }) => kind === 'state')?.value).toBe('9, 32768')
  })
})

describe('a code', () => {
  test.each(['IS-12', 'is12', 'is 12', 'IS_12', '[IS-12]', 'protocol-mismatch-non-windows'])(
    '%j is the finding IS-12',
    (what) => {
      expect(meaningsOf(what)).toHaveLength(1)
      expect(meaningsOf(what)[0]).toMatchObject({ kind: 'rule', value: 'IS-12', name: 'protocol-mismatch-non-windows' })
    },
  )

  test.each([...RULES.map(({ code }) => code), 'IS-79'])('%s is explained whole in both languages', (code) => {
    for (const language of ['en', 'ko'] as const) {
      const [meaning] = ask(code, language).meanings
      expect(meaning?.value).toBe(code)
      expect([meaning?.text, meaning?.whatToDo, meaning?.rules[0]?.title].join(' ')).not.toMatch(/[{}]|NaN|undefined/)
    }
  })

  test('of every remark that the sample host comes with is known', () => {
    const notes = judge(sampleCapture()).vms.flatMap((vm) => vm.notes.map(({ code }) => code))
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.filter((code) => meaningsOf(code)[0]?.kind !== 'note')).toEqual([])
  })
})

describe('an event', () => {
  test.each(['4010', 'event 23014', 'Event ID: 18500', '이벤트 ID 4010', '18514', '4096', 'storvsp 6'])(
    '%j is known',
    (what) => {
      expect(meaningsOf(what).some(({ kind }) => kind === 'event')).toBe(true)
    },
  )

  test('is no build, although its number lies between builds', () => {
    expect(meaningsOf('23014').map(({ kind }) => kind)).toEqual(['event'])
  })

  test('4096 is also an answer of a method', () => {
    expect(places('4096')).toContain('GetSummaryInformation.ReturnValue 4096')
  })
})

describe('an error code', () => {
  test.each(['0x80041003', '0X80041003', '80041003', '-2147217405', '2147749891', 'HRESULT 0x80041003,GetCimInstance'])(
    '%j is one refusal',
    (what) => {
      expect(meaningsOf(what).filter(({ kind }) => kind === 'error')).toEqual([
        expect.objectContaining({ value: '0x80041003', name: 'refused' }),
      ])
    },
  )

  test('means another thing on a class of Windows', () => {
    expect(meaningsOf('0x8004100E').map(({ name }) => name)).toEqual(['namespace-missing', 'wmi-damaged'])
  })

  test('of the network between is known, and its next step', () => {
    expect(meaningsOf('0x80338012')[0]?.whatToDo).toContain('winrm quickconfig')
  })

  test.each(['powershell-missing', 'ScriptContainedMaliciousContent'])('%s is known by its id', (what) => {
    expect(meaningsOf(what)[0]?.kind).toBe('error')
  })
})

describe('a word', () => {
  test.each([
    ['ProtocolMismatch', `${SECOND} 32775`],
    ['protocol-mismatch', `${SECOND} 32775`],
    ['PROTOCOL MISMATCH', `${SECOND} 32775`],
    ['communication-timed-out', `${SECOND} 32783`],
    ['non-recoverable-error', `${FIRST} 7`],
    ['No Contact', `${FIRST} 12`],
    ['Kein Kontakt', `${FIRST} 12`],
    ['저하됨', `${FIRST} 3`],
    ['确定', `${FIRST} 2`],
    ['Degraded (Integration services upgrade required)', `${FIRST} 3`],
    ['Update required', 'Msvm_SummaryInformation.IntegrationServicesVersionState 2'],
    ['Operating normally', 'Msvm_ComputerSystem.OperationalStatus[0] 2'],
    [
      'The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system.',
      `${SECOND} 32775`,
    ],
    ['OK, older protocol version', `${SECOND} 32775`],
  ])('%s is found where it stands', (what, place) => {
    expect(places(what)).toContain(place)
  })

  test('of a weak source says so', () => {
    expect(meaningsOf('연결 없음').find(({ property }) => property === FIRST)).toMatchObject({
      certainty: 'unconfirmed',
      value: '12',
    })
    expect(meaningsOf('저하됨').find(({ property }) => property === FIRST)?.certainty).toBe('documented')
  })

  test('that half composed Hangul wrote is the same word', () => {
    expect(places('저하됨'.normalize('NFD'))).toEqual(places('저하됨'))
  })

  test('of our own is known: a verdict', () => {
    expect(meaningsOf('무시해도 됨')[0]).toMatchObject({ kind: 'verdict', value: 'safe-to-ignore' })
  })
})

describe('a name', () => {
  test.each(SERVICES.map((id) => [SERVICE_CLASSES[id].component, id]))('%s is its service', (what, id) => {
    expect(meaningsOf(what)[0]).toMatchObject({ kind: 'service', name: id, property: what })
  })

  test.each([
    ['Key-Value Pair Exchange', 'kvp'],
    ['Takt', 'heartbeat'],
    ['vss', 'vss'],
    ['{5CED1297-4598-4915-A5FC-AD21BB4D02A4}', 'vss'],
    ['a9a0f4e7-5a45-4d96-b827-8a841e8c03e6', 'kvp'],
    ['vmickvpexchange', 'kvp'],
    ['hv_kvp_daemon', 'kvp'],
    ['hypervvssd.service', 'vss'],
  ])('%s is a service or its part', (what, id) => {
    expect(meaningsOf(what)[0]).toMatchObject({ kind: 'service', name: id })
  })

  test('of a stopped Windows service on the host is no alarm', () => {
    expect(meaningsOf('vmicheartbeat')[0]?.text).toMatch(/on the Hyper-V host itself it is stopped, which is normal/i)
  })

  test.each(['Msvm_ComputerSystem', 'msvm_summaryinformation', 'MSCluster_Node'])('%s is a class', (what) => {
    expect(meaningsOf(what)[0]?.kind).toBe('class')
  })

  test('of an article is the article', () => {
    expect(meaningsOf('kb 2956569')[0]).toMatchObject({ kind: 'article', value: 'KB2956569' })
  })
})

describe('what nobody knows', () => {
  test.each(['', '   ', '99', 'IS-11', 'constructor', '__proto__', 'toString', 'web-01', '1e3', 'x'.repeat(100_000)])(
    '%# has no meaning',
    (what) => {
      expect(meaningsOf(what)).toEqual([])
    },
  )

  test('is repeated shortened', () => {
    expect(ask('가'.repeat(5000)).asked).toHaveLength(200)
  })
})

describe('any text', () => {
  test('is answered with an object of the schema, in both languages the same meanings', () => {
    fc.assert(
      fc.property(anyText, (what) => {
        const english = ask(what)
        const korean = ask(what, 'ko')
        expect(Explanation.parse(english)).toEqual(english)
        expect(korean.meanings.map(({ kind, value }) => [kind, value])).toEqual(
          english.meanings.map(({ kind, value }) => [kind, value]),
        )
      }),
    )
  })

  test('that is a number is answered too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -0x8000_0000, max: 0xffff_ffff }), (value) => {
        expect(Explanation.safeParse(ask(String(value))).success).toBe(true)
      }),
    )
  })
})
