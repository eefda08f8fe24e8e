import { expect, test, type RunningApp } from './app'
import { readInBrowser, savedReport } from './report'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { VERDICTS } from '../../src/core/model/verdict'
import { goToStep, openGuide, overviewOf, rowOf, toastOf } from './window'

/** The main way of a call, from the start of the program to the saved report, in the app's language. */
async function walk(app: RunningApp): Promise<void> {
  const { page, words } = app
  const counts: Record<string, number> = {}
  const grid = await overviewOf(app)
  const heading = page.getByRole('heading', { level: 1 })
  const chips = page.getByRole('toolbar', { name: words('ui.overview.chips'), exact: true })

  await test.step('the overview answers for the whole host', async () => {
    await expect(chips.getByRole('button').first()).toBeVisible()
    for (const name of await chips.getByRole('button').allInnerTexts()) {
      const verdict = VERDICTS.find((id) => name.includes(words(`verdict.${id}`)))
      counts[verdict ?? name] = Number(/\d+/.exec(name))
    }
    const { 'action-needed': action = 0, 'safe-to-ignore': ignore = 0 } = counts
    await expect(heading).toContainText(words('ui.overview.action', { action, total: 14 }))
    await expect(heading).toContainText(words('ui.overview.ignore', { count: ignore }))
    await expect(grid).toHaveAttribute('aria-rowcount', '15')
    await expect(rowOf(page, 'web-01')).toContainText(words('verdict.safe-to-ignore'))
    await expect(rowOf(page, 'erp-old')).toContainText(words('verdict.action-needed'))
    const mark = words('ui.table.mark', { service: words('term.service.vss'), word: words('term.status.mismatch') })
    await expect(rowOf(page, 'web-01').getByTitle(mark)).toBeVisible()
  })

  await test.step('a verdict and the search narrow the table', async () => {
    await chips.getByRole('button', { name: words('verdict.action-needed') }).click()
    await expect(grid).toHaveAttribute('aria-rowcount', String((counts['action-needed'] ?? 0) + 1))
    await chips.getByRole('button', { name: words('verdict.action-needed') }).click()
    await page.getByRole('searchbox', { name: words('ui.overview.search') }).fill('ubuntu 10.20.1.15')
    await expect(grid).toHaveAttribute('aria-rowcount', '2')
    await page.getByRole('button', { name: words('ui.overview.clear') }).click()
    await expect(grid).toHaveAttribute('aria-rowcount', '15')
  })

  await test.step('a Degraded Linux VM ends in “safe to ignore”, with the article', async () => {
    await openGuide(app, 'web-01')
    await goToStep(app, 'result')
    const body = page.getByRole('region', { name: words('ui.pane.step') })
    await expect(body).toContainText(words('verdict.safe-to-ignore'))
    await expect(body).toContainText('IS-12')
    await expect(body).toContainText(words('guide.seen.heartbeat'))
    const knowledge = page.getByRole('region', { name: words('ui.pane.knowledge') })
    await expect(knowledge.getByRole('heading', { name: 'KB 2956569' })).toBeVisible()
    await expect(knowledge).toContainText(words('article.KB2956569.resolution'))
    await page.keyboard.press('Escape')
  })

  await test.step('a VM without a common version ends in “action needed”', async () => {
    await openGuide(app, 'erp-old')
    await goToStep(app, 'versions')
    await expect(page.getByRole('region', { name: words('ui.pane.step') })).toContainText(words('guide.versions.none'))
    await goToStep(app, 'result')
    await expect(page.getByRole('region', { name: words('ui.pane.step') })).toContainText(
      words('verdict.action-needed'),
    )
    await page.keyboard.press('Escape')
  })

  await test.step('one click saves the report, and it can be read', async () => {
    await page.getByRole('button', { name: words('ui.action.save'), exact: true }).click()
    await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
    const { path, diagnosis } = await savedReport(app.reports)
    await expect(toastOf(app)).toContainText(path.split('/').at(-1) ?? '')
    expect(diagnosis).toMatchObject({ schema: 'integration-doctor/diagnosis@1' })
    // The window and the report say the same numbers.
    const reported = Object.entries(diagnosis.summary).filter(([, count]) => count > 0)
    expect(Object.fromEntries(reported)).toEqual(counts)
    const web = diagnosis.vms.find(({ name }) => name === 'web-01')
    expect(web?.verdict).toBe('safe-to-ignore')
    expect(web?.findings[0]).toMatchObject({ code: 'IS-12', articles: expect.arrayContaining(['KB2956569']) })
    expect(diagnosis.vms.find(({ name }) => name === 'erp-old')?.verdict).toBe('action-needed')
    const text = await readInBrowser(app.electron, path)
    for (const shown of ['web-01', 'erp-old', words('verdict.safe-to-ignore')]) expect(text).toContain(shown)
  })
}

