import { renderProblem } from '../../core/diagnosis/render'
import { type CallName, contract, type Handlers, type Progress, type Reply } from '../../core/ipc'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { appProblem } from '../app-problem'
import { Refusal } from './refusal'

/** What a handler gets beside its request. */
export interface Call {
  /** Fires when the window cancels the call, or is closed. */
  readonly signal: AbortSignal
  readonly sendProgress: (progress: Omit<Progress, 'callId'>) => void
}

/** Surroundings of a dispatcher. */
export interface DispatchOptions {
  readonly language: () => Language
  readonly logFolder: string
  readonly logError: (what: string, cause: unknown) => void
}

const CALL_ID = /^[\w-]{1,100}$/

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/** Answers the window's calls: nothing reaches a handler that the contract does not describe, and no exception leaves. */
export class Dispatcher {
  readonly #running = new Map<string, AbortController>()

  constructor(
    private readonly handlers: Handlers<Call>,
    private readonly options: DispatchOptions,
  ) {}

  /** Answers one call. `sendProgress` reaches the window that made it. */
  async answer(
    name: unknown,
    callId: unknown,
    request: unknown,
    sendProgress: (progress: Progress) => void,
  ): Promise<Reply<CallName>> {
    if (!isCallName(name)) return this.refuse('unknown-call')
    if (typeof callId !== 'string' || !CALL_ID.test(callId) || this.#running.has(callId)) return this.refuse('call-id')
    const parsed = contract[name].request.safeParse(request)
    if (!parsed.success) return this.refuse(name)
    const controller = new AbortController()
    this.#running.set(callId, controller)
    try {
      const handler = this.handlers[name] as (request: unknown, call: Call) => Promise<never>
      const value = await handler(parsed.data, {
        signal: controller.signal,
        sendProgress: (progress) => sendProgress({ ...progress, callId }),
      })
      return { ok: true, value }
    } catch (cause) {
      if (cause instanceof Refusal) return this.#failed(cause.problem)
      this.options.logError(name, cause)
      return this.#failed(appProblem('internal', { folder: this.options.logFolder }))
    } finally {
      this.#running.delete(callId)
    }
  }

  /** The answer to a call that is none of the contract, or comes from elsewhere. `what` is added to the code. */
  refuse(what: string): Reply<CallName> {
    const problem = appProblem('request-refused')
    return this.#failed({ ...problem, code: `${problem.code}:${what}` })
  }

  /** Cancels a running call; anything else is ignored. */
  cancel(callId: unknown): void {
    if (typeof callId === 'string') this.#running.get(callId)?.abort()
  }

  /** Cancels all calls, as when the window is gone. */
  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort()
  }

  #failed(problem: Problem): Reply<CallName> {
    return { ok: false, problem: renderProblem(problem, this.options.language()) }
  }
}
