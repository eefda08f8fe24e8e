import type { Session, WebContents } from 'electron'
import { APP_ORIGIN } from './app-files'

/** Whether an address is one of the window's own pages. The origin of such an address is the text "null" here, so it is of no use. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(`${APP_ORIGIN}/`)
}

/** Takes everything from a window's session that the program does not need: permissions, devices, other addresses, downloads. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) => {
    const isAllowed = isOwnPage(details.url) || /^(data|devtools):/.test(details.url)
    decide({ cancel: !isAllowed })
  })
}

/** Keeps the window on its own page: no navigation, no further windows, no embedded pages. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
