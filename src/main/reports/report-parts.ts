import { say } from '../../core/i18n/translate'
import type { VmDiagnosis } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import { type Glance, glanceOf } from '../../core/report/glance'
import type { HostContent } from '../../core/report/host-content'
import type { Steps } from '../../core/report/vm-words'
import { html, type Html, type HtmlValue } from '../../core/report/html'
import { symbol } from './symbols'

/** A host on its way into a page. */
export interface ReportPart extends HostContent {
  readonly glance: Glance
  readonly language: Language
  /** The report is about one VM of the host. */
  readonly isOneVm: boolean
  /** Where the evidence of each VM stands in the page. */
  readonly anchors: ReadonlyMap<VmDiagnosis, string>
}

/** A host as a part of a page; ids of VMs are not used as anchors, because text from outside makes poor ones. */
export function partOf(host: HostContent, language: Language, isOneVm: boolean): ReportPart {
  const anchors = new Map(host.vms.map((vm, position) => [vm, `vm-${host.index}-${position}`]))
  return { ...host, language, isOneVm, anchors, glance: glanceOf([host], host.tell, language) }
}

/** A verdict as symbol and word. */
export function verdictMark(verdict: Verdict, language: Language): Html {
  return html`<span class="v v-${verdict}">${symbol(verdict)} ${say(language, `verdict.${verdict}`)}</span>`
}

/** The symbol alone, its word for screen readers; for places where the words stand in the heading above. */
export function verdictSymbol(verdict: Verdict, language: Language): Html {
  const word = say(language, `verdict.${verdict}`)
  return html`<span class="v v-${verdict}">${symbol(verdict)}<span class="hidden">${word}:</span></span>`
}

/** Steps as a numbered list: where, what, the command, and what it needs or risks. */
export function stepList(steps: Steps, language: Language): Html | null {
  if (steps.length === 0) return null
  return html`<ol>
    ${steps.map(({ text, where, command, rights, risk }) => {
      const cautions = [
        ...(rights === 'none'
          ? []
          : [say(language, 'report.step.needs', { rights: say(language, `term.rights.${rights}`) })]),
        ...(risk === 'none' ? [] : [say(language, 'report.step.risk', { risk: say(language, `term.risk.${risk}`) })]),
      ]
      return html`<li>
        <b>[${say(language, `term.where.${where}`)}]</b> ${text} ${command !== null && html`<code>${command}</code>`}
        ${cautions.length > 0 && html`<span class="muted small">${cautions.join(' ')}</span>`}
      </li>`
    })}
  </ol>`
}

/** A code that is not broken at its hyphen. */
export function codeMark(code: string): Html {
  return html`<span class="code muted">${code}</span>`
}

/** A table that is wider than a narrow window: it scrolls by itself, with the keyboard too, and the page does not. */
export function scrollable(label: string, content: HtmlValue): Html {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${content}</div>`
}
