import type { Handlers } from '../../core/ipc'
import { appHandlers } from './app-handlers'
import type { Desk } from './desk'
import type { Call } from './dispatch'
import { handlersLater, later } from './later-handlers'
import { sourceHandlers } from './source-handlers'

// What no window asks for before it is drawn. Its scripts are loaded when the window is there, or by the first call.
const about = later(['app.about', 'app.show-log'], async () => (await import('./about-handlers')).aboutHandlers)
const vm = later(
  ['guide.get', 'guide.answer', 'guide.worksheet', 'guide.keep', 'article.get', 'article.open'],
  async () => (await import('./vm-handlers')).vmHandlers,
)
const rollUp = later(['roll-up.get'], async () => (await import('./roll-up-handlers')).rollUpHandlers)
const practice = later(
  ['practice.list', 'practice.open'],
  async () => (await import('./practice-handlers')).practiceHandlers,
)
const report = later(
  ['report.save', 'report.save-as', 'report.copy', 'report.print', 'pack.save', 'source.save-capture'],
  async () => (await import('./report-handlers')).reportHandlers,
)
const file = later(
  ['file.open', 'file.show', 'clipboard.write'],
  async () => (await import('./file-handlers')).fileHandlers,
)
const collector = later(['collector.save'], async () => (await import('./collector-handlers')).collectorHandlers)
const find = later(['vm.find'], async () => (await import('./find-handlers')).findHandlers)
const explain = later(['explain.ask'], async () => (await import('./explain-handlers')).explainHandlers)
const accepted = later(
  ['accepted.list', 'accepted.add', 'accepted.take-back', 'accepted.export', 'accepted.import'],
  async () => (await import('./accepted-handlers')).acceptedHandlers,
)
const history = later(
  ['history.get', 'history.open', 'history.delete', 'compare.get'],
  async () => (await import('./history-handlers')).historyHandlers,
)
const remote = later(
  ['remote.recent', 'remote.check', 'remote.check-vm', 'remote.assist', 'remote.pin', 'remote.forget'],
  async () => (await import('./remote-handlers')).remoteHandlers,
)

const LATER = [vm, file, report, history, remote, find, explain, accepted, practice, rollUp, collector, about] as const

/** A handler for every call of the contract; one that is missing does not compile. */
export function createHandlers(desk: Desk): Handlers<Call> {
  return {
    ...appHandlers(desk),
    ...sourceHandlers(desk),
    ...handlersLater(about, desk),
    ...handlersLater(vm, desk),
    ...handlersLater(rollUp, desk),
    ...handlersLater(practice, desk),
    ...handlersLater(report, desk),
    ...handlersLater(file, desk),
    ...handlersLater(collector, desk),
    ...handlersLater(find, desk),
    ...handlersLater(explain, desk),
    ...handlersLater(accepted, desk),
    ...handlersLater(history, desk),
    ...handlersLater(remote, desk),
  }
}

/** By then the window is there and nobody has read it yet. */
const WINDOW_IS_THERE_MS = 1000

/** Loads the scripts of all handlers, one after the other, so that no call has to wait for its own. */
export async function loadHandlers(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, WINDOW_IS_THERE_MS).unref())
  for (const { load } of LATER) await load()
}
