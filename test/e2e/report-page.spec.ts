import { AxeBuilder } from '@axe-core/playwright'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, ROOT, test } from './app'

const run = promisify(execFile)

for (const language of ['en', 'ko'] as const) {
  test(`axe finds nothing in a saved report, folded and open, light and dark, ${language}`, async ({ start }) => {
    const { electron, folder } = await start({ language })
    const file = join(folder, 'report.html')
    const args = ['scripts/check.mjs', '--sample', '--lang', language, '--format', 'html', '--output', file]
    // Exit codes up to 2 are verdicts.
    await run(process.execPath, args, { cwd: ROOT }).catch((cause: { code?: unknown }) => {
      if (cause.code !== 1 && cause.code !== 2) throw cause
    })
    const opened = electron.waitForEvent('window')
    await electron.evaluate(async ({ BrowserWindow }, path) => {
      const window = new BrowserWindow({ webPreferences: { sandbox: true, partition: 'reader' } })
      await window.loadFile(path)
    }, file)
    const page = await opened
    await page.waitForLoadState()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const isOpen of [false, true]) {
        await page.evaluate((open) => {
          for (const fold of document.querySelectorAll('details')) fold.open = open
        }, isOpen)
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
        expect(found, `${colorScheme}, ${isOpen ? 'open' : 'folded'}`).toEqual([])
      }
    }
  })
}
