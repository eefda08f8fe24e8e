import { useState } from 'react'
import { Input, Label, NumberField, Text, TextField } from 'react-aria-components'

interface LineProps {
  readonly label: string
  readonly value: string
  readonly limit: number
  readonly onChange: (value: string) => void
  readonly hint?: string
}

/** A line of text, taken over when it is left. */
export function Line({ label, value, limit, onChange, hint }: LineProps) {
  const [text, setText] = useState(value)
  return (
    <TextField
      className="line-field"
      value={text}
      onChange={setText}
      onBlur={() => onChange(text.trim())}
      maxLength={limit}
    >
      <Label>{label}</Label>
      <Input />
      {hint !== undefined && (
        <Text slot="description" className="muted small">
          {hint}
        </Text>
      )}
    </TextField>
  )
}

interface AmountProps {
  readonly label: string
  readonly value: number
  readonly limits: { readonly least: number; readonly most: number }
  readonly onChange: (value: number) => void
}

/** A whole number within limits; what lies outside is drawn to the nearest one. */
export function Amount({ label, value, limits, onChange }: AmountProps) {
  return (
    <NumberField
      className="line-field short"
      value={value}
      minValue={limits.least}
      maxValue={limits.most}
      step={1}
      onChange={(amount) => {
        if (Number.isInteger(amount)) onChange(amount)
      }}
    >
      <Label>{label}</Label>
      <Input />
    </NumberField>
  )
}
