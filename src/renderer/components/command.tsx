import { Copy, TriangleAlert } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { shownText } from '../../core/i18n/shown-text'
import { useSay } from '../state/session-context'
import { Action, IconAction } from './action'
import { HostText } from './host-text'

/** What a step or a command can do harm to, as a line above it. */
export function RiskLine({ risk }: { readonly risk: string }) {
  return (
    <p className="risk">
      <TriangleAlert size="1.05rem" aria-hidden />
      <span>{risk}</span>
    </p>
  )
}

interface CommandProps {
  readonly command: string
  /** What it can do harm to and who decides, as a sentence; null where it harms nothing. */
  readonly risk: string | null
  /** Who is asked before it is copied. */
  readonly decides?: 'owner' | 'administrator'
  readonly onCopy: (command: string) => void
}

/** A command as it is run. One with a risk is copied only after the risk was read. */
export function Command({ command, risk, decides = 'owner', onCopy }: CommandProps) {
  const say = useSay()
  const copy = () => onCopy(shownText(command))
  return (
    <div className="command">
      <code>
        <HostText text={command} />
      </code>
      {risk === null ? (
        <IconAction
          label={say('ui.result.copy-command')}
          icon={<Copy size="1.05rem" aria-hidden />}
          onPress={copy}
          className="small"
        />
      ) : (
        <DialogTrigger>
          <Action kind="quiet">{say('ui.result.copy-risky')}</Action>
          <Popover className="popover" placement="bottom end">
            <Dialog className="risk-dialog">
              {({ close }) => (
                <>
                  <Heading slot="title">{say('ui.result.risky-title', { decides })}</Heading>
                  <p>{risk}</p>
                  <Action
                    onPress={() => {
                      copy()
                      close()
                    }}
                  >
                    {say('ui.result.risky-confirm', { decides })}
                  </Action>
                </>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </div>
  )
}
