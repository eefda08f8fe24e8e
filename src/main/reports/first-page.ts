import { say } from '../../core/i18n/translate'
import type { Level, VmDiagnosis } from '../../core/model/diagnosis'
import type { Verdict } from '../../core/model/verdict'
import { answerOf, bySeverity, BY_SEVERITY, guestText, hostText } from './answer'
import { html, type Html } from './html'
import { localTime, momentOf } from './report-time'
import { symbol } from './symbols'
import {
  codeMark,
  codesOf,
  decisiveFindings,
  nextSteps,
  type ReportPart,
  stepList,
  stepsOf,
  supportText,
  verdictSymbol,
} from './report-parts'

/** Host, time and ticket in one line above the answer. */
export function headLine({ diagnosis, language }: ReportPart, ticket: string | null): Html {
  const read = momentOf(diagnosis.checkedAt)
  const parts = [hostText(diagnosis), read === null ? null : localTime(read), ticket]
  return html`<div class="head">
    <b>${say(language, 'report.title')}</b> <span>${parts.filter((part) => part !== null).join(' · ')}</span>
  </div>`
}

/** The answer in a sentence, the bar, and how many VMs have each verdict. */
export function answer({ diagnosis, language, index, isOneVm }: ReportPart): Html {
  const present = BY_SEVERITY.filter((verdict) => diagnosis.summary[verdict] > 0)
  const [only] = diagnosis.vms
  if (isOneVm && only !== undefined) {
    return html`<h1>
        ${html`<span class="v v-${only.verdict}">${symbol(only.verdict)}</span>`} <bdi>${only.name}</bdi>:
        ${say(language, `verdict.${only.verdict}`)}
      </h1>
      <p>${answerOf(diagnosis, true)} ${codeMark(codesOf(decisiveFindings(only)))}</p>`
  }
  return html`<h1>${answerOf(diagnosis)}</h1>
    ${
      present.length > 0 &&
      html`<div class="bar" id="bar-${index}" aria-hidden="true">
          ${present.map((verdict) => html`<i class="b-${verdict}"></i>`)}
        </div>
        <ul class="counts">
          ${present.map(
            (verdict) =>
              html`<li class="v v-${verdict}">
                ${symbol(verdict)} ${say(language, `verdict.${verdict}`)} ${diagnosis.summary[verdict]}
              </li>`,
          )}
        </ul>`
    }`
}

const LEVELS: readonly Level[] = ['none', 'low', 'medium', 'high']

function highest(levels: readonly Level[]): Level {
  return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] ?? 'none'
}

