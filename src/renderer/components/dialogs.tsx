import { useApp, useSay, useSession } from '../state/session-context'
import { AboutDialog } from './about-dialog'
import { AcceptDialog } from './accept-dialog'
import { AcceptedDialog } from './accepted-dialog'
import { ExplainDialog } from './explain-dialog'
import { FindDialog } from './find-dialog'
import { PasteDialog } from './paste-dialog'
import { PracticeDialog } from './practice-dialog'
import { ProblemNote } from './problem-note'
import { Sheet } from './sheet'

function Shortcuts() {
  const say = useSay()
  const enter = say('ui.shortcuts.key-enter')
  const lines = [
    ['check-again', ['F5']],
    ['find', ['Ctrl+F']],
    ['find-vm', ['Ctrl+Shift+F']],
    ['explain', ['Ctrl+E']],
    ['accepted', ['Ctrl+Shift+A']],
    ['save', ['Ctrl+S']],
    ['copy-ticket', ['Ctrl+Shift+C']],
    ['open', ['Ctrl+O']],
    ['paste', ['Ctrl+Shift+V']],
    ['panes', ['F6', 'Shift+F6']],
    ['rows', ['↑', '↓', 'Page Up', 'Page Down', 'Home', 'End']],
    ['cells', ['→', '←']],
    ['guided', [enter]],
    ['next', [enter]],
    ['steps', ['Alt+←', 'Alt+→']],
    ['back', [say('ui.shortcuts.key-esc')]],
    ['this', ['F1']],
  ] as const
  return (
    <Sheet title={say('ui.shortcuts.title')}>
      <dl className="shortcuts">
        {lines.map(([what, keys]) => (
          <div key={what}>
            <dt>{say(`ui.shortcuts.${what}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
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

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog)
  if (dialog === 'shortcuts') return <Shortcuts />
  if (dialog === 'about') return <AboutDialog />
  if (dialog === 'paste') return <PasteDialog />
  if (dialog === 'practice') return <PracticeDialog />
  if (dialog === 'find') return <FindDialog />
  if (dialog === 'explain') return <ExplainDialog />
  if (dialog === 'accept') return <AcceptDialog />
  if (dialog === 'accepted') return <AcceptedDialog />
  return dialog === 'problems' ? <Problems /> : null
}
