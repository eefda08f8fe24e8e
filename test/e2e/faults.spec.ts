import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, ROOT, test, type LaunchOptions, type RunningApp } from './app'
import { LIMITS } from './limits'
import { isAlive, shellsOf } from './processes'
import { overviewOf } from './window'

/** The sentence and the next step stand on the start screen, with what can be done instead, and can be copied. */
async function expectProblem(app: RunningApp, cause: string, params: Record<string, string | number> = {}) {
  const { page, words } = app
  const main = page.getByRole('main')
  const sentence = words(`problem.cause.${cause}.message`, params)
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(sentence, { timeout: 30_000 })
  await expect(main.getByRole('button', { name: words('ui.action.copy-error') })).toBeVisible()
  await expect(main.getByRole('button', { name: words('ui.start.local-again') })).toBeVisible()
  await expect(main.getByRole('button', { name: words('ui.start.sample') })).toBeVisible()
}

async function expectNoShell(app: RunningApp): Promise<void> {
  await expect.poll(() => shellsOf(app.pid), { message: 'PowerShell processes' }).toEqual([])
}

const cases: readonly (readonly [
  what: string,
  cause: string,
  options: LaunchOptions,
  params?: Record<string, string>,
])[] = [
  ['PowerShell is not there', 'powershell-missing', { powershell: null }],
  ['PowerShell answers nothing', 'powershell-silent', { faults: { answersNothing: true } }],
  ['the namespace of Hyper-V is not there', 'namespace-missing', { faults: { missingNamespace: true } }],
]

for (const language of ['en', 'ko'] as const) {
  for (const [what, cause, options, params] of cases) {
    test(`${what}: one sentence with its next step, ${language}`, async ({ start }) => {
      const app = await start({ ...options, language })
      await expectProblem(app, cause, params)
      expect(await app.close(), 'processes left behind').toEqual([])
    })
  }
}

test('PowerShell dies before anything was read', async ({ start }) => {
  const app = await start({ faults: { die: { Win32_OperatingSystem: 3 } } })
  await expectProblem(app, 'powershell-ended', { words: '3' })
  await expectNoShell(app)
})

test('PowerShell dies in the middle: what was read stays, and what is missing is said', async ({ start }) => {
  const app = await start({ faults: { die: { Msvm_VssComponent: 'kill' } } })
  await overviewOf(app)
  const main = app.page.getByRole('main')
  await expect(main).toContainText(app.words('ui.overview.incomplete'))
  await main.getByRole('button', { name: app.words('ui.action.details') }).click()
  const details = app.page.getByRole('dialog', { name: app.words('ui.overview.not-read-title') })
  await expect(details).toContainText(app.words('problem.cause.powershell-ended.message', { words: 'SIGKILL' }))
  await expect(details).toContainText(app.words('note.stopped.step'))
  await expectNoShell(app)
})

test('answers that other software has changed on their way are named as such', async ({ start }) => {
  const folder = await mkdtemp(join(tmpdir(), 'changed-'))
  const between = join(folder, 'between.sh')
  const engine = process.env['NODE_POWERSHELL'] ?? join(ROOT, 'test/pwsh-host/bin/pwsh-host')
  await writeFile(between, `#!/bin/sh\n'${engine}' "$@" | sed -u 's/^@@/##/'\n`)
  await chmod(between, 0o755)
  const app = await start({ powershell: between })
  await expectProblem(app, 'powershell-noise')
  await expectNoShell(app)
  await rm(folder, { recursive: true })
})

test('noise around the answers changes nothing', async ({ start }) => {
  const app = await start({ faults: { noise: '@@ WARNING: profile loaded 경고' } })
  const grid = await overviewOf(app)
  await expect(grid).toHaveAttribute('aria-rowcount', '15')
})

test('a check that hangs is cancelled, and its PowerShell is gone', async ({ start }) => {
  const app = await start({ faults: { hang: ['Win32_OperatingSystem'] } })
  const { page, words } = app
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ui.checking.title'))
  await expect.poll(() => shellsOf(app.pid).length).toBeGreaterThan(0)
  const shells = shellsOf(app.pid)
  await page.getByRole('button', { name: words('ui.action.cancel') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ui.start.cancelled'))
  await expect.poll(() => shells.filter(isAlive)).toEqual([])
})

for (const [what, faults] of [
  ['a check that hangs', { hang: ['Msvm_ComputerSystem'] }],
  ['a check that has read a part', { slow: { Msvm_VssComponent: 25_000 } }],
] as const) {
  test(`closing the window in the middle of ${what} leaves no process`, async ({ start }) => {
    const app = await start({ faults })
    const [slowClass] = 'slow' in faults ? Object.keys(faults.slow) : faults.hang
    const bar = app.page.getByRole('progressbar', { name: app.words('ui.checking.progress') })
    await expect(bar).toHaveAttribute('aria-valuetext', new RegExp(`${slowClass ?? ''}$`))
    expect(shellsOf(app.pid), 'PowerShell processes').not.toEqual([])
    expect(await app.close(), 'processes left behind').toEqual([])
  })
}

test('progress is shown while a slow host is read', async ({ start }) => {
  const app = await start({ faults: { slow: { Msvm_VssComponent: 4000 } } })
  const bar = app.page.getByRole('progressbar', { name: app.words('ui.checking.progress') })
  await expect(bar).toHaveAttribute('aria-valuetext', /Msvm_VssComponent/)
  await expect(app.page.getByRole('main')).toContainText(/\d+ seconds?/)
  await overviewOf(app)
})

test('a check that hangs ends by its time limit', async ({ start }) => {
  test.setTimeout(LIMITS.checkLimit + LIMITS.test)
  const app = await start({ faults: { hang: ['Win32_OperatingSystem'] } })
  const sentence = app.words('problem.cause.time-limit.message', { seconds: LIMITS.checkLimit / 1000 })
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(sentence, {
    timeout: LIMITS.checkLimit + LIMITS.expect,
  })
  await expectNoShell(app)
})
