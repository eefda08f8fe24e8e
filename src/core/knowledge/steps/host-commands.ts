import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import { type JudgedServiceId, SERVICE_CLASSES } from '../../model/service'
import type { TextRef } from '../../model/text'
import { remember } from '../remember'
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

const partsToEnable = remember(
  (service: JudgedServiceId) => service,
  (service) => {
    const name = message(`term.service.${service}`)
    const find = `Get-VMIntegrationService -VM $vm | Where-Object Id -Like '*${SERVICE_CLASSES[service].componentId}'`
    const ask =
      service === 'guest-service-interface'
        ? message('step.enable.ask-file-copy')
        : message('step.enable.ask', { service: name })
    return {
      ask: personStep(ask),
      look: message('step.enable.look', { service: name }),
      lookCommand: `${find} | Select-Object Id, Enabled, PrimaryOperationalStatus, SecondaryOperationalStatus`,
      run: message('step.enable.run', { service: name }),
      runCommand: `${find} | Enable-VMIntegrationService`,
    }
  },
)

/** How to switch a service on that is off at the host. The owner is asked first: it may be off on purpose. */
export function stepsToEnable(service: JudgedServiceId, vmId: string): readonly Step[] {
  const { ask, look, lookCommand, run, runCommand } = partsToEnable(service)
  return [ask, hostStep(look, vmCommand(vmId, lookCommand)), hostStep(run, vmCommand(vmId, runCommand)), checkAgain]
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
