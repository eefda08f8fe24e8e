import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type LaunchOptions, type RunningApp } from './app'
import { everyScreen } from './every-screen'
import { goToStep, openGuide, overviewOf, pasteTicket, readPaste, toastOf } from './window'

/** What axe finds on the screen as it is now, in words that can be read in a failure. */
async function findings({ page }: RunningApp, hasPopup = false): Promise<readonly string[]> {
  // Electron has no further targets that axe could open its own page in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // React Aria puts a popup beside the page and closes the page to assistive technology, so it stands in no landmark.
  if (hasPopup) axe.disableRules(['region'])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  )
}

for (const language of ['en', 'ko'] as const) {
  for (const look of ['light', 'dark', 'forced colours'] as const) {
    test(`axe finds nothing on any screen, ${language}, ${look}`, async ({ start }) => {
      const begin = async (options: LaunchOptions) => {
        const app = await start({ ...options, language, theme: look === 'dark' ? 'dark' : 'light' })
        if (look === 'forced colours') await app.page.emulateMedia({ forcedColors: 'active' })
        return app
      }
      await everyScreen(
        begin,
        'web-01',
        (app) => (screen, hasPopup) =>
          test.step(screen, async () => expect.soft(await findings(app, hasPopup), screen).toEqual([])),
      )
    })
  }

  test(`axe finds nothing where something is asked, found or saved, ${language}`, async ({ start }) => {
    const app = await start({ language })
    const { page, words } = app
    const clean = (screen: string) => test.step(screen, async () => expect(await findings(app), screen).toEqual([]))
    await overviewOf(app)
    await page.getByRole('searchbox').fill('nothing has this name')
    await clean('nothing found')
    await page.getByRole('searchbox').fill('')
    await openGuide(app, '인사-01')
    await goToStep(app, 'guest')
    await clean('question')
    await goToStep(app, 'services')
    await page.getByRole('button', { name: words('ui.action.show-raw') }).click()
    await clean('services with raw values')
    await goToStep(app, 'result')
    await page.getByRole('button', { name: words('ui.result.raw') }).click()
    await page.keyboard.press('Control+s')
    await expect(toastOf(app)).toBeVisible()
    await clean('result, report saved')
    await toastOf(app)
      .getByRole('button', { name: words('menu.copy-ticket') })
      .click()
    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('인사-01')
  })
}

test('axe finds nothing on the start screen and while checking', async ({ start }) => {
  const app = await start({ faults: { hang: ['Win32_OperatingSystem'] } })
  const { page, words } = app
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect(await findings(app)).toEqual([])
  await page.getByRole('button', { name: words('ui.action.cancel') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ui.start.cancelled'))
  expect(await findings(app)).toEqual([])
})

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing where a text is pasted, ${language}, ${theme}`, async ({ start }) => {
      const app = await start({ language, theme, powershell: null })
      const { page, words } = app
      await pasteTicket(app, 'The rain has stopped.')
      expect(await findings(app), 'with a text').toEqual([])
      await readPaste(app)
      await expect(page.getByRole('alert')).toContainText(words('pasted.refusal.nothing.step'))
      expect(await findings(app), 'with a refusal').toEqual([])
      await pasteTicket(app)
      await readPaste(app)
      await expect(page.getByRole('button', { name: words('understood.open') })).toBeVisible()
      expect(await findings(app), 'with what was understood').toEqual([])
      await page.getByRole('button', { name: words('guide.title.symptom') }).click()
      expect(await findings(app), 'with what the caller sees').toEqual([])
      await page.keyboard.press('Escape')
      await overviewOf(app)
      expect(await findings(app), 'with its check').toEqual([])
    })
  }
}