for (const language of ['en', 'ko'] as const) {
  test(`from the start through PowerShell to the saved report, ${language}`, async ({ start }) => {
    const app = await start({ language })
    await walk(app)
    await expect(app.page.locator('html')).toHaveAttribute('lang', language)
    expect(app.complaints, 'warnings and errors in the console').toEqual([])
    expect(await app.close(), 'processes left behind').toEqual([])
  })
}

test('a report of one VM carries the ticket and is about that VM alone', async ({ start }) => {
  const app = await start()
  await overviewOf(app)
  await openGuide(app, 'erp-old')
  await app.page.getByRole('textbox', { name: app.words('ui.guide.ticket') }).fill('INC0048213')
  await app.page.keyboard.press('Control+s')
  await expect(toastOf(app)).toContainText('INC0048213')
  const { path, diagnosis } = await savedReport(app.reports)
  expect(path).toContain('INC0048213_')
  expect(diagnosis.vms.map(({ name }) => name)).toEqual(['erp-old'])
})

test('an answer to what runs in a VM changes its verdict, and can be taken back', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  await expect(rowOf(page, '인사-01')).toContainText(words('verdict.cannot-tell'))
  await openGuide(app, '인사-01')
  await goToStep(app, 'guest')
  const question = page.getByRole('radiogroup', { name: words('question.guest-os.text') })
  await question
    .getByRole('radio', { name: words('question.guest-os.answers.linux'), exact: true })
    .check({ force: true })
  await page.getByRole('button', { name: words('ui.guide.answer-continue') }).click()
  await expect(page.getByRole('status')).toHaveText(words('ui.guide.answered', { verdict: words('verdict.advice') }))
  await goToStep(app, 'result')
  const body = page.getByRole('region', { name: words('ui.pane.step') })
  await expect(body).not.toContainText(words('verdict.cannot-tell'))
  await goToStep(app, 'guest')
  await page.getByRole('button', { name: words('ui.guide.answer-revoke') }).click()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, '인사-01')).toContainText(words('verdict.cannot-tell'))
})

test('language and theme change at once, and are kept for the next start', async ({ start }) => {
  const app = await start({ theme: 'light' })
  const { page, words } = app
  await overviewOf(app)
  await page.getByRole('button', { name: words('ui.source.settings') }).click()
  const settings = page.getByRole('dialog')
  await settings.getByRole('radio', { name: words('ui.settings.dark') }).click({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const languages = settings.getByRole('radiogroup', { name: words('ui.settings.language'), exact: true })
  await languages.getByRole('radio', { name: '한국어' }).click({ force: true })
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.getByRole('row').filter({ hasText: 'web-01' })).toContainText('무시해도 됨')
  const kept: unknown = JSON.parse(await readFile(join(app.folder, 'user-data', 'settings.json'), 'utf8'))
  expect(kept).toMatchObject({ language: 'ko', theme: 'dark' })
})
