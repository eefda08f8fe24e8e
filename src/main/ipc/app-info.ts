import type { AppInfo } from '../../core/ipc'
import { KNOWLEDGE_DATE } from '../../core/knowledge/revision'
import type { Desk, Desktop } from './desk'

/** What of the desk the window has to know before anything was read. */
export interface WindowDesk extends Pick<Desk, 'version' | 'language' | 'settings' | 'defaultReportFolder'> {
  readonly desktop: Pick<Desktop, 'isDark'>
}

/** The folder that files are saved to without asking. */
export function reportFolder(desk: Pick<WindowDesk, 'settings' | 'defaultReportFolder'>): string {
  return desk.settings.current.reportFolder ?? desk.defaultReportFolder
}

/** What a window needs to start. */
export function appInfo(desk: WindowDesk): AppInfo {
  return {
    version: desk.version,
    knowledge: KNOWLEDGE_DATE,
    language: desk.language(),
    dark: desk.desktop.isDark(),
    settings: desk.settings.current,
    reportFolder: reportFolder(desk),
  }
}
