import { expect, test, type RunningApp } from './app'
import { savedReport } from './report'
import { overviewOf, toastOf } from './window'

const focusedText = ({ page }: RunningApp) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('a whole guided check, from the table to the saved report, by keyboard alone', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  const press = (key: string) => page.keyboard.press(key)

  await press('Control+f')
  await page.keyboard.type('인사')
  await press('F6')
  await press('Shift+F6')
  await press('Tab')
  await expect(page.getByRole('searchbox')).not.toBeFocused()
  // From the search over the heads of the columns into the rows.
  while (!(await focusedText(app)).includes(words('ui.table.verdict'))) await press('Tab')
  await press('ArrowDown')
  await expect.poll(() => focusedText(app)).toContain('인사-01')
  await press('Enter')
  const step = page.getByRole('heading', { level: 2 })
  await expect(step.first()).toHaveText(words('guide.title.symptom'))
  await press('Enter')
  await expect(step.first()).toHaveText(words('guide.title.power'))
  await press('Enter')
  await expect(step.first()).toHaveText(words('guide.title.guest'))

  await press('Tab')
  const linux = page.getByRole('radio', { name: words('question.guest-os.answers.linux'), exact: true })
  await expect(linux).toBeFocused()
  await press('Space')
  await expect(linux).toBeChecked()
  await press('Enter')
  await expect(step.first()).toHaveText(words('guide.title.services'))
  await press('Alt+ArrowLeft')
  await expect(step.first()).toHaveText(words('guide.title.guest'))
  for (let key = 0; key < 4; key += 1) await press('Alt+ArrowRight')
  await expect(step.first()).toHaveText(words('guide.title.result'))

  await press('Control+s')
  await expect(toastOf(app)).toContainText(words('ui.toast.saved'))
  expect((await savedReport(app.reports)).diagnosis.vms.map(({ name }) => name)).toEqual(['인사-01'])

  await press('Escape')
  await expect.poll(() => focusedText(app)).toContain('인사-01')
})

test('the table: rows, pages, ends, cells and heads', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  const grid = await overviewOf(app)
  const focused = page.locator(':focus')
  // The first host takes the keyboard when nothing else has it.
  await expect(focused).toHaveAttribute('aria-rowindex', '2')
  await expect(focused).toHaveAttribute('aria-selected', 'true')
  const first = await focused.getByRole('gridcell').nth(1).innerText()
  for (const [key, row] of [
    ['ArrowDown', '3'],
    ['End', '15'],
    ['ArrowUp', '14'],
    ['Home', '2'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(focused).toHaveAttribute('aria-rowindex', row)
  }
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveRole('gridcell')
  await expect(focused).toContainText(words('verdict.action-needed'))
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveRole('row')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('columnheader', { name: words('ui.table.name') })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  // Sorting keeps the selected VM, and Down from the head goes to it.
  await page.keyboard.press('ArrowDown')
  await expect(focused.getByRole('gridcell').nth(1)).toHaveText(first)
})

test('F6 goes around the panes, F1 lists the keys, Escape closes the list', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'))
  const seen = new Set<string | null | undefined>()
  for (let key = 0; key < 4; key += 1) {
    await page.keyboard.press('F6')
    seen.add(await pane())
  }
  expect(seen).toEqual(new Set(['header', 'sources', 'overview', 'selected'].map((name) => words(`ui.pane.${name}`))))
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: words('ui.shortcuts.title') })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

/** What has the keyboard and does not show it: neither an outline nor a shadow, on itself or on what stands for it. */
function unseenFocus({ page }: RunningApp): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    // The input of a radio button or of a check box is drawn by the label around it.
    const shownBy = [element, element.closest('[data-focus-visible]'), element.closest('.search, .ask-field')]
    const isSeen = shownBy.some((one) => {
      if (!(one instanceof HTMLElement)) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    return isSeen ? null : `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`
  })
}

for (const theme of ['light', 'dark'] as const) {
  test(`wherever Tab goes, the focus is seen, ${theme}`, async ({ start }) => {
    const app = await start({ theme })
    const { page, words } = app
    await overviewOf(app)
    const unseen: string[] = []
    const walk = async (screen: string, stops: number): Promise<void> => {
      const reached = new Set<string>()
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press('Tab')
        const found = await unseenFocus(app)
        if (found !== null) unseen.push(`${screen}: ${found}`)
        reached.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? ''))
      }
      expect(reached.size, `${screen}: stops`).toBeGreaterThan(stops / 3)
    }
    await walk('overview', 30)
    await page.getByRole('button', { name: words('ui.panel.guided') }).press('Enter')
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await walk('guided check', 20)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: words('ui.source.settings') }).press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await walk('settings', 20)
    expect(unseen).toEqual([])
  })
}
