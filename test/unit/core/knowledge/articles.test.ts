import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { articlesFor } from '../../../../src/core/knowledge/articles'
import { RULES } from '../../../../src/core/diagnosis/rules/index'
import { captureOf, FREEBSD, UBUNTU, VM_ID, type VmFacts, windowsItems } from '../capture-builder'

const WINDOWS = windowsItems('Windows Server 2022 Datacenter', '10.0.20348')

function articlesOf(vm: VmFacts, symptom?: string): readonly string[] {
  const statements = symptom === undefined ? {} : { [VM_ID]: { symptom } }
  const [judged] = judge(captureOf([vm]), {}, statements).vms
  return [...(judged?.findings.flatMap(({ articles }) => articles) ?? []), ...(judged?.symptom?.symptom.articles ?? [])]
}

describe('articles fit the guest', () => {
  const silent = { vss: { status: [12] } }

  test('Windows is not sent to the page about Linux', () => {
    expect(articlesOf({ kvp: WINDOWS, services: silent })).not.toContain('linux-vm-issues')
  })

  test('Linux is', () => {
    expect(articlesOf({ kvp: UBUNTU, services: silent })).toContain('linux-vm-issues')
  })

  test('FreeBSD is not Linux', () => {
    expect(articlesOf({ kvp: FREEBSD, services: silent })).not.toContain('linux-vm-issues')
  })

  test('a guest that nobody knows gets what is about any of them', () => {
    expect(articlesOf({ kvp: null, services: silent })).toContain('linux-vm-issues')
  })

  test('no compatible version of Windows is not explained by the page for other guests', () => {
    const articles = articlesOf({ kvp: WINDOWS, services: { vss: { status: [7, 32775] } } })
    expect(articles).toContain('KB2894285')
    expect(articles).not.toContain('KB2956569')
  })

  test.each([
    ['Linux', UBUNTU, 'linux-vm-issues', 'no-ip-address'],
    ['Windows', WINDOWS, 'no-ip-address', 'linux-vm-issues'],
  ])('a missing address of %s is explained by its own page', (_system, kvp, own, other) => {
    const articles = articlesOf({ kvp }, 'no-address')
    expect(articles).toContain(own)
    expect(articles).not.toContain(other)
  })

  test('the clipboard of Linux is not explained by a policy of Windows', () => {
    expect(articlesOf({ kvp: UBUNTU }, 'desktop')).not.toContain('KB4090037')
    expect(articlesOf({ kvp: WINDOWS }, 'desktop')).toContain('KB4090037')
  })

  test.each(RULES.filter(({ articles }) => articles.length > 0).map((rule) => [rule.code, rule] as const))(
    'the articles of %s fit at least one guest',
    (_code, { articles }) => {
      const fitting = (['linux', 'freebsd', 'windows', 'other'] as const).flatMap((os) => articlesFor(articles, os))
      expect(articles.filter((id) => !fitting.includes(id))).toEqual([])
    },
  )
})
