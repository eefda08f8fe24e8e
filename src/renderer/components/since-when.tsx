import { useState } from 'react'
import type { GuidedCheck } from '../../core/ipc'
import type { VmDiagnosis } from '../../core/model/diagnosis'
import { momentText } from '../format-time'
import { shownSource } from '../state/app-state'
import { useApp, useLanguage, useSay } from '../state/session-context'
import { HostText } from './host-text'
import { VmChanges } from './vm-changes'

/** Since when a VM is as it is, in a sentence; nothing where no earlier check is kept. */
export function SinceWhen({ vm }: { readonly vm: VmDiagnosis }) {
  const say = useSay()
  const language = useLanguage()
  const [now] = useState(Date.now)
  const checkedAt = useApp((state) => shownSource(state)?.checkedAt)
  const { firstSeen, changedAt } = vm
  // Of the first check there is nothing to tell yet.
  if (firstSeen === null || (changedAt === null && firstSeen === checkedAt)) return null
  const time = momentText(changedAt ?? firstSeen, now, language)
  return <p className="muted small">{say(`history.since.${changedAt === null ? 'unchanged' : 'changed'}`, { time })}</p>
}

/** What this VM was before it was read again, what it is now, and how long to wait before that tells more. */
export function Rechecked({ recheck }: { readonly recheck: NonNullable<GuidedCheck['recheck']> }) {
  const say = useSay()
  const { comparison, wait } = recheck
  return (
    <section className="rechecked" aria-label={say('compare.screen.recheck')}>
      <h3>
        {say('compare.screen.recheck')}{' '}
        <span className={`change-word ${comparison.change}`}>{say(`compare.change.${comparison.change}`)}</span>
      </h3>
      {comparison.change === 'unchanged' && <p>{say('compare.screen.recheck-same')}</p>}
      <VmChanges vm={comparison} />
      {wait !== null && (
        <p className="muted">
          <HostText text={wait} />
        </p>
      )}
    </section>
  )
}
