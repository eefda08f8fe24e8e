import { useEffect, useRef, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { GuidedCheck, GuideStep, Overview, VmRow } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { GuideQuestion } from './guide-question'
import { HostText } from './host-text'
import { Folded } from './raw-values'
import { UnderstoodLines } from './understood-lines'
import { VerdictBadge, VerdictLabel } from './verdict'

/** VMs that are listed here; the check has them all. */
const ROW_LIMIT = 100

type Asking = GuideStep & { readonly question: NonNullable<GuideStep['question']> }

/** The questions that can be answered without a look at the host, each once: what the check asks, then what the caller sees. */
function questionsOf({ steps }: GuidedCheck): { readonly open: readonly Asking[]; readonly symptom: Asking | null } {
  const asking = steps.filter((step): step is Asking => step.question !== null && step.question.answers.length > 0)
  const first = new Map(asking.toReversed().map((step) => [step.question.id, step]))
  const open = [...first.values()].filter(({ id }) => id !== 'symptom').toReversed()
  return { open, symptom: asking.find(({ id }) => id === 'symptom') ?? null }
}

function PasteQuestion({ step, onGiven }: { readonly step: Asking; readonly onGiven: () => void }) {
  const say = useSay()
  const { answer } = useSession()
  const [marked, setMarked] = useState(step.question.answered)
  const give = (given: string | null): void => {
    void answer(step, given)
    onGiven()
  }
  return (
    <div className="paste-question">
      <GuideQuestion
        question={step.question}
        chosen={marked}
        onChoose={setMarked}
        onRevoke={() => {
          setMarked(null)
          give(null)
        }}
      />
      {marked !== null && marked !== step.question.answered && (
        <Action kind="primary" onPress={() => give(marked)}>
          {say('understood.answer')}
        </Action>
      )}
    </div>
  )
}

/** What a VM of the text was judged to be, with the questions whose answers settle more. */
function Answers({ row, guide }: { readonly row: VmRow; readonly guide: GuidedCheck }) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const { open, symptom } = questionsOf(guide)
  // The button that gave an answer goes away with it; the verdict is what comes next.
  const toVerdict = (): void => heading.current?.focus()
  const keyOf = ({ question }: Asking): string => `${guide.vm.id} ${question.id} ${question.answered ?? ''}`
  return (
    <section className="paste-vm" aria-label={say('understood.of', { vm: shownText(row.name) })}>
      <h3 ref={heading} tabIndex={-1}>
        <HostText text={row.name} />
      </h3>
      <VerdictBadge verdict={guide.vm.verdict} code={guide.vm.findings[0]?.code ?? null} />
      <p>
        <HostText text={guide.vm.headline} />
      </p>
      {open.map((step) => (
        <PasteQuestion key={keyOf(step)} step={step} onGiven={toVerdict} />
      ))}
      {symptom !== null && (
        <Folded title={symptom.title} isOpen={symptom.question.answered !== null}>
          <PasteQuestion key={keyOf(symptom)} step={symptom} onGiven={toVerdict} />
        </Folded>
      )}
    </section>
  )
}

/** What was understood of a pasted text: its VMs with their verdicts, the questions of the chosen one, and every line. */
export function PasteResult({ overview, onDone }: { readonly overview: Overview; readonly onDone: () => void }) {
  const say = useSay()
  const { selectVm } = useSession()
  const title = useRef<HTMLParagraphElement>(null)
  const selectedId = useApp((state) => state.selectedVmId)
  const guide = useApp((state) => state.guide)
  const { rows, pasted } = overview
  const shown = rows.slice(0, ROW_LIMIT)
  const row = rows.find(({ id }) => id === selectedId)

  useEffect(() => title.current?.focus(), [])

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the shortcut of the button below, wherever the keyboard is
    <div
      className="paste-result"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) onDone()
      }}
    >
      <p ref={title} tabIndex={-1}>
        {say('understood.read', { vms: rows.length })}
      </p>
      {rows.length > 1 && (
        <ListBox
          aria-label={say('understood.vms')}
          className="found-vms paste-vms"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (typeof key === 'string') selectVm(key)
          }}
        >
          {shown.map(({ id, name, verdict }) => (
            <ListBoxItem
              key={id}
              id={id}
              className="found-vm"
              textValue={`${shownText(name)}, ${say(`verdict.${verdict}`)}`}
            >
              <HostText text={name} className="found-name" />
              <VerdictLabel verdict={verdict} />
            </ListBoxItem>
          ))}
        </ListBox>
      )}
      {rows.length > shown.length && (
        <p className="muted">{say('understood.more', { count: rows.length - shown.length })}</p>
      )}
      {row !== undefined && guide?.vm.id === row.id && <Answers key={row.id} row={row} guide={guide} />}
      {pasted !== null && <UnderstoodLines lines={pasted} />}
    </div>
  )
}
