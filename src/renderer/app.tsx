import { Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { DropTarget } from './components/drop-target'
import { ShellHeader } from './components/shell-header'
import { SourceRail } from './components/source-rail'
import {
  CompareScreen,
  Dialogs,
  fetchParts,
  GuideScreen,
  HistoryScreen,
  RollUpScreen,
  SourceScreen,
  Toasts,
} from './parts'
import { StartScreen } from './screens/start-screen'
import { shownText } from '../core/i18n/shown-text'
import { isCheckingLocal, type Screen, shownSource, shownSourceId } from './state/app-state'
import { useApp, useLanguage, useSay, useSession } from './state/session-context'

/** Language, theme and title of the document follow the state. */
function useDocument(): void {
  const say = useSay()
  const language = useLanguage()
  const isDark = useApp(({ info }) => info?.dark ?? false)
  const isReady = useApp(({ info, knowsSources }) => info !== null && knowsSources)
  const name = useApp((state) => shownSource(state)?.name ?? null)
  useEffect(() => {
    const { documentElement: root } = document
    root.lang = language
    root.dataset['theme'] = isDark ? 'dark' : 'light'
    if (isReady) root.dataset['ready'] = 'true'
    document.title = name === null ? say('ui.app.title') : say('ui.app.title-with', { name: shownText(name) })
  }, [say, language, isDark, isReady, name])
}

function MainArea({ screen }: { readonly screen: Exclude<Screen, { kind: 'guide' }> }) {
  switch (screen.kind) {
    case 'start':
      return <StartScreen />
    case 'source':
      return <SourceScreen key={screen.sourceId} />
    case 'roll-up':
      return <RollUpScreen />
    case 'history':
      return <HistoryScreen />
    case 'compare':
      return <CompareScreen screen={screen} />
  }
}

function Shell() {
  const session = useSession()
  const screen = useApp((state) => state.screen)
  const sources = useApp((state) => state.sources)
  const shownId = useApp(shownSourceId)
  const isChecking = useApp(isCheckingLocal)
  const isStart = screen.kind === 'start'
  if (screen.kind === 'guide') {
    return (
      <Suspense fallback={null}>
        <GuideScreen screen={screen} />
      </Suspense>
    )
  }
  return (
    <div className="shell">
      <ShellHeader />
      <SourceRail
        sources={sources}
        shownId={shownId}
        isStart={isStart}
        isHistory={screen.kind === 'history'}
        isRollUp={screen.kind === 'roll-up'}
        onShowRollUp={() => void session.showRollUp()}
        onShowHistory={() => void session.showHistory()}
        isChecking={isChecking}
        onShowLocal={() => void session.showLocal()}
        onShow={(id) => void session.showSource(id)}
        onClose={(id) => void session.closeSource(id)}
        onOpenCapture={() => void session.openCaptures()}
        onPaste={() => session.showDialog('paste')}
        onRemote={() => void session.openRemote()}
        onFind={() => void session.openFind()}
        onOpenSample={() => void session.openSample()}
        onPractice={() => void session.openPractice()}
      />
      <Suspense fallback={null}>
        <MainArea screen={screen} />
      </Suspense>
    </div>
  )
}

/** What lies above the screens: the open dialog, and messages once they can be shown. */
function Overlays() {
  const hasDialog = useApp(({ dialog }) => dialog !== null)
  const [hasToasts, setHasToasts] = useState(false)
  useEffect(() => {
    void Toasts.fetched.then(() => setHasToasts(true))
    void fetchParts()
  }, [])
  return (
    <Suspense fallback={null}>
      {hasDialog && <Dialogs />}
      {hasToasts && <Toasts />}
    </Suspense>
  )
}

/** The window. `onDrawn` is told once its first picture is there. */
export function App({ onDrawn }: { readonly onDrawn: () => void }) {
  const language = useLanguage()
  const { openDropped } = useSession()
  const isReady = useApp(({ info }) => info !== null)
  const announcement = useApp((state) => state.announcement)
  useDocument()
  useEffect(onDrawn, [onDrawn])
  return (
    <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-US'}>
      <DropTarget onDrop={(files) => void openDropped(files)}>
        {isReady && <Shell />}
        {isReady && <Overlays />}
      </DropTarget>
      <output aria-live="polite" className="visually-hidden">
        {announcement}
      </output>
    </I18nProvider>
  )
}
