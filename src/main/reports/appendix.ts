import { say } from '../../core/i18n/translate'
import type { ArticleText } from '../../core/ipc'
import type { FindingText, VmDiagnosis } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import { guestText } from '../../core/report/answer'
import { articleName, codesOf, statusText, supportText } from '../../core/report/vm-words'
import { html, type Html, type HtmlValue, trusted } from '../../core/report/html'
import type { ReportWorksheet } from '../../core/report/worksheets'
import { pastedText } from './pasted-text'
import { codeMark, type ReportPart, scrollable, stepList, verdictMark } from './report-parts'
import { rawValueText } from '../../core/report/json-text'
import { symptomPart } from './symptom-part'

/** VMs whose evidence is written out, the severest first; beyond them a page would be too large to open. */
export const EVIDENCE_LIMIT = 500

/** A class and its property, which may be broken between the two. */
function sourceLabel(source: string): HtmlValue {
  return source.split('.').map((part, index) => html`${index > 0 && html`.<wbr />`}${part}`)
}

function facts(rows: readonly (readonly [label: HtmlValue, value: HtmlValue])[]): Html {
  const known = rows.filter(([, value]) => value !== null && value !== '')
  return html`<dl class="facts">
    ${known.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

function vmFacts({ language }: ReportPart, vm: VmDiagnosis): Html {
  const label = (name: 'id' | 'state' | 'generation' | 'version' | 'guest' | 'kernel' | 'known-from' | 'addresses') =>
    say(language, `report.label.${name}`)
  return facts([
    [label('id'), html`<span class="raw">${vm.id}</span>`],
    [label('state'), say(language, `term.state.${vm.state}`)],
    [label('generation'), vm.generation],
    [label('version'), vm.configurationVersion],
    [label('guest'), guestText(vm, language)],
    [label('kernel'), vm.guest.kernel],
    [label('known-from'), vm.guest.source === 'none' ? null : say(language, `guide.guest.source.${vm.guest.source}`)],
    [label('addresses'), vm.addresses.join(', ')],
    [say(language, 'report.column.support'), supportText(vm, language)],
  ])
}

function serviceTable({ language }: ReportPart, vm: VmDiagnosis): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say(language, 'report.column.service')}</th>
        <th scope="col">${say(language, 'report.column.enabled')}</th>
        <th scope="col">${say(language, 'report.column.raw')}</th>
        <th scope="col">${say(language, 'report.column.meaning')}</th>
        <th scope="col">${say(language, 'report.column.verdict')}</th>
      </tr>
    </thead>
    <tbody>
      ${vm.services.map((service) => {
        const { status, detail, enabled, verdict } = service
        const codes = [status?.code, detail?.code].filter((code) => code !== undefined)
        const on = enabled === null ? 'unknown' : enabled ? 'on' : 'off'
        return html`<tr>
          <th scope="row">${say(language, `term.service.${service.service}`)}</th>
          <td>${say(language, `report.enabled.${on}`)}</td>
          <td class="raw">${service.listed ? JSON.stringify(codes) : '–'}</td>
          <td>${statusText(service, language)}</td>
          <td>${verdict === null ? '–' : verdictMark(verdict, language)}</td>
        </tr>`
      })}
    </tbody>
  </table>`
}

function findingPart({ language }: ReportPart, finding: FindingText): Html {
  return html`<div class="finding">
    <h4>${verdictMark(finding.verdict, language)} ${finding.code} ${finding.title}</h4>
    <p>${finding.explanation}</p>
    ${facts([
      [say(language, 'report.label.rule'), html`<span class="raw">${finding.rule}</span>`],
      [say(language, 'report.label.certainty'), say(language, `term.certainty.${finding.certainty}`)],
      ...finding.evidence.map(
        ({ source, value }) => [sourceLabel(source), html`<span class="raw">${rawValueText(value)}</span>`] as const,
      ),
      [say(language, 'report.label.articles'), finding.articles.map((id) => articleName(id, language)).join('; ')],
    ])}
    ${stepList(finding.steps, language)}
  </div>`
}

