import type { Bridge, CallName, Reply, Request } from '../core/ipc'
import { say } from './say'
import type { Language } from '../core/model/text'

declare global {
  interface Window {
    /** What the preload exposes, and all that the window can do. */
    readonly bridge: WindowBridge
  }
}

export type WindowBridge = Bridge<File>

/** Asks main. A call that main could not take at all becomes a problem like any other, so no caller meets an exception. */
export type Ask = <N extends CallName>(name: N, request: Request<N>, callId?: string) => Promise<Reply<N>>

/** The one way from the window to main. `language` is asked at the time of a failure, for its sentence. */
export function askThrough(bridge: WindowBridge, language: () => Language): Ask {
  return async (name, request, callId = crypto.randomUUID()) => {
    try {
      return await bridge.call(name, callId, request)
    } catch (cause) {
      console.error(`call ${name}`, cause)
      return {
        ok: false,
        problem: {
          code: 'no-answer',
          class: null,
          message: say(language(), 'ui.problem.no-answer'),
          step: say(language(), 'ui.problem.no-answer-step'),
        },
      }
    }
  }
}

/** A bridge whose calls wait for something: what answers them in main is loaded by the first one, and draws on the same processors. */
export function callsAfter(event: Promise<void>, bridge: WindowBridge): WindowBridge {
  return {
    ...bridge,
    call: async (name, callId, request) => {
      await event
      return bridge.call(name, callId, request)
    },
  }
}
