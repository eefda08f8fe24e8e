import { randomUUID } from 'node:crypto'
import { app, BrowserWindow, session } from 'electron'
import { MARGINS_MM, PAPER_RULES, pageFoot } from './page-frame'
import type { PrintPdf } from './pdf-request'
import { printable } from './printable'

const MM_PER_INCH = 25.4
/** A report of ten thousand VMs takes minutes; beyond this something hangs. */
const LIMIT_MS = 600_000

/** A window that nobody sees and that can reach nothing: no script, no network, no file, a session that ends with it. */
function hiddenWindow(page: string): { readonly window: BrowserWindow; readonly address: string } {
  const own = session.fromPartition(`print-${randomUUID()}`)
  const address = 'report://print/'
  own.protocol.handle('report', () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address }))
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  return { window, address }
}

function within<Value>(limitMs: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(Object.assign(new Error('printing hangs'), { code: 'ETIMEDOUT' })), limitMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/**
 * Prints an HTML report to PDF in a hidden window: A4, tagged, with an outline of its headings, its title and language,
 * “page x of y” at every foot. Fonts are embedded as far as they are used. Throws what Chromium throws.
 */
export const printPdf: PrintPdf = async ({ page, line, language }) => {
  await app.whenReady()
  const { window, address } = hiddenWindow(printable(page))
  const inches = (mm: number): number => mm / MM_PER_INCH
  try {
    await within(LIMIT_MS, window.loadURL(address))
    await window.webContents.insertCSS(PAPER_RULES)
    const printed = window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: pageFoot(line, language),
      margins: {
        top: inches(MARGINS_MM.top),
        right: inches(MARGINS_MM.right),
        bottom: inches(MARGINS_MM.bottom),
        left: inches(MARGINS_MM.left),
      },
    })
    return await within(LIMIT_MS, printed)
  } finally {
    window.destroy()
  }
}

/** Opens the system's print dialog with an HTML report. Resolves when the person has printed it or closed the dialog. */
export async function printPage(page: string): Promise<void> {
  await app.whenReady()
  const { window, address } = hiddenWindow(printable(page))
  try {
    await within(LIMIT_MS, window.loadURL(address))
    await new Promise<void>((resolve) => {
      window.webContents.print({ printBackground: true }, () => resolve())
    })
  } finally {
    window.destroy()
  }
}
