import { readFileSync } from 'node:fs'
import { expect, SAMPLE_CAPTURE, test } from './app'
import { openGuide, overviewOf } from './window'

interface Rows {
  readonly classes: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

const sample = JSON.parse(readFileSync(SAMPLE_CAPTURE, 'utf8')) as Rows
const first = sample.classes['Msvm_ComputerSystem']?.find((row) => row['ElementName'] !== 'HV01') ?? {}

test('F5 in the guided check reads that VM again, by keyboard', async ({ start }) => {
  const app = await start()
  const { page, words } = app
  await overviewOf(app)
  const name = String(first['ElementName'])
  await openGuide(app, name)
  await expect(page.getByRole('button', { name: words('ui.action.check-vm-again') })).toBeVisible()
  await page.keyboard.press('F5')
  await expect(page.getByText(new RegExp(words('ui.checking.vm-done', { name, verdict: '.*' })))).toBeAttached()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})
