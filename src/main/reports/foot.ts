import { say } from '../../core/i18n/translate'
import { html, type Html } from './html'
import { ageText, localTime, momentOf, utcTime } from './report-time'
import type { ReportPart } from './report-parts'
import { SEAL_PLACE } from './seal'

/** What a report says about itself. */
export interface ReportFrame {
  readonly programVersion: string
  readonly ticket: string | null
  readonly now: Date
}

function both(moment: Date): string {
  return `${localTime(moment)} (${utcTime(moment)})`
}

/** Where the report comes from, what is left out, and how its hash is checked. */
export function aboutHost({ diagnosis, language, via, captureSha256 }: ReportPart, frame: ReportFrame): Html {
  const read = momentOf(diagnosis.checkedAt)
  const age = read === null ? null : ageText(read, frame.now, language)
  const rows: readonly (readonly [string, string | null])[] = [
    [say(language, 'report.about.source'), diagnosis.source],
    [say(language, 'report.about.via'), via === null ? null : say(language, `report.via.${via}`)],
    [say(language, 'report.about.read'), read === null ? null : [both(read), age].filter(Boolean).join(', ')],
    [say(language, 'report.about.capture-sha256'), captureSha256],
  ]
  return html`<section>
    <h2>${say(language, 'report.heading.source')}</h2>
    <dl class="facts small">
      ${rows
        .filter(([, value]) => value !== null)
        .map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
  </section>`
}

/** The last lines of the page. */
export function foot({ diagnosis, language }: ReportPart, frame: ReportFrame): Html {
  return html`<footer class="foot small">
    <h2>${say(language, 'report.heading.about')}</h2>
    <dl class="facts">
      <dt>${say(language, 'report.about.program')}</dt>
      <dd>
        ${say(language, 'report.about.program-line', {
          version: frame.programVersion,
          knowledge: diagnosis.program.knowledge,
        })}
      </dd>
      <dt>${say(language, 'report.about.written')}</dt>
      <dd>${both(frame.now)}</dd>
      ${
        frame.ticket !== null &&
        html`<dt>${say(language, 'report.about.ticket')}</dt>
          <dd><bdi>${frame.ticket}</bdi></dd>`
      }
      <dt>${say(language, 'report.about.redaction')}</dt>
      <dd>${say(language, `report.redaction.${diagnosis.redaction}`)}</dd>
      <dt>${say(language, 'report.about.sha256')}</dt>
      <dd><span class="raw">${SEAL_PLACE}</span></dd>
    </dl>
    <p>${say(language, 'report.about.verify')}</p>
  </footer>`
}
