import { useEffect, useState } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import type { RunningCheck } from '../state/running-check'
import { useSay } from '../state/session-context'
import { Action } from './action'

function secondsSince(startedAt: number): number {
  return Math.max(0, Math.floor((Date.now() - startedAt) / 1000))
}

interface CheckProgressProps {
  readonly check: RunningCheck
  readonly onCancel: () => void
  /** What happens before the first query; by default PowerShell is started. */
  readonly starting?: string
}

/** How far a check is: query n of m, which class, how long it has been going. */
export function CheckProgress({ check, onCancel, starting }: CheckProgressProps) {
  const say = useSay()
  const { progress, startedAt } = check
  const [seconds, setSeconds] = useState(() => secondsSince(startedAt))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsSince(startedAt)), 250)
    return () => clearInterval(timer)
  }, [startedAt])
  const what =
    progress === null || progress.of === 0
      ? (starting ?? say('ui.checking.starting'))
      : progress.current === null
        ? say(progress.done === 0 ? 'ui.checking.starting' : 'ui.checking.finishing')
        : say('ui.checking.query', {
            number: Math.min(progress.done + 1, progress.of),
            of: progress.of,
            class: progress.current,
          })
  return (
    <div className="check-progress">
      <ProgressBar
        value={progress?.done ?? 0}
        maxValue={Math.max(progress?.of ?? 0, 1)}
        isIndeterminate={progress === null}
        valueLabel={what}
        className="progress"
      >
        {({ percentage }) => (
          <>
            <Label className="visually-hidden">{say('ui.checking.progress')}</Label>
            <span className="progress-track">
              <span
                className={percentage === undefined ? 'progress-fill unknown' : 'progress-fill'}
                style={percentage === undefined ? {} : { width: `${percentage}%` }}
              />
            </span>
            <span className="progress-text">
              <span>{what}</span>
              <span className="muted">{say('ui.checking.seconds', { seconds })}</span>
            </span>
          </>
        )}
      </ProgressBar>
      <Action onPress={onCancel}>{say('ui.action.cancel')}</Action>
    </div>
  )
}
