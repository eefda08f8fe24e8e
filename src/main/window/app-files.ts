import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { PageStart } from '../../core/ipc'

export const APP_SCHEME = 'app'
const HOST = 'ui'

/** Scheme and host of the window's own pages; nothing else is ever loaded. */
export const APP_ORIGIN = `${APP_SCHEME}://${HOST}`

/** Where the page asks what it starts from. */
const PAGE_START = `${APP_ORIGIN}/start.json`

/** No remote content, no inline script or style, no plug-ins, no frames. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The file behind an address, inside `root` and of a known kind; null for every other address. */
export function appFile(root: string, address: string): string | null {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== `${APP_SCHEME}:` || url.host !== HOST) return null
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  // A decoded %2e%2e, %5c or %00 is not part of any of our names.
  if (!/^\/[\w./-]*$/.test(path) || path.split('/').includes('..')) return null
  const file = join(root, path === '/' ? 'index.html' : path)
  return file.startsWith(root + sep) && extname(file) in TYPES ? file : null
}

/** What a request is answered with. */
export interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly mimeType: string
  readonly data: Buffer
}

const HEADERS = { 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff' }

const NOT_THERE: Answer = { statusCode: 404, headers: HEADERS, mimeType: 'text/plain', data: Buffer.alloc(0) }

function found(type: string, data: Buffer): Answer {
  return {
    statusCode: 200,
    headers: { ...HEADERS, 'Content-Type': type },
    mimeType: type.split(';', 1)[0] ?? type,
    data,
  }
}

/**
 * Answers one request of the window. `start` tells what the page starts from, which has an address of its own: the page
 * need not wait for it, and the process that draws it is there the sooner.
 */
export async function answerRequest(
  root: string,
  request: { readonly url: string; readonly method: string },
  start: () => Promise<PageStart>,
): Promise<Answer> {
  if (request.method !== 'GET') return NOT_THERE
  if (request.url === PAGE_START) return found('application/json', Buffer.from(JSON.stringify(await start())))
  const file = appFile(root, request.url)
  const content = file === null ? null : await readFile(file).catch(() => null)
  if (file === null || content === null) return NOT_THERE
  return found(TYPES[extname(file)] ?? 'application/octet-stream', content)
}
