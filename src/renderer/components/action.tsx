import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'

interface ActionProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'link'
  readonly icon?: ReactNode
  /** The key that does the same, shown where it acts. */
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly className?: string
  /** Name for screen readers, where the word alone does not say of what; begins with the word. */
  readonly label?: string
}

/** `aria-keyshortcuts` wants names, people want arrows. */
const ariaKeys = (keys: string): string =>
  keys.replace('←', 'ArrowLeft').replace('→', 'ArrowRight').replace('Ctrl', 'Control')

/** A button with a word on it. */
export function Action({ children, onPress, kind = 'plain', icon, keys, isDisabled, className, label }: ActionProps) {
  return (
    <Button
      className={`button ${kind} ${className ?? ''}`}
      {...(onPress === undefined ? {} : { onPress })}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
    >
      {icon}
      <span className="button-label">{children}</span>
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </Button>
  )
}

interface IconActionProps {
  /** Name and tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly onPress?: () => void
  readonly kind?: 'primary' | 'plain' | 'quiet'
  readonly className?: string
  readonly isDisabled?: boolean
}

/** A button that shows a sign alone; its name comes up on hover and focus. */
export function IconAction({ label, icon, onPress, kind = 'quiet', className, isDisabled }: IconActionProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        className={`button icon-only ${kind} ${className ?? ''}`}
        aria-label={label}
        {...(onPress === undefined ? {} : { onPress })}
        {...(isDisabled === undefined ? {} : { isDisabled })}
      >
        {icon}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
