import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { say } from '../say'
import type { Language } from '../../core/model/text'
import { languageOf, type AppState } from './app-state'
import type { Session } from './session'

/** The session that the window runs. */
export const SessionContext = createContext<Session | null>(null)

/** All actions. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('No session above this component')
  return session
}

/** A part of the state; the component is drawn again when the part is another value. */
export function useApp<Part>(select: (state: AppState) => Part): Part {
  const { store } = useSession()
  const selected = (): Part => select(store.get())
  return useSyncExternalStore(store.subscribe, selected, selected)
}

/** The language of the window. */
export function useLanguage(): Language {
  return useApp(languageOf)
}

/** Texts in the language of the window. */
export function useSay(): (key: Parameters<typeof say>[1], params?: Parameters<typeof say>[2]) => string {
  const language = useLanguage()
  return useMemo(() => (key, params) => say(language, key, params), [language])
}
