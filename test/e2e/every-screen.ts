import { expect, type LaunchOptions, type RunningApp } from './app'
import { twoChecks } from './two-checks'
import { goToStep, overviewOf, pasteTicket } from './window'

/** The row of a VM by the beginning of its name; the rest of it can be anything. */
const rowBeginning = ({ page }: RunningApp, vm: string) =>
  page
    .getByRole('row')
    .filter({ hasText: vm.slice(0, 6) })
    .first()

/** What is done on each screen; `hasPopup` where something lies over the page that stands in no landmark. */
export type Visit = (screen: string, hasPopup?: boolean) => Promise<void>

type Walk = (app: RunningApp, vm: string, visit: Visit) => Promise<void>

const overview: Walk = async (app, vm, visit) => {
  const { page, words } = app
  await overviewOf(app)
  await rowBeginning(app, vm).click()
  await expect(page.getByRole('region', { name: words('ui.pane.selected') })).toContainText('IS-')
  await visit('overview')
  const group = (by: string) =>
    page.getByRole('button', { name: words('overview.group.by', { what: words(`overview.group.${by}`) }) })
  await group('none').click()
  await visit('menu of the groups', true)
  await page.getByRole('menuitemradio', { name: words('overview.group.verdict') }).click()
  await visit('overview, grouped by verdict')
  await group('verdict').click()
  await page.getByRole('menuitemradio', { name: words('overview.group.none') }).click()
  await rowBeginning(app, vm).press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await visit('menu of a row', true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: words('ui.action.save-more') }).click()
  await visit('menu of the save button', true)
  await page.getByRole('menuitem', { name: words('files.save.data') }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: words('files.save.as-json') })).toBeFocused()
  await visit('menu of the files for other programs', true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

const dialogs: Walk = async (app, vm, visit) => {
  const { page, words } = app
  const dialog = page.getByRole('dialog')
  const closed = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await page.keyboard.press('F1')
  await visit('list of keys')
  await closed()
  await page.getByRole('button', { name: words('ui.source.settings') }).click()
  await visit('settings', true)
  await closed()
  await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click())
  await dialog.getByRole('button', { name: /\d/ }).click()
  await dialog.locator('summary').first().click()
  await visit('about, with a licence')
  await closed()
  await page.keyboard.press('Control+e')
  await page.keyboard.type('32775')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').first()).toBeVisible()
  await visit('explainer')
  await closed()
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type(vm.slice(0, 6))
  await expect(page.getByRole('option').first()).toBeVisible()
  await visit('find')
  await closed()
  await pasteTicket(app, 'The rain has stopped.')
  await visit('paste')
  await closed()
}

const guidedCheck: Walk = async (app, vm, visit) => {
  const { page, words } = app
  await rowBeginning(app, vm).dblclick()
  await expect(page.getByRole('heading', { level: 2, name: words('guide.title.symptom') })).toBeVisible()
  for (const step of ['symptom', 'power', 'guest', 'services', 'versions', 'support', 'result']) {
    await goToStep(app, step)
    await visit(`guided check: ${step}`)
  }
  await page
    .getByRole('button', { name: words('accepted.accept') })
    .first()
    .press('Enter')
  await page.keyboard.press('Enter')
  await visit('accept a finding')
  await page.keyboard.type('INC0012345')
  await page.keyboard.press('Tab')
  await page.keyboard.type('김지원')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: words('accepted.take-back') }).first()).toBeVisible()
  await visit('an accepted finding')
  await page.keyboard.press('Escape')
  await overviewOf(app)
  await page.keyboard.press('Control+Shift+A')
  await expect(page.getByRole('dialog')).toContainText('INC0012345')
  await visit('accepted findings')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

const overSources: Walk = async (app, _vm, visit) => {
  const { page, words } = app
  await page.getByRole('button', { name: words('rollup.title'), exact: true }).click()
  await expect(page.getByRole('table', { name: words('rollup.table') })).toBeVisible()
  await visit('all open sources')
  await page.getByRole('radio', { name: words('rollup.part.all') }).click()
  await overviewOf(app)
  await visit('the VMs of all open sources')
  await page.keyboard.press('Control+h')
  const compare = page.getByRole('button', { name: words('history.compare-earlier') }).first()
  await expect(compare).toBeVisible()
  await visit('history')
  await compare.click()
  await expect(page.getByText(words('compare.change.worse'), { exact: true }).first()).toBeVisible()
  await visit('comparison')
}

/** Starts with two checks of one host, in which the VM web-01 bears another name; walks over every screen about it. */
export async function everyScreen(
  start: (options: LaunchOptions) => Promise<RunningApp>,
  vm: string,
  visitOf: (app: RunningApp) => Visit,
): Promise<void> {
  const files = await twoChecks(vm)
  const app = await start({ args: [...files].toReversed() })
  const visit = visitOf(app)
  for (const walk of [overview, dialogs, guidedCheck, overSources]) await walk(app, vm, visit)
}
