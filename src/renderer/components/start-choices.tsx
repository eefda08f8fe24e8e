import { ClipboardPaste, FolderOpen, GraduationCap, MonitorCheck, Network, PhoneCall } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useSay } from '../state/session-context'

interface ChoiceCardProps {
  readonly icon: ReactNode
  readonly name: string
  readonly why: string
  readonly onPress: () => void
}

function ChoiceCard({ icon, name, why, onPress }: ChoiceCardProps) {
  return (
    <li>
      <Button className="choice-card" onPress={onPress}>
        {icon}
        <span className="choice-name">{name}</span>
        <span className="choice-why">{why}</span>
      </Button>
    </li>
  )
}

interface StartChoicesProps {
  /** Null while a check is running. */
  readonly onCheckLocal: (() => void) | null
  readonly wasChecked: boolean
  readonly onOpenCapture: () => void
  readonly onPaste: () => void
  readonly onRemote: () => void
  readonly onOpenSample: () => void
  readonly onPractice: () => void
}

/** The ways to a host, as large choices. */
export function StartChoices(props: StartChoicesProps) {
  const { onCheckLocal, wasChecked, onOpenCapture, onPaste, onRemote, onOpenSample, onPractice } = props
  const say = useSay()
  return (
    <ul className="choices" aria-label={say('ui.start.choices')}>
      <ChoiceCard
        icon={<Network size="1.7rem" strokeWidth={1.6} aria-hidden />}
        name={say('remote.ui.start')}
        why={say('remote.ui.start-why')}
        onPress={onRemote}
      />
      <ChoiceCard
        icon={<FolderOpen size="1.7rem" strokeWidth={1.6} aria-hidden />}
        name={say('ui.start.capture')}
        why={say('ui.start.capture-why')}
        onPress={onOpenCapture}
      />
      <ChoiceCard
        icon={<ClipboardPaste size="1.7rem" strokeWidth={1.6} aria-hidden />}
        name={say('ui.start.paste')}
        why={say('ui.start.paste-why')}
        onPress={onPaste}
      />
      <ChoiceCard
        icon={<GraduationCap size="1.7rem" strokeWidth={1.6} aria-hidden />}
        name={say('ui.start.sample')}
        why={say('ui.start.sample-why')}
        onPress={onOpenSample}
      />
      <ChoiceCard
        icon={<PhoneCall size="1.7rem" strokeWidth={1.6} aria-hidden />}
        name={say('ui.start.practice')}
        why={say('ui.start.practice-why')}
        onPress={onPractice}
      />
      {onCheckLocal !== null && (
        <ChoiceCard
          icon={<MonitorCheck size="1.7rem" strokeWidth={1.6} aria-hidden />}
          name={say(wasChecked ? 'ui.start.local-again' : 'ui.start.local')}
          why={say('ui.start.local-why')}
          onPress={onCheckLocal}
        />
      )}
      <li className="drop-hint">{say('ui.start.drop')}</li>
    </ul>
  )
}