function vmEvidence(part: ReportPart, vm: VmDiagnosis): Html {
  const { language, isOneVm } = part
  const open = isOneVm ? html` open` : null
  return html`<details id="${part.anchors.get(vm)}" ${open}>
    <summary>
      <h3>
        ${verdictMark(vm.verdict, language)} <bdi>${vm.name}</bdi> <span class="muted">${codesOf(vm.findings)}</span>
      </h3>
    </summary>
    ${vmFacts(part, vm)} ${symptomPart(vm, language)}
    ${vm.services.length > 0 && scrollable(say(language, 'report.label.services', { vm: vm.name }), serviceTable(part, vm))}
    ${
      vm.seenWorking.length > 0 &&
      html`<h4>${say(language, 'report.column.seen')}</h4>
        ${facts(vm.seenWorking.map(({ text, evidence }) => [text, html`<span class="raw">${rawValueText(evidence.value)}</span>`]))}`
    }
    ${vm.findings.map((finding) => findingPart(part, finding))}
    ${
      vm.notes.length > 0 &&
      html`<h4>${say(language, 'report.heading.notes')}</h4>
        <ul>
          ${vm.notes.map(({ code, text }) => html`<li>${text} ${codeMark(code)}</li>`)}
        </ul>`
    }
  </details>`
}

/** Everything a verdict rests on, one folded part per VM; what is opened is printed. */
export function evidence(part: ReportPart): Html | null {
  const { diagnosis, vms, language, isOneVm } = part
  if (vms.length === 0 && diagnosis.pasted === null) return null
  const more = vms.length - EVIDENCE_LIMIT
  return html`<section class="evidence">
    <h2>${say(language, 'report.heading.evidence')}</h2>
    ${!isOneVm && html`<p class="muted small on-screen">${say(language, 'report.evidence-folded')}</p>`}
    ${vms.slice(0, EVIDENCE_LIMIT).map((vm) => vmEvidence(part, vm))}
    ${more > 0 && html`<p>${say(language, 'shape.page.more-evidence', { count: more })}</p>`} ${pastedText(diagnosis)}
  </section>`
}

const LINE_END = trusted('\n')

/** Commands as they have to be pasted, line by line: a line end inside a text would be shown as a sign. */
function commandLines(text: string): readonly HtmlValue[] {
  return text.split('\n').map((line, index) => [index > 0 && LINE_END, line])
}

/** Commands for the administrators of guests that need a look inside; nothing where none does. */
export function worksheets(blocks: readonly ReportWorksheet[], language: Language): Html | null {
  if (blocks.length === 0) return null
  return html`<section class="worksheets">
    <details class="fold">
      <summary><h2>${say(language, 'report.worksheet.heading')}</h2></summary>
      <p>${say(language, 'report.worksheet.what')}</p>
      ${blocks.map(
        ({ os, text }) =>
          html`<h3>${say(language, `term.guest.${os}`)}</h3>
            <pre class="command">${commandLines(text)}</pre>`,
      )}
    </details>
  </section>`
}

/** The articles that the findings name, in our words, with their links. */
export function knowledge(articles: readonly ArticleText[], language: Language): Html {
  const label = (name: 'symptom' | 'cause' | 'resolution' | 'covers' | 'not-covers' | 'caution') =>
    say(language, `report.article.${name}`)
  return html`<section class="knowledge">
    <details class="fold">
      <summary><h2>${say(language, 'report.heading.knowledge')}</h2></summary>
      ${articles.map((article) => {
        const { id } = article
        return html`<article class="finding">
          <h3>${id.startsWith('KB') && `KB ${id.slice(2)} · `}${article.title}</h3>
          ${facts([
            [label('symptom'), article.symptom],
            [label('cause'), article.cause],
            [label('resolution'), article.resolution],
            [label('covers'), article.covers],
            [label('not-covers'), article.notCovers],
            [label('caution'), article.caution],
          ])}
          <p><a href="${article.url}" rel="noreferrer">${say(language, 'report.article.link')}</a></p>
        </article>`
      })}
    </details>
  </section>`
}
