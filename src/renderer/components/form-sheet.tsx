import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { Sheet } from './sheet'

interface FormSheetProps {
  readonly title: string
  /** The word on the button that sends the form, as Enter does. */
  readonly send: string
  readonly onSend: () => void
  readonly children: ReactNode
  /** What stands below the fields. */
  readonly below?: ReactNode
}

/** A dialog with fields: Enter sends, Escape leaves. */
export function FormSheet({ title, send, onSend, children, below }: FormSheetProps) {
  const say = useSay()
  const { showDialog } = useSession()
  return (
    <Sheet
      title={title}
      actions={
        <>
          <Action onPress={() => showDialog(null)}>{say('ui.action.cancel')}</Action>
          <Action kind="primary" keys="Enter" onPress={onSend}>
            {send}
          </Action>
        </>
      }
    >
      {/* Before the fields hear it: groups of choices keep the key to themselves. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key belongs to the whole form */}
      <div
        className="accept-form"
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSend()
        }}
      >
        {children}
      </div>
      {below}
    </Sheet>
  )
}

interface FormFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number
  readonly type?: 'text' | 'password' | 'date'
  readonly hint?: string
  /** What is wrong, shown while it is. */
  readonly wrong?: { readonly text: string; readonly isWrong: boolean }
  readonly isRequired?: boolean
  /** Has the keyboard when the dialog opens. */
  readonly isFirst?: boolean
  /** Whether words are typed, which are looked up in a dictionary, and not a name. */
  readonly isProse?: boolean
}

/** A field with its name, what belongs into it, and what is wrong with it. */
export function FormField(props: FormFieldProps) {
  const { label, value, onChange, maxLength, type = 'text', hint, wrong, isRequired = false, isFirst = false } = props
  return (
    <TextField
      className="ask-field"
      type={type}
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={wrong?.isWrong === true}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label>{label}</Label>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type into this field */}
      <Input autoFocus={isFirst} autoComplete="off" spellCheck={props.isProse === true} />
      {hint !== undefined && (
        <Text slot="description" className="muted small">
          {hint}
        </Text>
      )}
      {wrong !== undefined && <FieldError className="field-error">{wrong.text}</FieldError>}
    </TextField>
  )
}
