import type { ReactNode } from 'react'

/** Size of a sign in rem. */
interface MarkProps {
  readonly size?: number
}

function Mark({ size = 1.15, children }: MarkProps & { readonly children: ReactNode }) {
  return (
    <svg
      className="mark-icon"
      style={{ width: `${size}rem`, height: `${size}rem` }}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

/** The product's sign, and that of "safe to ignore": a shield that holds two waves. */
export function ShieldWaves({ size }: MarkProps) {
  return (
    <Mark {...(size === undefined ? {} : { size })}>
      <path d="M12 2.4 19.8 5.2v6.1c0 4.9-3.2 8.4-7.8 10.3-4.6-1.9-7.8-5.4-7.8-10.3V5.2z" />
      <path d="M8 10.3c1.35-1.5 2.65-1.5 4 0s2.65 1.5 4 0" />
      <path d="M8 14.3c1.35-1.5 2.65-1.5 4 0s2.65 1.5 4 0" />
    </Mark>
  )
}

/** A service whose status looks bad and is harmless. */
export function WavesMark({ size }: MarkProps) {
  return (
    <Mark {...(size === undefined ? {} : { size })}>
      <path d="M4.5 9.7c2.5-2.6 5-2.6 7.5 0s5 2.6 7.5 0" />
      <path d="M4.5 15.7c2.5-2.6 5-2.6 7.5 0s5 2.6 7.5 0" />
    </Mark>
  )
}

/** A service about which nothing can be said yet. */
export function QuestionMark({ size }: MarkProps) {
  return (
    <Mark {...(size === undefined ? {} : { size })}>
      <path d="M9 8.8a3.1 3.1 0 1 1 4.5 2.7c-1 .55-1.5 1.1-1.5 2.3" />
      <path d="M12 17.6v.1" />
    </Mark>
  )
}
