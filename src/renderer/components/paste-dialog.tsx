import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { ProblemNote } from './problem-note'
import { Sheet } from './sheet'

/** Takes the text of a ticket. What is wrong with it is said below it, and the text stays. */
export function PasteDialog() {
  const say = useSay()
  const { setPaste, readPaste, showDialog, copy } = useSession()
  const { text, problem, isReading } = useApp((state) => state.paste)
  return (
    <Sheet
      title={say('ui.paste.title')}
      actions={
        <>
          <Action onPress={() => showDialog(null)}>{say('ui.action.cancel')}</Action>
          <Action
            kind="primary"
            keys="Ctrl+Enter"
            isDisabled={isReading || text.trim() === ''}
            onPress={() => void readPaste()}
          >
            {say(isReading ? 'ui.paste.reading' : 'ui.paste.read')}
          </Action>
        </>
      }
    >
      <TextField
        className="paste-field"
        value={text}
        onChange={setPaste}
        isInvalid={problem !== null}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void readPaste()
          else event.continuePropagation()
        }}
      >
        <Label>{say('ui.paste.label')}</Label>
        <Text slot="description" className="muted">
          {say('ui.paste.hint')}
        </Text>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to paste into this field */}
        <TextArea className="mono" rows={14} spellCheck={false} autoFocus />
      </TextField>
      <div role="alert">{problem !== null && <ProblemNote problem={problem} onCopy={(said) => void copy(said)} />}</div>
    </Sheet>
  )
}
