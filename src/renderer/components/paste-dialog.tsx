import { Label, Text, TextArea, TextField } from 'react-aria-components'
import type { Overview } from '../../core/ipc'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { PasteResult } from './paste-result'
import { ProblemNote } from './problem-note'
import { Sheet } from './sheet'

/** Takes the text of a ticket. What is wrong with it is said below it, and the text stays. */
function PasteField() {
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

/** What was read, with its questions; from here the check is opened. */
function ReadPaste({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const { showDialog } = useSession()
  const open = (): void => showDialog(null)
  return (
    <Sheet
      title={say('ui.paste.title')}
      actions={
        <Action kind="primary" keys="Ctrl+Enter" onPress={open}>
          {say('understood.open')}
        </Action>
      }
    >
      <PasteResult overview={overview} onDone={open} />
    </Sheet>
  )
}

/** The window for a pasted text: the text first, then what it was understood as, with the questions that are open. */
export function PasteDialog() {
  const readId = useApp((state) => state.paste.readId)
  const overview = useApp((state) => state.overview)
  return readId !== null && overview?.source.id === readId ? <ReadPaste overview={overview} /> : <PasteField />
}
