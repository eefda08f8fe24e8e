import { useEffect, useLayoutEffect, useRef } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { RollUpSource } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import type { Verdict } from '../../core/model/verdict'
import { Action } from '../components/action'
import { AllMachines } from '../components/all-machines'
import { HostText } from '../components/host-text'
import { SourceIcon } from '../components/source-icon'
import { VERDICTS_BY_WEIGHT, VerdictLabel } from '../components/verdict'
import { idAmongSources } from '../state/roll-up-actions'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'

const totalOf = ({ source }: RollUpSource): number =>
  Object.values(source.summary).reduce((sum, count) => sum + count, 0)

const sumOf = (sources: readonly RollUpSource[], count: (one: RollUpSource) => number): number =>
  sources.reduce((sum, one) => sum + count(one), 0)

const unreadOf = (sources: readonly RollUpSource[]): number =>
  sources.filter(({ source }) => source.problem !== null).length

/** Of a source that could not be read nothing was counted: that is no zero. */
const NOT_COUNTED = '–'

function Count({ count, verdict }: { readonly count: number | null; readonly verdict: Verdict }) {
  if (count === null) return <td className="muted">{NOT_COUNTED}</td>
  return <td className={count === 0 ? 'muted' : verdict === 'action-needed' ? 'act strong' : ''}>{count}</td>
}

function Counts({ sources }: { readonly sources: readonly RollUpSource[] }) {
  const say = useSay()
  const { showSource } = useSession()
  return (
    <div className="roll-up-scroller">
      <table className="found kept roll-up" aria-label={say('rollup.table')}>
        <thead>
          <tr>
            <th scope="col">{say('rollup.source')}</th>
            <th scope="col">{say('rollup.machines')}</th>
            {VERDICTS_BY_WEIGHT.map((verdict) => (
              <th key={verdict} scope="col">
                <VerdictLabel verdict={verdict} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((one) => {
            const { source } = one
            const isRead = source.problem === null
            const accepted = source.summary['action-needed'] - source.needsAction
            return (
              <tr key={source.id}>
                <th scope="row">
                  <div className="roll-up-source">
                    <Action
                      kind="link"
                      icon={<SourceIcon kind={source.kind} />}
                      onPress={() => void showSource(source.id)}
                    >
                      <HostText text={source.name} />
                    </Action>
                    {!isRead && <span className="muted small">{say('ui.source.unreadable')}</span>}
                    {accepted > 0 && <span className="muted small">{say('rollup.accepted', { count: accepted })}</span>}
                  </div>
                </th>
                <td className={isRead ? '' : 'muted'}>{isRead ? totalOf(one) : NOT_COUNTED}</td>
                {VERDICTS_BY_WEIGHT.map((verdict) => (
                  <Count key={verdict} verdict={verdict} count={isRead ? source.summary[verdict] : null} />
                ))}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('rollup.sum')}</th>
            <td>{sumOf(sources, totalOf)}</td>
            {VERDICTS_BY_WEIGHT.map((verdict) => (
              <Count key={verdict} verdict={verdict} count={sumOf(sources, ({ source }) => source.summary[verdict])} />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** VMs of one source that are named; all of them stand in the table of VMs. */
const NAMED = 50

/** Whoever comes back from a VM of the list has the keyboard on it again. */
function useReturn() {
  const list = useRef<HTMLUListElement>(null)
  const leftFrom = useApp(({ rollUpView }) => rollUpView.selectedId)
  useLayoutEffect(() => {
    if (leftFrom === null || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>(`[data-vm="${CSS.escape(leftFrom)}"] button`)?.focus()
  }, [leftFrom])
  return list
}

function NeedsAction({ one }: { readonly one: RollUpSource }) {
  const say = useSay()
  const { openFound } = useSession()
  const { source, rows } = one
  const list = useReturn()
  const needsAction = rows.filter((row) => row.needsAction).slice(0, NAMED)
  const more = source.needsAction - needsAction.length
  return (
    <section className="kept-host" aria-label={say('rollup.of', { name: shownText(source.name) })}>
      <h3>
        <HostText text={source.name} />
      </h3>
      <ul className="roll-up-list" ref={list}>
        {needsAction.map(({ id, name, title }) => (
          <li key={id} data-vm={idAmongSources(source.id, id)}>
            <Action kind="link" onPress={() => void openFound({ from: { sourceId: source.id }, vmId: id })}>
              <HostText text={name} />
            </Action>
            <span>
              <HostText text={title} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted">{say('rollup.more', { count: more })}</p>}
    </section>
  )
}

/** How many VMs of each verdict each source has, and which of them need action. */
function CountedSources({ sources }: { readonly sources: readonly RollUpSource[] }) {
  const say = useSay()
  const acting = sources.filter(({ source }) => source.needsAction > 0)
  return (
    <>
      <Counts sources={sources} />
      <h2>{say('rollup.needs-action')}</h2>
      {acting.length === 0 && <p>{say('rollup.nothing', { unread: unreadOf(sources) })}</p>}
      {acting.map((one) => (
        <NeedsAction key={one.source.id} one={one} />
      ))}
    </>
  )
}

const PARTS = ['sources', 'all'] as const

function RollUp({ sources }: { readonly sources: readonly RollUpSource[] }) {
  const say = useSay()
  const { setRollUpView } = useSession()
  const part = useApp(({ rollUpView }) => rollUpView.part)
  const unread = unreadOf(sources)
  const counts = {
    sources: sources.length - unread,
    total: sumOf(sources, totalOf),
    action: sumOf(sources, ({ source }) => source.needsAction),
  }
  if (sources.length < 2) {
    return (
      <p>
        {say('rollup.one', { sources: sources.length })} {say('rollup.one-step')}
      </p>
    )
  }
  return (
    <>
      <p className="lead">
        {counts.sources > 0 && say('rollup.lead', counts)} {unread > 0 && say('rollup.unread', { count: unread })}
      </p>
      <ToggleButtonGroup
        className="verdict-chips"
        aria-label={say('rollup.show')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[part]}
        onSelectionChange={(keys) => setRollUpView({ part: PARTS.find((id) => keys.has(id)) ?? part })}
      >
        {PARTS.map((id) => (
          <ToggleButton key={id} id={id} className="chip">
            {say(`rollup.part.${id}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {part === 'sources' ? <CountedSources sources={sources} /> : <AllMachines sources={sources} />}
    </>
  )
}

/** All open sources side by side: by source with their counts, or all their VMs in one table. */
export function RollUpScreen() {
  const say = useSay()
  const language = useLanguage()
  const { readRollUp } = useSession()
  const listed = useApp((state) => state.sources)
  const rollUp = useApp((state) => state.rollUp)
  useEffect(() => void readRollUp(), [readRollUp, listed, language])
  return (
    <main className="start roll-up-screen" aria-label={say('rollup.title')} data-pane="">
      <div className="kept-column">
        <h1>{say('rollup.title')}</h1>
        {rollUp === null ? <p className="muted">{say('rollup.loading')}</p> : <RollUp sources={rollUp} />}
      </div>
    </main>
  )
}
