import { Copy, Stethoscope } from 'lucide-react'
import type { GuidedCheck, VmRow } from '../../core/ipc'
import { severity } from '../../core/model/verdict'
import { useSay } from '../state/session-context'
import { guestLine, guestText, stepsOf } from '../vm-text'
import { Action, IconAction } from './action'
import { HostText } from './host-text'
import { SinceWhen } from './since-when'
import { ToDoStep } from './to-do-list'
import { VerdictBadge } from './verdict'

interface VmPanelProps {
  readonly row: VmRow
  /** Null while it is being read. */
  readonly guide: GuidedCheck | null
  readonly onOpen: () => void
  readonly onCopySummary: () => void
  readonly onCopyCommand: (command: string) => void
}

function Facts({ row, guide }: { readonly row: VmRow; readonly guide: GuidedCheck }) {
  const say = useSay()
  const { vm } = guide
  // The heartbeat always, the others where there is something to say about them.
  const services = row.services.filter(
    ({ service, verdict }) => verdict !== null && (service === 'heartbeat' || severity(verdict) > severity('healthy')),
  )
  const lost = [...new Set(vm.findings.flatMap((finding) => finding.lost ?? []))]
  return (
    <dl className="facts">
      {row.verdict === 'not-running' && (
        <>
          <dt>{say('ui.panel.state')}</dt>
          <dd>{say(`term.state.${vm.state}`)}</dd>
        </>
      )}
      {services.map(({ service, word }) => {
        const status = vm.services.find((one) => one.service === service)
        const codes = [status?.status?.code, status?.detail?.code].filter((code) => code !== undefined)
        return (
          <div key={service}>
            <dt>{say(`term.service.${service}`)}</dt>
            <dd>
              {word} {codes.length > 0 && <code className="muted">{codes.join(', ')}</code>}
            </dd>
          </div>
        )
      })}
      {row.addresses.length > 0 && (
        <div>
          <dt>{say('ui.panel.addresses')}</dt>
          <dd>
            <HostText text={row.addresses.slice(0, 3).join(', ')} />
          </dd>
        </div>
      )}
      {lost.length > 0 && (
        <div>
          <dt>{say('ui.panel.lost')}</dt>
          <dd>{lost.join('; ')}</dd>
        </div>
      )}
    </dl>
  )
}

/** The selected VM: the answer, what it rests on, and the way on. */
export function VmPanel({ row, guide, onOpen, onCopySummary, onCopyCommand }: VmPanelProps) {
  const say = useSay()
  const finding = guide?.vm.findings[0]
  const question = finding?.question?.text
  const step = guide === null ? undefined : stepsOf(guide.vm)[0]
  return (
    <section className="panel" aria-label={say('ui.pane.selected')} data-pane="">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a stop it could not be scrolled by keyboard */}
      <div className="panel-body" tabIndex={0}>
        <div>
          <h2 className="panel-name">
            <HostText text={row.name} />
          </h2>
          <p className="muted">
            <HostText text={guide === null ? guestText(row, say) : guestLine(guide.vm, row.guest, say)} />
          </p>
        </div>
        <VerdictBadge verdict={row.verdict} code={finding?.code ?? null} />
        <p className="panel-sentence">
          <HostText text={guide?.vm.headline ?? row.title} />
        </p>
        {guide !== null && <SinceWhen vm={guide.vm} />}
        {guide !== null && <Facts row={row} guide={guide} />}
        {(question !== undefined || step !== undefined) && (
          <div className="panel-first">
            <h3>{say('ui.panel.first-step')}</h3>
            {question !== undefined ? (
              <p>{question}</p>
            ) : (
              step !== undefined && <ToDoStep step={step} onCopy={onCopyCommand} />
            )}
          </div>
        )}
      </div>
      {/* Below what is still being read, so that it stays where it is while the details come in. */}
      <div className="panel-actions">
        <Action kind="primary" icon={<Stethoscope size="1.15rem" aria-hidden />} keys="Enter" onPress={onOpen}>
          {say('ui.panel.guided')}
        </Action>
        {guide !== null && (
          <IconAction
            kind="plain"
            label={say('ui.action.copy-summary')}
            icon={<Copy size="1.15rem" aria-hidden />}
            onPress={onCopySummary}
          />
        )}
      </div>
    </section>
  )
}
