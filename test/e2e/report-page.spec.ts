import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type RunningApp, test } from './app'
import { check } from './command'

/** A saved report of the sample host, opened as its reader would: in a browser window of its own. */
async function openReport({ electron, folder }: RunningApp, language: string): Promise<Page> {
  const file = join(folder, 'report.html')
  await check('--sample', '--lang', language, '--format', 'html', '--output', file)
  const opened = electron.waitForEvent('window')
  await electron.evaluate(async ({ BrowserWindow }, path) => {
    const window = new BrowserWindow({
      width: 1280,
      height: 900,
      webPreferences: { sandbox: true, partition: 'reader' },
    })
    await window.loadFile(path)
  }, file)
  const page = await opened
  await page.waitForLoadState()
  return page
}

async function fold(page: Page, isOpen: boolean): Promise<void> {
  await page.evaluate((open) => {
    for (const part of document.querySelectorAll('details')) part.open = open
  }, isOpen)
}

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** What a reader cannot reach: the page scrolls sideways, or a text is cut by its own box or by the window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`)
    for (const element of document.querySelectorAll<HTMLElement>('main *:not(svg, svg *, .hidden)')) {
      const { overflowX } = getComputedStyle(element)
      const name = `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`
      if (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${name}`)
      const { right, width } = element.getBoundingClientRect()
      if (width > 0 && right > innerWidth + 1 && element.closest('.scroll') === null) found.push(`outside: ${name}`)
    }
    return found
  })
}

for (const language of ['en', 'ko'] as const) {
  test(`axe finds nothing in a saved report, folded and open, light, dark and in contrast themes, ${language}`, async ({
    start,
  }) => {
    test.slow()
    const page = await openReport(await start({ language }), language)
    for (const forcedColors of ['none', 'active'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors })
        for (const isOpen of [false, true]) {
          await fold(page, isOpen)
          const where = `${colorScheme}, forced colours ${forcedColors}, ${isOpen ? 'open' : 'folded'}`
          expect(await violations(page), where).toEqual([])
        }
      }
    }
  })

  test(`a saved report loses nothing at 200 %, on a narrow window and in print, ${language}`, async ({ start }) => {
    test.slow()
    const app = await start({ language })
    const page = await openReport(app, language)
    await fold(page, true)
    // Last at its own size, at which it is printed.
    for (const zoom of [2, 4, 1]) {
      await app.electron.evaluate(({ BrowserWindow }, factor) => {
        for (const window of BrowserWindow.getAllWindows())
          if (window.webContents.getURL().endsWith('report.html')) window.webContents.setZoomFactor(factor)
      }, zoom)
      await expect.poll(() => page.evaluate(() => Math.round(outerWidth / innerWidth))).toBe(zoom)
      for (const forcedColors of ['none', 'active'] as const) {
        await page.emulateMedia({ forcedColors })
        expect(await cutOff(page), `${zoom * 100} %, forced colours ${forcedColors}`).toEqual([])
      }
      if (zoom === 2) expect(await violations(page), 'axe at 200 %').toEqual([])
    }
    await page.emulateMedia({ media: 'print' })
    expect(await cutOff(page), 'print').toEqual([])
    await expect(page.locator('.filter').first()).toBeHidden()
    await expect(page.locator('.foot .on-paper').first()).toBeVisible()
  })

  test(`a contrast theme keeps the parts of a report apart without their colours, ${language}`, async ({ start }) => {
    const page = await openReport(await start({ language }), language)
    await page.emulateMedia({ forcedColors: 'active' })
    const parts = page.locator('.bar i')
    expect(await parts.count()).toBe(6)
    for (const part of await parts.all()) await expect(part).toHaveCSS('border-top-style', 'solid')
    for (const verdict of ['action-needed', 'cannot-tell', 'advice', 'safe-to-ignore', 'healthy', 'not-running']) {
      const mark = page.locator(`.counts .v-${verdict}`)
      await expect(mark.locator('use')).toHaveAttribute('href', `#i-${verdict}`)
      await expect(mark).toHaveText(/\S+ \d+$/)
    }
  })
}
