import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app'
import { savedReport } from './report'
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
