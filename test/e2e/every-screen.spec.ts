import { expect, test, type RunningApp } from './app'
import { everyScreen } from './every-screen'
import { twoChecks } from './two-checks'

/** What Hyper-V lets somebody call a VM: HTML, a direction override, Arabic, an emoji, a line break, 200 characters. */
const HOSTILE = `zz-vm-01 <img src=x onerror="document.title='hit'"><i class=hostile>b</i> \u202Eevil \u0645\u0631\u062D\u0628\u0627 \u{1F469}\u200D\u{1F4BB} \nline ${'W'.repeat(118)}`

/** Elements whose content is wider than they show, without a mark for it, and whether the page itself is too wide. */
function cutContent({ page }: RunningApp): Promise<readonly string[]> {
  return page.evaluate(() => {
    const tooWide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : []
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const style = getComputedStyle(element)
      const isCut = ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      const isMeant = style.textOverflow === 'ellipsis' || element.closest('.visually-hidden') !== null
      return isCut && !isMeant && element.clientWidth > 1 && element.checkVisibility()
    })
    const outside = [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, label, input, textarea')].filter(
      (element) => {
        const box = element.getBoundingClientRect()
        const scroller = element.closest('.grid-scroller, .roll-up-scroller, .kept-host')
        return scroller === null && box.width > 1 && element.checkVisibility() && box.right > innerWidth + 1
      },
    )
    const words = (element: HTMLElement) =>
      `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`
    return [...tooWide, ...cut.map(words), ...outside.map((element) => `outside ${words(element)}`)]
  })
}

/** Whether a name is still nothing but text on what is shown now. */
async function isHarmless(app: RunningApp, screen: string): Promise<void> {
  expect.soft(await app.page.locator('img, .hostile').count(), screen).toBe(0)
  expect.soft(await app.page.title(), screen).not.toBe('hit')
  expect.soft(await cutContent(app), screen).toEqual([])
  expect.soft(await app.page.locator('body').innerText(), screen).not.toContain('\u202E')
}

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`a hostile name of a VM is text on every screen, and breaks none, ${language}, ${theme}`, async ({
      start,
    }) => {
      await everyScreen(
        (options) => start({ ...options, language, theme }),
        HOSTILE,
        (app) => (screen) => test.step(screen, () => isHarmless(app, screen)),
      )
    })

    test(`a hostile name comes in as text while its host is read, ${language}, ${theme}`, async ({ start }) => {
      const [, host] = await twoChecks(HOSTILE)
      const app = await start({ language, theme, host, faults: { hang: ['Msvm_HeartbeatComponent'] } })
      await expect(app.page.getByRole('grid', { name: app.words('ui.checking.table') })).toContainText('zz-vm-01', {
        timeout: 30_000,
      })
      await isHarmless(app, 'while it is checked')
    })
  }
}

for (const language of ['en', 'ko'] as const) {
  test(`text of twice the size is cut nowhere, ${language}`, async ({ start }) => {
    const large = (options: object) => start({ ...options, language, textSize: 200, size: [1280, 800] })
    await everyScreen(
      large,
      'web-01',
      (app) => (screen) =>
        test.step(screen, async () => {
          expect.soft(await app.page.evaluate(() => innerWidth), screen).toBe(640)
          expect.soft(await cutContent(app), screen).toEqual([])
        }),
    )
  })
}
