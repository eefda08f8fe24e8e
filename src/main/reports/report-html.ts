import { createHash } from 'node:crypto'
import { say } from '../../core/i18n/translate'
import { reportContent, sourceFacts } from '../../core/report/content'
import { cutText } from '../../core/report/cut-text'
import type { ReportOptions as ContentOptions, ReportSource } from '../../core/report/source'
import { allVms } from './all-vms'
import { evidence, knowledge, worksheets } from './appendix'
import {
  acceptedFindings,
  answer,
  doneAndSince,
  glance,
  headLine,
  notChecked,
  safeToIgnore,
  whatToDo,
  whatToTell,
} from './first-page'
import { aboutHost, foot } from './foot'
import { html, type Html, trusted } from '../../core/report/html'
import { overall } from './overall'
import { partOf, type ReportPart } from './report-parts'
import { contentOptions } from './report-time'
import { SEAL_PLACE, sealed } from './seal'
import { inertPieces } from '../../core/report/json-text'
import { styleSheet } from './style'
import { SPRITE } from './symbols'

/** What a report is about, beside the checked hosts. */
export interface ReportOptions extends Omit<ContentOptions, 'writtenAt' | 'momentText'> {
  readonly now: Date
}

/** Where the diagnosis goes into a page; `html` shows this character of any text as a sign. */
const EMBEDDED = '\u0001'
const EMBEDDED_PLACE = trusted(EMBEDDED)

/** The diagnosis as JSON, a list of several. */
function embedded(sources: readonly ReportSource[]): readonly string[] {
  const pieces = sources.map(({ diagnosis }) => inertPieces(diagnosis))
  if (pieces.length === 1) return pieces.flat()
  return ['[', ...pieces.flatMap((piece, index) => (index === 0 ? piece : [',', ...piece])), ']']
}

function hostPart(part: ReportPart, options: ContentOptions): Html {
  return html`<div class="host" id="host-${part.index}">
    ${headLine(part)} ${answer(part)} ${glance(part.glance, part.language)} ${whatToDo(part)} ${whatToTell(part)}
    ${safeToIgnore(part)} ${acceptedFindings(part)} ${notChecked(part)} ${doneAndSince(part)} ${allVms(part)}
    ${evidence(part)} ${aboutHost(sourceFacts(part.source, options), part.language)}
  </div>`
}

/**
 * A report as one HTML file that needs nothing else: no network, no script, one style sheet that the page's policy names
 * by its hash. Several hosts stand one below the other. The diagnosis is embedded as `#diagnosis` (a list of several),
 * and a hash over the whole file stands in its head and at its foot; see `seal.ts`.
 */
export function reportHtml(sources: readonly [ReportSource, ...ReportSource[]], options: ReportOptions): string {
  const [first] = sources
  const { language } = first.diagnosis
  const timed = contentOptions(options)
  const content = reportContent(sources, timed)
  const summaries = content.hosts.map(({ diagnosis }) => diagnosis.summary)
  const style = styleSheet([...summaries, content.answer.counts.summary])
  const policy =
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'; ` +
    `base-uri 'none'; form-action 'none'`
  const names = content.hosts.map(({ name }) => name).join(', ')
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="integration-doctor-sha256" content="${SEAL_PLACE}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${say(language, 'report.title')} – ${cutText(names, 200)}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        ${SPRITE}
        <main>
          ${overall(content)} ${content.hosts.map((host) => hostPart(partOf(host, language, content.isOneVm), timed))}
          ${worksheets(content.worksheets, language)} ${knowledge(content.knowledge, language)}
          ${foot(content.foot, language)}
        </main>
        ${trusted('<script type="application/json" id="diagnosis">')}${EMBEDDED_PLACE}${trusted('</script>')}
      </body>
    </html> `
  const [before = '', after = ''] = page.toString().trim().split(EMBEDDED)
  return sealed([before, ...embedded(sources), `${after}\n`])
}
