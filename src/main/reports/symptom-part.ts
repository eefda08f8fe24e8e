import { say } from '../../core/i18n/translate'
import type { VmDiagnosis } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import { html, type Html } from '../../core/report/html'

/** What the caller sees of a VM, and whether integration services can be behind it; null where nobody said it. */
export function symptomPart({ symptom }: VmDiagnosis, language: Language): Html | null {
  if (symptom === null) return null
  return html`<p><b>${say(language, 'guide.title.symptom')}:</b> ${symptom.label}</p>
    <p class="muted">${symptom.meaning}</p>`
}
