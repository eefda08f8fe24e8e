import { say } from '../../core/i18n/translate'
import type { VmDiagnosis } from '../../core/model/diagnosis'
import { JUDGED_SERVICES } from '../../core/model/service'
import type { Language } from '../../core/model/text'
import { guestText } from '../../core/report/answer'
import { escaped, html, type Html, trusted } from '../../core/report/html'
import { MARK_SIGNS, MARKS, markOf } from '../../core/report/marks'
import { statusText } from '../../core/report/vm-words'
import { type ReportPart, scrollable, verdictMark } from './report-parts'
import { symbol } from './symbols'

/** What cells are made of, each made once: a host has many VMs and few different cells. */
class Cells {
  readonly #made = new Map<string, string>()

  constructor(private readonly language: Language) {}

  #cell(key: string, make: () => Html): string {
    let text = this.#made.get(key)
    if (text === undefined) {
      text = make().toString()
      this.#made.set(key, text)
    }
    return text
  }

  service(service: VmDiagnosis['services'][number] | undefined): string {
    const mark = service === undefined ? null : markOf(service.verdict, service.enabled)
    if (service === undefined || mark === null) return '<td class="mark"></td>'
    const { status, detail, enabled, listed, verdict } = service
    return this.#cell(`${status?.name} ${detail?.name} ${enabled} ${listed} ${verdict}`, () => {
      const word = statusText(service, this.language)
      return html`<td class="mark v-${verdict ?? 'healthy'}" title="${word}">
        ${symbol(`mark-${mark}`)} ${MARK_SIGNS[mark]}<span class="hidden">: ${word}</span>
      </td>`
    })
  }

  verdict(vm: VmDiagnosis): string {
    return this.#cell(`v ${vm.verdict}`, () => html`<td>${verdictMark(vm.verdict, this.language)}</td>`)
  }

  state({ state }: VmDiagnosis): string {
    return this.#cell(`s ${state}`, () => html`<td>${say(this.language, `term.state.${state}`)}</td>`)
  }

  guest(vm: VmDiagnosis): string {
    const { name, version, os, source } = vm.guest
    const key = `g ${JSON.stringify([name, version, os, source, vm.verdict === 'not-running'])}`
    return this.#cell(key, () => html`<td><bdi>${guestText(vm, this.language)}</bdi></td>`)
  }
}

function row(vm: VmDiagnosis, cells: Cells): string {
  const services = new Map(vm.services.map((service) => [service.service, service]))
  let text = `<tr class="r-${vm.verdict}">${cells.verdict(vm)}<th scope="row"><bdi>${escaped(vm.name)}</bdi></th>`
  text += cells.guest(vm) + cells.state(vm)
  for (const id of JUDGED_SERVICES) text += cells.service(services.get(id))
  return `${text}</tr>\n`
}

/** Boxes that hide the rows of a verdict, by the style sheet alone; nothing on paper, where nothing can be pressed. */
function filter({ answer, index, language }: ReportPart): Html | null {
  if (answer.verdicts.length < 2) return null
  return html`<fieldset class="filter small">
    <legend>${say(language, 'shape.page.filter')}</legend>
    ${answer.verdicts.map(
      ({ verdict, word, count }) =>
        html`<label><input type="checkbox" id="show-${index}-${verdict}" checked /> ${word} ${count}</label> `,
    )}
  </fieldset>`
}

/** Every VM in one table: verdict, name, guest, state and a mark per service, by shape, sign, colour and word. */
export function allVms(part: ReportPart): Html | null {
  const { vms, language, isOneVm, index } = part
  if (vms.length === 0 || isOneVm) return null
  const cells = new Cells(language)
  let rows = ''
  for (const vm of vms) rows += row(vm, cells)
  return html`<section id="all-${index}">
    <details class="fold">
      <summary><h2>${say(language, 'report.heading.all')}</h2></summary>
      ${filter(part)}
      ${scrollable(
        say(language, 'report.heading.all'),
        html`<table>
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
            ${trusted(rows)}
          </tbody>
        </table>`,
      )}
      <ul class="legend small muted">
        ${MARKS.map(
          (mark) =>
            html`<li>${symbol(`mark-${mark}`)} ${MARK_SIGNS[mark]} ${say(language, `report.legend.${mark}`)}</li>`,
        )}
      </ul>
    </details>
  </section>`
}
