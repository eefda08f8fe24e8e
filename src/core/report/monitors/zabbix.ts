import type { Monitored } from './monitored'

/**
 * One JSON object for a master item, from which dependent items take their part by JSONPath. `discovery` is the value of
 * a low-level discovery rule (`$.discovery`): a list of objects whose keys are macros and whose values are text. Format:
 * Zabbix Manual, "Custom LLD rules"
 * (https://www.zabbix.com/documentation/current/en/manual/discovery/low_level_discovery/custom_rules). The VMs' values
 * stand apart, because a macro inside a JSONPath of a prototype is replaced before the path is used.
 */
export function zabbixJson({ state, text, counts, hosts }: Monitored): string {
  const vms = hosts.flatMap((host) => host.vms.map((vm) => ({ host: host.name, vm })))
  return `${JSON.stringify({
    state,
    text,
    counts,
    hosts: hosts.map((host) => ({ name: host.name, state: host.state, text: host.text, counts: host.counts })),
    discovery: vms.map(({ host, vm }) => ({ '{#HVHOST}': host, '{#VMID}': vm.id, '{#VMNAME}': vm.uniqueName })),
    vms: vms.map(({ host, vm: { id, name, verdict, state: own, codes, text: reason, accepted } }) => ({
      host,
      id,
      name,
      verdict,
      state: own,
      codes,
      text: reason,
      accepted,
    })),
  })}\n`
}
