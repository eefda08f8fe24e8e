import { GitCompare, Info } from 'lucide-react'
import type { Overview } from '../../core/ipc'
import { CheckProgress } from '../components/check-progress'
import { ColumnChoice } from '../components/column-choice'
import { GroupChoice } from '../components/group-choice'
import { MarksBar } from '../components/marks-bar'
import { ProblemNote } from '../components/problem-note'
import { SearchBox } from '../components/search-box'
import { ChangesNote, NotReadNote, Unreadable } from '../components/source-notes'
import { UnderstoodLines } from '../components/understood-lines'
import { VerdictFilter } from '../components/verdict-filter'
import { VmGrid } from '../components/vm-grid'
import { VmMenu } from '../components/vm-menu'
import { VmPanel } from '../components/vm-panel'
import { Action } from '../components/action'
import { answerSentence } from '../state/answer-sentence'
import { canCheckVm, shownCheck, shownSource } from '../state/app-state'
import { shownText } from '../../core/i18n/shown-text'
import { GROUPINGS } from '../../core/model/settings-choices'
import { OPTIONAL_COLUMNS, prepareSearch, visibleRows } from '../state/rows'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'
import { useEffect, useMemo, useState } from 'react'

function Machines({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const language = useLanguage()
  const session = useSession()
  const view = useApp((state) => state.view)
  const selectedId = useApp((state) => state.selectedVmId)
  const guide = useApp((state) => state.guide)
  const marked = useApp((state) => state.markedIds)
  const markedIds = useMemo(() => new Set(marked), [marked])
  const hiddenNames = useApp(({ info }) => info?.settings.hiddenColumns)
  // A name that is no column, from another version, hides nothing.
  const hidden = useMemo(() => OPTIONAL_COLUMNS.filter((column) => hiddenNames?.includes(column)), [hiddenNames])
  const canCheckAgain = useApp(canCheckVm)
  const [menu, setMenu] = useState<{ readonly vmId: string; readonly x: number; readonly y: number } | null>(null)
  const rows = useMemo(() => visibleRows(overview.rows, view, language), [overview.rows, view, language])
  useEffect(() => prepareSearch(overview.rows), [overview.rows])
  const selected = rows.find(({ id }) => id === selectedId)
  const menuRow = rows.find(({ id }) => id === menu?.vmId)
  const copyNames = () => {
    const names = rows.filter(({ id }) => markedIds.has(id)).map(({ name }) => shownText(name))
    void session.copy(names.join('\n'))
  }
  return (
    <>
      <div className="tools">
        <SearchBox value={view.search} onSearch={session.setSearch} />
        <GroupChoice
          offered={GROUPINGS}
          chosen={view.group === 'verdict' ? 'verdict' : 'none'}
          onChange={(groupBy) => {
            session.setGroup(groupBy)
            void session.changeSettings({ groupBy })
          }}
        />
        <MarksBar
          count={marked.length}
          onSave={() => void session.saveReport()}
          onCopyNames={copyNames}
          onClear={session.clearMarks}
        />
        <span className="spacer" />
        {overview.hasEarlier && (
          <Action
            kind="quiet"
            icon={<GitCompare size="1.15rem" aria-hidden />}
            onPress={() => void session.compareWithEarlier()}
          >
            {say('history.compare-earlier')}
          </Action>
        )}
        <ColumnChoice
          hidden={hidden}
          onChange={(hiddenColumns) => void session.changeSettings({ hiddenColumns: [...hiddenColumns] })}
        />
        <span className="muted small">
          {rows.length === overview.rows.length
            ? say('ui.overview.machines', { count: overview.rows.length })
            : say('ui.overview.machines-of', { shown: rows.length, count: overview.rows.length })}
          {overview.queries > 0 &&
            ` · ${say('ui.overview.queries', { count: overview.queries, seconds: (overview.queryMs / 1000).toFixed(1) })}`}
        </span>
      </div>
      <div className="split">
        <div className="machines">
          {rows.length === 0 ? (
            <div className="nothing-matches">
              <p>{say('ui.overview.nothing-matches')}</p>
              <Action onPress={session.showAllRows}>{say('ui.overview.show-all')}</Action>
            </div>
          ) : (
            <VmGrid
              rows={rows}
              selectedId={selectedId}
              marking={{ markedIds, onToggleMark: session.toggleMark, onMarkAll: session.markAll }}
              hidden={hidden}
              sort={view.sort}
              group={view.group}
              onSort={session.sortBy}
              onSelect={session.selectVm}
              onMenu={(vmId, at) => setMenu({ vmId, ...at })}
              onOpen={(vmId) => void session.openGuide(vmId)}
            />
          )}
          {menu !== null && menuRow !== undefined && (
            <VmMenu
              row={menuRow}
              isMarked={markedIds.has(menu.vmId)}
              count={marked.length}
              at={menu}
              onClose={() => setMenu(null)}
              onOpen={() => void session.openGuide(menu.vmId)}
              onCheckAgain={canCheckAgain ? () => void session.checkVm(overview.source.id, menu.vmId) : null}
              onSave={() => void session.saveReport(markedIds.has(menu.vmId) ? marked : [menu.vmId])}
              onCopy={(text) => void session.copy(shownText(text))}
              onToggleMark={() => session.toggleMark(menu.vmId)}
            />
          )}
          {overview.pasted !== null && <UnderstoodLines lines={overview.pasted} />}
        </div>
        {selected !== undefined && (
          <VmPanel
            row={selected}
            guide={guide?.vm.id === selected.id ? guide : null}
            onOpen={() => void session.openGuide(selected.id)}
            onCopySummary={() => void session.copyForTicket('internal')}
            onCopyCommand={(command) => void session.copy(command)}
          />
        )}
      </div>
    </>
  )
}

/** A host that was read: the answer, the counts, its VMs. */
export function SourceScreen() {
  const say = useSay()
  const language = useLanguage()
  const { cancelCheck, setVerdicts, copy } = useSession()
  const source = useApp(shownSource)
  const overview = useApp((state) => state.overview)
  const check = useApp(shownCheck)
  const chosen = useApp((state) => state.view.verdicts)
  if (source === null) return null
  if (overview === null || overview.source.id !== source.id) {
    return (
      <main className="start" aria-label={say('ui.pane.overview')} data-pane="">
        <Unreadable source={source} />
      </main>
    )
  }
  const [problem] = overview.problems
  return (
    <main className="overview" aria-label={say('ui.pane.overview')} data-pane="">
      {check !== null && (
        <div className="recheck">
          <CheckProgress check={check} onCancel={cancelCheck} />
        </div>
      )}
      <section className="answer">
        <h1>{answerSentence(overview.source, language)}</h1>
        {overview.changes !== null && <ChangesNote changes={overview.changes} />}
        {overview.rows.length > 0 && (
          <VerdictFilter summary={overview.source.summary} chosen={chosen} onChoose={setVerdicts} />
        )}
      </section>
      {overview.rows.length > 0 ? (
        <>
          <Machines overview={overview} />
          <NotReadNote overview={overview} />
          {overview.notes.map(({ code, text }) => (
            <p key={code} className="not-read">
              <Info size="1.15rem" aria-hidden />
              <span>
                {text} <code className="muted">{code}</code>
              </span>
            </p>
          ))}
        </>
      ) : (
        <>
          {problem !== undefined && (
            <div className="no-machines">
              <ProblemNote problem={problem} onCopy={(text) => void copy(text)} />
            </div>
          )}
          {overview.pasted !== null && <UnderstoodLines lines={overview.pasted} />}
        </>
      )}
    </main>
  )
}
