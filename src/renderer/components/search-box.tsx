import { Search, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useSay } from '../state/session-context'

/** Where Ctrl+F goes. */
export const SEARCH_ID = 'search'

interface SearchBoxProps {
  readonly value: string
  readonly onSearch: (text: string) => void
}

/** Search over the table. A Hangul syllable that is still being composed does not search yet. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const say = useSay()
  const [composed, setComposed] = useState<string | null>(null)
  const isComposing = useRef(false)
  return (
    <SearchField
      className="search"
      aria-label={say('ui.overview.search')}
      value={composed ?? value}
      onChange={(text) => {
        if (isComposing.current) setComposed(text)
        else onSearch(text)
      }}
    >
      <Search size="1.15rem" aria-hidden />
      <Input
        id={SEARCH_ID}
        placeholder={say('ui.overview.search-hint')}
        aria-keyshortcuts="Control+F"
        onCompositionStart={() => {
          isComposing.current = true
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false
          setComposed(null)
          onSearch(event.currentTarget.value)
        }}
      />
      {(composed ?? value) === '' ? (
        <kbd aria-hidden="true">Ctrl+F</kbd>
      ) : (
        <Button className="button icon-only quiet small" aria-label={say('ui.overview.clear')}>
          <X size="1rem" aria-hidden />
        </Button>
      )}
    </SearchField>
  )
}

/** Puts the keyboard into the search, its text selected. */
export function focusSearch(): void {
  const input = document.getElementById(SEARCH_ID)
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}
