import { CircleAlert, CircleCheck, CircleHelp, Lightbulb, Power } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Verdict } from '../../core/model/verdict'
import { useSay } from '../state/session-context'
import { ShieldWaves } from './marks'

interface IconProps {
  /** In rem. */
  readonly size?: number
}

type LucideIcon = ComponentType<{ readonly size?: string | number; readonly 'aria-hidden'?: boolean }>

const sign = (Icon: LucideIcon): ComponentType<IconProps> =>
  function Sign({ size = 1.15 }) {
    return <Icon size={`${size}rem`} aria-hidden />
  }

/** Shape and colour class of each verdict. The word is `verdict.*`; the three always stand together. */
const LOOKS: Readonly<Record<Verdict, { readonly tone: string; readonly Icon: ComponentType<IconProps> }>> = {
  'action-needed': { tone: 'act', Icon: sign(CircleAlert) },
  'cannot-tell': { tone: 'ask', Icon: sign(CircleHelp) },
  advice: { tone: 'adv', Icon: sign(Lightbulb) },
  'safe-to-ignore': { tone: 'ign', Icon: ShieldWaves },
  healthy: { tone: 'ok', Icon: sign(CircleCheck) },
  'not-running': { tone: 'off', Icon: sign(Power) },
}

/** Every verdict as filters list it: what needs a person first. */
export const VERDICTS_BY_WEIGHT: readonly Verdict[] = [
  'action-needed',
  'cannot-tell',
  'advice',
  'safe-to-ignore',
  'healthy',
  'not-running',
]

/** The colour class of a verdict. */
export function toneOf(verdict: Verdict): string {
  return LOOKS[verdict].tone
}

/** The shape of a verdict, without its word; only where the word stands beside it. */
export function VerdictIcon({ verdict, size }: { readonly verdict: Verdict; readonly size?: number }) {
  const { Icon } = LOOKS[verdict]
  return <Icon {...(size === undefined ? {} : { size })} />
}

/** Shape, word and colour of a verdict. */
export function VerdictLabel({ verdict, size }: { readonly verdict: Verdict; readonly size?: number }) {
  const say = useSay()
  return (
    <span className={`verdict ${toneOf(verdict)}`}>
      <VerdictIcon verdict={verdict} {...(size === undefined ? {} : { size })} />
      <span>{say(`verdict.${verdict}`)}</span>
    </span>
  )
}

/** A verdict with the code that can be said on the phone. */
export function VerdictBadge({ verdict, code }: { readonly verdict: Verdict; readonly code: string | null }) {
  return (
    <span className={`verdict-badge ${toneOf(verdict)}`}>
      <VerdictLabel verdict={verdict} />
      {code !== null && <span className="code">{code}</span>}
    </span>
  )
}
