import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Summary } from '../../core/model/diagnosis'
import type { Verdict } from '../../core/model/verdict'
import { useSay } from '../state/session-context'
import { toneOf, VerdictIcon, VERDICTS_BY_WEIGHT } from './verdict'

interface VerdictFilterProps {
  readonly summary: Summary
  readonly chosen: readonly Verdict[]
  readonly onChoose: (verdicts: readonly Verdict[]) => void
}

/** Counts per verdict, as a bar in proportion and as toggles; both are the same filter of the table. */
export function VerdictFilter({ summary, chosen, onChoose }: VerdictFilterProps) {
  const say = useSay()
  const present = VERDICTS_BY_WEIGHT.filter((verdict) => summary[verdict] > 0)
  const counted = (verdict: Verdict) =>
    say('ui.overview.count', { count: summary[verdict], verdict: say(`verdict.${verdict}`) })
  const group = {
    selectionMode: 'multiple',
    selectedKeys: chosen,
    onSelectionChange: (keys: Set<string | number>) => onChoose(present.filter((verdict) => keys.has(verdict))),
  } as const
  return (
    <div className="verdict-filter">
      <ToggleButtonGroup {...group} className="verdict-bar" aria-label={say('ui.overview.bar')}>
        {present.map((verdict) => (
          <ToggleButton
            key={verdict}
            id={verdict}
            aria-label={counted(verdict)}
            className={`bar-part ${toneOf(verdict)}`}
            style={{ flexGrow: summary[verdict] }}
          >
            <span className="bar-fill" />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup {...group} className="verdict-chips" aria-label={say('ui.overview.chips')}>
        {present.map((verdict) => (
          <ToggleButton key={verdict} id={verdict} className={`chip ${toneOf(verdict)}`}>
            <VerdictIcon verdict={verdict} />
            {counted(verdict)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
