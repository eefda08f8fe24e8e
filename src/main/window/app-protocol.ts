import { protocol } from 'electron'
import type { PageStart } from '../../core/ipc'
import { answerRequest, APP_SCHEME } from './app-files'

/** Declares the scheme; has to be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the built window from a folder, and what its page starts from.
 *
 * `protocol.handle`, which replaces this way of serving, loads Node's HTTP client before the first answer and passes every
 * file through a stream of this process: the window would come up noticeably later.
 */
export function serveApp(root: string, start: () => Promise<PageStart>): void {
  protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    void answerRequest(root, request, start).then(respond)
  })
}
