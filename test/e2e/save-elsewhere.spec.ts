import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, SAMPLE_CAPTURE, test } from './app'
import { overviewOf, toastOf } from './window'

/** Longer than any file system takes for one name. */
const TOO_LONG = '보고서'.repeat(100)

for (const language of ['en', 'ko'] as const) {
  test(`a report folder with too long a path is one sentence, another folder is offered, nothing is lost, ${language}`, async ({
    start,
  }) => {
    const app = await start({ powershell: null, language, args: [SAMPLE_CAPTURE], reportFolder: TOO_LONG })
    const { electron, folder, page, reports, words } = app
    await overviewOf(app)
    await page.getByRole('button', { name: words('ui.action.save'), exact: true }).click()
    const toast = toastOf(app).first()
    await expect(toast).toContainText(reports)
    await expect(toast).toContainText(words('report.not-saved-step.name-too-long'))
    const path = join(folder, 'elsewhere.html')
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await toast.getByRole('button', { name: words('files.save.elsewhere') }).click()
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('integration-doctor/diagnosis@1')
    await expect(page.getByRole('grid', { name: words('ui.table.label') })).toBeVisible()
  })
}
