import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { say } from '../../../../src/core/i18n/translate'
import { LANGUAGES } from '../../../../src/core/model/text'
import { VERDICTS } from '../../../../src/core/model/verdict'
import { tableText } from '../../../../src/main/cli/table'
import { shapeText, type Shape } from '../../../../src/main/reports/shapes'
import { DEFAULT_THRESHOLDS } from '../../../../src/core/report/monitors/monitored'
import { contentOf, diagnosisOf, HOSTS } from './checked-hosts'

const now = new Date('2026-11-23T10:00:00Z')

describe.each(LANGUAGES)('every shape of a report in %s has the numbers of the diagnosis', (language) => {
  test.each(HOSTS)('%s', (_, capture) => {
    const diagnosis = diagnosisOf(capture, language)
    const shape = (name: Shape): string =>
      shapeText(name, [{ diagnosis, via: null, captureSha256: null }], {
        programVersion: '1.0.0',
        now,
        preset: 'generic',
        thresholds: DEFAULT_THRESHOLDS,
      })
    const { counts, sentence, verdicts } = contentOf([diagnosis]).answer
    const present = VERDICTS.filter((verdict) => diagnosis.summary[verdict] > 0)
    const shown = present.map((verdict) => `${say(language, `verdict.${verdict}`)} ${diagnosis.summary[verdict]}`)

    expect(counts.summary).toEqual(diagnosis.summary)
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(present.toReversed())
    // HTML, text and terminal say the sentence or the numbers; JSON holds them; tables have a row for each VM.
    const html = shape('html')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
    expect(html).toContain(sentence)
    for (const number of shown) expect(html).toContain(number)
    for (const number of shown) expect(shape('text')).toContain(number)
    expect(tableText(diagnosis, null)).toContain(sentence)
    expect(JSON.parse(shape('json'))).toMatchObject({ summary: diagnosis.summary })
    const rows = parse<{ verdict: string }>(shape('csv'), { bom: true, columns: true })
    for (const verdict of VERDICTS) {
      expect(rows.filter((row) => row.verdict === verdict)).toHaveLength(diagnosis.summary[verdict])
    }
    for (const verdict of present) {
      expect(shape('markdown')).toContain(`| ${say(language, `verdict.${verdict}`)} | ${diagnosis.summary[verdict]} |`)
    }
    expect(JSON.parse(shape('zabbix'))).toMatchObject({
      counts: {
        vms: diagnosis.vms.length,
        action_needed: counts.action,
        safe_to_ignore: diagnosis.summary['safe-to-ignore'],
      },
    })
    expect(shape('nagios')).toContain(`action_needed=${counts.action};`)
  })
})
