import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { RunningApp } from './app'

/** The overview of a host: waits until its table is there. */
export async function overviewOf({ page, words }: RunningApp): Promise<Locator> {
  const grid = page.getByRole('grid', { name: words('ui.table.label') })
  await expect(grid).toBeVisible({ timeout: 30_000 })
  return grid
}

/** The row of a VM. */
export function rowOf(page: Page, vm: string): Locator {
  return page.getByRole('row').filter({ has: page.getByText(vm, { exact: true }) })
}

/** Opens the guided check of a VM from the overview, and waits for its first step. */
export async function openGuide(app: RunningApp, vm: string): Promise<void> {
  const { page, words } = app
  await rowOf(page, vm).click()
  await page.getByRole('button', { name: words('ui.panel.guided') }).click()
  await expect(page.getByRole('heading', { level: 1, name: vm })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: words('guide.title.symptom') })).toBeVisible()
}

/** Goes to a step of the guided check by the list on the left. */
export async function goToStep({ page, words }: RunningApp, step: string): Promise<void> {
  const title = words(`guide.title.${step}`)
  await page
    .getByRole('navigation', { name: words('ui.pane.steps') })
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
}

/** The message that came up last. */
export function toastOf({ page, words }: RunningApp): Locator {
  return page.getByRole('region', { name: words('ui.toast.region') }).getByRole('alertdialog')
}

/** A mail in Korean with the services of the Linux VM 회계서버, two of which have an older protocol. */
export const TICKET = readFileSync(join(import.meta.dirname, 'input/ticket-ko.txt'), 'utf8')

/** Opens the paste window, where it is not open yet, and puts a text into it. */
export async function pasteTicket({ page, words }: RunningApp, text = TICKET): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: words('ui.paste.title') })
  if (!(await dialog.isVisible())) await page.keyboard.press('Control+Shift+V')
  const field = dialog.getByRole('textbox', { name: words('ui.paste.label') })
  await expect(field).toBeFocused()
  await field.fill(text)
  return dialog
}

/** Reads what was pasted. */
export async function readPaste({ page }: RunningApp): Promise<void> {
  await page.keyboard.press('Control+Enter')
}

/** Reads what was pasted, and opens its check. */
export async function openPaste(app: RunningApp): Promise<void> {
  const { page, words } = app
  await readPaste(app)
  await expect(page.getByRole('button', { name: words('understood.open') })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}
