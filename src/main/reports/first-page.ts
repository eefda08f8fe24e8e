import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'
import type { Answer } from '../../core/report/answer'
import type { VmBlock } from '../../core/report/host-content'
import type { Glance, GlanceLine } from '../../core/report/glance'
import { alsoForText, type SameText } from '../../core/report/same-text'
import { codesOf, decisiveFindings } from '../../core/report/vm-words'
import { html, type Html } from '../../core/report/html'
import { codeMark, type ReportPart, scrollable, stepList, verdictSymbol } from './report-parts'
import { symbol } from './symbols'
import { symptomPart } from './symptom-part'

/** Host, time and ticket in one line above the answer. */
export function headLine({ line, language }: Pick<ReportPart, 'line' | 'language'>): Html {
  return html`<div class="head"><b>${say(language, 'report.title')}</b> <span>${line}</span></div>`
}

/** How many VMs have each verdict, as a bar and in words; `index` is the bar's own, since the style sheet gives its lengths. */
export function counts({ verdicts }: Answer, index: number): Html | null {
  if (verdicts.length === 0) return null
  return html`<div class="bar" id="bar-${index}" aria-hidden="true">
      ${verdicts.map(({ verdict }) => html`<i class="b-${verdict}"></i>`)}
    </div>
    <ul class="counts">
      ${verdicts.map(
        ({ verdict, word, count }) => html`<li class="v v-${verdict}">${symbol(verdict)} ${word} ${count}</li>`,
      )}
    </ul>`
}

/** The answer in a sentence, the bar, and how many VMs have each verdict. */
export function answer({ answer, vms, language, index, isOneVm }: ReportPart): Html {
  const [only] = vms
  if (isOneVm && only !== undefined) {
    return html`<h1>
        ${html`<span class="v v-${only.verdict}">${symbol(only.verdict)}</span>`} <bdi>${only.name}</bdi>:
        ${say(language, `verdict.${only.verdict}`)}
      </h1>
      <p>${answer.sentence} ${codeMark(codesOf(decisiveFindings(only)))}</p>`
  }
  return html`<h1>${answer.sentence}</h1>
    ${counts(answer, index)}`
}

function glanceLine({ who, vms, text }: GlanceLine): Html {
  return html`<li>
    ${who !== null && html`<b>${who}</b>`} ${who !== null && vms !== null && '·'}
    ${vms !== null && html`<b><bdi>${vms}</bdi></b>`}${(who ?? vms) !== null && ':'} ${text}
  </li>`
}

/** The five questions that somebody who was not there asks first, answered so that they fit on one page of paper. */
export function glance({ rows }: Glance, language: Language): Html {
  return html`<section class="glance">
    <h2>${say(language, 'shape.glance.heading')}</h2>
    ${rows.map(
      ({ question, heading, lines }) =>
        html`<div class="q-${question}">
          <h3>${heading}</h3>
          <ul>
            ${lines.map(glanceLine)}
          </ul>
        </div>`,
    )}
  </section>`
}

/** VMs with a block of their own, and rows of what is harmless, before the rest stands in the table of all VMs alone. */
const BLOCK_LIMIT = 200
const ROW_LIMIT = 500

function moreVms(count: number, { language }: Pick<ReportPart, 'language'>): Html | null {
  return count > 0 ? html`<p>${say(language, 'shape.page.more-vms', { count })}</p>` : null
}

function vmBlock({ language, anchors }: ReportPart, block: VmBlock): Html {
  const { vm, guest, state, codes, lost, proposed, question, steps, moreSteps, also } = block
  const anchor = anchors.get(vm)
  return html`<article class="box v-${vm.verdict}">
    <h3>
      ${verdictSymbol(vm.verdict, language)} <bdi>${vm.name}</bdi>
      <span class="muted"><bdi>${guest}</bdi> · ${state} · <a href="#${anchor}">${codes}</a></span>
    </h3>
    <p>${vm.headline}</p>
    ${symptomPart(vm, language)}
    ${lost.length > 0 && html`<p>${say(language, 'report.block.lost', { lost: lost.join('; ') })}</p>`}
    ${proposed !== null && html`<p class="muted">${proposed}</p>`}
    ${
      question !== null &&
      html`<p><b>${say(language, 'report.block.question', { question: question.text })}</b></p>
        <ul>
          ${question.howToFind.map((way) => html`<li>${way}</li>`)}
        </ul>`
    }
    ${stepList(steps, language)}
    ${moreSteps > 0 && html`<p><a href="#${anchor}">${say(language, 'report.block.more', { count: moreSteps })}</a></p>`}
    ${
      also.length > 0 &&
      html`<h4>${say(language, 'report.block.also')}</h4>
        <ul>
          ${also.map(
            ({ code, title, verdict }) =>
              html`<li>${title} (${say(language, `verdict.${verdict}`)}) ${codeMark(code)}</li>`,
          )}
        </ul>`
    }
  </article>`
}

