import { say } from '../../core/i18n/translate'
import { BY_SEVERITY } from '../../core/report/answer'
import type { ReportContent } from '../../core/report/content'
import { html, type Html } from '../../core/report/html'
import { counts, glance, headLine } from './first-page'
import { scrollable } from './report-parts'

/** The first page of a report over several hosts: the answer over all of them, and a row for each. */
export function overall({ hosts, answer, glance: shown, head, language }: ReportContent): Html | null {
  if (hosts.length < 2) return null
  const verdicts = BY_SEVERITY.filter((verdict) => answer.counts.summary[verdict] > 0)
  return html`<div class="host">
    ${headLine({ line: head.line, language })}
    <h1>${answer.sentence}</h1>
    ${counts(answer, hosts.length)} ${glance(shown, language)}
    <section>
      <h2>${say(language, 'shape.glance.hosts')}</h2>
      ${scrollable(
        say(language, 'shape.glance.hosts'),
        html`<table>
          <thead>
            <tr>
              <th scope="col">${say(language, 'shape.about.host')}</th>
              ${verdicts.map((verdict) => html`<th scope="col">${say(language, `verdict.${verdict}`)}</th>`)}
              <th scope="col">${say(language, 'report.heading.not-checked')}</th>
            </tr>
          </thead>
          <tbody>
            ${hosts.map(
              ({ name, index, diagnosis, unread }) =>
                html`<tr>
                  <th scope="row">
                    <a href="#host-${index}"><bdi>${name}</bdi></a>
                  </th>
                  ${verdicts.map((verdict) => html`<td>${diagnosis.summary[verdict]}</td>`)}
                  <td>${unread.length}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
      )}
    </section>
  </div>`
}
