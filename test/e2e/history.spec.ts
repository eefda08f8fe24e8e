import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app'
import { twoChecks } from './two-checks'

for (const language of ['en', 'ko'] as const) {
  test(`two checks with a changed VM: the history shows them, and comparing says why, ${language}`, async ({
    start,
  }) => {
    const { page, words } = await start({ powershell: null, language, args: [...(await twoChecks())] })
    await page.keyboard.press('Control+h')
    const host = page.getByRole('region', { name: words('history.checks-of', { host: 'HV01 (corp.example)' }) })
    await expect(host.getByRole('row')).toHaveCount(3)
    await host
      .getByRole('button', { name: words('history.compare-earlier') })
      .first()
      .click()
    const changed = page.getByRole('main')
    await expect(changed).toContainText('web-01')
    await expect(changed.getByText(words('compare.change.worse'), { exact: true })).toBeVisible()
    await expect(changed).toContainText(words('term.service.vss'))
    await expect(changed).toContainText('12')
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
    await page.keyboard.press('Control+h')
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  })
}

test('a kept check opens read only and is deleted after asking', async ({ start }) => {
  const { page, words } = await start({ powershell: null, args: [...(await twoChecks())] })
  await page.keyboard.press('Control+h')
  const host = page.getByRole('region', { name: words('history.checks-of', { host: 'HV01 (corp.example)' }) })
  await host
    .getByRole('button', { name: words('history.open') })
    .last()
    .click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+h')
  await page.getByRole('button', { name: words('history.delete-all') }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: words('history.delete'), exact: true })
    .click()
  await expect(page.getByText(words('history.empty'))).toBeVisible()
})
