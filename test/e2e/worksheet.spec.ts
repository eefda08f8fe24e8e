import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './app'
import { goToStep, openGuide, overviewOf, pasteTicket, openPaste, rowOf } from './window'

const TICKET = `VM: mail-01
Guest OS: Ubuntu 22.04
Heartbeat: OK
Key-Value Pair Exchange: No Contact`

const ANSWER = `--- integration-doctor worksheet 1 begin: linux - ---
kernel: 5.15.0-91-generic
os-release: NAME="Ubuntu"
os-release: VERSION_ID="22.04"
module: hv_utils loaded
bus-devices: 14
processes: readable
packages: dpkg
package: linux-cloud-tools-5.15.0-91-generic 5.15.0-91.101
--- integration-doctor worksheet 1 end ---`

for (const language of ['en', 'ko'] as const) {
  test(`the answer to the guest worksheet narrows what is to be done, ${language}`, async ({ start }, info) => {
    const app = await start({ powershell: null, language })
    const { page, words } = app
    await page
      .getByRole('main')
      .getByRole('button', { name: words('ui.start.paste') })
      .click()
    await pasteTicket(app, TICKET)
    await openPaste(app)
    await overviewOf(app)
    await openGuide(app, 'mail-01')
    await goToStep(app, 'services')
    const body = page.getByRole('region', { name: words('ui.pane.step') })
    await body.getByRole('button', { name: words('worksheet.title') }).click()
    await body.getByText('FreeBSD', { exact: true }).click()
    await expect(body.getByRole('textbox', { name: /FreeBSD/ })).toHaveValue(/kldstat/)
    const field = body.getByRole('textbox', { name: words('worksheet.answer') })
    await field.fill('systemctl status: running')
    await body.getByRole('button', { name: words('worksheet.read') }).click()
    await expect(body.getByRole('alert')).toContainText(words('worksheet.refusal.none.message'))
    await page.screenshot({ path: info.outputPath('refused.png') })
    await expect(field).toHaveValue('systemctl status: running')
    await field.fill(ANSWER)
    await body.getByRole('button', { name: words('worksheet.read') }).click()
    await expect(body.getByRole('heading', { name: words('worksheet.seen') })).toBeVisible()
    await expect(body).toContainText('hv_utils loaded')
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
    await page.screenshot({ path: info.outputPath('seen.png') })
    await goToStep(app, 'result')
    await expect(body).toContainText('systemctl enable --now hv-kvp-daemon')
    await expect(body).not.toContainText('apt install')
    await page.screenshot({ path: info.outputPath('result.png') })
    await body.getByRole('button', { name: words('worksheet.take-back') }).click()
    await expect(body).toContainText('apt install')
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'mail-01')).toContainText(words('verdict.action-needed'))
    expect(app.complaints, 'warnings and errors in the console').toEqual([])
  })
}
