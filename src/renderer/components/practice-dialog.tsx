import { useState } from 'react'
import { CircleCheck, CircleX, PhoneCall } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { PracticeCall } from '../../core/ipc'
import { isRight } from '../state/practice-actions'
import { useApp, useSay } from '../state/session-context'
import { PracticeCallView } from './practice-call'
import { Sheet } from './sheet'

interface CallListProps {
  readonly calls: readonly PracticeCall[]
  readonly onOpen: (callId: string) => void
}

function CallList({ calls, onOpen }: CallListProps) {
  const say = useSay()
  const answers = useApp((state) => state.practice.answers)
  const wasRight = (call: PracticeCall): boolean | null => {
    const answer = answers[call.id]
    return answer === undefined ? null : isRight(call, answer)
  }
  const right = calls.filter((call) => wasRight(call) === true).length
  return (
    <>
      <p>{say('practice.intro')}</p>
      <p className="muted">{say('practice.progress', { right, total: calls.length })}</p>
      <ol className="practice-list" aria-label={say('practice.list')}>
        {calls.map((call) => {
          const result = wasRight(call)
          const word = result === null ? 'not-answered' : result ? 'answered-right' : 'answered-wrong'
          const Icon = result === null ? PhoneCall : result ? CircleCheck : CircleX
          return (
            <li key={call.id}>
              <Button className="practice-item" onPress={() => onOpen(call.id)}>
                <Icon size="1.15rem" aria-hidden />
                <span>{call.name}</span>
                <span className="muted">{say(`practice.${word}`)}</span>
              </Button>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Invented calls to practise on: a list, and one call at a time. */
export function PracticeDialog() {
  const say = useSay()
  const calls = useApp((state) => state.practice.calls)
  const [callId, setCallId] = useState<string | null>(null)
  const index = calls.findIndex(({ id }) => id === callId)
  const call = calls[index]
  if (call === undefined) {
    return (
      <Sheet title={say('practice.title')}>
        <CallList calls={calls} onOpen={setCallId} />
      </Sheet>
    )
  }
  return (
    <PracticeCallView
      key={call.id}
      call={call}
      number={index + 1}
      total={calls.length}
      onNext={calls[index + 1] === undefined ? null : () => setCallId(calls[index + 1]?.id ?? null)}
      onBack={() => setCallId(null)}
    />
  )
}
