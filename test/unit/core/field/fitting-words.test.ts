import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderVm } from '../../../../src/core/diagnosis/render'
import { LANGUAGES, type Language } from '../../../../src/core/model/text'
import { captureOf, FREEBSD, type HostFacts, UBUNTU, type VmFacts, windowsItems } from '../capture-builder'
import { HOSTS, linuxItems, MISMATCH, SILENT } from './field-case'

/** Everything that is said about a VM in a language, evidence left out. */
function said(vm: VmFacts, language: Language, host?: HostFacts): string {
  const [judged] = judge(captureOf([{ name: 'srv-01', ...vm }], host)).vms
  const told = judged === undefined ? undefined : renderVm(judged, language)
  const findings = told?.findings.map(({ title, explanation, steps }) => [title, explanation, steps])
  return JSON.stringify([told?.headline, told?.tellCaller, findings])
}

describe.each(LANGUAGES)('what is said fits the guest, in %s', (language) => {
  const bigIp = linuxItems('CentOS Linux', '7', '3.10.0-862.14.4.el7.ve.x86_64')

  test('a product is called by its own name, not by that of the system it reports', () => {
    const text = said({ kvp: bigIp, services: { vss: SILENT, kvp: MISMATCH } }, language)
    expect(text).toContain('F5 BIG-IP VE')
    expect(text).not.toContain('CentOS')
  })

  test('the system itself keeps its name', () => {
    const centos = linuxItems('CentOS Linux', '7', '3.10.0-1160.119.1.el7.x86_64')
    expect(said({ kvp: centos, services: { kvp: MISMATCH } }, language)).toContain('CentOS Linux 7')
  })

  test('a product that names itself keeps the name that it reports', () => {
    const items = linuxItems('BIG-IP release 13.0.0 (Final)', '', '3.10.0-514.26.2.el7.ve.x86_64')
    expect(said({ kvp: items, services: { kvp: MISMATCH } }, language)).toContain('BIG-IP release 13.0.0')
  })

  test('FreeBSD is not warned of drivers for Linux', () => {
    expect(said({ kvp: UBUNTU, services: { kvp: MISMATCH } }, language)).toContain('Linux Integration Services')
    expect(said({ kvp: FREEBSD, services: { kvp: MISMATCH } }, language)).not.toContain('Linux Integration Services')
  })

  test('nobody is told to switch on file copy for a guest that never had it', () => {
    expect(said({ kvp: UBUNTU }, language)).toContain('Enable-VMIntegrationService')
    expect(said({ kvp: FREEBSD }, language)).not.toContain('Enable-VMIntegrationService')
    expect(said({ kvp: FREEBSD }, language)).toContain('FreeBSD 14.1')
  })

  test('the summary’s “Update required” names no device', () => {
    const vm = {
      kvp: windowsItems('Windows Server 2008 R2 Standard', '6.1.7601'),
      summary: { IntegrationServicesVersionState: 2 },
    }
    expect(said(vm, language, HOSTS['2012 R2'])).toContain('IntegrationServicesVersionState 2')
    expect(said(vm, language, HOSTS['2012 R2'])).not.toMatch(
      /belongs to the integration services|통합 서비스에 포함되며/,
    )
  })
})
