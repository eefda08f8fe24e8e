import { html, type Html } from '../html'
import type { Monitored, MonitoredHost, MonitoredVm } from './monitored'

function resultOf({ state, verdict, text }: MonitoredVm): Html {
  if (verdict === 'not-running') return html`<skipped message="${text}"></skipped>`
  if (state === 2) return html`<failure type="${verdict}" message="${text}"></failure>`
  if (state === 3) return html`<error type="${verdict}" message="${text}"></error>`
  return html`<system-out>${text}</system-out>`
}

function suite(host: MonitoredHost): Html {
  const { name, checkedAt, vms, unread } = host
  const skipped = vms.filter(({ verdict }) => verdict === 'not-running').length
  const failures = vms.filter(({ state }) => state === 2).length
  const errors = vms.filter(({ state }) => state === 3).length + unread.length
  const timestamp = checkedAt === null ? null : html` timestamp="${checkedAt.slice(0, 19)}"`
  return html`<testsuite
    name="${name}"
    tests="${vms.length + unread.length}"
    failures="${failures}"
    errors="${errors}"
    skipped="${skipped}"
    time="0"
    hostname="${name}"
    ${timestamp}
  >
    ${vms.map((vm) => html`<testcase classname="${name}" name="${vm.uniqueName}" time="0">${resultOf(vm)}</testcase> `)}
    ${unread.map(
      ({ code, text }, index) =>
        html`<testcase classname="${name}" name="not checked ${index + 1}" time="0">
          <error type="${code}" message="${text}"></error>
        </testcase> `,
    )}
  </testsuite>`
}

/**
 * A JUnit XML file: a suite per host, a test per VM. Critical is a failure, what cannot be judged or read an error, a VM
 * that is off skipped; a warning passes with its text, because JUnit has no warning. Format: the schema of Jenkins' xUnit
 * plugin, junit-10.xsd (https://github.com/jenkinsci/xunit-plugin).
 */
export function junitXml({ hosts }: Monitored): string {
  const xml = html`<testsuites name="Hyper-V integration services">${hosts.map(suite)}</testsuites>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.toString()}\n`
}
