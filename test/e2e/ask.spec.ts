import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type RunningApp } from './app'
import { savedReport } from './report'
import { goToStep, openGuide, overviewOf, rowOf, toastOf } from './window'

async function faultsOf({ page }: RunningApp): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

for (const language of ['en', 'ko'] as const) {
  test(`a word and a number are explained by keyboard, ${language}`, async ({ start }) => {
    const app = await start({ language })
    const { page, words } = app
    await overviewOf(app)
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: words('explain.window.title') })
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('EnabledState 3')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('article')).toHaveCount(2)
    await expect(dialog).toContainText('Msvm_ComputerSystem.EnabledState = 3 (Disabled)')
    await dialog.getByRole('textbox').fill('저하됨')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('IS-12')
    expect(await faultsOf(app)).toEqual([])
    await dialog.getByRole('textbox').fill('<img src=x>\u202e')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('“<img src=x>[U+202E]”')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(app.complaints).toEqual([])
  })

  test(`a VM is found over all sources by keyboard and its guided check opened, ${language}`, async ({ start }) => {
    const app = await start({ language })
    const { page, words } = app
    await overviewOf(app)
    await page.keyboard.press('Control+Shift+F')
    const dialog = page.getByRole('dialog', { name: words('find.title') })
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('web')
    const options = dialog.getByRole('option')
    await expect(options.first()).toContainText('web-01')
    expect(await faultsOf(app)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await expect(options.first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'web-01' })).toBeVisible()
    await expect(dialog).toBeHidden()
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('nobody')
    await expect(dialog.getByRole('status')).toContainText('nobody')
    await expect(options).toHaveCount(0)
    expect(app.complaints).toEqual([])
  })

  test(`a finding is accepted, listed, exported and taken back by keyboard, ${language}`, async ({ start }) => {
    const app = await start({ language })
    const { page, words } = app
    await overviewOf(app)
    await openGuide(app, 'db-02')
    await goToStep(app, 'result')
    const accept = page.getByRole('button', { name: words('accepted.accept') }).first()
    await accept.focus()
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: words('accepted.form.title') })
    await expect(form.getByRole('textbox', { name: words('accepted.form.reason') })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(form).toContainText(words('accepted.form.reason-missing'))
    await page.keyboard.type('장비 교체 예정')
    await page.keyboard.press('Tab')
    await page.keyboard.type('김지원')
    await page.keyboard.press('Tab')
    await page.keyboard.type('INC0012345')
    expect(await faultsOf(app)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
    const result = page.getByRole('region', { name: words('ui.pane.step') })
    await expect(result).toContainText('장비 교체 예정')
    expect(await faultsOf(app)).toEqual([])

    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'db-02')).toContainText(words('verdict.action-needed'))
    await expect(rowOf(page, 'db-02')).toContainText(words('accepted.mark'))
    const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
    await expect(rail.locator('.rail-count').first()).toHaveText('1')
    await page.keyboard.press('Control+s')
    await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
    const { diagnosis } = await savedReport(app.reports)
    expect(diagnosis.vms.find(({ name }) => name === 'db-02')).toMatchObject({
      verdict: 'action-needed',
      needsAction: false,
    })
    const kept = JSON.parse(await readFile(join(app.folder, 'user-data/accepted.json'), 'utf8')) as object
    expect(kept).toMatchObject({ accepted: [{ reason: '장비 교체 예정', person: '김지원', ticket: 'INC0012345' }] })

    await page.keyboard.press('Control+Shift+A')
    const list = page.getByRole('dialog', { name: words('accepted.title') })
    await expect(list).toContainText('db-02')
    await expect(list).toContainText(words('accepted.state.holds'))
    expect(await faultsOf(app)).toEqual([])
    await list.getByRole('listitem').getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(list).toContainText(words('accepted.none'))
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'db-02')).not.toContainText(words('accepted.mark'))
    expect(app.complaints).toEqual([])
  })
}

test('a raw value of the guided check leads to what it means', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  await openGuide(app, 'web-01')
  await goToStep(app, 'result')
  await page.getByRole('button', { name: words('ui.result.raw') }).press('Enter')
  await page.getByRole('button', { name: 'What does [2, 32775] mean?' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: words('explain.window.title') })
  await expect(dialog.getByRole('article').first()).toContainText('[2, 32775]')
})
