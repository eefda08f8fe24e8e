/** The term that somebody abroad knows, below the window's own. */
export function EnglishTerm({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <span className="english muted small" lang="en">
      {text}
    </span>
  )
}
