import { Search, X } from 'lucide-react'
import { useLayoutEffect } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useSay } from '../state/session-context'
import { SEARCH_ID, searchInput } from '../search-focus'
import { useComposedText } from './composed-text'

/** Whether the search of a screen that was just replaced had the keyboard: the one in its place takes it over. */
let hadKeyboard = false

/** The keyboard stays in the search where verdicts take the place of the VMs that came in. */
function useKeyboardTakenOver(): void {
  useLayoutEffect(() => {
    if (hadKeyboard) searchInput()?.focus()
    return () => {
      hadKeyboard = document.activeElement === searchInput()
      queueMicrotask(() => (hadKeyboard = false))
    }
  }, [])
}

interface SearchBoxProps {
  readonly value: string
  readonly onSearch: (text: string) => void
}

/** Search over the table. A Hangul syllable that is still being composed does not search yet. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const say = useSay()
  useKeyboardTakenOver()
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
