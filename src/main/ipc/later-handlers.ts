import type { CallName, Handlers } from '../../core/ipc'
import type { Desk } from './desk'
import type { Call } from './dispatch'

type HandlersOf<Name extends CallName> = Pick<Handlers<Call>, Name>

/** Handlers whose script is a file of its own. */
export interface LaterHandlers<Name extends CallName> {
  readonly names: readonly Name[]
  readonly load: () => Promise<(desk: Desk) => HandlersOf<Name>>
}

/** Names the calls that a script answers. Naming one that it does not answer does not compile. */
export function later<const Name extends CallName>(
  names: readonly Name[],
  load: () => Promise<(desk: Desk) => HandlersOf<Name>>,
): LaterHandlers<Name> {
  return { names, load }
}

/** The handlers, of which the first one that is called loads them all. */
export function handlersLater<Name extends CallName>(
  { names, load }: LaterHandlers<Name>,
  desk: Desk,
): HandlersOf<Name> {
  let loading: Promise<HandlersOf<Name>> | undefined
  async function handlerOf(name: Name): Promise<Handlers<Call>[Name]> {
    loading ??= load().then((create) => create(desk))
    return (await loading)[name]
  }
  const handlers = names.map((name) => [
    name,
    async (...call: Parameters<Handlers<Call>[Name]>) => {
      const answer = (await handlerOf(name)) as (...call: unknown[]) => Promise<unknown>
      return answer(...call)
    },
  ])
  return Object.fromEntries(handlers) as HandlersOf<Name>
}
