import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, SAMPLE_CAPTURE, type RunningApp } from './app'
import { overviewOf, rowOf } from './window'

/** Answers the file dialog that the app opens next, as a person would. */
async function chooseFiles({ electron }: RunningApp, paths: readonly string[]): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

/** On a computer without PowerShell: the start screen with its choices. */
const noHost = { powershell: null } as const

test('this computer is no host: the choices are there, and the sample host opens', async ({ start }) => {
  const app = await start(noHost)
  const { page, words } = app
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('problem.cause.powershell-missing.message'))
  await page.getByRole('button', { name: words('ui.start.sample') }).click()
  await overviewOf(app)
  await expect(page.getByRole('row')).not.toHaveCount(0)
  await expect(rowOf(page, 'web-01')).toContainText(words('verdict.safe-to-ignore'))
})

test('a capture opens from the dialog, and is closed again', async ({ start }) => {
  const app = await start(noHost)
  const { page, words } = app
  await chooseFiles(app, [SAMPLE_CAPTURE])
  await page
    .getByRole('main')
    .getByRole('button', { name: words('ui.start.capture') })
    .click()
  await overviewOf(app)
  const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
  await expect(rail.getByRole('button', { name: /^sample-host/ })).toHaveAttribute('aria-current', 'page')
  await rail.getByRole('button', { name: words('ui.source.close', { name: 'sample-host' }) }).click()
  await expect(page.getByRole('grid')).toBeHidden()
})

test('a dialog that is closed changes nothing', async ({ start }) => {
  const app = await start(noHost)
  const { page, words } = app
  await chooseFiles(app, [])
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('problem.cause.powershell-missing.message'))
})

test('a capture comes in with the start of the program', async ({ start }) => {
  const app = await start({ ...noHost, args: [SAMPLE_CAPTURE] })
  await overviewOf(app)
  await expect(rowOf(app.page, 'erp-old')).toContainText(app.words('verdict.action-needed'))
})

for (const language of ['en', 'ko'] as const) {
  test(`broken captures are one sentence each, and the whole one is still judged, ${language}`, async ({ start }) => {
    const app = await start({ ...noHost, language })
    const { page, words, folder } = app
    const whole = await readFile(SAMPLE_CAPTURE)
    const files = {
      'cut-off': whole.subarray(0, whole.length / 2),
      empty: Buffer.alloc(0),
      binary: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 255, 254]),
      'not-a-capture': Buffer.from('{"name":"something else"}'),
      whole,
    }
    const paths: string[] = []
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(folder, `${name}.hvcapture`)
      await writeFile(path, bytes)
      paths.push(path)
    }
    await chooseFiles(app, paths)
    await page
      .getByRole('main')
      .getByRole('button', { name: words('ui.start.capture') })
      .click()
    const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
    const entry = (name: string) => rail.getByRole('listitem').filter({ hasText: name }).getByRole('button').first()
    for (const name of ['cut-off', 'empty', 'binary', 'not-a-capture']) {
      await entry(name).click()
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { level: 1 })).toContainText(name)
      await expect(main.getByRole('button', { name: words('ui.action.copy-error') })).toBeVisible()
      const said = await main.innerText()
      expect(said, 'the sentence names the file').toContain(`${name}.hvcapture`)
      expect(said).not.toMatch(/\bat .*:\d+:\d+|SyntaxError|undefined|\[object/)
    }
    await entry('whole').click()
    await overviewOf(app)
  })
}
