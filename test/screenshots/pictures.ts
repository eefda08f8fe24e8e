import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, ROOT, test, type LaunchOptions, type RunningApp } from '../e2e/app'
import { goToStep, openGuide, overviewOf, pasteTicket, readPaste, rowOf, toastOf } from '../e2e/window'
import { twoChecks } from '../e2e/two-checks'

const FOLDER = process.env['SCREENSHOTS_FOLDER'] ?? join(ROOT, 'screenshots')

/** Takes the pictures of one look: `take('overview')` makes overview-LOOK.png. */
type Take = (screen: string) => Promise<void>

function taker({ page }: RunningApp, look: string): Take {
  return async (screen) => {
    await mkdir(FOLDER, { recursive: true })
    // Where the pointer rests something would look hovered.
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(FOLDER, `${screen}-${look}.png`), animations: 'disabled' })
  }
}

/** The table of a source, with all that stands around it. */
async function overviewDrawn(app: RunningApp): Promise<void> {
  await overviewOf(app)
  await expect(app.page.getByRole('button', { name: app.words('ui.action.save'), exact: true })).toBeVisible()
}

async function takeOverview(app: RunningApp, take: Take): Promise<void> {
  await overviewDrawn(app)
  await expect(app.page.getByRole('region', { name: app.words('ui.pane.selected') })).toContainText('IS-')
  await take('overview')
}

async function takeGroups({ page, words }: RunningApp, take: Take): Promise<void> {
  const group = (by: string) =>
    page.getByRole('button', { name: words('overview.group.by', { what: words(`overview.group.${by}`) }) })
  await group('none').click()
  await page.getByRole('menuitemradio', { name: words('overview.group.verdict') }).click()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await take('overview-grouped')
  await group('verdict').click()
  await page.getByRole('menuitemradio', { name: words('overview.group.none') }).click()
  await page.keyboard.press('F5')
  await expect(page.getByText(words('compare.screen.recheck'), { exact: true })).toBeVisible({ timeout: 30_000 })
  await take('overview-rechecked')
}

async function takeNote({ page, words }: RunningApp, take: Take): Promise<void> {
  const note = page.getByRole('textbox', { name: words('ui.guide.note') })
  await note.fill('INC0012345')
  await note.scrollIntoViewIfNeeded()
  await take('note')
}

async function takeGuide(app: RunningApp, take: Take): Promise<void> {
  const { page, words } = app
  await openGuide(app, 'web-01')
  for (const step of ['symptom', 'power', 'guest', 'services', 'versions', 'support', 'result']) {
    await goToStep(app, step)
    await take(`guide-${step}`)
  }
  await page.keyboard.press('Escape')
  await openGuide(app, '인사-01')
  await goToStep(app, 'guest')
  await page.getByRole('radio', { name: words('question.guest-os.answers.linux'), exact: true }).check({ force: true })
  await take('question')
  await page.keyboard.press('Escape')
  await openGuide(app, 'db-02')
  await goToStep(app, 'result')
  await take('result-action')
  await takeNote(app, take)
  await page.keyboard.press('Escape')
}

async function takeOverlays(app: RunningApp, take: Take): Promise<void> {
  const { page, words } = app
  await page.getByRole('button', { name: words('ui.action.save'), exact: true }).click()
  await expect(toastOf(app)).toBeVisible()
  await take('toast')
  await toastOf(app)
    .getByRole('button', { name: words('ui.action.dismiss') })
    .click()
  await page.getByRole('button', { name: words('ui.source.settings') }).click()
  await take('settings')
  await page.getByLabel(words('settings.contact')).scrollIntoViewIfNeeded()
  await take('settings-reports')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: words('ui.action.save-more') }).click()
  await take('save-menu')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await take('shortcuts')
  await page.keyboard.press('Escape')
}

async function takeAsking(app: RunningApp, take: Take): Promise<void> {
  const { page, words } = app
  await page.keyboard.press('Control+e')
  await take('explain')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').first()).toBeVisible()
  await take('explain-answer')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('ubuntu')
  await expect(page.getByRole('option').first()).toBeVisible()
  await take('find')
  await page.keyboard.press('Escape')
  await openGuide(app, 'db-02')
  await goToStep(app, 'result')
  await page
    .getByRole('button', { name: words('accepted.accept') })
    .first()
    .press('Enter')
  await page.keyboard.press('Enter')
  await take('accept')
  await page.keyboard.type('INC0012345')
  await page.keyboard.press('Tab')
  await page.keyboard.type('김지원')
  await page.keyboard.press('Enter')
  const takeBack = page.getByRole('button', { name: words('accepted.take-back') }).first()
  await expect(takeBack).toBeVisible()
  await takeBack.scrollIntoViewIfNeeded()
  await take('result-accepted')
  await page.keyboard.press('Escape')
  await take('overview-accepted')
  await page.keyboard.press('Control+Shift+A')
  await expect(page.getByRole('dialog')).toContainText('db-02')
  await take('accepted')
  await page.keyboard.press('Escape')
}

const looks: readonly (readonly [look: string, options: LaunchOptions])[] = (['en', 'ko'] as const).flatMap(
  (language) => (['light', 'dark'] as const).map((theme) => [`${language}-${theme}`, { language, theme }] as const),
)
const small = { size: [900, 600] } as const

