import { createHash } from 'node:crypto'
import { say } from '../../core/i18n/translate'
import { reportContent, sourceFacts } from '../../core/report/content'
import type { ReportOptions as ContentOptions, ReportSource } from '../../core/report/source'
import { allVms, evidence, knowledge } from './appendix'
import {
  acceptedFindings,
  answer,
  doneAndSince,
  headLine,
  notChecked,
  safeToIgnore,
  whatToDo,
  whatToTell,
} from './first-page'
import { aboutHost, foot } from './foot'
import { html, type Html, trusted } from '../../core/report/html'
import { partOf, type ReportPart } from './report-parts'
import { contentOptions } from './report-time'
import { SEAL_PLACE, sealed } from './seal'
import { inertJson } from '../../core/report/json-text'
import { styleSheet } from './style'
import { SPRITE } from './symbols'

/** What a report is about, beside the checked hosts. */
export interface ReportOptions extends Omit<ContentOptions, 'writtenAt' | 'momentText'> {
  readonly now: Date
}

function hostPart(part: ReportPart, options: ContentOptions): Html {
  return html`<div class="host">
    ${headLine(part)} ${answer(part)} ${whatToDo(part)} ${whatToTell(part)} ${safeToIgnore(part)}
    ${acceptedFindings(part)} ${notChecked(part)} ${doneAndSince(part)} ${allVms(part)} ${evidence(part)}
    ${aboutHost(sourceFacts(part.source, options), part.language)}
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
  const timed = contentOptions(options)
  const content = reportContent(sources, timed)
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
        <title>${say(language, 'report.title')} – ${names.slice(0, 200)}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        ${SPRITE}
        <main>
          ${content.hosts.map((host) => hostPart(partOf(host, language, content.isOneVm), timed))}
          ${knowledge(content.knowledge, language)} ${foot(content.foot, language)}
        </main>
        ${trusted(`<script type="application/json" id="diagnosis">${embedded}</script>`)}
      </body>
    </html> `
  return sealed(`${page.toString().trim()}\n`)
}
