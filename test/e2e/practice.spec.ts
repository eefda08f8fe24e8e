import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app'
import { overviewOf } from './window'

for (const language of ['en', 'ko'] as const) {
  test(`a practice call by keyboard, from the question to the guided check, ${language}`, async ({ start }) => {
    const app = await start({ language })
    const { page, words } = app
    await overviewOf(app)
    await page.getByRole('button', { name: words('ui.source.practice'), exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(words('practice.intro'))
    const hung = dialog.getByRole('button', { name: words('practice.hung.name') })
    await hung.focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText(words('practice.hung.caller'))

    // A wrong step first: what is right is said, and why.
    await dialog.getByRole('radio', { name: words('verdict.action-needed'), exact: true }).focus()
    await page.keyboard.press('Space')
    await dialog.getByRole('radio', { name: words('practice.hung.step-a'), exact: true }).focus()
    await page.keyboard.press('Space')
    await dialog.getByRole('button', { name: words('practice.check') }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText(words('practice.wrong'))
    await expect(dialog).toContainText(words('practice.step-wrong', { step: words('practice.hung.step-c') }))
    await expect(dialog).toContainText(words('practice.hung.why'))
    await expect(dialog).toContainText('IS-40')
    const found = await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])

    await dialog.getByRole('button', { name: words('practice.open-check') }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('mail-01')
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(words('guide.title.symptom'))
  })
}
