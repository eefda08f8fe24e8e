import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readPdf } from '../../src/main/pdf/read-pdf'
import { captureOfCase, CASES } from '../unit/core/case-capture'
import { expect, SAMPLE_CAPTURE, test } from './app'
import { check, checkInApp } from './command'
import { wordsOf } from './words'

const VERDICTS = ['action-needed', 'cannot-tell', 'advice', 'safe-to-ignore', 'healthy', 'not-running'] as const
type Summary = Readonly<Record<(typeof VERDICTS)[number], number>>

interface Line {
  readonly source: string
  readonly summary: Summary
}

const squeeze = (text: string): string => text.replace(/\s+/g, '')

for (const language of ['en', 'ko'] as const) {
  test(`screen, HTML, PDF, CSV and JSON have the same numbers for the sample and every case, ${language}`, async ({
    start,
  }) => {
    test.slow()
    const words = wordsOf(language)
    const app = await start({ powershell: null, language })
    const { electron, folder, page } = app
    const names = ['sample', ...CASES.map(({ id }) => id)]
    const files = names.map((name) => join(folder, `${name}.hvcapture`))
    await copyFile(SAMPLE_CAPTURE, files[0] ?? '')
    await Promise.all(
      CASES.map((each, index) => writeFile(files[index + 1] ?? '', JSON.stringify(captureOfCase(each)))),
    )
    const args = ['--capture', ...files, '--lang', language]
    const lines = (await check(...args, '--format', 'json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    expect(lines).toHaveLength(names.length)
    const shown = lines.map(({ summary }) =>
      VERDICTS.filter((verdict) => summary[verdict] > 0).map((verdict) => [verdict, summary[verdict]] as const),
    )

    const html = await check(...args, '--format', 'html')
    const parts = html.split(/<div class="host" id="host-\d+">/).slice(1)
    const inHtml = parts.map((part) =>
      [
        ...(/<ul class="counts">(.*?)<\/ul>/s.exec(part)?.[1] ?? '').matchAll(/class="v v-([a-z-]+)">.*?(\d+)<\/li>/gs),
      ].map(([, verdict, count]) => [verdict, Number(count)]),
    )
    expect(inHtml, 'HTML').toEqual(shown)

    const rows = parse<{ source: string; verdict: string }>(await check(...args, '--format', 'csv'), {
      bom: true,
      columns: true,
    })
    const inCsv = lines.map(({ source }) =>
      VERDICTS.map((verdict) => [
        verdict,
        rows.filter((row) => row.source === source && row.verdict === verdict).length,
      ]).filter(([, count]) => count !== 0),
    )
    expect(inCsv, 'CSV').toEqual(shown)

    const pdf = join(folder, 'all.pdf')
    await checkInApp(...args, '--format', 'pdf', '--output', pdf)
    const pages = (await readPdf(await readFile(pdf))).pages.map(squeeze)
    let from = 1
    for (const [index, counts] of shown.entries()) {
      const wanted = squeeze(counts.map(([verdict, count]) => `${words(`verdict.${verdict}`)} ${count}`).join(''))
      const at = pages.findIndex((text, number) => number >= from && text.includes(wanted))
      expect(at, `PDF: ${names[index]}`).toBeGreaterThan(0)
      from = at + 1
    }

    await electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] })
    }, files)
    await page
      .getByRole('main')
      .getByRole('button', { name: words('ui.start.capture') })
      .click()
    const rail = page.getByRole('navigation', { name: words('ui.pane.sources') })
    for (const [index, counts] of shown.entries()) {
      await rail
        .getByRole('button', { name: new RegExp(`^${names[index]}`) })
        .first()
        .click()
      const chips = page.getByRole('toolbar', { name: words('ui.overview.chips'), exact: true })
      await expect(chips.getByRole('button'), `screen: ${names[index]}`).toHaveText(
        counts.map(([verdict, count]) => words('ui.overview.count', { count, verdict: words(`verdict.${verdict}`) })),
      )
    }
  })
}
