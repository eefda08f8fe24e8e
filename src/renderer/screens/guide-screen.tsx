import { ArrowLeft, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { GuidedCheck } from '../../core/ipc'
import { Action } from '../components/action'
import { GuestWorksheet } from '../components/guest-worksheet'
import { GuideResult } from '../components/guide-result'
import { GuideStepBody } from '../components/guide-step'
import { HostText } from '../components/host-text'
import { NoteField } from '../components/note-field'
import { KnowledgePanel } from '../components/knowledge-panel'
import { CheckAgainAction, SaveActions } from '../components/shell-header'
import { StepList } from '../components/step-list'
import { shownSource, type Screen } from '../state/app-state'
import { reachedSteps, stepFrom } from '../state/guide-actions'
import { idAfter } from '../state/rows'
import { useApp, useSay, useSession } from '../state/session-context'
import { guestLine } from '../vm-text'
import { GO_ON_ID } from '../window-keys'

/** Steps at which a look inside the guest can change what follows. */
const WITH_WORKSHEET: readonly string[] = ['guest', 'services', 'result']

/** What the screens beside the sources are called. */
const PLACES = { 'roll-up': 'rollup.title', history: 'history.title', compare: 'compare.screen.title' } as const

type GuideScreenState = Extract<Screen, { kind: 'guide' }>

function GuideHeader({ guide }: { readonly guide: GuidedCheck | null }) {
  const say = useSay()
  const session = useSession()
  const source = useApp(shownSource)
  const ticket = useApp((state) => state.ticket)
  const before = useApp(({ trail }) => trail.at(-1)?.kind)
  if (source === null) return null
  const place = before === 'roll-up' || before === 'history' || before === 'compare' ? say(PLACES[before]) : source.name
  return (
    <header className="bar" aria-label={say('ui.pane.header')} data-pane="">
      <Action kind="quiet" icon={<ArrowLeft size="1.15rem" aria-hidden />} keys="Esc" onPress={session.closeGuide}>
        <HostText text={say('ui.guide.back-to', { name: place })} />
      </Action>
      <span className="spacer" />
      <TextField className="ticket" value={ticket} onChange={(text) => void session.setTicket(text)} maxLength={64}>
        <Label>{say('ui.guide.ticket')}</Label>
        <Input autoComplete="off" spellCheck={false} />
      </TextField>
      <CheckAgainAction />
      {guide !== null && (
        <Action icon={<Copy size="1.15rem" aria-hidden />} onPress={() => void session.copyForTicket('internal')}>
          {say('ui.action.copy-summary')}
        </Action>
      )}
      <SaveActions />
    </header>
  )
}

interface GuideBodyProps {
  readonly guide: GuidedCheck
  readonly screen: GuideScreenState
}

function GuideBody({ guide, screen }: GuideBodyProps) {
  const say = useSay()
  const session = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const steps = reachedSteps(guide)
  const step = steps.find(({ id }) => id === screen.step) ?? steps[0]
  const question = step?.question ?? null
  const [marked, setMarked] = useState<{ readonly question: string; readonly answer: string } | null>(null)
  const key = `${guide.vm.id} ${question?.id ?? ''}`
  const chosen = marked?.question === key ? marked.answer : (question?.answered ?? null)
  const answers = question !== null && question.answers.length > 0 && chosen !== null && chosen !== question.answered

  useEffect(() => heading.current?.focus(), [guide.vm.id, step?.id, question?.id])

  if (step === undefined) return null
  const isResult = step.id === 'result'
  const isLast = stepFrom(guide, step.id, 1) === null
  const next = isLast ? idAfter(screen.order, screen.vmId) : null
  const goOn = answers ? 'answer-continue' : isLast ? (next === null ? 'done' : 'done-next') : 'next'
  const answering = {
    chosen,
    onChoose: (answer: string) => setMarked({ question: key, answer }),
    onRevoke: () => {
      setMarked(null)
      void session.answer(step, null)
    },
  }
  return (
    <>
      <div className={isResult ? 'guide-columns with-knowledge' : 'guide-columns'}>
        <StepList steps={guide.steps} shown={step.id} onShow={session.goToStep} />
        <section className="guide-body" aria-label={say('ui.pane.step')} data-pane="">
          <h2 ref={heading} tabIndex={-1}>
            {step.title}
          </h2>
          {isResult ? (
            <GuideResult guide={guide} step={step} {...answering} onCopy={(text) => void session.copy(text)} />
          ) : (
            <GuideStepBody step={step} {...answering} />
          )}
          <NoteField note={guide.kept.note} onChange={(note) => void session.setNote(note)} />
          {WITH_WORKSHEET.includes(step.id) && <GuestWorksheet key={guide.vm.id} offer={guide.worksheet} />}
        </section>
        {isResult && <KnowledgePanel articles={guide.articles} onOpen={(id) => void session.openArticle(id)} />}
      </div>
      <footer className="guide-foot" aria-label={say('ui.pane.foot')} data-pane="">
        <Action keys="Alt+←" onPress={session.previousStep} isDisabled={stepFrom(guide, step.id, -1) === null}>
          {say('ui.guide.previous')}
        </Action>
        <span className="muted small">
          {say('ui.guide.step', { number: steps.indexOf(step) + 1, of: steps.length })}
        </span>
        <span className="spacer" />
        <span id={GO_ON_ID}>
          <Action
            kind="primary"
            keys="Enter"
            onPress={() => void (answers && chosen !== null ? session.answer(step, chosen) : session.nextStep())}
          >
            {say(`ui.guide.${goOn}`)}
          </Action>
        </span>
      </footer>
    </>
  )
}

/** The guided check of one VM, filling the window. */
export function GuideScreen({ screen }: { readonly screen: GuideScreenState }) {
  const say = useSay()
  const guide = useApp((state) => state.guide)
  const row = useApp((state) => state.overview?.rows.find(({ id }) => id === screen.vmId))
  const shown = guide?.vm.id === screen.vmId ? guide : null
  return (
    <div className="guide">
      <GuideHeader guide={shown} />
      <main className="guide-main">
        <div className="guide-title">
          <h1>
            <HostText text={row?.name ?? shown?.vm.name ?? ''} />
          </h1>
          <span className="muted">
            {shown === null ? (
              say('ui.panel.loading')
            ) : (
              <HostText text={guestLine(shown.vm, row?.guest ?? null, say)} />
            )}
          </span>
        </div>
        {shown !== null && <GuideBody guide={shown} screen={screen} />}
      </main>
    </div>
  )
}
