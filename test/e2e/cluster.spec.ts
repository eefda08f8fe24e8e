import { AxeBuilder } from '@axe-core/playwright'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, SAMPLE_CAPTURE, test, type RunningApp } from './app'
import { goToStep, openGuide, overviewOf } from './window'

let folder = ''
let network = ''
/** A cluster of three nodes: one is read, one refuses the connection, one is down. */
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cluster-'))
  const sample = JSON.parse(await readFile(SAMPLE_CAPTURE, 'utf8')) as {
    classes: Record<string, readonly Record<string, unknown>[]>
  }
  const idOf = (name: string) =>
    sample.classes['Msvm_ComputerSystem']?.find((row) => row['ElementName'] === name)?.['Name']
  const role = (name: string, node: string) => ({
    Name: name,
    Type: 'Virtual Machine',
    OwnerNode: node,
    PrivateProperties: { VmID: idOf(name) },
  })
  const classes = {
    ...sample.classes,
    MSCluster_Cluster: [{ Name: 'CLU01' }],
    MSCluster_Node: [
      { Name: 'HV11', State: 1 },
      { Name: 'HV12', State: 0 },
      { Name: 'HV13', State: 0 },
    ],
    MSCluster_Resource: [role('web-01', 'HV12'), role('db-02', 'HV12'), role('erp-old', 'HV13')],
  }
  const capture = join(folder, 'cluster.json')
  await writeFile(capture, JSON.stringify({ ...sample, classes, sha256: undefined }))
  network = join(folder, 'hosts.json')
  const hosts = {
    clu01: { name: 'CLU01', capture },
    HV12: { name: 'HV12', capture },
    HV13: { name: 'HV13', capture, errors: { remoting: 5 } },
    lonely: { name: 'LONELY', capture: SAMPLE_CAPTURE },
  }
  await writeFile(network, JSON.stringify(hosts))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** Asks for a cluster in the form for other computers, by keyboard. */
async function askFor({ page, words }: RunningApp, name: string) {
  await page.keyboard.press('Control+Shift+O')
  const dialog = page.getByRole('dialog', { name: words('remote.ui.title') })
  await expect(dialog.getByRole('textbox', { name: words('remote.ui.name') })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('radio', { name: words('remote.ui.host') })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: words('remote.ui.cluster') })).toBeChecked()
  await page.keyboard.press('Enter')
  return dialog
}

async function findings({ page }: RunningApp): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).disableRules(['region']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}

/** A picture of the window where somebody asked for some, to be looked at. */
async function screenshot(app: RunningApp, name: string): Promise<void> {
  const target = process.env['REMOTE_SCREENSHOTS']
  if (target !== undefined) await app.page.screenshot({ path: join(target, `${name}.png`) })
}

for (const language of ['en', 'ko'] as const) {
  test(`a cluster is its nodes side by side: read, refused and down, ${language}`, async ({ start }) => {
    const app = await start({ network, language, theme: language === 'ko' ? 'dark' : 'light' })
    const { page, words } = app
    await overviewOf(app)
    await askFor(app, 'clu01')
    const table = page.getByRole('table', { name: words('rollup.table') })
    await expect(table).toBeVisible({ timeout: 30_000 })
    const rowOfNode = (name: string) => table.getByRole('row').filter({ hasText: name })
    await expect(rowOfNode('HV12').getByRole('cell').first()).toHaveText('14')
    await expect(page.getByRole('main')).toContainText(words('rollup.unread', { count: 2 }))
    await expect(rowOfNode('HV13').getByRole('cell').first()).toHaveText('–')
    for (const name of ['HV11', 'HV13']) await expect(rowOfNode(name)).toContainText(words('ui.source.unreadable'))
    await screenshot(app, `cluster-${language}`)
    expect(await findings(app)).toEqual([])

    const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
    await table.getByRole('button', { name: 'HV11' }).press('Enter')
    const main = page.getByRole('main')
    await expect(main).toContainText(words('problem.cause.node-down.message'))
    await screenshot(app, `cluster-down-${language}`)
    expect(await findings(app)).toEqual([])
    await rail.getByRole('button', { name: /^HV13/ }).first().press('Enter')
    await expect(main).toContainText(words('problem.cause.remote-refused.message', { code: '0x80070005' }))
    await expect(main).toContainText(words('remote.owned', { count: 1, vms: 'erp-old' }))
    await screenshot(app, `cluster-refused-${language}`)

    await rail.getByRole('button', { name: /^HV12/ }).first().press('Enter')
    await overviewOf(app)
    await openGuide(app, 'web-01')
    await goToStep(app, 'result')
    await expect(main).toContainText('IS-103')
    await screenshot(app, `cluster-vm-${language}`)
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+Shift+O')
    const recent = page.getByRole('region', { name: words('remote.ui.recent') })
    await expect(recent).toContainText(words('remote.ui.entry', { kind: 'cluster', name: 'clu01' }))
    await screenshot(app, `cluster-recent-${language}`)
  })
}

test('a host that is no cluster is a sentence in the form, and the next step', async ({ start }) => {
  const app = await start({ network })
  await overviewOf(app)
  const dialog = await askFor(app, 'lonely')
  await expect(dialog).toContainText(app.words('problem.cause.cluster-missing.step'), { timeout: 30_000 })
  await expect(dialog.getByRole('radio', { name: app.words('remote.ui.cluster') })).toBeChecked()
  await screenshot(app, 'cluster-none')
  expect(await findings(app)).toEqual([])
})
