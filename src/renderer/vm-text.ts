import type { VmRow } from '../core/ipc'
import type { FindingText, VmDiagnosis } from '../core/model/diagnosis'
import type { useSay } from './state/session-context'

type Say = ReturnType<typeof useSay>

/** How long a VM has been running, in its largest unit. */
function uptimeText(seconds: number, say: Say): string {
  if (seconds >= 86_400) return say('ui.panel.days', { days: Math.floor(seconds / 86_400) })
  if (seconds >= 3600) return say('ui.panel.hours', { hours: Math.floor(seconds / 3600) })
  return say('ui.panel.minutes', { minutes: Math.floor(seconds / 60) })
}

/** The guest, or that nobody knows it, as the beginning of a line. */
export function guestText({ guest, verdict }: Pick<VmRow, 'guest' | 'verdict'>, say: Say): string {
  return guest ?? say(verdict === 'not-running' ? 'ui.panel.guest-off' : 'ui.panel.guest-unknown')
}

/** Guest, and what else identifies a VM, in one line. `guestName` is null where nobody knows the guest. */
export function guestLine(vm: VmDiagnosis, guestName: string | null, say: Say): string {
  return (
    [
      guestText({ guest: guestName, verdict: vm.verdict }, say),
      ...(vm.guest.kernel === null ? [] : [say('ui.guide.kernel', { kernel: vm.guest.kernel })]),
      ...(vm.generation === null ? [] : [say('ui.guide.generation', { generation: vm.generation })]),
      ...(vm.uptimeSeconds === null || vm.state !== 'running'
        ? []
        : [say('ui.panel.running', { uptime: uptimeText(vm.uptimeSeconds, say) })]),
    ]
      // A line never begins with the dot.
      .join('\u00a0· ')
  )
}

/**
 * Everything to do for a VM, in the order of its findings; what several findings ask for stands there once. What a
 * healthy service could be switched to is no task.
 */
export function stepsOf(vm: VmDiagnosis): FindingText['steps'] {
  const steps = vm.findings.filter(({ verdict }) => verdict !== 'healthy').flatMap((finding) => finding.steps)
  return [...new Map(steps.map((step) => [`${step.where} ${step.text} ${step.command ?? ''}`, step])).values()]
}
