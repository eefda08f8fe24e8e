import { writeFile } from 'node:fs/promises'
import { expect, test } from './app'
import { readInBrowser, savedReport } from './report'
import { goToStep, openGuide, openPaste, overviewOf, pasteTicket, readPaste, rowOf, TICKET, toastOf } from './window'

const VM = '회계서버'

for (const language of ['en', 'ko'] as const) {
  test(`a pasted ticket is judged, its question answered, its report saved, ${language}`, async ({ start }, info) => {
    const app = await start({ powershell: null, language })
    const { page, words } = app
    await page
      .getByRole('main')
      .getByRole('button', { name: words('ui.start.paste') })
      .click()
    const dialog = await pasteTicket(app)
    await readPaste(app)
    const answers = dialog.getByRole('region', { name: VM })
    await expect(answers).toContainText(words('verdict.cannot-tell'))
    const understood = dialog.getByRole('region', { name: words('ui.paste.meaning') })
    const line = (text: string) => understood.getByRole('row').filter({ hasText: text })
    await expect(line('회계서버 하트비트')).toContainText(words('term.service.heartbeat'))
    await expect(line('안녕하세요')).toContainText(words('ui.paste.not-understood'))
    const written = TICKET.split('\n').filter((text) => text.trim() !== '')
    await expect(understood.getByRole('row')).toHaveCount(written.length + 1)
    await page.screenshot({ path: info.outputPath('read.png') })

    // By keyboard alone: the answer, the button behind it, the verdict, what the caller sees.
    await answers.getByRole('radio', { name: words('question.guest-os.answers.linux'), exact: true }).focus()
    await page.keyboard.press('Space')
    const use = answers.getByRole('button', { name: words('understood.answer') })
    await use.focus()
    await page.keyboard.press('Enter')
    await expect(answers).toContainText(words('verdict.safe-to-ignore'))
    await expect(answers.getByRole('heading', { name: VM })).toBeFocused()
    await answers.getByRole('button', { name: words('guide.title.symptom') }).click()
    const symptom = words('symptom.of.status-warning.label')
    await answers.getByRole('radio', { name: symptom, exact: true }).check({ force: true })
    await use.click()
    await page.screenshot({ path: info.outputPath('answered.png') })
    await expect(answers.getByRole('heading', { name: VM })).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()

    await overviewOf(app)
    await expect(rowOf(page, VM)).toContainText(words('verdict.safe-to-ignore'))
    const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
    await expect(rail.getByRole('button', { name: VM, exact: true })).toHaveAttribute('aria-current', 'page')
    await openGuide(app, VM)
    await expect(page.getByRole('radio', { name: symptom, exact: true })).toBeChecked()
    await goToStep(app, 'guest')
    await expect(page.getByRole('radio', { name: words('question.guest-os.answers.linux'), exact: true })).toBeChecked()
    await goToStep(app, 'result')
    const knowledge = page.getByRole('region', { name: words('ui.pane.knowledge') })
    await expect(knowledge.getByRole('heading', { name: 'KB 2956569' })).toBeVisible()
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+s')
    await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
    const { path, diagnosis } = await savedReport(app.reports)
    expect(diagnosis.vms).toMatchObject([{ name: VM, verdict: 'safe-to-ignore' }])
    const text = await readInBrowser(app.electron, path)
    for (const shown of [VM, symptom, words('verdict.safe-to-ignore'), 'KB 2956569', words('report.via.pasted')]) {
      expect(text).toContain(shown)
    }
    expect(app.complaints, 'warnings and errors in the console').toEqual([])
  })
}

test('a poem is refused in one sentence, and stays to be mended', async ({ start }) => {
  const app = await start({ powershell: null, language: 'ko' })
  const { page, words } = app
  const poem = '비가 그쳤다.\n뜰에서 흙과 백리향 냄새가 난다.'
  const dialog = await pasteTicket(app, poem)
  await readPaste(app)
  const said = dialog.getByRole('alert')
  await expect(said).toContainText('이 텍스트에는 판단할 수 있는 Hyper-V 통합 서비스 정보가 없습니다.')
  await expect(said).toContainText(words('pasted.refusal.nothing.step'))
  await expect(dialog.getByRole('textbox')).toHaveValue(poem)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect((await pasteAgain()).getByRole('textbox')).toHaveValue(poem)

  async function pasteAgain() {
    await page
      .getByRole('navigation', { name: words('ui.pane.sources') })
      .getByRole('button', { name: words('ui.source.paste') })
      .click()
    return dialog
  }
})

test('a text with signs that hide or turn text shows them, and tags are text', async ({ start }) => {
  const app = await start({ powershell: null })
  const { page, words } = app
  await pasteTicket(app, `<img src=x onerror="document.title='run'">\u202Eevil\n${TICKET}`)
  await openPaste(app)
  await overviewOf(app)
  const understood = page.getByRole('region', { name: words('ui.paste.meaning') })
  await expect(understood).toContainText(`<img src=x onerror="document.title='run'">[U+202E]evil`)
  await expect(page.locator('img')).toHaveCount(0)
})

test('a text file that comes in with the start of the program is read', async ({ start }, testInfo) => {
  const path = testInfo.outputPath('INC0012345.txt')
  await writeFile(path, TICKET)
  const app = await start({ powershell: null, args: [path] })
  await overviewOf(app)
  await expect(rowOf(app.page, VM)).toContainText(app.words('verdict.cannot-tell'))
})
