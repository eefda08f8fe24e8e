import type { Monitored, MonitorState } from './monitored'

// Signs that the monitoring core refuses in the name of a service, the quote that ends it, and the backslash.
const REFUSED = /["'\\`~!$%^&*|<>?,=;]/g

function service(name: string): string {
  return `"${name.replaceAll(REFUSED, '_')}"`
}

// A backslash and an n would begin a second line, and a pipe performance data.
function oneLine(text: string): string {
  return text.replaceAll('|', '¦').replaceAll('\\', '∖')
}

function checkLine(state: MonitorState, name: string, metrics: string, text: string): string {
  return `${state} ${service(name)} ${metrics} ${oneLine(text)}\n`
}

/**
 * Lines of a local check, one for each host and one for each VM: `STATE "SERVICE" METRICS TEXT`, metrics separated by
 * pipes, `-` for none. Format: Checkmk documentation, "Local checks" (https://docs.checkmk.com/latest/en/localchecks.html).
 */
export function checkmkLines({ hosts }: Monitored): string {
  return hosts
    .flatMap(({ name, state, text, counts, vms }) => [
      checkLine(
        state,
        `Integration services ${name}`,
        Object.entries(counts)
          .map(([label, value]) => `${label}=${value}`)
          .join('|'),
        text,
      ),
      ...vms.map((vm) => checkLine(vm.state, `Integration services ${name} ${vm.uniqueName}`, '-', vm.text)),
    ])
    .join('')
}
