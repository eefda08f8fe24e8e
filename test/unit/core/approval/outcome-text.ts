import { planGuidedCheck } from '../../../../src/core/diagnosis/guided-check'
import type { JudgedHost } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis, renderVm } from '../../../../src/core/diagnosis/render'
import type { FindingText, JudgedVm, VmDiagnosis } from '../../../../src/core/model/diagnosis'
import type { GuestAnswer } from '../../../../src/core/model/snapshot'
import { KEYS } from './language-of-keys'

type Question = NonNullable<ReturnType<typeof planGuidedCheck>[number]['question']>

const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined'
const words = (...parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(' ')
const evidenceText = ({ source, value }: { readonly source: string; readonly value?: unknown }): string =>
  `${source} = ${json(value)}`

/** The answers by their ids; a label is shown where it is not the one that belongs to the id. */
function questionText(question: Omit<Question, 'answered'> & { readonly answered?: string | null }): string[] {
  const answers = question.answers.map(({ id, label }) => (label.split('.').includes(id) ? id : `${id} ${label}`))
  return [
    words('ask', question.id, question.text, question.answered ? `<- ${question.answered}` : ''),
    `  answers ${answers.join(', ')}`,
    `  find by ${question.howToFind.join(', ')}`,
  ]
}

function findingText(finding: FindingText, covers: readonly string[]): string[] {
  const { steps, question } = finding
  const head = words(
    `${finding.code} ${finding.verdict}, ${finding.certainty}:`,
    finding.service ?? 'VM',
    `covers [${covers.join(' ')}]`,
    `impact ${finding.impact} urgency ${finding.urgency}`,
    finding.articles.join(' '),
  )
  return [
    head,
    `  ${finding.title}`,
    `  ${finding.explanation}`,
    ...(finding.lost === null ? [] : [`  lost ${finding.lost}`]),
    ...finding.evidence.map((evidence) => `  ${evidenceText(evidence)}`),
    ...(question === null ? [] : questionText(question).map((line) => `  ${line}`)),
    ...steps.flatMap(({ text, where, command, rights, risk }) => [
      `  - ${where}, rights ${rights}, risk ${risk}: ${text}`,
      ...(command === null ? [] : command.split('\n').map((line) => `    > ${line}`)),
    ]),
  ]
}

type ServiceText = VmDiagnosis['services'][number]

function serviceText(service: ServiceText): string {
  const number = (named: ServiceText['status']): string => (named === null ? 'none' : `${named.code} ${named.name}`)
  return words(
    `${service.service}:`,
    service.verdict,
    !service.listed && 'not listed',
    service.enabled !== true && `enabled ${service.enabled}`,
    `status ${number(service.status)}, ${number(service.detail)}`,
    service.negotiated !== null && `negotiated ${service.negotiated} of ${service.expected}`,
  )
}

const PLAINLY_OK = serviceText({
  service: 'vss',
  listed: true,
  enabled: true,
  verdict: 'healthy',
  status: { code: 2, name: 'ok' },
  detail: null,
  negotiated: null,
  expected: null,
})

/** A line for each service, and one for all that are plainly OK. */
function servicesText(services: readonly ServiceText[]): string[] {
  const isPlain = (service: ServiceText): boolean => serviceText({ ...service, service: 'vss' }) === PLAINLY_OK
  const plain = services.filter(isPlain).map(({ service }) => service)
  return [
    ...services.filter((service) => !isPlain(service)).map((service) => `  ${serviceText(service)}`),
    ...(plain.length === 0 ? [] : [`  ${plain.join(' ')}: healthy, status 2 ok`]),
  ]
}

function vmLines(judged: JudgedVm, vm: VmDiagnosis, isBrief = false): string[] {
  const { guest, support, symptom } = vm
  return [
    `VM ${json(vm.name)} ${vm.id}: ${vm.verdict}${vm.needsAction ? ', needs action' : ''}`,
    words(
      `${vm.state}, generation ${vm.generation}, version ${vm.configurationVersion}, up ${vm.uptimeSeconds} s`,
      vm.replica && 'replica',
      `addresses ${json(vm.addresses)}`,
    ),
    `guest ${json(guest)}`,
    `support ${json(support)}`,
    ...servicesText(vm.services),
    `headline ${vm.headline}`,
    `tell ${vm.tellCaller}`,
    ...(symptom === null
      ? []
      : [words('symptom', symptom.id, symptom.bearing, symptom.meaning, symptom.articles.join(' '))]),
    ...vm.findings.flatMap((finding, index) => {
      const [head = '', ...rest] = findingText(finding, judged.findings[index]?.covers ?? [])
      return isBrief && finding.verdict === 'healthy' ? [head] : [head, ...rest]
    }),
    ...vm.seenWorking.map(({ service, text, evidence }) => `seen ${service}: ${text}; ${evidenceText(evidence)}`),
    ...vm.notes.map(({ code, text }) => `note ${code} ${text}`),
  ]
}

/** One judged VM as text, sentences as their keys. Beside other findings the good ones are only named: the sample host has them whole. */
export function vmText(judged: JudgedVm): string {
  return vmLines(judged, renderVm(judged, KEYS), judged.verdict !== 'healthy').join('\n')
}

/** A whole judged check as text, one fact a line, sentences as their keys. `isBrief` only names the good findings. */
export function outcomeText(judged: JudgedHost, isBrief = false): string {
  const diagnosis = renderDiagnosis(judged, { language: KEYS, source: 'capture', programVersion: '1.0.0' })
  const { host, summary, vms, problems, notes } = diagnosis
  return [
    `host ${json({ name: host.name, os: host.os, build: host.build })} at ${diagnosis.checkedAt}, symptom ${diagnosis.symptom}`,
    `summary ${Object.entries(summary)
      .flatMap(([verdict, n]) => (n === 0 ? [] : `${verdict} ${n}`))
      .join(', ')}`,
    ...problems.map(({ code, class: name, message, step }) => `problem ${code} ${name}: ${message}; ${step}`),
    ...notes.map(({ code, text }) => `note ${code} ${text}`),
    ...judged.vms.flatMap((vm, index) => {
      const rendered = vms[index]
      return rendered === undefined ? [] : ['', ...vmLines(vm, rendered, isBrief)]
    }),
  ].join('\n')
}

/** The guided check of one VM as text, sentences as their keys. */
export function guidedCheckText(judged: JudgedVm, answer?: GuestAnswer): string {
  return planGuidedCheck(judged, KEYS, answer)
    .flatMap((step) => [
      `${step.id} ${step.state} ${step.verdict}: ${step.title}; ${step.summary}`,
      `  ${step.lookedAt}`,
      ...step.found.map(({ label, value, raw }) => words(`  ${label} = ${value}`, raw !== null && `(${raw})`)),
      `  ${step.meaning}`,
      ...(step.question === null ? [] : questionText(step.question).map((line) => `  ${line}`)),
    ])
    .join('\n')
}
