import { expect, test } from './app'
import { savedReport } from './report'
import { goToStep, openGuide, pasteTicket, openPaste, toastOf } from './window'

const VM = '회계서버'

for (const language of ['en', 'ko'] as const) {
  test(`what the caller sees is asked first, weighed, and changeable, ${language}`, async ({ start }) => {
    const app = await start({ powershell: null, language })
    const { page, words } = app
    await pasteTicket(app)
    await openPaste(app)
    await openGuide(app, VM)
    const label = words('symptom.of.backup-fails.label')
    await page.getByRole('radio', { name: label, exact: true }).check({ force: true })
    await page.getByRole('button', { name: words('ui.guide.answer-continue') }).click()
    await expect(page.getByRole('heading', { level: 2, name: words('guide.title.power') })).toBeVisible()

    await goToStep(app, 'guest')
    const linux = page.getByRole('radio', { name: words('question.guest-os.answers.linux'), exact: true })
    await linux.check({ force: true })
    await page.getByRole('button', { name: words('ui.guide.answer-continue') }).click()

    // A harmless version difference of backup does not settle that backup fails: the test does.
    await goToStep(app, 'result')
    const body = page.getByRole('region', { name: words('ui.pane.step') })
    await expect(body).toContainText(words('verdict.cannot-tell'))
    await expect(body).toContainText('IS-110')
    await expect(body).toContainText(label)
    const question = page.getByRole('radiogroup', { name: words('question.backup-test.text') })
    const answer = question.getByRole('radio', { name: words('question.backup-test.answers.fails'), exact: true })
    await answer.check({ force: true })
    await page.getByRole('button', { name: words('ui.guide.answer-continue') }).click()
    await expect(body).toContainText(words('verdict.action-needed'))
    await expect(body).toContainText('IS-112')

    await page.keyboard.press('Control+s')
    await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
    const { diagnosis } = await savedReport(app.reports)
    expect(diagnosis).toMatchObject({ symptom: 'backup-fails', vms: [{ symptom: { id: 'backup-fails', label } }] })

    // The caller meant something else: everything is judged again.
    await goToStep(app, 'symptom')
    const other = page.getByRole('radio', { name: words('symptom.of.desktop.label'), exact: true })
    await other.check({ force: true })
    await page.getByRole('button', { name: words('ui.guide.answer-continue') }).click()
    await goToStep(app, 'result')
    await expect(body).toContainText(words('verdict.safe-to-ignore'))
    await expect(body).toContainText(words('symptom.bearing.excluded'))
    expect(app.complaints, 'warnings and errors in the console').toEqual([])
  })
}
