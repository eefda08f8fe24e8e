import {
  ClipboardPaste,
  FolderOpen,
  GraduationCap,
  History,
  LayoutList,
  Monitor,
  Network,
  PhoneCall,
  Search,
  TriangleAlert,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { SourceSummary } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import { useSay } from '../state/session-context'
import { IconAction } from './action'
import { HostText } from './host-text'
import { SettingsButton } from './settings-button'
import { SourceIcon } from './source-icon'

interface SourceRailProps {
  readonly sources: readonly SourceSummary[]
  readonly shownId: string | null
  /** On the start screen, which is this computer's. */
  readonly isStart: boolean
  readonly isHistory: boolean
  readonly onShowHistory: () => void
  readonly isRollUp: boolean
  readonly onShowRollUp: () => void
  readonly isChecking: boolean
  readonly onShowLocal: () => void
  readonly onShow: (sourceId: string) => void
  readonly onClose: (sourceId: string) => void
  readonly onOpenCapture: () => void
  readonly onPaste: () => void
  readonly onRemote: () => void
  readonly onFind: () => void
  readonly onOpenSample: () => void
  readonly onPractice: () => void
}

interface EntryProps {
  readonly icon: ReactNode
  readonly name: ReactNode
  readonly isShown?: boolean
  readonly summary?: SourceSummary | undefined
  readonly isBusy?: boolean
  readonly onPress: () => void
  readonly onClose?: () => void
}

function Entry({ icon, name, isShown = false, summary, isBusy = false, onPress, onClose }: EntryProps) {
  const say = useSay()
  const count = summary?.needsAction ?? 0
  return (
    <li className={isShown ? 'rail-entry shown' : 'rail-entry'}>
      <Button className="rail-button" onPress={onPress} {...(isShown ? { 'aria-current': 'page' as const } : {})}>
        {icon}
        <span className="rail-name">{name}</span>
        {isBusy && <span className="spinner" aria-hidden="true" />}
        {count > 0 && (
          <>
            <span className="rail-count" aria-hidden="true">
              {count}
            </span>
            <span className="visually-hidden">{say('ui.source.needs-action', { count })}</span>
          </>
        )}
        {summary !== undefined && summary.problem !== null && (
          <span className="visually-hidden">{say('ui.source.unreadable')}</span>
        )}
      </Button>
      {onClose !== undefined && summary !== undefined && (
        <IconAction
          className="rail-close"
          label={say('ui.source.close', { name: shownText(summary.name) })}
          icon={<X size="1rem" aria-hidden />}
          onPress={onClose}
        />
      )}
    </li>
  )
}

/** The sources on the left: this computer, open captures and texts, and the ways to more. */
export function SourceRail(props: SourceRailProps) {
  const { isStart, isHistory, onShowHistory } = props
  const { sources, shownId, isChecking, onShowLocal, onShow, onClose, onOpenCapture, onPaste, onFind, onOpenSample } =
    props
  const say = useSay()
  const local = sources.find(({ kind }) => kind === 'local')
  const practice = sources.find(({ kind }) => kind === 'practice')
  const sample = sources.find(({ kind }) => kind === 'sample')
  return (
    <nav className="rail" aria-label={say('ui.pane.sources')} data-pane="">
      <ul>
        <Entry
          icon={<Monitor size="1.15rem" aria-hidden />}
          name={say('ui.source.local')}
          isShown={isStart || (local !== undefined && shownId === local.id)}
          summary={local}
          isBusy={isChecking}
          onPress={onShowLocal}
        />
        <Entry icon={<Search size="1.15rem" aria-hidden />} name={say('find.open')} onPress={onFind} />
        {sources.filter(({ kind }) => kind !== 'practice').length > 1 && (
          <Entry
            icon={<LayoutList size="1.15rem" aria-hidden />}
            name={say('rollup.title')}
            isShown={props.isRollUp}
            onPress={props.onShowRollUp}
          />
        )}
      </ul>
      <h2 className="rail-heading">{say('remote.ui.group')}</h2>
      <ul>
        {sources
          .filter(({ kind }) => kind === 'remote')
          .map((source) => (
            <Entry
              key={source.id}
              icon={
                source.problem === null ? (
                  <SourceIcon kind={source.kind} />
                ) : (
                  <TriangleAlert size="1.15rem" aria-hidden className="source-icon" />
                )
              }
              name={<HostText text={source.name} />}
              isShown={source.id === shownId}
              summary={source}
              onPress={() => onShow(source.id)}
              onClose={() => onClose(source.id)}
            />
          ))}
        <Entry icon={<Network size="1.15rem" aria-hidden />} name={say('remote.ui.open')} onPress={props.onRemote} />
      </ul>
      <h2 className="rail-heading">{say('ui.source.from-file')}</h2>
      <ul>
        {sources
          .filter(({ kind }) => kind === 'capture' || kind === 'pasted')
          .map((source) => (
            <Entry
              key={source.id}
              icon={<SourceIcon kind={source.kind} />}
              name={<HostText text={source.name} />}
              isShown={source.id === shownId}
              summary={source}
              onPress={() => onShow(source.id)}
              onClose={() => onClose(source.id)}
            />
          ))}
        <Entry
          icon={<FolderOpen size="1.15rem" aria-hidden />}
          name={say('ui.source.open-capture')}
          onPress={onOpenCapture}
        />
        <Entry icon={<ClipboardPaste size="1.15rem" aria-hidden />} name={say('ui.source.paste')} onPress={onPaste} />
      </ul>
      <ul className="rail-foot">
        <Entry
          icon={<History size="1.15rem" aria-hidden />}
          name={say('history.title')}
          isShown={isHistory}
          onPress={onShowHistory}
        />
        <Entry
          icon={<GraduationCap size="1.15rem" aria-hidden />}
          name={say('ui.source.sample')}
          isShown={sample !== undefined && sample.id === shownId}
          summary={sample}
          onPress={() => (sample === undefined ? onOpenSample() : onShow(sample.id))}
        />
        <Entry
          icon={<PhoneCall size="1.15rem" aria-hidden />}
          name={say('ui.source.practice')}
          isShown={practice !== undefined && practice.id === shownId}
          onPress={props.onPractice}
        />
        <li className="rail-entry">
          <SettingsButton />
        </li>
      </ul>
    </nav>
  )
}
