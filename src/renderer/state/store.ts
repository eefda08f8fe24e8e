/** A value that components subscribe to. */
export interface Store<State> {
  readonly get: () => State
  /** Replaces some parts and tells the subscribers. */
  readonly set: (parts: Partial<State>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A store that starts with `initial`. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(parts) {
      state = { ...state, ...parts }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
