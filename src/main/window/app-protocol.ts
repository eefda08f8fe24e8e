import { protocol } from 'electron'
import { answerRequest, APP_SCHEME } from './app-files'

/** Declares the scheme; has to be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built window from a folder. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, (request) => answerRequest(root, request))
}
