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
  await expect(page.getByRole('heading', { level: 2, name: words('guide.title.power') })).toBeVisible()
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
