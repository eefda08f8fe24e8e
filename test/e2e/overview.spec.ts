import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app'
import { savedReport } from './report'
import { twoChecks } from './two-checks'
import { overviewOf, rowOf, toastOf } from './window'

test('several VMs are marked by keyboard and get a report of their own', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  const grid = await overviewOf(app)
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true')
  await rowOf(page, 'web-01').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText(words('overview.marked-count', { count: 3 }))).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByText(words('overview.marked-count', { count: 2 }))).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
  const { vms } = (await savedReport(app.reports)).diagnosis
  expect(vms.map(({ name }) => name)).toEqual(['web-01', 'web-02'])

  await page.keyboard.press('Control+a')
  await expect(page.getByText(words('overview.marked-count', { count: 14 }))).toBeVisible()
  await rowOf(page, 'dc-01').click()
  await expect(page.getByText(words('overview.marked-count', { count: 14 }))).toBeHidden()
})

test('the menu of a row, by key and by pointer', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  await rowOf(page, 'erp-old').click()
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: words('overview.menu.open') })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(rowOf(page, 'erp-old')).toBeFocused()

  await rowOf(page, 'web-01').click({ button: 'right' })
  await menu.getByRole('menuitem', { name: words('overview.menu.copy-name') }).click()
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('web-01')
})

test('columns that were taken away stay away', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  const state = page.getByRole('columnheader', { name: words('ui.table.state') })
  await expect(state).toBeVisible()
  await page.getByRole('button', { name: words('overview.columns') }).click()
  await page.getByRole('menuitemcheckbox', { name: words('ui.table.state') }).click()
  await page.keyboard.press('Escape')
  await expect(state).toBeHidden()
  await expect(rowOf(page, 'web-01').getByRole('gridcell')).toHaveCount(9)
  await page.reload()
  await overviewOf(app)
  await expect(state).toBeHidden()
})

for (const language of ['en', 'ko'] as const) {
  test(`settings hold at once, ${language}`, async ({ start }) => {
    const app = await start({ language })
    const { page, words } = app
    await overviewOf(app)
    const roomFor = () => page.evaluate(() => innerWidth)
    const usual = await roomFor()
    await page.getByRole('button', { name: words('ui.source.settings') }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: words('settings.percent', { percent: 150 }) }).press('Space')
    // What is half as large again has two thirds of the room.
    await expect.poll(roomFor).toBe(Math.floor(usual / 1.5))
    await dialog.getByLabel(words('settings.contact')).fill('02-0000-0000')
    await dialog.getByLabel(words('settings.event-days')).fill('30')
    const found = await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.keyboard.press('Control+s')
    await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
    expect((await savedReport(app.reports)).html).toContain('02-0000-0000')
  })
}

test('grouped by verdict the heads count as rows, keys pass over them, and the choice is kept', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  const grid = await overviewOf(app)
  const focused = page.locator(':focus')
  const choice = (group: string) =>
    page.getByRole('button', { name: words('overview.group.by', { what: words(`overview.group.${group}`) }) })
  await choice('none').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const heads = grid.getByRole('rowheader')
  await expect(heads).toHaveCount(6)
  await expect(grid).toHaveAttribute('aria-rowcount', '21')
  await expect(heads.first()).toContainText(words('verdict.action-needed'))
  await expect(heads.first()).toContainText(words('ui.overview.machines', { count: 2 }))
  await rowOf(page, 'erp-old').click()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toContainText('인사-01')
  await page.keyboard.press('ArrowUp')
  await expect(focused).toContainText('erp-old')
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute('aria-rowindex', '3')
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveRole('button')
  await page.reload()
  await overviewOf(app)
  await expect(choice('verdict')).toBeVisible()
  await expect(heads).toHaveCount(6)
})

test('the VMs of all open sources stand in one table, by host or by verdict', async ({ start }) => {
  const app = await start({ args: [...(await twoChecks())] })
  const { page, words } = app
  await overviewOf(app)
  await page.getByRole('button', { name: words('rollup.title'), exact: true }).click()
  await page.getByRole('radio', { name: words('rollup.part.all') }).click()
  const grid = await overviewOf(app)
  await expect(grid).toHaveAttribute('aria-rowcount', '31')
  await expect(grid.getByRole('rowheader').first()).toContainText('monday')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('web-01')
  await expect(grid).toHaveAttribute('aria-rowcount', '5')
  await page
    .getByRole('button', { name: words('overview.group.by', { what: words('overview.group.host') }) })
    .press('Enter')
  await page.getByRole('menuitemradio', { name: words('overview.group.verdict') }).press('Enter')
  await expect(grid.getByRole('rowheader')).toHaveText([
    new RegExp(words('verdict.action-needed')),
    new RegExp(words('verdict.safe-to-ignore')),
  ])
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
  await grid.getByRole('row').filter({ hasText: 'web-01' }).first().press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'web-01' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: words('ui.guide.back-to', { name: words('rollup.title') }) }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(grid).toHaveAttribute('aria-rowcount', '5')
  await expect(page.locator(':focus')).toHaveRole('row')
  await expect(page.locator(':focus')).toContainText('web-01')
  await page.keyboard.press('Escape')
  await expect(page.locator('[aria-current=page]')).toContainText('monday')
})

test('rows come in while the check runs, and keyboard, selection and search stay when the verdicts come', async ({
  start,
}) => {
  const app = await start({ faults: { slow: { Msvm_HeartbeatComponent: 6000 } } })
  const { page, words } = app
  const arriving = page.getByRole('grid', { name: words('ui.checking.table') })
  await expect(arriving).toHaveAttribute('aria-rowcount', '15', { timeout: 30_000 })
  const row = arriving.getByRole('row').filter({ hasText: 'web-02' })
  await expect(row).toContainText(words('overview.being-checked'))
  await expect(row).toContainText(words('term.state.running'))
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
  await row.click()
  const grid = await overviewOf(app)
  await expect(grid).toHaveAttribute('aria-rowcount', '15')
  await expect(page.locator(':focus')).toContainText('web-02')
  await expect(page.locator(':focus')).toContainText(words('verdict.safe-to-ignore'))
  await expect(page.getByRole('region', { name: words('ui.pane.selected') })).toContainText('web-02')
})

test('a search that was begun while the rows came in goes on', async ({ start }) => {
  const app = await start({ faults: { slow: { Msvm_HeartbeatComponent: 6000 } } })
  const { page, words } = app
  await expect(page.getByRole('grid', { name: words('ui.checking.table') })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+f')
  await page.keyboard.type('web-0')
  const grid = await overviewOf(app)
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('2')
  await expect(page.getByRole('searchbox')).toHaveValue('web-02')
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
})

test('a host that is read again says what changed since, and the keyboard stays on its VM', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  await rowOf(page, 'web-02').click()
  await page.keyboard.press('F5')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(words('compare.answer.same', { total: 14 }), { timeout: 30_000 })
  await expect(rowOf(page, 'web-02')).toBeFocused()
})

test('the shown check is compared with the one before by one button', async ({ start }) => {
  const app = await start({ powershell: null, args: [...(await twoChecks())].toReversed() })
  const { page, words } = app
  await overviewOf(app)
  await page.getByRole('button', { name: words('history.compare-earlier') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('compare.screen.title'))
  await expect(page.getByRole('main')).toContainText('web-01')
  await expect(page.getByText(words('compare.change.worse'), { exact: true })).toBeVisible()
})
