import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { renderFailure } from '../../../../../src/core/diagnosis/render'
import { captureProblem } from '../../../../../src/core/decode/read-capture'
import type { Diagnosis } from '../../../../../src/core/model/diagnosis'
import { VERDICTS } from '../../../../../src/core/model/verdict'
import { checkmkLines } from '../../../../../src/core/report/monitors/checkmk'
import { junitXml } from '../../../../../src/core/report/monitors/junit'
import {
  DEFAULT_THRESHOLDS,
  monitored,
  type MonitorState,
  stateOf,
  type Thresholds,
  worstState,
} from '../../../../../src/core/report/monitors/monitored'
import { nagiosLine } from '../../../../../src/core/report/monitors/nagios'
import { prtgJson } from '../../../../../src/core/report/monitors/prtg'
import { zabbixJson } from '../../../../../src/core/report/monitors/zabbix'
import { sampleCapture } from '../../../../../src/main/sources/sample-capture'
import { captureOf, UBUNTU, VM_ID } from '../../capture-builder'
import { contentOf, diagnosisOf, HOSTS } from '../checked-hosts'
import { HOSTILE_NAMES, hostileHost } from '../hostile-names'

const of = (diagnosis: Diagnosis, thresholds: Thresholds = DEFAULT_THRESHOLDS) =>
  monitored(contentOf([diagnosis]), thresholds)

const sample = of(diagnosisOf(sampleCapture()))
const hostile = of(diagnosisOf(hostileHost(HOSTILE_NAMES)))
const harmlessHost = diagnosisOf(
  captureOf([{ name: 'web-01', kvp: UBUNTU, services: { vss: { status: [3, 32775] } } }]),
)
const unreadHost = renderFailure(captureProblem('empty', 'hv01.hvcapture'), {
  language: 'en',
  source: 'hv01.hvcapture',
  programVersion: '1.0.0',
})

describe('the state of a verdict', () => {
  test('by default: advice warns, action is critical, what cannot be told is unknown, all else is OK', () => {
    expect(VERDICTS.map((verdict) => [verdict, stateOf(verdict, DEFAULT_THRESHOLDS)])).toEqual([
      ['not-running', 0],
      ['healthy', 0],
      ['safe-to-ignore', 0],
      ['advice', 1],
      ['cannot-tell', 3],
      ['action-needed', 2],
    ])
  })

  test.each<[Thresholds, readonly MonitorState[]]>([
    [{ warning: 'cannot-tell', critical: 'action-needed' }, [0, 0, 0, 0, 1, 2]],
    [{ warning: 'advice', critical: 'cannot-tell' }, [0, 0, 0, 1, 2, 2]],
    [{ warning: 'safe-to-ignore', critical: 'advice' }, [0, 0, 1, 2, 2, 2]],
    [{ warning: 'action-needed', critical: 'action-needed' }, [0, 0, 0, 0, 3, 2]],
  ])('follows the thresholds %j', (thresholds, states) => {
    expect(VERDICTS.map((verdict) => stateOf(verdict, thresholds))).toEqual(states)
  })

  test('of several is the worst: critical, warning, unknown, OK', () => {
    expect(worstState([0, 3, 1, 2])).toBe(2)
    expect(worstState([0, 3, 1])).toBe(1)
    expect(worstState([3, 0])).toBe(3)
    expect(worstState([])).toBe(0)
  })
})

