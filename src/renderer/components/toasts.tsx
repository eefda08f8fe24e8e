import { Check, Copy, FileCheck, FolderOpen, TriangleAlert, X } from 'lucide-react'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import type { Notice } from '../state/desk'
import { shownText } from '../../core/i18n/shown-text'
import { useSay, useSession } from '../state/session-context'
import { Action, IconAction } from './action'
import { HostText } from './host-text'
import { ProblemCode, problemAsText } from './problem-note'

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 })
const COPIED_MS = 5000

/** Shows a message beside the work. One with something to do on it stays until it is closed. */
export function showNotice(notice: Notice): void {
  queue.add(notice, notice.kind === 'copied' || notice.kind === 'told' ? { timeout: COPIED_MS } : {})
}

const SAVED_TITLES = {
  report: 'ui.toast.saved',
  capture: 'ui.toast.capture-saved',
  collector: 'ui.toast.collector-saved',
  accepted: 'accepted.exported',
  pack: 'files.save.saved-pack',
} as const

function SavedNotice({ notice }: { readonly notice: Extract<Notice, { kind: 'saved' }> }) {
  const say = useSay()
  const { openFile, showFile, copy } = useSession()
  const { path, folder, name, also = [], remarks = [] } = notice.file
  const { copyForTicket = null } = notice
  return (
    <>
      <FileCheck size="1.25rem" aria-hidden />
      <div className="toast-text">
        <Text slot="title">{say(SAVED_TITLES[notice.what])}</Text>
        <Text slot="description">
          <HostText text={name} className="toast-name" />
          {also.length > 0 && (
            <HostText text={say('files.save.also', { names: also.join(', ') })} className="toast-folder" />
          )}
          <HostText text={folder} className="toast-folder" />
          {remarks.map((remark) => (
            <HostText key={remark} text={remark} className="toast-remark" />
          ))}
        </Text>
        <div className="toast-actions">
          {notice.what === 'report' && <Action onPress={() => void openFile(path)}>{say('ui.toast.open')}</Action>}
          <Action icon={<FolderOpen size="1.05rem" aria-hidden />} onPress={() => void showFile(path)}>
            {say('ui.toast.show')}
          </Action>
          <Action icon={<Copy size="1.05rem" aria-hidden />} onPress={() => void copy(shownText(path))}>
            {say('ui.toast.copy-path')}
          </Action>
          {copyForTicket !== null && (
            <Action icon={<Copy size="1.05rem" aria-hidden />} onPress={() => void copyForTicket()}>
              {say('menu.copy-ticket')}
            </Action>
          )}
        </div>
      </div>
    </>
  )
}

function ProblemNotice({ notice }: { readonly notice: Extract<Notice, { kind: 'problem' }> }) {
  const say = useSay()
  const { copy, saveReportAs } = useSession()
  return (
    <>
      <TriangleAlert size="1.25rem" aria-hidden className="act" />
      <div className="toast-text">
        <Text slot="title">
          <HostText text={notice.problem.message} />
        </Text>
        <Text slot="description">
          <HostText text={notice.problem.step} />
        </Text>
        <div className="toast-actions">
          <ProblemCode problem={notice.problem} />
          {notice.problem.code.startsWith('not-saved-') && (
            <Action onPress={() => void saveReportAs()}>{say('files.save.elsewhere')}</Action>
          )}
          <Action kind="link" onPress={() => void copy(problemAsText(notice.problem))}>
            {say('ui.action.copy-error')}
          </Action>
        </div>
      </div>
    </>
  )
}

function NoticeBody({ notice }: { readonly notice: Notice }) {
  const say = useSay()
  switch (notice.kind) {
    case 'saved':
      return <SavedNotice notice={notice} />
    case 'problem':
      return <ProblemNotice notice={notice} />
    case 'told':
    case 'copied':
      return (
        <>
          <Check size="1.25rem" aria-hidden />
          <div className="toast-text">
            <Text slot="title">{notice.kind === 'told' ? notice.text : say('ui.toast.copied')}</Text>
          </div>
        </>
      )
  }
}

/** The messages at the lower edge of the window. */
export function Toasts() {
  const say = useSay()
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={say('ui.toast.region')} data-pane="">
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent className="toast-content">
            <NoticeBody notice={toast.content} />
          </ToastContent>
          <IconAction
            label={say('ui.action.dismiss')}
            icon={<X size="1.1rem" aria-hidden />}
            onPress={() => queue.close(toast.key)}
            className="small"
          />
        </Toast>
      )}
    </ToastRegion>
  )
}
