import { CircleHelp } from 'lucide-react'
import { rawValueText } from '../shown-text'
import { useSay, useSession } from '../state/session-context'
import { IconAction } from './action'

interface ExplainValueProps {
  /** Property that the value was read from, for example `Msvm_VssComponent.OperationalStatus`. */
  readonly source: string
  readonly value: unknown
}

/** Numbers, and lists of them: what has meanings to be told. Two numbers are read as a pair, one beside its property. */
function questionOf(source: string, value: unknown): string | null {
  const numbers = Array.isArray(value) ? value : [value]
  if (numbers.length === 0 || !numbers.every((one) => typeof one === 'number')) return null
  return numbers.length > 1 ? `[${numbers.join(', ')}]` : `${source} ${numbers.join('')}`
}

/** A raw value, and the way to what it means. */
export function ExplainValue({ source, value }: ExplainValueProps) {
  const say = useSay()
  const { openExplainer } = useSession()
  const question = questionOf(source, value)
  const text = rawValueText(value)
  return (
    <>
      <bdi className="mono">{text}</bdi>
      {question !== null && (
        <IconAction
          className="small"
          label={say('explain.window.explain-value', { value: text })}
          icon={<CircleHelp size="1rem" aria-hidden />}
          onPress={() => void openExplainer(question)}
        />
      )}
    </>
  )
}
