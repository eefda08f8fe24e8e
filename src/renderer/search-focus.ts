/** Where Ctrl+F goes. */
export const SEARCH_ID = 'search'

/** The field of the search; null where it is not drawn. */
export function searchInput(): HTMLInputElement | null {
  const input = document.getElementById(SEARCH_ID)
  return input instanceof HTMLInputElement ? input : null
}

/** Puts the keyboard into the search, its text selected. False where the search is not drawn. */
export function focusSearch(): boolean {
  const input = searchInput()
  if (input === null) return false
  input.focus()
  input.select()
  return true
}
