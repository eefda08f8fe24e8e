import { RefreshCw } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { LANGUAGE_NAMES, LANGUAGES } from '../../core/model/text'
import { agoText, momentText } from '../format-time'
import { SaveButton, SourcePicker } from '../parts'
import { canSave, shownCheck, shownSource } from '../state/app-state'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { ShieldWaves } from './marks'

const REDRAWN_EVERY_MS = 20_000

/** When the shown data was read, and how old that is; the age follows the clock. */
function CheckedAt({ checkedAt, isPasted }: { readonly checkedAt: string; readonly isPasted: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REDRAWN_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const time = momentText(checkedAt, now, language)
  const ago = agoText(checkedAt, now, language) ?? say('ui.source.just-now')
  return (
    <span className="checked-at">{say(isPasted ? 'pasted.read-ago' : 'ui.source.checked-ago', { time, ago })}</span>
  )
}

/** Save in all its ways, while there is something to save. */
export function SaveActions() {
  const isSaving = useApp((state) => state.isSaving)
  if (!useApp(canSave)) return null
  return (
    <Suspense fallback={null}>
      <SaveButton isSaving={isSaving} />
    </Suspense>
  )
}

/** Check again, where the shown source is one that can be read again; in the guided check its VM alone. */
export function CheckAgainAction() {
  const say = useSay()
  const { checkAgain, cancelCheck, checkRemoteAgain } = useSession()
  const source = useApp(shownSource)
  const isChecking = useApp((state) => shownCheck(state) !== null)
  const isOneVm = useApp(({ screen }) => screen.kind === 'guide')
  if (source?.kind === 'remote' && !isOneVm) {
    return (
      <Action
        kind="quiet"
        icon={<RefreshCw size="1.15rem" aria-hidden />}
        keys="F5"
        onPress={() => void checkRemoteAgain()}
      >
        {say('ui.action.check-again')}
      </Action>
    )
  }
  if (source?.kind !== 'local' && source?.kind !== 'remote') return null
  if (isChecking) {
    return (
      <Action kind="quiet" icon={<span className="spinner" aria-hidden="true" />} onPress={cancelCheck}>
        {say('ui.action.cancel')}
      </Action>
    )
  }
  return (
    <Action kind="quiet" icon={<RefreshCw size="1.15rem" aria-hidden />} keys="F5" onPress={checkAgain}>
      {say(isOneVm ? 'ui.action.check-vm-again' : 'ui.action.check-again')}
    </Action>
  )
}

/** On the start screen, for somebody who cannot read the language it came up in. */
function LanguageSwitch() {
  const { changeSettings } = useSession()
  const language = useLanguage()
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <span key={other} lang={other}>
      <Action kind="quiet" onPress={() => void changeSettings({ language: other })}>
        {LANGUAGE_NAMES[other]}
      </Action>
    </span>
  ))
}

/** The bar on top of the overview and the start screen. */
export function ShellHeader() {
  const say = useSay()
  const { showSource } = useSession()
  const sources = useApp((state) => state.sources)
  const source = useApp(shownSource)
  return (
    <header className="bar" aria-label={say('ui.pane.header')} data-pane="">
      <span className="brand">
        <ShieldWaves size={1.5} />
        <span className="brand-name">{say('ui.app.name')}</span>
      </span>
      {source !== null && (
        <Suspense fallback={null}>
          <SourcePicker sources={sources} shown={source} onShow={(id) => void showSource(id)} />
          {source.checkedAt !== null && (
            <CheckedAt key={source.checkedAt} checkedAt={source.checkedAt} isPasted={source.kind === 'pasted'} />
          )}
        </Suspense>
      )}
      <span className="spacer" />
      <CheckAgainAction />
      {source === null ? <LanguageSwitch /> : <SaveActions />}
    </header>
  )
}
