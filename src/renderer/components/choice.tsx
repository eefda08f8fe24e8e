import { Label, Radio, RadioGroup } from 'react-aria-components'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly id: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="choice" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-option">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
