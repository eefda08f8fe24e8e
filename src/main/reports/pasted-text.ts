import { say } from '../../core/i18n/translate'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import { html, type Html } from '../../core/report/html'
import { scrollable } from './report-parts'

type Line = NonNullable<Diagnosis['pasted']>[number]

function meaningOf({ kind, meaning, guessed }: Line, language: Language): Html {
  if (kind === 'not-understood') return html`<em>${say(language, 'report.pasted.not-understood')}</em>`
  return html`<bdi>${meaning ?? say(language, 'report.pasted.ignored')}</bdi>
    ${guessed && html`<em>${say(language, 'report.pasted.guess')}</em>`}`
}

/** The text that was pasted, line by line with what was understood of it; nothing but blank lines is left out. Null for rows. */
export function pastedText({ pasted, language }: Pick<Diagnosis, 'pasted' | 'language'>): Html | null {
  if (pasted === null) return null
  const written = pasted.filter(({ text, meaning }) => text.trim() !== '' || meaning !== null)
  return html`<details>
    <summary>
      <h3>${say(language, 'report.pasted.title')}</h3>
    </summary>
    ${scrollable(
      say(language, 'report.pasted.title'),
      html`<table>
        <thead>
          <tr>
            <th scope="col">${say(language, 'report.pasted.line')}</th>
            <th scope="col">${say(language, 'report.pasted.text')}</th>
            <th scope="col">${say(language, 'report.pasted.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          ${written.map(
            (line) =>
              html`<tr>
                <td class="line-number">${line.line}</td>
                <td class="raw pasted"><bdi>${line.text}</bdi></td>
                <td>${meaningOf(line, language)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}
  </details>`
}
