import { AxeBuilder } from '@axe-core/playwright'
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, SAMPLE_CAPTURE, test, type RunningApp } from './app'
import { shellsOf } from './processes'
import { goToStep, openGuide, overviewOf } from './window'

const PASSWORD = 'Geheim-비밀-42'

let folder = ''
let network = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'network-'))
  network = join(folder, 'hosts.json')
  const host = { name: 'HV07', capture: SAMPLE_CAPTURE }
  const hosts = {
    'hv07.corp.example': host,
    hv08: { ...host, name: 'HV08', user: 'CORP\\admin', password: PASSWORD },
    '127.0.0.1': { ...host, errors: { remoting: 5 } },
    hv09: { ...host, hang: true },
  }
  await writeFile(network, JSON.stringify(hosts))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** Opens the form by its key and types a name. */
async function form(app: RunningApp, name: string) {
  const { page, words } = app
  await overviewOf(app)
  await page.keyboard.press('Control+Shift+O')
  const dialog = page.getByRole('dialog', { name: words('remote.ui.title') })
  await expect(dialog.getByRole('textbox', { name: words('remote.ui.name') })).toBeFocused()
  await page.keyboard.type(name)
  return dialog
}

/** What axe finds on the screen as it is now. */
async function findings({ page }: RunningApp): Promise<readonly string[]> {
  // Electron has no further targets for axe's own page, and a dialog beside the page stands in no landmark.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).disableRules(['region']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}

/** A picture of the window where somebody asked for some, to be looked at. */
async function screenshot(app: RunningApp, name: string): Promise<void> {
  const target = process.env['REMOTE_SCREENSHOTS']
  if (target !== undefined) await app.page.screenshot({ path: join(target, `${name}.png`) })
}

for (const language of ['en', 'ko'] as const) {
  test(`a host over the network is read by keyboard, and stands in the list for the next time, ${language}`, async ({
    start,
  }) => {
    const app = await start({ network, language, theme: language === 'ko' ? 'dark' : 'light' })
    const { page, words } = app
    const dialog = await form(app, 'hv07.corp.example')
    await screenshot(app, `dialog-${language}`)
    expect(await findings(app)).toEqual([])
    await page.keyboard.press('Enter')
    const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
    const entry = rail.getByRole('button', { name: 'hv07.corp.example' })
    await expect(entry.first()).toHaveAttribute('aria-current', 'page', { timeout: 30_000 })
    await overviewOf(app)
    await expect(dialog).toBeHidden()
    await screenshot(app, `read-${language}`)

    await page.keyboard.press('Control+Shift+O')
    const recent = page.getByRole('region', { name: words('remote.ui.recent') })
    await expect(recent).toContainText('hv07.corp.example')
    await recent.getByRole('button', { name: words('remote.ui.pin', { name: 'hv07.corp.example' }) }).press('Enter')
    await expect(
      recent.getByRole('button', { name: words('remote.ui.unpin', { name: 'hv07.corp.example' }) }),
    ).toBeVisible()
    await screenshot(app, `recent-${language}`)
    await recent.getByRole('button', { name: words('remote.ui.forget', { name: 'hv07.corp.example' }) }).press('Enter')
    await expect(recent).toContainText(words('remote.ui.never'))
    await expect.poll(() => shellsOf(app.pid).length).toBeLessThanOrEqual(1)
  })
}

test('a host that refuses is shown with its sentence, and with what stands in the way', async ({ start }) => {
  const app = await start({ network })
  const { page, words } = app
  await form(app, '127.0.0.1')
  await page.keyboard.press('Enter')
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('127.0.0.1', { timeout: 30_000 })
  await expect(main).toContainText(words('problem.cause.remote-refused.message', { code: '0x80070005' }))
  await main.getByRole('button', { name: words('remote.ui.assist') }).press('Enter')
  await expect(main).toContainText(words('remote.way.address', { host: '127.0.0.1', address: '127.0.0.1' }))
  await expect(main).toContainText(words('remote.ui.wrong'))
  await screenshot(app, 'assistant')
  expect(await findings(app)).toEqual([])
})

test('another account: what is missing is said, and its password is kept nowhere', async ({ start }) => {
  const app = await start({ network })
  const { page, words } = app
  const dialog = await form(app, 'hv08')
  await dialog.getByRole('radio', { name: words('remote.ui.other') }).check({ force: true })
  await dialog.getByRole('button', { name: words('remote.ui.check') }).press('Enter')
  await expect(dialog).toContainText(words('remote.ui.password-missing'))
  await dialog.getByRole('textbox', { name: words('remote.ui.user') }).fill('CORP\\admin')
  await dialog.getByLabel(words('remote.ui.password')).fill(PASSWORD)
  await screenshot(app, 'account')
  await page.keyboard.press('Enter')
  const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
  await expect(rail.getByRole('button', { name: 'hv08' }).first()).toHaveAttribute('aria-current', 'page', {
    timeout: 30_000,
  })
  const userData = await app.electron.evaluate(({ app: program }) => program.getPath('userData'))
  const kept = await readFile(join(userData, 'recent-hosts.json'), 'utf8')
  expect(kept).toContain('CORP')
  expect(kept).not.toContain(PASSWORD)

  await overviewOf(app)
  await openGuide(app, 'web-01')
  await page.keyboard.press('F5')
  const again = page.getByRole('dialog', { name: words('ui.action.check-vm-again') })
  await expect(again).toContainText('CORP\\admin')
  expect(await findings(app)).toEqual([])
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  const done = new RegExp(words('ui.checking.vm-done', { name: 'web-01', verdict: '.*' }))
  await expect(page.getByText(done)).toBeAttached({ timeout: 30_000 })
  await goToStep(app, 'result')
  await expect(page.getByRole('region', { name: words('compare.screen.recheck') })).toContainText(
    words('compare.screen.recheck-same'),
  )
})

test('a host that never answers can be cancelled, and leaves no process', async ({ start }) => {
  const app = await start({ network })
  const { page, words } = app
  await form(app, 'hv09')
  await page.keyboard.press('Enter')
  const running = page.getByRole('dialog', { name: words('remote.ui.checking', { name: 'hv09' }) })
  await expect(running).toBeVisible()
  await screenshot(app, 'running')
  await running.getByRole('button', { name: words('ui.action.cancel') }).press('Enter')
  const dialog = page.getByRole('dialog', { name: words('remote.ui.title') })
  await expect(dialog).toContainText(words('problem.cause.cancelled.message'))
  expect(await app.close(), 'processes left behind').toEqual([])
})
