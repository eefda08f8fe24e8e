import { askThrough, type WindowBridge } from '../bridge'
import type { MenuCommand, PageStart } from '../../core/ipc'
import type { SettingsChange } from '../../core/model/settings'
import type { Language } from '../../core/model/text'
import { INITIAL_STATE, languageOf, shownSource, type AppState } from './app-state'
import type { Desk, Notice } from './desk'
import { createStore, type Store } from './store'
import { aboutActions, type AboutActions } from './about-actions'
import { acceptedActions, type AcceptedActions } from './accepted-actions'
import { explainActions, type ExplainActions } from './explain-actions'
import { findActions, type FindActions } from './find-actions'
import { guideActions, type GuideActions } from './guide-actions'
import { historyActions, type HistoryActions } from './history-actions'
import { pasteActions, type PasteActions } from './paste-actions'
import { placeActions, type PlaceActions } from './place-actions'
import { practiceActions, type PracticeActions } from './practice-actions'
import { remoteActions, type RemoteActions } from './remote-actions'
import { reportActions, type ReportActions } from './report-actions'
import { rollUpActions, type RollUpActions } from './roll-up-actions'
import { sourceActions, type SourceActions } from './source-actions'
import { tableActions, type TableActions } from './table-actions'

interface AppActions {
  /** Asks main who we are and begins: with the sources that are already there, or with the check of this computer. */
  readonly start: () => Promise<void>
  /** Changes some settings; they hold at once. */
  readonly changeSettings: (change: SettingsChange) => Promise<void>
  readonly chooseReportFolder: () => Promise<void>
  readonly showDialog: (dialog: AppState['dialog']) => void
  readonly runMenu: (command: MenuCommand) => void
}

/** Everything a person can do in the window. Actions never throw: what goes wrong becomes a part of the state or a notice. */
export interface Session
  extends
    AppActions,
    SourceActions,
    HistoryActions,
    PasteActions,
    PlaceActions,
    RemoteActions,
    TableActions,
    GuideActions,
    PracticeActions,
    ReportActions,
    FindActions,
    ExplainActions,
    AcceptedActions,
    AboutActions,
    RollUpActions {
  readonly store: Store<AppState>
}

/** Surroundings that tests replace. */
export interface SessionOptions {
  readonly notify: (notice: Notice) => void
  /** What the page was served with; without it main is asked. */
  readonly pageStart?: PageStart | null
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Language of what has to be said before main has answered. */
  readonly firstLanguage?: Language
  /** Puts the keyboard into the search field. */
  readonly focusSearch?: () => void
}

/** The window's state and all that can happen to it, over a bridge. */
export function createSession(bridge: WindowBridge, options: SessionOptions): Session {
  const { pageStart = null } = options
  const store = createStore({
    ...INITIAL_STATE,
    firstLanguage: options.firstLanguage ?? 'en',
    info: pageStart?.info ?? null,
    knowsSources: pageStart?.checksLocal ?? false,
  })
  const language = () => languageOf(store.get())
  const desk: Desk = {
    store,
    bridge,
    language,
    ask: askThrough(bridge, language),
    notify: options.notify,
    now: options.now ?? Date.now,
    report: (problem) => options.notify({ kind: 'problem', problem }),
  }
  const table = tableActions(desk)
  const sources = sourceActions(desk)
  const places = placeActions(desk, sources)
  const guide = guideActions(desk, places)
  const history = historyActions(desk, sources)
  const paste = pasteActions(desk, sources)
  const rollUp = rollUpActions(desk)
  const remote = remoteActions(desk, sources, rollUp)
  const practice = practiceActions(desk, sources, guide)
  const reports = reportActions(desk)
  const find = findActions(desk, sources, guide, history)
  const explainer = explainActions(desk)
  const about = aboutActions(desk)
  const accepted = acceptedActions(desk, sources)

  async function readInfo(): Promise<void> {
    const reply = await desk.ask('app.info', {})
    if (reply.ok) store.set({ info: reply.value })
    else desk.report(reply.problem)
  }

  const app: AppActions = {
    async start() {
      bridge.onProgress(sources.takeProgress)
      bridge.onProgress(remote.takeRemoteProgress)
      bridge.onMenu((command) => app.runMenu(command))
      bridge.onChanged((what) => {
        if (what === 'sources') void sources.takeNewSources()
        else if (what === 'history') void history.takeHistory()
        else if (what === 'known') void Promise.all([history.takeHistory(), sources.refresh()])
        else void readInfo().then(sources.refresh)
      })
      if (pageStart?.checksLocal === true) return sources.checkLocal()
      if (pageStart === null) await readInfo()
      await sources.begin()
    },
    async changeSettings(change) {
      const reply = await desk.ask('settings.set', change)
      if (!reply.ok) return desk.report(reply.problem)
      const sameLanguage = reply.value.language === store.get().info?.language
      store.set({ info: reply.value })
      // Main renders its texts in the window's language, so a new language means to ask again.
      if (!sameLanguage) await Promise.all([sources.refresh(), practice.refreshPractice()])
    },
    async chooseReportFolder() {
      const reply = await desk.ask('settings.choose-folder', {})
      if (reply.ok) store.set({ info: reply.value })
      else desk.report(reply.problem)
    },
    showDialog(dialog) {
      const { paste } = store.get()
      // The window opens for a text, not for what the one before was read as.
      store.set({ dialog, ...(paste.readId === null ? {} : { paste: INITIAL_STATE.paste }) })
    },
    runMenu(command) {
      const run: Record<MenuCommand, () => unknown> = {
        'check-again': () =>
          store.get().screen.kind === 'source' && shownSource(store.get())?.kind === 'remote'
            ? remote.checkRemoteAgain()
            : sources.checkAgain(),
        'check-remote': () => remote.openRemote(),
        'check-local': sources.checkLocal,
        'open-capture': () => sources.openCaptures(),
        'paste-text': () => app.showDialog('paste'),
        'open-sample': sources.openSample,
        practice: practice.openPractice,
        'save-report': reports.saveReport,
        'save-report-as': () => reports.saveReportAs(),
        'copy-ticket': () => reports.copyForTicket('internal'),
        'save-capture': reports.saveCapture,
        'save-collector': reports.saveCollector,
        'save-pack': reports.savePack,
        print: reports.print,
        find: () => {
          guide.closeGuide()
          options.focusSearch?.()
        },
        'find-vm': find.openFind,
        explain: () => explainer.openExplainer(),
        accepted: accepted.openAccepted,
        history: history.showHistory,
        compare: () => history.compareWithEarlier(),
        'roll-up': rollUp.showRollUp,
        back: guide.back,
        forward: guide.forward,
        shortcuts: () => app.showDialog('shortcuts'),
        about: about.openAbout,
      }
      run[command]()
    },
  }
  return {
    store,
    ...app,
    ...sources,
    ...history,
    ...paste,
    ...remote,
    ...table,
    ...places,
    ...guide,
    ...practice,
    ...reports,
    ...find,
    ...explainer,
    ...accepted,
    ...about,
    ...rollUp,
  }
}
