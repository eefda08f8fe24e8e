import { say } from '../../core/i18n/translate'
import type { Fact, Foot } from '../../core/report/content'
import type { Language } from '../../core/model/text'
import { html, type Html } from '../../core/report/html'
import { SEAL_PLACE } from './seal'

function factRows(facts: readonly Fact[]): readonly Html[] {
  return facts.map(
    ({ label, value }) =>
      html`<dt>${label}</dt>
        <dd><bdi>${value}</bdi></dd>`,
  )
}

/** Where the result of a host comes from. */
export function aboutHost(facts: readonly Fact[], language: Language): Html {
  return html`<section>
    <h2>${say(language, 'report.heading.source')}</h2>
    <dl class="facts small">${factRows(facts)}</dl>
  </section>`
}

/** The last lines of the page, with what is left out and how its hash is checked; on paper, which file the hash belongs to. */
export function foot({ facts }: Foot, language: Language): Html {
  return html`<footer class="foot small">
    <h2>${say(language, 'report.heading.about')}</h2>
    <dl class="facts">
      ${factRows(facts)}
      <dt>
        <span class="on-screen">${say(language, 'report.about.sha256')}</span
        ><span class="on-paper">${say(language, 'report.about.sha256-paper')}</span>
      </dt>
      <dd><span class="raw">${SEAL_PLACE}</span></dd>
    </dl>
    <p>
      <span class="on-screen">${say(language, 'report.about.verify')}</span
      ><span class="on-paper">${say(language, 'report.about.verify-paper')}</span>
    </p>
  </footer>`
}
