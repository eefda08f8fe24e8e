import { useSay } from '../state/session-context'
import { Action } from './action'

interface MarksBarProps {
  readonly count: number
  readonly onSave: () => void
  readonly onCopyNames: () => void
  readonly onClear: () => void
}

/** What can be done with several marked VMs; nothing where one is meant. */
export function MarksBar({ count, onSave, onCopyNames, onClear }: MarksBarProps) {
  const say = useSay()
  if (count < 2) return null
  return (
    <span className="marks-bar">
      <strong>{say('overview.marked-count', { count })}</strong>
      <Action onPress={onSave}>{say('overview.save-marked')}</Action>
      <Action kind="quiet" onPress={onCopyNames}>
        {say('overview.copy-names')}
      </Action>
      <Action kind="quiet" onPress={onClear}>
        {say('overview.clear-marks')}
      </Action>
    </span>
  )
}
