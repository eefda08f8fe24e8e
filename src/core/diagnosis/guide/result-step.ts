import { say, translate } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { JudgedVm, Question } from '../../model/diagnosis'
import type { Language } from '../../model/text'
import { toldQuestion } from '../questions'
import { isOtherTest } from '../symptom'
import { isAboutGuest } from './guest-step'
import { foundWithEnglish, rendered } from './step-parts'

/** The question that the result waits for; else the one that was answered, so that the answer can be changed. */
function questionOfResult({ findings, verdict, symptom, told }: JudgedVm): Question | null {
  const pending = findings.find((finding) => finding.verdict === verdict)?.question ?? null
  if (pending !== null && !isAboutGuest(pending)) return pending
  const answered = Object.keys(told).flatMap((id) =>
    isOtherTest(id, symptom?.symptom ?? null) ? [] : (toldQuestion(id) ?? []),
  )
  return answered[0] ?? null
}

/** All findings together, and the question that is left. */
export function resultStep(judged: JudgedVm, language: Language, open: boolean): GuideStep {
  const question = questionOfResult(judged)
  return {
    id: 'result',
    title: say(language, 'guide.title.result'),
    summary: say(language, `verdict.${judged.verdict}`),
    verdict: judged.verdict,
    state: open ? 'open' : 'done',
    lookedAt: say(language, 'guide.result.looked-at'),
    found: judged.findings.map(({ verdict, title, code }) =>
      foundWithEnglish(
        language,
        (one) => ({ label: say(one, `verdict.${verdict}`), value: translate(one, title) }),
        code,
      ),
    ),
    meaning: judged.headline.map((sentence) => translate(language, sentence)).join(' '),
    // Who the guest is, is asked at the guest step; everything else here.
    question: question === null ? null : rendered(question, language, judged.told[question.id] ?? null),
  }
}
