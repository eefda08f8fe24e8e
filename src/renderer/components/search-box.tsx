import { Search, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useSay } from '../state/session-context'
import { useComposedText } from './composed-text'

/** Where Ctrl+F goes. */
export const SEARCH_ID = 'search'

interface SearchBoxProps {
  readonly value: string
  readonly onSearch: (text: string) => void
}

/** Search over the table. A Hangul syllable that is still being composed does not search yet. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const say = useSay()
  const { shown, change, input } = useComposedText(value, onSearch)
  return (
    <SearchField className="search" aria-label={say('ui.overview.search')} value={shown} onChange={change}>
      <Search size="1.15rem" aria-hidden />
      <Input id={SEARCH_ID} placeholder={say('ui.overview.search-hint')} aria-keyshortcuts="Control+F" {...input} />
      {shown === '' ? (
        <kbd aria-hidden="true">Ctrl+F</kbd>
      ) : (
        <Button className="button icon-only quiet small" aria-label={say('ui.overview.clear')}>
          <X size="1rem" aria-hidden />
        </Button>
      )}
    </SearchField>
  )
}

/** Puts the keyboard into the search, its text selected. False where the search is not drawn. */
export function focusSearch(): boolean {
  const input = document.getElementById(SEARCH_ID)
  if (!(input instanceof HTMLInputElement)) return false
  input.focus()
  input.select()
  return true
}