describe('a check as monitors see it', () => {
  test('is OK with the reason where all is harmless', () => {
    expect(of(harmlessHost)).toMatchObject({ state: 0, counts: { safe_to_ignore: 1, action_needed: 0 } })
    expect(of(harmlessHost).text).toContain('Safe to ignore [IS-12]')
  })

  test('counts accepted findings apart, and goes by what is left', () => {
    const diagnosis = diagnosisOf(sampleCapture())
    const fingerprint = {
      status: 7,
      detail: 32775,
      enabled: true,
      guestFamily: null,
      guestVersion: null,
      hostBuild: null,
    }
    const accepted = (vmId: string, rule: string) => ({
      vmId,
      service: null,
      rule,
      evidence: fingerprint,
      reason: 'known',
      person: 'kim',
      ticket: null,
      until: null,
    })
    const vms = diagnosis.vms.map((vm) => ({
      ...vm,
      needsAction: false,
      findings: vm.findings.map((finding) =>
        finding.verdict === 'action-needed' ? { ...finding, accepted: accepted(vm.id, finding.rule) } : finding,
      ),
    }))
    const seen = of({ ...diagnosis, vms })
    expect(seen.counts).toMatchObject({ vms: 14, action_needed: 0, accepted: 2 })
    expect(seen.hosts[0]?.vms.filter((vm) => vm.accepted).map(({ name }) => name)).toEqual(['db-02', 'erp-old'])
  })

  test('names what is left where one finding of several is accepted, and never calls the rest well', () => {
    const diagnosis = diagnosisOf(captureOf([{ services: { vss: { status: [7] }, kvp: { status: [13] } } }]))
    const acceptance = {
      vmId: VM_ID,
      service: 'vss' as const,
      rule: 'no-compatible-version',
      evidence: { status: 7, detail: null, enabled: true, guestFamily: null, guestVersion: null, hostBuild: 20_348 },
      reason: 'known',
      person: 'kim',
      ticket: null,
      until: null,
    }
    const vms = diagnosis.vms.map((vm) => ({
      ...vm,
      findings: vm.findings.map((finding) =>
        finding.code === 'IS-21' ? { ...finding, accepted: acceptance } : finding,
      ),
    }))
    const text = of({ ...diagnosis, vms }).hosts[0]?.vms[0]?.text
    expect(text).toBe('Action needed [IS-41]: Data exchange answered before and no longer does')
  })

  test('is unknown where the source could not be read', () => {
    expect(of(unreadHost)).toMatchObject({ state: 3, counts: { vms: 0, not_checked: 1 } })
  })
})

describe('Nagios (monitoring-plugins.org/doc/guidelines.html, “Plugin Output for Nagios” and “Performance data”)', () => {
  const DATA = /^(?:[a-z_]{1,19}=\d+;;;0;(?: |$))+$/

  test.each([
    ['the sample', sample],
    ['hostile names', hostile],
    ['an unread source', of(unreadHost)],
  ])('is one line of text with performance data after the only pipe: %s', (_, check) => {
    const line = nagiosLine(check)
    expect(line).toMatch(/^INTEGRATION (?:OK|WARNING|CRITICAL|UNKNOWN) - [^|\n]+ \| [^|\n]+\n$/)
    expect(line.trimEnd().split(' | ')[1]).toMatch(DATA)
    expect(line.replace('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  test('names the state, the VMs that are not OK and the reason of what is harmless', () => {
    expect(nagiosLine(sample)).toMatch(
      /^INTEGRATION CRITICAL - 2 of 14 .*db-02: Action needed \[IS-31\].*web-01: Safe to ignore \[IS-12\]/,
    )
    expect(nagiosLine(sample)).toContain('action_needed=2;;;0; cannot_tell=1;;;0;')
  })
})

describe('Checkmk (docs.checkmk.com, “Local checks”, 2.1)', () => {
  const LINE = /^([0-3]) "([^"\\|;]+)" (-|[a-z_]+=\d+(?:\|[a-z_]+=\d+)*) (\S.*)$/

  test.each([
    ['the sample', sample],
    ['hostile names', hostile],
    ['an unread source', of(unreadHost)],
  ])('is state, service in quotes, metrics and text, one line each: %s', (_, check) => {
    const lines = checkmkLines(check).trimEnd().split('\n')
    expect(lines).toHaveLength(check.hosts.length + (check.counts['vms'] ?? 0))
    for (const line of lines) expect(line).toMatch(LINE)
    for (const line of lines) expect(LINE.exec(line)?.[4]).not.toMatch(/[|\\]/)
  })

  test('has one service per host and one per VM, each with a name of its own', () => {
    const twins = of(diagnosisOf(captureOf([{ name: 'web-01' }, { name: 'web-01' }])))
    const names = checkmkLines(twins)
      .trimEnd()
      .split('\n')
      .map((line) => LINE.exec(line)?.[2])
    expect(new Set(names).size).toBe(3)
    expect(checkmkLines(sample)).toMatch(/^0 "Integration services HV01 web-01" - Safe to ignore \[IS-12\]/m)
  })
})

