import { useApp, useSay, useSession } from '../state/session-context'
import { AboutDialog } from './about-dialog'
import { AcceptDialog } from './accept-dialog'
import { AcceptedDialog } from './accepted-dialog'
import { ExplainDialog } from './explain-dialog'
import { FindDialog } from './find-dialog'
import { PasteDialog } from './paste-dialog'
import { PracticeDialog } from './practice-dialog'
import { ProblemNote } from './problem-note'
import { SettingsDialog } from './settings-dialog'
import { SHORTCUT_LINES } from '../window-keys'
import { PasswordDialog } from './password-dialog'
import { RemoteDialog } from './remote-dialog'
import { Sheet } from './sheet'
import { ChangedVm } from './vm-changes'

const SHOWN_KEYS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
}

/** As the key is written on a keyboard. */
function shownKey(name: string): string {
  return name
    .split('+')
    .map((key) => SHOWN_KEYS[key] ?? key)
    .join('+')
}

function Shortcuts() {
  const say = useSay()
  return (
    <Sheet title={say('ui.shortcuts.title')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a stop it could not be scrolled by keyboard */}
      <dl className="shortcuts" tabIndex={0}>
        {SHORTCUT_LINES.map(([what, keys]) => (
          <div key={what}>
            <dt>{say(`ui.shortcuts.${what}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{shownKey(key)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}

function Problems() {
  const say = useSay()
  const { copy } = useSession()
  const problems = useApp((state) => state.overview?.problems) ?? []
  return (
    <Sheet title={say('ui.overview.not-read-title')}>
      {problems.map((problem, index) => (
        <ProblemNote key={index} problem={problem} onCopy={(text) => void copy(text)} />
      ))}
    </Sheet>
  )
}

/** What is not as it was before the shown source was read again. */
function Changes() {
  const say = useSay()
  const changes = useApp((state) => state.overview?.changes) ?? null
  if (changes === null) return null
  return (
    <Sheet title={say('compare.screen.since-reading')}>
      <p>{changes.answer}</p>
      {changes.vms.map((vm) => (
        <ChangedVm key={`${vm.id} ${vm.change}`} vm={vm} />
      ))}
      {changes.more > 0 && <p className="muted">{say('compare.screen.more-changed', { count: changes.more })}</p>}
    </Sheet>
  )
}

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog)
  if (dialog === 'shortcuts') return <Shortcuts />
  if (dialog === 'about') return <AboutDialog />
  if (dialog === 'paste') return <PasteDialog />
  if (dialog === 'settings') return <SettingsDialog />
  if (dialog === 'remote') return <RemoteDialog />
  if (dialog === 'password') return <PasswordDialog />
  if (dialog === 'practice') return <PracticeDialog />
  if (dialog === 'find') return <FindDialog />
  if (dialog === 'explain') return <ExplainDialog />
  if (dialog === 'accept') return <AcceptDialog />
  if (dialog === 'accepted') return <AcceptedDialog />
  if (dialog === 'changes') return <Changes />
  return dialog === 'problems' ? <Problems /> : null
}
