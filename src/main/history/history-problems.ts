import { message } from '../../core/i18n/translate'
import type { Problem } from '../../core/model/problem'
import { savingFault } from '../files/new-file'

/** The sentence for a check that could not be added to the history. The check itself is not lost. */
export function notKeptProblem(cause: unknown, folder: string): Problem {
  const { fault, code } = savingFault(cause)
  const about = fault === 'full' || fault === 'no-access' ? fault : 'failed'
  return {
    code: `history-not-kept-${fault}`,
    class: null,
    message: message(`history.not-kept.${about}`, { folder, code }),
    step: message(`history.not-kept-step.${about}`, { folder, code }),
  }
}

/** The sentence for a kept check that is damaged; the others are not. */
export function damagedProblem(host: string, file: string): Problem {
  return {
    code: 'history-damaged',
    class: null,
    message: message('history.damaged.message', { host, file }),
    step: message('history.damaged.step'),
  }
}

/** The sentence for a history, or the part of one host, that may not be read. */
export function unreadableProblem(cause: unknown, folder: string): Problem {
  const { code } = savingFault(cause)
  return {
    code: 'history-unreadable',
    class: null,
    message: message('history.unreadable.message', { folder, code }),
    step: message('history.unreadable.step', { folder }),
  }
}
