import type { Locator } from '@playwright/test'
import { expect, test } from './app'
import { savedReport } from './report'
import { toastOf } from './window'

for (const language of ['en', 'ko'] as const) {
  test(`from the first start to the saved report of one VM by what can be seen, in six clicks, ${language}`, async ({
    start,
  }) => {
    // No Hyper-V, and no PowerShell: somebody who has just installed the program on an office computer.
    const app = await start({ language, powershell: null })
    const { page, words } = app
    let clicks = 0
    const click = async (target: Locator): Promise<void> => {
      // What has to be scrolled to first is not seen.
      await expect(target).toBeInViewport({ ratio: 1 })
      await target.click()
      clicks += 1
    }
    const button = (key: string): Locator => page.getByRole('main').getByRole('button', { name: words(key) })
    await click(button('ui.start.sample'))
    await click(page.getByRole('row').filter({ hasText: 'web-01' }))
    await expect(page.getByRole('region', { name: words('ui.pane.selected') })).toContainText('IS-12')
    await click(page.getByRole('button', { name: words('ui.panel.guided') }))
    const steps = page.getByRole('navigation', { name: words('ui.pane.steps') })
    await click(steps.getByRole('button', { name: new RegExp(`^${words('guide.title.result')}`) }))
    await expect(page.getByRole('region', { name: words('ui.pane.step') })).toContainText('IS-12')
    await click(page.getByRole('button', { name: words('ui.action.save'), exact: true }))
    await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
    expect((await savedReport(app.reports)).diagnosis.vms.map(({ name }) => name)).toEqual(['web-01'])
    await click(toastOf(app).getByRole('button', { name: words('ui.toast.open'), exact: true }))
    expect(clicks).toBe(6)
  })
}
