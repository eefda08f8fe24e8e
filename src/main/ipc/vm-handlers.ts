import { compareVm } from '../../core/compare/compare-hosts'
import { renderVmComparison } from '../../core/compare/render-comparison'
import { waitHint } from '../../core/compare/wait-hint'
import type { JudgedHost } from '../../core/diagnosis/judge'
import { planGuidedCheck } from '../../core/diagnosis/guided-check'
import { guestAnswer, isStatement } from '../../core/diagnosis/questions'
import { acceptanceAmong, renderVm } from '../../core/diagnosis/render'
import { translate } from '../../core/i18n/translate'
import { type ArticleId, articleText, isArticleId } from '../../core/knowledge/articles'
import type { ArticleText, GuidedCheck, Handlers } from '../../core/ipc'
import type { JudgedVm } from '../../core/model/diagnosis'
import type { OpenSource } from '../sources/source-store'
import { type Desk, judgedSource, sinceOf } from './desk'
import type { Call } from './dispatch'
import { Refusal, refuse } from './refusal'
import { worksheetOffer, worksheetProblem } from './worksheet-offer'

type VmHandlers = Pick<
  Handlers<Call>,
  'guide.get' | 'guide.answer' | 'guide.worksheet' | 'guide.keep' | 'article.get' | 'article.open'
>

function vmOf(judged: JudgedHost, vmId: string): JudgedVm {
  return judged.vms.find(({ vm }) => vm.id === vmId) ?? refuse('vm-gone')
}

/** Articles of all findings of a VM, each once, the severest finding's first. */
function articlesOf(judgedVm: JudgedVm, desk: Desk): readonly ArticleText[] {
  const ids = new Set([
    ...judgedVm.findings.flatMap(({ articles }) => articles),
    ...(judgedVm.symptom?.symptom.articles ?? []),
  ])
  return [...ids].filter((id): id is ArticleId => isArticleId(id)).map((id) => articleText(id, desk.language()))
}

/** What a VM was before its source was read again, against what it is now; null where it was read once. */
function recheckOf(desk: Desk, source: OpenSource, judged: JudgedHost, after: JudgedVm): GuidedCheck['recheck'] {
  const former = desk.sources.former(source)
  const before = former?.vms.find(({ vm }) => vm.id === after.vm.id)
  if (former === null || before === undefined) return null
  const hint = waitHint(after)
  return {
    comparison: renderVmComparison(compareVm(before, after, former, judged), desk.language()),
    wait: hint === null ? null : translate(desk.language(), hint),
  }
}

/** The guided check of a VM as the window shows it, with what somebody accepted of it. */
export function guidedCheck(desk: Desk, source: OpenSource, judged: JudgedHost, vmId: string): GuidedCheck {
  const judgedVm = vmOf(judged, vmId)
  const language = desk.language()
  const kept = desk.cases.of(source.key, vmId)
  return {
    sourceId: source.id,
    vm: renderVm(judgedVm, language, acceptanceAmong(judged, desk.accepted.current), sinceOf(desk, source, judged)),
    steps: planGuidedCheck(judgedVm, language, source.answers[vmId], judged.snapshot.host),
    articles: articlesOf(judgedVm, desk),
    recheck: recheckOf(desk, source, judged, judgedVm),
    worksheet: worksheetOffer(judgedVm.vm, language),
    kept: { note: kept.note?.text ?? '', ticket: kept.ticket ?? '' },
  }
}

/** Handlers of everything about one VM and the knowledge behind it. */
export function vmHandlers(desk: Desk): VmHandlers {
  return {
    'guide.get': async ({ sourceId, vmId }) => {
      const { source, judged } = judgedSource(desk, sourceId)
      return guidedCheck(desk, source, judged, vmId)
    },
    'guide.answer': async ({ sourceId, vmId, questionId, answer }) => {
      const { source, judged } = judgedSource(desk, sourceId)
      const asked = planGuidedCheck(vmOf(judged, vmId), desk.language(), source.answers[vmId])
      const question = asked.map((step) => step.question).find((candidate) => candidate?.id === questionId)
      const isOffered = answer === null || question?.answers.some(({ id }) => id === answer) === true
      if (!isOffered || !question) refuse('answer-unknown')
      if (isStatement(question.id)) desk.sources.tell(sourceId, vmId, question.id, answer)
      else desk.sources.answer(sourceId, vmId, answer === null ? null : guestAnswer(question.id, answer))
      if (answer !== null) desk.cases.answered(source.key, vmId, question.id)
      const after = judgedSource(desk, sourceId)
      return guidedCheck(desk, after.source, after.judged, vmId)
    },
    'guide.keep': async ({ sourceId, vmId, note, ticket }) => {
      const { source, judged } = judgedSource(desk, sourceId)
      vmOf(judged, vmId)
      desk.cases.note(source.key, vmId, note)
      desk.cases.ticket(source.key, vmId, ticket === '' ? null : ticket)
      return null
    },
    'guide.worksheet': async ({ sourceId, vmId, text }) => {
      const { judged } = judgedSource(desk, sourceId)
      const { vm } = vmOf(judged, vmId)
      const problem = text === null ? null : worksheetProblem(text, vm)
      if (problem !== null) throw new Refusal(problem)
      desk.sources.see(sourceId, vmId, text)
      const after = judgedSource(desk, sourceId)
      return guidedCheck(desk, after.source, after.judged, vmId)
    },
    'article.get': async ({ articleId }) =>
      isArticleId(articleId) ? articleText(articleId, desk.language()) : refuse('article-unknown'),
    'article.open': async ({ articleId }) => {
      if (!isArticleId(articleId)) refuse('article-unknown')
      const { url } = articleText(articleId, desk.language())
      try {
        await desk.desktop.openAddress(url)
      } catch {
        refuse('article-not-opened', { url })
      }
      return null
    },
  }
}
