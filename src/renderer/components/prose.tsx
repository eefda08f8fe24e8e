import { Fragment } from 'react'

/** Names with a hyphen or a blank, at which a line must not end. */
const NAMES = /(Hyper-V|KB \d{5,8})/

/** A text of ours in which no line ends in the middle of a name. */
export function Prose({ text }: { readonly text: string }) {
  return text.split(NAMES).map((piece, index) =>
    NAMES.test(piece) ? (
      <span key={index} className="unbroken">
        {piece}
      </span>
    ) : (
      <Fragment key={index}>{piece}</Fragment>
    ),
  )
}
