import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import { type JudgedServiceId, SERVICE_CLASSES } from '../../model/service'
import type { TextRef } from '../../model/text'
import { checkAgain, personStep } from './step'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * A PowerShell command about one VM, found by its id: names are not unique, and the cmdlets' texts are in the host's
 * language. Null for an id that is no GUID: nothing else is ever put into a command.
 */
function vmCommand(vmId: string, command: string): string | null {
  return GUID.test(vmId) ? `$vm = Get-VM -Id '${vmId}'; ${command}` : null
}

function hostStep(text: TextRef, command: string | null, risk: Step['risk'] = 'none'): Step {
  return { text, where: 'host', command, rights: 'hyperv-admin', risk }
}

/** How to switch a service on that is off at the host. The owner is asked first: it may be off on purpose. */
export function stepsToEnable(service: JudgedServiceId, vmId: string): readonly Step[] {
  const { componentId } = SERVICE_CLASSES[service]
  const name = message(`term.service.${service}`)
  const find = `Get-VMIntegrationService -VM $vm | Where-Object Id -Like '*${componentId}'`
  const ask =
    service === 'guest-service-interface'
      ? message('step.enable.ask-file-copy')
      : message('step.enable.ask', { service: name })
  return [
    personStep(ask),
    hostStep(
      message('step.enable.look', { service: name }),
      vmCommand(vmId, `${find} | Select-Object Id, Enabled, PrimaryOperationalStatus, SecondaryOperationalStatus`),
    ),
    hostStep(message('step.enable.run', { service: name }), vmCommand(vmId, `${find} | Enable-VMIntegrationService`)),
    checkAgain,
  ]
}

const TEST_CHECKPOINT = 'Integration Doctor test'

/** How to find out whether live backup really works: a checkpoint that must be consistent or fail, removed afterwards. */
export function stepsToVerifyBackup(vmId: string): readonly Step[] {
  const test =
    `$type = $vm.CheckpointType; try { Set-VM -VM $vm -CheckpointType ProductionOnly -ErrorAction Stop; ` +
    `Checkpoint-VM -VM $vm -SnapshotName '${TEST_CHECKPOINT}' -ErrorAction Stop } finally { Set-VM -VM $vm -CheckpointType $type }`
  return [
    hostStep(
      message('step.backup.look'),
      vmCommand(
        vmId,
        '$vm | Format-List State, Status, CheckpointType; Get-VMSnapshot -VM $vm | Format-Table Name, SnapshotType, CreationTime',
      ),
    ),
    personStep(message('step.backup.ask')),
    hostStep(message('step.backup.test'), vmCommand(vmId, test), 'restart'),
    hostStep(
      message('step.backup.remove'),
      vmCommand(vmId, `Get-VMSnapshot -VM $vm -Name '${TEST_CHECKPOINT}' | Remove-VMSnapshot`),
      'restart',
    ),
  ]
}