describe('PRTG (paessler.com/manuals/prtg/custom_sensors, “Advanced Script, HTTP Data, and REST Custom Sensors”)', () => {
  interface Sensor {
    readonly prtg: {
      readonly error?: number
      readonly text: string
      readonly result?: readonly { readonly channel: string; readonly value: number; readonly limitmode?: number }[]
    }
  }
  const read = (text: string): Sensor['prtg'] => (JSON.parse(text) as Sensor).prtg

  test.each([
    ['the sample', sample],
    ['hostile names', hostile],
  ])(
    'is one object with channels of different names, whole numbers and a text without a number sign: %s',
    (_, check) => {
      const { result = [], text } = read(prtgJson(check))
      expect(result.length).toBeLessThanOrEqual(50)
      expect(new Set(result.map(({ channel }) => channel)).size).toBe(result.length)
      expect(result.every(({ value }) => Number.isInteger(value))).toBe(true)
      expect(text.length).toBeLessThanOrEqual(2000)
      expect(text).not.toContain('#')
    },
  )

  test('has a state with limits, the numbers, and a state per VM where they are few', () => {
    const { result = [] } = read(prtgJson(sample))
    expect(result[0]).toMatchObject({
      channel: 'State',
      value: 2,
      limitmode: 1,
      limitmaxwarning: 0.5,
      limitmaxerror: 1.5,
    })
    expect(result).toContainEqual({ channel: 'Action needed', value: 2, unit: 'Count' })
    expect(result.find(({ channel }) => channel === 'VM web-01')?.value).toBe(0)
    const many = of(diagnosisOf(captureOf(Array.from({ length: 60 }, (_, index) => ({ name: `vm-${index}` })))))
    expect(read(prtgJson(many)).result?.some(({ channel }) => channel.startsWith('VM '))).toBe(false)
  })

  test('is an error of the sensor where nothing could be read', () => {
    expect(read(prtgJson(of(unreadHost)))).toMatchObject({ error: 1 })
    expect(read(prtgJson(of(unreadHost))).text).toContain('hv01.hvcapture')
  })
})

describe('Zabbix (zabbix.com/documentation, “Custom LLD rules” and “Low-level discovery macros”)', () => {
  interface Item {
    readonly state: number
    readonly counts: Readonly<Record<string, number>>
    readonly discovery: readonly Readonly<Record<string, unknown>>[]
    readonly vms: readonly { readonly id: string; readonly state: number }[]
  }

  test.each(HOSTS)('discovers every VM of %s with macros of allowed names and plain values', (_, capture) => {
    const check = of(diagnosisOf(capture))
    const { discovery, vms, counts } = JSON.parse(zabbixJson(check)) as Item
    expect(discovery).toHaveLength(counts['vms'] ?? -1)
    for (const entity of discovery) {
      expect(Object.keys(entity).every((name) => /^\{#[0-9A-Z_.]+\}$/.test(name))).toBe(true)
      expect(Object.values(entity).every((value) => typeof value === 'string')).toBe(true)
    }
    expect(vms.map(({ id }) => id)).toEqual(discovery.map((entity) => entity['{#VMID}']))
  })

  test('has the states by which triggers are written', () => {
    const { state, vms } = JSON.parse(zabbixJson(sample)) as Item
    expect(state).toBe(2)
    expect(worstState(vms.map((vm) => vm.state as MonitorState))).toBe(2)
  })
})

describe('JUnit (github.com/jenkinsci/xunit-plugin, junit-10.xsd)', () => {
  const schema = readFileSync(join(import.meta.dirname, '../../../../fixtures/junit.xsd'), 'utf8')
  const errorsOf = async (contents: string): Promise<readonly string[]> => {
    const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [schema] })
    return errors.map(({ message }) => message)
  }

  test.each([
    ['the sample', sample],
    ['hostile names', hostile],
    ['an unread source', of(unreadHost)],
  ])('is valid by the schema: %s', async (_, check) => {
    expect(await errorsOf(junitXml(check))).toEqual([])
  })

  test('the schema refuses what it should', async () => {
    expect(await errorsOf(junitXml(sample).replace(' tests="14"', '').replace('\ntests="14"', ''))).not.toEqual([])
  })

  test('counts tests, failures, errors and what was skipped as it lists them', () => {
    const parsed = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' }).parse(
      junitXml(sample),
    ) as { testsuites: { testsuite: Record<string, string> & { testcase: Record<string, unknown>[] } } }
    const { testsuite } = parsed.testsuites
    const having = (name: string): string => String(testsuite.testcase.filter((test) => name in test).length)
    expect(testsuite['@_tests']).toBe(String(testsuite.testcase.length))
    expect([testsuite['@_failures'], testsuite['@_errors'], testsuite['@_skipped']]).toEqual([
      having('failure'),
      having('error'),
      having('skipped'),
    ])
    expect(having('failure')).toBe('2')
  })
})
