import { Check, Lightbulb, Minus, X } from 'lucide-react'
import type { VmRow } from '../../core/ipc'
import { useSay } from '../state/session-context'
import { QuestionMark, WavesMark } from './marks'
import { toneOf } from './verdict'

type Mark = VmRow['services'][number]

function MarkShape({ mark }: { readonly mark: Mark }) {
  if (mark.enabled === false) return <Minus size="1.15rem" aria-hidden />
  switch (mark.verdict) {
    case 'healthy':
      return <Check size="1.15rem" aria-hidden />
    case 'safe-to-ignore':
      return <WavesMark />
    case 'advice':
      return <Lightbulb size="1.05rem" aria-hidden />
    case 'cannot-tell':
      return <QuestionMark />
    case 'action-needed':
      return <X size="1.15rem" aria-hidden />
    case 'not-running':
    case null:
      return null
  }
}

/** One service of one VM as a shape; its name and word come up on hover and are read to screen readers. */
export function ServiceMark({ mark }: { readonly mark: Mark }) {
  const say = useSay()
  const text = say('ui.table.mark', { service: say(`term.service.${mark.service}`), word: mark.word })
  // Off by default (file copy) is no remark; off by somebody's choice keeps the colour of its verdict.
  const tone =
    mark.verdict === null || (mark.enabled === false && mark.verdict === 'healthy') ? 'off' : toneOf(mark.verdict)
  return (
    <span className={`service-mark ${tone}`} title={text}>
      <MarkShape mark={mark} />
      <span className="visually-hidden">{text}</span>
    </span>
  )
}
