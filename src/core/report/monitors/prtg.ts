import { cutText } from '../cut-text'
import type { Monitored, MonitorState } from './monitored'

/** More channels than this slow a sensor down, and 50 are what PRTG supports. */
const VM_CHANNELS = 40
const TEXT_LIMIT = 2000

const LABELS: Readonly<Record<string, string>> = {
  vms: 'VMs',
  action_needed: 'Action needed',
  cannot_tell: 'Cannot tell yet',
  advice: 'Advice',
  safe_to_ignore: 'Safe to ignore',
  healthy: 'Healthy',
  not_running: 'Not running',
  accepted: 'Accepted',
  not_checked: 'Not checked',
}

/** State on a scale that limits can cut: unknown is a warning there, because 3 would be worse than critical. */
function onScale(state: MonitorState): number {
  return state === 3 ? 1 : state
}

function stateChannel(channel: string, state: MonitorState): object {
  return {
    channel,
    value: onScale(state),
    unit: 'Custom',
    customunit: 'state',
    limitmode: 1,
    limitmaxwarning: 0.5,
    limitmaxerror: 1.5,
  }
}

/**
 * One JSON object for an EXE/Script Advanced sensor: a channel for the state, one per number, and one per VM where they
 * are few. Format: PRTG Manual, "Custom Sensors", section "Advanced Script, HTTP Data, and REST Custom Sensors"
 * (https://www.paessler.com/manuals/prtg/custom_sensors). The text ends at a number sign there, so it has none. Where no
 * VM could be read the result is an error of the sensor. Names of channels are English, because they must not change.
 */
export function prtgJson({ state, text, counts, hosts }: Monitored): string {
  const shown = cutText(text.replaceAll('#', '＃'), TEXT_LIMIT)
  if (counts['vms'] === 0 && counts['not_checked'] !== 0) {
    return `${JSON.stringify({ prtg: { error: 1, text: shown } })}\n`
  }
  const vms = hosts.flatMap((host) => host.vms)
  const result = [
    stateChannel('State', state),
    ...Object.entries(counts).map(([name, value]) => ({ channel: LABELS[name] ?? name, value, unit: 'Count' })),
    ...(vms.length > VM_CHANNELS ? [] : vms.map((vm) => stateChannel(`VM ${vm.uniqueName}`, vm.state))),
  ]
  return `${JSON.stringify({ prtg: { result, text: shown } })}\n`
}
