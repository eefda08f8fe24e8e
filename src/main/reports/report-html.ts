import { createHash } from 'node:crypto'
import { say } from '../../core/i18n/translate'
import { allVms, evidence, knowledge } from './appendix'
import { hostText } from './answer'
import { answer, headLine, notChecked, safeToIgnore, whatToDo, whatToTell } from './first-page'
import { aboutHost, foot, type ReportFrame } from './foot'
import { html, type Html, trusted } from './html'
import { partOf, type ReportPart, type ReportSource } from './report-parts'
import { SEAL_PLACE, sealed } from './seal'
import { inertJson } from './shown-text'
import { styleSheet } from './style'
import { SPRITE } from './symbols'

/** What a report is about, beside the checked hosts. */
export interface ReportOptions {
  readonly programVersion: string
  readonly now: Date
  readonly ticket?: string | null
  /** The diagnosis holds one VM, and the report is about that VM alone. */
  readonly isOneVm?: boolean
}

function hostPart(part: ReportPart, frame: ReportFrame): Html {
  return html`<div class="host">
    ${headLine(part, frame.ticket)} ${answer(part)} ${whatToDo(part)} ${whatToTell(part)} ${safeToIgnore(part)}
    ${notChecked(part)} ${allVms(part)} ${evidence(part)} ${aboutHost(part, frame)}
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
  const style = styleSheet(sources.map(({ diagnosis }) => diagnosis.summary))
  const policy =
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'; ` +
    `base-uri 'none'; form-action 'none'`
  const embedded = inertJson(sources.length === 1 ? first.diagnosis : sources.map(({ diagnosis }) => diagnosis))
  const parts = sources.map((source, index) => partOf(source, index, options.isOneVm === true))
  const [firstPart = partOf(first, 0, false)] = parts
  const names = sources.map(({ diagnosis }) => hostText(diagnosis)).join(', ')
  const frame: ReportFrame = { ...options, ticket: options.ticket ?? null }
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="integration-doctor-sha256" content="${SEAL_PLACE}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${say(language, 'report.title')} – ${names.slice(0, 200)}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        ${SPRITE}
        <main>
          ${parts.map((part) => hostPart(part, frame))} ${knowledge(parts, language)} ${foot(firstPart, frame)}
        </main>
        ${trusted(`<script type="application/json" id="diagnosis">${embedded}</script>`)}
      </body>
    </html> `
  return sealed(`${page.toString().trim()}\n`)
}
