import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { PageStart } from '../core/ipc'
import { App } from './app'
import { callsAfter } from './bridge'
import { installKeyboard } from './keyboard'
import { showNotice } from './parts'
import { focusSearch } from './search-focus'
import { createSession } from './state/session'
import { SessionContext } from './state/session-context'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/start.css'
import './styles/overview.css'
import './styles/grid.css'
import './styles/result.css'
import './styles/guide.css'
import './styles/history.css'
import './styles/overlays.css'
import './styles/ask.css'
import './styles/remote.css'
import './styles/contrast.css'

async function open(root: HTMLElement): Promise<void> {
  const pageStart = (await (await fetch('/start.json')).json()) as PageStart
  let tellDrawn = (): void => undefined
  const drawn = new Promise<void>((resolve) => (tellDrawn = resolve))
  const session = createSession(callsAfter(drawn, window.bridge), {
    pageStart,
    notify: (notice) => void showNotice(notice),
    // At once, so that no letter typed after the key is lost; when the guided check was left, the overview is drawn first.
    focusSearch: () => {
      if (!focusSearch()) requestAnimationFrame(focusSearch)
    },
    firstLanguage: navigator.language.startsWith('ko') ? 'ko' : 'en',
  })
  installKeyboard(session)
  // Before the first picture, which then already shows what is done first.
  const started = session.start()
  createRoot(root).render(
    <StrictMode>
      <SessionContext value={session}>
        <App onDrawn={tellDrawn} />
      </SessionContext>
    </StrictMode>,
  )
  await started
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the window')
void open(root)
