import { type ComponentType, type ReactNode, use } from 'react'

/** A component whose script is a file of its own. */
export interface OnDemand<Props> {
  (props: Props): ReactNode
  /** Fetches the script before it is needed. */
  readonly fetch: () => Promise<void>
  /** Resolves when somebody has fetched it. */
  readonly fetched: Promise<void>
}

/**
 * A component that is fetched when it is first drawn, unless it was fetched before: then it is drawn at once, which
 * React's own `lazy` does a moment later. Until it is there the nearest `Suspense` shows its fallback.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  let loaded: ComponentType<Props> | undefined
  let loading: Promise<ComponentType<Props>> | undefined
  let tellFetched: () => void = () => undefined
  const fetched = new Promise<void>((resolve) => (tellFetched = resolve))
  async function keep(): Promise<ComponentType<Props>> {
    loaded = await load()
    tellFetched()
    return loaded
  }
  function fetch(): Promise<ComponentType<Props>> {
    loading ??= keep()
    return loading
  }
  function Drawn(props: Props): ReactNode {
    const Component = loaded ?? use(fetch())
    return <Component {...props} />
  }
  return Object.assign(Drawn, { fetch: () => fetch().then(() => undefined), fetched })
}
