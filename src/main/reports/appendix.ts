import { say } from '../../core/i18n/translate'
import type { ArticleText } from '../../core/ipc'
import type { FindingText, VmDiagnosis } from '../../core/model/diagnosis'
import { JUDGED_SERVICES } from '../../core/model/service'
import type { Language } from '../../core/model/text'
import { guestText } from '../../core/report/answer'
import { MARK_SIGNS, MARKS, markOf } from '../../core/report/marks'
import { articleName, codesOf, statusText, supportText } from '../../core/report/vm-words'
import { html, type Html, type HtmlValue } from '../../core/report/html'
import { pastedText } from './pasted-text'
import { codeMark, type ReportPart, stepList, verdictMark } from './report-parts'
import { rawValueText } from '../../core/report/json-text'
import { symbol } from './symbols'
import { symptomPart } from './symptom-part'

function serviceCell(part: ReportPart, vm: VmDiagnosis, id: (typeof JUDGED_SERVICES)[number]): Html {
  const service = vm.services.find((candidate) => candidate.service === id)
  const mark = service === undefined ? null : markOf(service.verdict, service.enabled)
  if (service === undefined || mark === null) return html`<td class="mark"></td>`
  const word = statusText(service, part.language)
  return html`<td class="mark v-${service.verdict ?? 'healthy'}" title="${word}">
    ${symbol(`mark-${mark}`)} ${MARK_SIGNS[mark]}<span class="hidden">: ${word}</span>
  </td>`
}

/** Every VM in one table: verdict, name, guest, state and a mark per service. */
export function allVms(part: ReportPart): Html | null {
  const { vms, language, isOneVm } = part
  if (vms.length === 0 || isOneVm) return null
  return html`<section>
    <h2>${say(language, 'report.heading.all')}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${say(language, 'report.column.verdict')}</th>
            <th scope="col">${say(language, 'report.column.vm')}</th>
            <th scope="col">${say(language, 'report.column.guest')}</th>
            <th scope="col">${say(language, 'report.column.state')}</th>
            ${JUDGED_SERVICES.map(
              (id) =>
                html`<th scope="col" class="mark" title="${say(language, `term.service.${id}`)}">
                  <span aria-hidden="true">${say(language, `term.service-short.${id}`)}</span
                  ><span class="hidden">${say(language, `term.service.${id}`)}</span>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${vms.map(
            (vm) =>
              html`<tr>
                <td>${verdictMark(vm.verdict, language)}</td>
                <th scope="row"><bdi>${vm.name}</bdi></th>
                <td><bdi>${guestText(vm, language)}</bdi></td>
                <td>${say(language, `term.state.${vm.state}`)}</td>
                ${JUDGED_SERVICES.map((id) => serviceCell(part, vm, id))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <ul class="legend small muted">
      ${MARKS.map(
        (mark) =>
          html`<li>${symbol(`mark-${mark}`)} ${MARK_SIGNS[mark]} ${say(language, `report.legend.${mark}`)}</li>`,
      )}
    </ul>
  </section>`
}

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
    ${vm.services.length > 0 && html`<div class="scroll">${serviceTable(part, vm)}</div>`}
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
  return html`<section>
    <h2>${say(language, 'report.heading.evidence')}</h2>
    ${!isOneVm && html`<p class="muted small">${say(language, 'report.evidence-folded')}</p>`}
    ${vms.map((vm) => vmEvidence(part, vm))} ${pastedText(diagnosis)}
  </section>`
}

/** The articles, in our words. */
export function knowledge(articles: readonly ArticleText[], language: Language): Html {
  const label = (name: 'symptom' | 'cause' | 'resolution' | 'covers' | 'not-covers' | 'caution') =>
    say(language, `report.article.${name}`)
  return html`<section>
    <h2>${say(language, 'report.heading.knowledge')}</h2>
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
  </section>`
}
