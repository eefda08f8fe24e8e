import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { NOTE_LIMIT } from '../../core/model/limits'
import { useSay } from '../state/session-context'

interface NoteFieldProps {
  readonly note: string
  readonly onChange: (note: string) => void
}

/** The person's own note about a VM. */
export function NoteField({ note, onChange }: NoteFieldProps) {
  const say = useSay()
  return (
    <TextField className="ask-field note" value={note} onChange={onChange} maxLength={NOTE_LIMIT}>
      <Label>{say('ui.guide.note')}</Label>
      <TextArea rows={2} />
      <Text slot="description" className="muted small">
        {say('ui.guide.note-hint')}
      </Text>
    </TextField>
  )
}
