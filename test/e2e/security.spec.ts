import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { hostWith } from '../powershell/hyper-v-host'
import { expect, ROOT, test, type RunningApp } from './app'
import { overviewOf } from './window'

type Answer = { ok: boolean; problem?: { code: string; message: string; step: string } }

/** Calls main past the types, as a page that was taken over would. */
function call({ page }: RunningApp, name: string, request: unknown, callId: unknown = 'attack'): Promise<Answer> {
  return page.evaluate(
    ([name, callId, request]) =>
      (window as unknown as { bridge: { call: (...given: unknown[]) => Promise<Answer> } }).bridge.call(
        name,
        callId,
        request,
      ),
    [name, callId, request] as const,
  )
}

test('the window has neither Node nor Electron, and the bridge has what it is made of', async ({ start }) => {
  const app = await start()
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity }
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(preferences.webSecurity).not.toBe(false)
  const found = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'electron', '__dirname'].filter((name) => name in globalThis),
    bridge: Object.keys((window as unknown as { bridge: object }).bridge).sort(),
  }))
  expect(found).toEqual({
    node: [],
    bridge: ['call', 'cancel', 'onChanged', 'onMenu', 'onProgress', 'pathOf'],
  })
})

test('the content security policy stops inline scripts, handlers, eval, inline styles and other addresses', async ({
  start,
}) => {
  const { page } = await start()
  const result = await page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.ranInline = true'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML =
      '<img src="missing.png" onerror="globalThis.ranHandler = true"><style>body{outline:9px solid}</style>'
    document.body.append(holder)
    // Later, because the code of this test itself may be evaluated past the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- the attack itself
          new Function('return 1')()
          resolve('ran')
        } catch {
          resolve('refused')
        }
      })
    })
    const fetched = await fetch('https://example.com/').then(
      () => 'ran',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const outline = getComputedStyle(document.body).outlineWidth
    holder.remove()
    return {
      blocked,
      evaluated,
      fetched,
      outline,
      ran: Object.keys(globalThis).filter((name) => name.startsWith('ran')),
    }
  })
  expect(result.ran).toEqual([])
  expect(result).toMatchObject({ evaluated: 'refused', fetched: 'refused' })
  expect(result.outline).not.toBe('9px')
  for (const directive of ['script-src-elem', 'script-src-attr', 'style-src-elem', 'connect-src']) {
    expect(result.blocked).toContain(directive)
  }
})

test('calls that the contract does not have, and requests that do not fit it, are refused with a reason', async ({
  start,
}) => {
  const app = await start()
  await overviewOf(app)
  const refused: readonly (readonly [name: string, request: unknown, callId?: unknown])[] = [
    ['no.such', {}],
    ['constructor', {}],
    ['__proto__', {}],
    ['overview.get', {}],
    ['overview.get', { sourceId: 7 }],
    ['overview.get', { sourceId: 'local', more: 1 }],
    ['settings.set', { reportFolder: '/' }],
    ['settings.set', { theme: 'pink' }],
    ['app.info', null],
    ['app.info', {}, '../../x'],
    ['app.info', {}, { toString: 'x' }],
    ['clipboard.write', { text: 'x'.repeat(1_000_001) }],
  ]
  for (const [name, request, callId] of refused) {
    const answer = await call(app, name, request, callId)
    expect(answer.ok, `${name} ${JSON.stringify(request)?.slice(0, 60)}`).toBe(false)
    expect(answer.problem?.code).toMatch(/^request-refused/)
    expect(answer.problem?.step).not.toBe('')
  }
  for (const [name, request] of [
    ['file.open', { path: '/etc/passwd' }],
    ['file.show', { path: '/etc/passwd' }],
    ['article.open', { articleId: 'https://example.com/' }],
    ['overview.get', { sourceId: 'no-such-source' }],
  ] as const) {
    const answer = await call(app, name, request)
    expect(answer.ok, name).toBe(false)
    expect(answer.problem?.message).not.toBe('')
  }
  // It still answers what is right.
  expect((await call(app, 'app.info', {})).ok).toBe(true)
})

test('a page of another origin with the same preload gets no answer', async ({ start }) => {
  const app = await start()
  const answer = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, partition: 'stranger' },
      })
      try {
        await stranger.loadURL('data:text/html,<title>stranger</title>')
        return (await stranger.webContents.executeJavaScript(
          "bridge.call('app.info', 'stranger', {}).catch((error) => ({ ok: false, problem: { code: 'rejected' } }))",
        )) as Answer
      } finally {
        stranger.destroy()
      }
    },
    join(ROOT, 'out/preload/index.cjs'),
  )
  expect(answer.ok).toBe(false)
  expect(JSON.stringify(answer)).not.toContain('settings')
})

test('the window stays on its page and opens no other', async ({ start }) => {
  const { electron, page } = await start()
  const address = page.url()
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://other/index.html', 'javascript:void(0)']) {
    await page.evaluate((to) => {
      location.href = to
    }, target)
    expect(await page.evaluate((to) => window.open(to) === null, target), target).toBe(true)
  }
  const link = await page.evaluate(() => {
    const anchor = document.createElement('a')
    anchor.href = 'https://example.com/'
    anchor.target = '_blank'
    document.body.append(anchor)
    anchor.click()
    anchor.remove()
    return location.href
  })
  expect(link).toBe(address)
  expect(await page.evaluate(() => document.documentElement.dataset['ready'])).toBe('true')
  expect(page.url()).toBe(address)
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('hostile names of VMs are harmless text', async ({ start }) => {
  const names = [
    '<img src=x onerror="globalThis.ranName=1">',
    '"><script>globalThis.ranName=1</script>',
    `${'long-'.repeat(39)}name`,
    'web\u202egpj.exe',
    'two\nlines',
    '😀 서버 {name}',
    "'; Remove-Item C:\\ #",
  ]
  const host = join(tmpdir(), `hostile-${randomUUID()}.json`)
  await writeFile(host, JSON.stringify(hostWith(names)))
  const app = await start({ host })
  const { page, words } = app
  const grid = await overviewOf(app)
  await expect(grid).toHaveAttribute('aria-rowcount', String(names.length + 1))
  for (const shown of [names[0], names[1], names[2], 'web[U+202E]gpj.exe', 'two↵lines', names[5], names[6]]) {
    await expect(page.getByRole('gridcell', { name: shown ?? '', exact: true })).toBeVisible()
  }
  await page.getByRole('gridcell', { name: 'two↵lines', exact: true }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'two↵lines' })).toBeVisible()
  await page
    .getByRole('navigation', { name: words('ui.pane.steps') })
    .getByRole('button')
    .last()
    .click()
  await expect(page.getByRole('region', { name: words('ui.pane.step') })).toContainText('two↵lines')
  expect(await page.evaluate(() => 'ranName' in globalThis)).toBe(false)
  expect(app.complaints).toEqual([])
  await rm(host)
})