for (const [look, options] of [
  ...looks,
  ['en-light-small', small],
  ['ko-light-small', { ...small, language: 'ko' }],
] as const) {
  test(`a host and its guided checks, ${look}`, async ({ start }) => {
    const app = await start(options)
    const take = taker(app, look)
    await takeOverview(app, take)
    await takeGuide(app, take)
    await takeOverlays(app, take)
    await takeGroups(app, take)
  })

  test(`practice calls, ${look}`, async ({ start }) => {
    const app = await start({ ...options, powershell: null })
    const { page, words } = app
    const take = taker(app, look)
    await page.getByRole('button', { name: words('ui.source.practice'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: words('practice.degraded-linux.name') })).toBeVisible()
    await take('practice')
    await dialog.getByRole('button', { name: words('practice.degraded-linux.name') }).click()
    await take('practice-call')
    await dialog.getByRole('radio', { name: words('verdict.safe-to-ignore'), exact: true }).press('Space')
    await dialog.getByRole('radio', { name: words('practice.degraded-linux.step-a') }).press('Space')
    await dialog.getByRole('button', { name: words('practice.check') }).click()
    await dialog.getByRole('button', { name: words('practice.open-check') }).scrollIntoViewIfNeeded()
    await take('practice-solved')
  })

  test(`asking and accepting, ${look}`, async ({ start }) => {
    const app = await start(options)
    await overviewOf(app)
    await takeAsking(app, taker(app, look))
  })

  test(`history and comparison, ${look}`, async ({ start }) => {
    const app = await start({ ...options, powershell: null, args: [...(await twoChecks())] })
    const { page, words } = app
    const take = taker(app, look)
    await overviewDrawn(app)
    await take('overview-earlier')
    await page.keyboard.press('Control+h')
    const compare = page.getByRole('button', { name: words('history.compare-earlier') }).first()
    await expect(compare).toBeVisible()
    await take('history')
    await compare.click()
    await expect(page.getByText(words('compare.change.worse'), { exact: true })).toBeVisible()
    await take('compare')
    await page.getByRole('button', { name: words('rollup.title'), exact: true }).click()
    await expect(page.getByRole('table', { name: words('rollup.table') })).toBeVisible()
    await take('all-sources')
    await page.getByRole('radio', { name: words('rollup.part.all') }).click()
    await overviewOf(app)
    await take('all-machines')
    await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click())
    const about = page.getByRole('dialog', { name: words('ui.about.title') })
    await about.getByRole('button', { name: /\d/ }).click()
    await take('about')
  })

  test(`no host, ${look}`, async ({ start }) => {
    const app = await start({ ...options, powershell: null })
    await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(
      app.words('problem.cause.powershell-missing.message'),
    )
    const take = taker(app, look)
    await take('first-start')
    await app.page.keyboard.press('Control+Shift+O')
    await expect(app.page.getByRole('dialog')).toBeVisible()
    await take('remote')
  })

  test(`a pasted text, ${look}`, async ({ start }) => {
    const app = await start({ ...options, powershell: null })
    const take = taker(app, look)
    await pasteTicket(app)
    await take('paste')
    await pasteTicket(app, 'The rain has stopped.')
    await readPaste(app)
    await expect(app.page.getByRole('alert')).toContainText(app.words('pasted.refusal.nothing.step'))
    await take('paste-refused')
    await pasteTicket(app)
    await readPaste(app)
    await expect(app.page.getByRole('dialog')).toContainText('IS-')
    await take('pasted')
    await app.page.keyboard.press('Control+Enter')
    await overviewDrawn(app)
    await expect(app.page.getByRole('region', { name: app.words('ui.pane.selected') })).toContainText('IS-')
    await take('pasted-check')
  })

  test(`while checking, ${look}`, async ({ start }) => {
    const app = await start({ ...options, faults: { slow: { Msvm_VssComponent: 20_000 } } })
    await expect(app.page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /Msvm_VssComponent/)
    await taker(app, look)('checking')
  })
}

test('a capture that could not be read, and a class that could not', async ({ start }) => {
  const app = await start({ faults: { errors: { Msvm_VssComponent: { code: '0x80041003' } } } })
  const take = taker(app, 'en-light')
  await overviewOf(app)
  await take('not-read')
  await app.page.getByRole('button', { name: app.words('ui.action.details') }).click()
  await take('not-read-details')
  await app.page.keyboard.press('Escape')
  await app.electron.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    },
    join(ROOT, 'package.json'),
  )
  await app.page.keyboard.press('Control+o')
  await expect(app.page.getByRole('main')).toContainText('package.json')
  await take('broken-capture')
})

test('contrast theme', async ({ start }) => {
  const app = await start()
  await app.page.emulateMedia({ forcedColors: 'active' })
  const take = taker(app, 'contrast')
  await takeOverview(app, take)
  await openGuide(app, 'web-01')
  await goToStep(app, 'result')
  await take('guide-result')
})

test('text and everything else at twice the size', async ({ start }) => {
  const app = await start({ language: 'ko' })
  await overviewOf(app)
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  // Playwright would cut its picture to the size without zoom.
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBeLessThan(700)
  await app.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const take: Take = async (screen) => {
    const picture = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
    await writeFile(join(FOLDER, `${screen}-zoomed.png`), Buffer.from(picture, 'base64'))
  }
  await take('overview')
  await rowOf(app.page, 'web-01').dblclick()
  await expect(app.page.getByRole('heading', { level: 2, name: app.words('guide.title.symptom') })).toBeVisible()
  await take('guide-symptom')
})
