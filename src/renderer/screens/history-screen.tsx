import { FolderOpen, GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { HistoryHost, HistoryOverview } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import { Action } from '../components/action'
import { ConfirmDelete } from '../components/confirm-delete'
import { HistorySwitch } from '../components/history-switch'
import { HostText } from '../components/host-text'
import { ProblemNote } from '../components/problem-note'
import { momentText } from '../format-time'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'

/** Checks of a host that are drawn at once. */
const PAGE = 10

function mebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? '< 1' : String(Math.round(bytes / 1024 / 1024))
}

function limitText(limitMebibytes: number): string {
  const gibibytes = limitMebibytes / 1024
  return Number.isInteger(gibibytes) ? `${gibibytes} GiB` : `${limitMebibytes} MiB`
}

function HostChecks({ host }: { readonly host: HistoryHost }) {
  const say = useSay()
  const language = useLanguage()
  const session = useSession()
  const [limit, setLimit] = useState(PAGE)
  const [now] = useState(Date.now)
  const oldest = host.checks.at(-1)
  const title = host.domain === null ? host.name : `${host.name} (${host.domain})`
  return (
    <section className="kept-host" aria-label={say('history.checks-of', { host: shownText(title) })}>
      <div className="kept-title">
        <h2>
          <HostText text={title} />
        </h2>
        {host.os !== null && <HostText text={host.os} className="muted" />}
        <span className="spacer" />
        <ConfirmDelete
          label={say('history.delete-host', { host: shownText(host.name) })}
          text={say('history.delete-text', { what: 'host', host: host.name, time: '' })}
          isSmall
          onDelete={() => void session.deleteKept({ hostId: host.id })}
        />
      </div>
      <table className="found kept">
        <thead>
          <tr>
            {(['time', 'machines', 'action', 'open', 'changes'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`history.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {host.checks.slice(0, limit).map((check) => {
            const { file, checkedAt, summary } = check
            const ref = { hostId: host.id, file }
            const time = momentText(checkedAt, now, language)
            return (
              <tr key={file}>
                <th scope="row">{time}</th>
                <td>{Object.values(summary).reduce((sum, count) => sum + count, 0)}</td>
                <td className={summary['action-needed'] > 0 ? 'act strong' : 'muted'}>{summary['action-needed']}</td>
                <td className={summary['cannot-tell'] > 0 ? '' : 'muted'}>{summary['cannot-tell']}</td>
                <td>
                  <div className="kept-actions">
                    <Action icon={<FolderOpen size="1.05rem" aria-hidden />} onPress={() => void session.openKept(ref)}>
                      {say('history.open')}
                    </Action>
                    <Action
                      icon={<GitCompareArrows size="1.05rem" aria-hidden />}
                      isDisabled={check === oldest}
                      onPress={() => void session.compareWithEarlier(ref)}
                    >
                      {say('history.compare-earlier')}
                    </Action>
                    <ConfirmDelete
                      label={say('history.delete-check', { time })}
                      text={say('history.delete-text', { what: 'check', host: host.name, time })}
                      isSmall
                      onDelete={() => void session.deleteKept(ref)}
                    />
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {host.checks.length > limit && (
        <Button className="button link" onPress={() => setLimit(limit + PAGE)}>
          {say('history.more', { count: host.checks.length - limit })}
        </Button>
      )}
    </section>
  )
}

function Kept({ history }: { readonly history: HistoryOverview }) {
  const say = useSay()
  const session = useSession()
  const checks = history.hosts.reduce((sum, host) => sum + host.checks.length, 0)
  return (
    <>
      <div className="kept-tools">
        <HistorySwitch
          hint={[
            say('history.used', { checks, size: mebibytes(history.bytes) }),
            say('history.limits', { days: history.days, limit: limitText(history.limitMebibytes) }),
          ].join(' ')}
        />
        <span className="spacer" />
        <Action icon={<GitCompareArrows size="1.05rem" aria-hidden />} onPress={() => void session.compare(null, null)}>
          {say('history.compare-two')}
        </Action>
        {checks + history.problems.length > 0 && (
          <ConfirmDelete
            label={say('history.delete-all')}
            text={say('history.delete-text', { what: 'all', host: '', time: '' })}
            onDelete={() => void session.deleteKept({})}
          />
        )}
      </div>
      {[...(history.writeProblem === null ? [] : [history.writeProblem]), ...history.problems].map((problem) => (
        <ProblemNote key={problem.message} problem={problem} onCopy={(text) => void session.copy(text)} />
      ))}
      {checks === 0 && (
        <div className="kept-empty">
          <p>{say('history.empty')}</p>
          <p className="muted">{say('history.empty-why')}</p>
        </div>
      )}
      {history.hosts.map((host) => (
        <HostChecks key={host.id} host={host} />
      ))}
    </>
  )
}

/** The kept checks of all hosts. */
export function HistoryScreen() {
  const say = useSay()
  const history = useApp((state) => state.history)
  return (
    <main className="start" aria-label={say('history.title')} data-pane="">
      <div className="kept-column">
        <div>
          <h1>{say('history.title')}</h1>
          <p className="lead">{say(history?.isOn === false ? 'history.lead-off' : 'history.lead')}</p>
        </div>
        {history === null ? <p className="muted">{say('history.loading')}</p> : <Kept history={history} />}
      </div>
    </main>
  )
}
