import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { PageStart } from '../../core/ipc'

export const APP_SCHEME = 'app'
const HOST = 'ui'
/** Where the page has the data it starts from. */
const PAGE_START = '<script type="application/json" id="page-start">'

/** Scheme and host of the window's own pages; nothing else is ever loaded. */
export const APP_ORIGIN = `${APP_SCHEME}://${HOST}`

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

/** The page with what it starts from, as data that no script can be in. */
export function pageWithStart(page: string, start: PageStart): string {
  const data = JSON.stringify(start).replaceAll('<', '\\u003c')
  return page.replace(PAGE_START, () => `${PAGE_START}${data}`)
}

/** What a request is answered with. */
export interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly mimeType: string
  readonly data: Buffer
}

/** Answers one request of the window. `change` is given the page as it lies on the disk, and tells what to send. */
export async function answerRequest(
  root: string,
  request: { readonly url: string; readonly method: string },
  change: (page: string) => Promise<string>,
): Promise<Answer> {
  const headers = { 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff' }
  const file = request.method === 'GET' ? appFile(root, request.url) : null
  const content = file === null ? null : await readFile(file).catch(() => null)
  if (file === null || content === null) {
    return { statusCode: 404, headers, mimeType: 'text/plain', data: Buffer.alloc(0) }
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return {
    statusCode: 200,
    headers: { ...headers, 'Content-Type': type },
    mimeType: type.split(';', 1)[0] ?? type,
    data: extname(file) === '.html' ? Buffer.from(await change(content.toString())) : content,
  }
}