/** A block for each VM on which somebody has to do, answer or decide something. */
export function whatToDo(part: ReportPart): readonly Html[] {
  return part.groups.map(
    ({ heading, blocks }) =>
      html`<section>
        <h2>${heading}</h2>
        ${blocks.slice(0, BLOCK_LIMIT).map((block) => vmBlock(part, block))}
        ${moreVms(blocks.length - BLOCK_LIMIT, part)}
      </section>`,
  )
}

function tellEntry({ vm, text, alsoFor }: SameText, { language }: ReportPart): Html {
  return html`<dt><bdi>${vm.name}</bdi></dt>
    <dd>${text} ${alsoFor.length > 0 && html`<span class="small muted">${alsoForText(alsoFor, language)}</span>`}</dd>`
}

/** What to say to the caller, once for all VMs of which the same can be said; nothing where the first answers hold all of it. */
export function whatToTell(part: ReportPart): Html | null {
  const { tell, language } = part
  if (tell.length === 0 || part.glance.tellsAll) return null
  return html`<section>
    <h2>${say(language, 'report.heading.tell')}</h2>
    <dl class="tell">${tell.slice(0, BLOCK_LIMIT).map((group) => tellEntry(group, part))}</dl>
    ${tell.length > BLOCK_LIMIT && html`<p>${say(language, 'shape.text.more-tell', { count: tell.length - BLOCK_LIMIT })}</p>`}
  </section>`
}

/** The VMs that look bad and are well, each with its reason, what was seen working, and its support. */
export function safeToIgnore({ harmless, harmlessHeading, anchors, language }: ReportPart): Html | null {
  if (harmless.length === 0) return null
  return html`<section>
    <h2>${harmlessHeading}</h2>
    ${scrollable(
      harmlessHeading,
      html`<table>
        <thead>
          <tr>
            <th scope="col">${say(language, 'report.column.vm')}</th>
            <th scope="col">${say(language, 'report.column.guest')}</th>
            <th scope="col">${say(language, 'report.column.reason')}</th>
            <th scope="col">${say(language, 'report.column.seen')}</th>
            <th scope="col">${say(language, 'report.column.support')}</th>
          </tr>
        </thead>
        <tbody>
          ${harmless.slice(0, ROW_LIMIT).map(
            ({ vm, guest, reason, codes, seen, support }) =>
              html`<tr>
                <th scope="row">
                  <a href="#${anchors.get(vm)}"><bdi>${vm.name}</bdi></a>
                </th>
                <td><bdi>${guest}</bdi></td>
                <td>${reason} ${codeMark(codes)}</td>
                <td>${seen.map((text) => html`<div>${text}</div>`)}</td>
                <td>${support}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}
    ${moreVms(harmless.length - ROW_LIMIT, { language })}
  </section>`
}

/** What somebody decided to live with: what, who, why and until when. */
export function acceptedFindings({ accepted, language }: ReportPart): Html | null {
  if (accepted.length === 0) return null
  return html`<section>
    <h2>${say(language, 'shape.heading.accepted')}</h2>
    <dl class="facts">
      ${accepted.map(
        ({ vm, finding, text }) =>
          html`<dt><bdi>${vm.name}</bdi></dt>
            <dd>${finding.title} (${say(language, `verdict.${finding.verdict}`)})<br />${text}</dd>`,
      )}
    </dl>
  </section>`
}

/** What could not be read, with its code and the next step. Never hidden: nothing here counts as healthy. */
export function notChecked({ unread, language }: ReportPart): Html | null {
  if (unread.length === 0) return null
  return html`<section>
    <h2>${say(language, 'report.heading.not-checked')}</h2>
    <ul>
      ${unread.map(
        ({ message, step, code }) => html`<li>${message} <span class="raw muted">${code}</span><br />${step}</li>`,
      )}
    </ul>
  </section>`
}

/** What a person did about the check, and since when its VMs stand as they do; nothing where nothing is known. */
export function doneAndSince({ done, since, language }: ReportPart): readonly Html[] {
  return ([['shape.heading.done', done] as const, ['shape.heading.since', since] as const] as const).flatMap(
    ([heading, rows]) =>
      rows.length === 0
        ? []
        : [
            html`<section>
              <h2>${say(language, heading)}</h2>
              <ul>
                ${rows.map(
                  ({ vm, at, text }) =>
                    html`<li>
                      ${
                        vm !== null &&
                        html`<b><bdi>${vm}</bdi></b
                          >: `
                      }${text}
                      ${at !== null && html`<span class="muted">${at}</span>`}
                    </li>`,
                )}
              </ul>
            </section>`,
          ],
  )
}
