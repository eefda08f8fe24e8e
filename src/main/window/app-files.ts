import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export const APP_SCHEME = 'app'
const HOST = 'ui'

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

/** Answers one request of the window. */
export async function answerRequest(root: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const headers = { 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff' }
  const file = request.method === 'GET' ? appFile(root, request.url) : null
  if (file === null) return new Response(null, { status: 404, headers })
  try {
    const content = await readFile(file)
    return new Response(new Uint8Array(content), {
      headers: { ...headers, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' },
    })
  } catch {
    return new Response(null, { status: 404, headers })
  }
}