function vmBlock(part: ReportPart, vm: VmDiagnosis): Html {
  const { language } = part
  const decisive = decisiveFindings(vm)
  const lost = [...new Set(decisive.flatMap((finding) => finding.lost ?? []))]
  const impact = highest(decisive.map((finding) => finding.impact))
  const urgency = highest(decisive.map((finding) => finding.urgency))
  const also = vm.findings.filter(({ verdict }) => verdict !== vm.verdict && verdict !== 'healthy')
  const question = decisive.find((finding) => finding.question !== null)?.question ?? null
  const anchor = part.anchors.get(vm)
  const { shown, more } = nextSteps(stepsOf(decisive))
  return html`<article class="box v-${vm.verdict}">
    <h3>
      ${verdictSymbol(vm.verdict, language)} <bdi>${vm.name}</bdi>
      <span class="muted"
        ><bdi>${guestText(vm, language)}</bdi> · ${say(language, `term.state.${vm.state}`)} ·
        <a href="#${anchor}">${codesOf(decisive)}</a></span
      >
    </h3>
    <p>${vm.headline}</p>
    ${lost.length > 0 && html`<p>${say(language, 'report.block.lost', { lost: lost.join('; ') })}</p>`}
    ${
      impact !== 'none' &&
      html`<p class="muted">
        ${say(language, 'report.block.proposed', {
          impact: say(language, `term.level.${impact}`),
          urgency: say(language, `term.level.${urgency}`),
        })}
      </p>`
    }
    ${
      question !== null &&
      html`<p><b>${say(language, 'report.block.question', { question: question.text })}</b></p>
        <ul>
          ${question.howToFind.map((way) => html`<li>${way}</li>`)}
        </ul>`
    }
    ${stepList(shown, language)}
    ${more > 0 && html`<p><a href="#${anchor}">${say(language, 'report.block.more', { count: more })}</a></p>`}
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

const BLOCKS = [
  ['action-needed', 'report.heading.action'],
  ['cannot-tell', 'report.heading.open'],
  ['advice', 'report.heading.advice'],
] as const

/** A block for each VM on which somebody has to do, answer or decide something. */
export function whatToDo(part: ReportPart): readonly Html[] {
  return BLOCKS.flatMap(([verdict, heading]) => {
    const vms = part.diagnosis.vms.filter((vm) => vm.verdict === verdict)
    if (vms.length === 0) return []
    return [
      html`<section>
        <h2>${say(part.language, heading)}</h2>
        ${vms.map((vm) => vmBlock(part, vm))}
      </section>`,
    ]
  })
}

const WORTH_TELLING: readonly Verdict[] = ['action-needed', 'cannot-tell', 'advice', 'safe-to-ignore']

/** What to say to the caller, per VM, so that nobody is told about another one's. */
export function whatToTell({ diagnosis, language, isOneVm }: ReportPart): Html | null {
  const told = bySeverity(diagnosis.vms).filter(
    ({ verdict, tellCaller }) => tellCaller !== '' && (isOneVm || WORTH_TELLING.includes(verdict)),
  )
  if (told.length === 0) return null
  return html`<section>
    <h2>${say(language, 'report.heading.tell')}</h2>
    <dl class="tell">
      ${told.map(
        ({ name, tellCaller }) =>
          html`<dt><bdi>${name}</bdi></dt>
            <dd>${tellCaller}</dd>`,
      )}
    </dl>
  </section>`
}

/** The VMs that look bad and are well, each with its reason, what was seen working, and its support. */
export function safeToIgnore(part: ReportPart): Html | null {
  const { diagnosis, language } = part
  const vms = diagnosis.vms.filter(({ verdict }) => verdict === 'safe-to-ignore')
  if (vms.length === 0) return null
  const articles = [...new Set(vms.flatMap((vm) => decisiveFindings(vm).flatMap((finding) => finding.articles)))]
  return html`<section>
    <h2>${say(language, articles.includes('KB2956569') ? 'report.heading.harmless-kb' : 'report.heading.harmless')}</h2>
    <div class="scroll">
      <table>
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
          ${vms.map(
            (vm) =>
              html`<tr>
                <th scope="row">
                  <a href="#${part.anchors.get(vm)}"><bdi>${vm.name}</bdi></a>
                </th>
                <td><bdi>${guestText(vm, language)}</bdi></td>
                <td>${vm.headline} ${codeMark(codesOf(decisiveFindings(vm)))}</td>
                <td>
                  ${
                    vm.seenWorking.length === 0
                      ? say(language, 'report.nothing-seen')
                      : vm.seenWorking.map(({ text }) => html`<div>${text}</div>`)
                  }
                </td>
                <td>${supportText(vm, language)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

/** What could not be read, with its code and the next step. Never hidden: nothing here counts as healthy. */
export function notChecked({ diagnosis, language }: ReportPart): Html | null {
  if (diagnosis.problems.length === 0) return null
  return html`<section>
    <h2>${say(language, 'report.heading.not-checked')}</h2>
    <ul>
      ${diagnosis.problems.map(
        ({ message, step, code }) => html`<li>${message} <span class="raw muted">${code}</span><br />${step}</li>`,
      )}
    </ul>
  </section>`
}
