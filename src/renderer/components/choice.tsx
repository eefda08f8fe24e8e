import { Label, Radio, RadioGroup, Text } from 'react-aria-components'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly id: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly hint?: string
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ label, value, options, onChange, hint }: ChoiceProps<Value>) {
  return (
    <RadioGroup
      className="choice"
      value={value}
      onChange={(chosen) => {
        const option = options.find(({ id }) => id === chosen)
        if (option !== undefined) onChange(option.id)
      }}
    >
      <Label>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-option">
            {option.label}
          </Radio>
        ))}
      </div>
      {hint !== undefined && (
        <Text slot="description" className="muted small">
          {hint}
        </Text>
      )}
    </RadioGroup>
  )
}
