import { buildText } from '../decode/host'
import { say, translate } from '../i18n/translate'
import type { GuideStep } from '../ipc'
import type { JudgedVm, Question } from '../model/diagnosis'
import type { Language, TextRef } from '../model/text'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { GuestAnswer, Host } from '../model/snapshot'
import { symptomLabel, symptomMeaning, symptomOf } from '../knowledge/symptoms'
import { severest, severity, type Verdict } from '../model/verdict'
import { answeredQuestion, askSymptom, toldQuestion } from './questions'
import { bearingText, isOtherTest } from './symptom'
import { guestName, justStarted, phaseOf, rawText } from './vm-facts'

const nameText = (language: Language, name: string | TextRef): string =>
  typeof name === 'string' ? name : translate(language, name)

type Found = GuideStep['found'][number]

const found = (label: string, value: string | null, raw: string | null = null): readonly Found[] =>
  value === null ? [] : [{ label, value, raw }]

/** How long a VM has been running, in words: "3 days 4 hours". Days drop the minutes. */
export function uptimeText(language: Language, seconds: number): string {
  if (seconds < 60) return say(language, 'guide.power.uptime-short')
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor((seconds % 86_400) / 3600)
  const minutes = days > 0 ? 0 : Math.floor((seconds % 3600) / 60)
  return say(language, 'guide.power.uptime', { days, hours, minutes }).trim()
}

function powerStep({ vm, findings }: JudgedVm, language: Language): GuideStep {
  const phase = phaseOf(vm)
  const uptime = vm.uptimeSeconds === null ? null : uptimeText(language, vm.uptimeSeconds)
  const state = say(language, `term.state.${vm.state}`)
  const trouble = findings.find((finding) => ['IS-09', 'IS-80', 'IS-81', 'IS-82'].includes(finding.code))
  const means = trouble !== undefined ? 'critical' : phase === 'running' && justStarted(vm) ? 'just-started' : phase
  const verdicts: Record<typeof phase, Verdict> = {
    running: 'healthy',
    'not-running': 'not-running',
    'in-transition': 'cannot-tell',
    unknown: 'cannot-tell',
  }
  return {
    id: 'power',
    title: say(language, 'guide.title.power'),
    summary:
      phase === 'running' && uptime !== null ? say(language, 'guide.power.summary-running-for', { uptime }) : state,
    verdict: trouble === undefined ? verdicts[phase] : trouble.verdict,
    state: 'done',
    lookedAt: say(language, 'guide.power.looked-at'),
    found: [
      ...found(say(language, 'guide.power.label.state'), state, rawText(vm.stateEvidence.value)),
      ...found(say(language, 'guide.power.label.uptime'), uptime),
      ...found(
        say(language, 'guide.power.label.health'),
        say(language, trouble === undefined ? 'guide.power.health-ok' : 'guide.power.health-trouble'),
        rawText(vm.healthEvidence.value),
      ).filter(() => vm.healthState !== null || trouble !== undefined),
      ...found(say(language, 'guide.power.label.generation'), vm.generation === null ? null : String(vm.generation)),
      ...found(say(language, 'guide.power.label.version'), vm.configurationVersion),
    ],
    meaning: say(language, `guide.power.means.${means}`),
    question: null,
  }
}

const SETTLED_BY_ANSWER = ['guest-os', 'windows-release', 'which-guest']

function questionOf(judged: JudgedVm): Question | null {
  const asked = judged.findings.flatMap((finding) => (finding.question === null ? [] : [finding.question]))
  return asked.find((question) => SETTLED_BY_ANSWER.includes(question.id)) ?? null
}

function rendered(question: Question, language: Language, answered: string | null): GuideStep['question'] {
  return {
    id: question.id,
    text: translate(language, question.text),
    answers: question.answers.map(({ id, label }) => ({ id, label: translate(language, label) })),
    howToFind: question.howToFind.map((way) => translate(language, way)),
    answered,
  }
}

/** The answer to a question as the person chose it; null where it was answered otherwise or not at all. */
function answeredAs(asked: Question | null, answer: GuestAnswer | undefined): string | null {
  const chosen = asked?.id === 'windows-release' && answer?.releaseUnknown === true ? 'unknown' : answer?.family
  return asked?.answers.find(({ id }) => id === chosen)?.id ?? null
}

/** What the host says of the VM's network adapters, where the guest itself does not name the same addresses. */
function otherAddresses({ guest, adapterAddresses = [] }: JudgedVm['vm']): string | null {
  const isSaid = adapterAddresses.every((address) => guest.addresses.includes(address))
  return isSaid ? null : adapterAddresses.join(', ')
}

function guestStep(
  judged: JudgedVm,
  language: Language,
  asked: Question | null,
  answered: string | null,
  open: boolean,
): GuideStep {
  const { guest } = judged.vm
  const name = guest.os === 'unknown' ? say(language, 'guide.guest.unknown') : nameText(language, guestName(guest))
  const source = say(language, `guide.guest.source.${guest.source}`)
  return {
    id: 'guest',
    title: say(language, 'guide.title.guest'),
    summary: guest.os === 'unknown' ? name : `${name} (${source})`,
    verdict: guest.conflict !== null || open ? 'cannot-tell' : guest.os === 'unknown' ? 'not-running' : 'healthy',
    state: open ? 'open' : 'done',
    lookedAt: say(language, 'guide.guest.looked-at'),
    found: [
      ...found(
        say(language, 'guide.guest.label.system'),
        name,
        guest.evidence === null ? null : rawText(guest.evidence.value),
      ),
      ...found(say(language, 'guide.guest.label.hint'), guest.os === 'unknown' ? judged.vm.guestHint : null),
      ...found(say(language, 'guide.guest.label.kernel'), guest.kernel),
      ...found(say(language, 'guide.guest.label.build'), guest.build === null ? null : String(guest.build)),
      ...found(say(language, 'guide.guest.label.source'), source),
      ...found(say(language, 'guide.guest.label.host-name'), guest.hostName),
      ...found(
        say(language, 'guide.guest.label.addresses'),
        guest.addresses.length === 0 ? null : guest.addresses.join(', '),
      ),
      ...found(say(language, 'guide.guest.label.adapter-addresses'), otherAddresses(judged.vm)),
    ],
    meaning: say(language, `guide.guest.means.${guest.os}`),
    question: asked === null ? null : rendered(asked, language, answered),
  }
}

/** The word for a service's mark: its status in the window's language, or why there is none. */
export function serviceWord(judged: JudgedVm, id: JudgedServiceId, language: Language): string {
  const service = judged.vm.services[id]
  if (service.enabled === false) return say(language, 'term.status.disabled')
  if (!service.listed)
    return say(language, service.readState === 'read' ? 'term.status.not-listed' : 'term.status.not-read')
  return say(language, `term.status.${service.kind}`)
}

function servicesStep(judged: JudgedVm, language: Language): GuideStep {
  const verdicts = JUDGED_SERVICES.flatMap((id) => judged.serviceVerdicts[id] ?? [])
  // A text can say that a VM runs and nothing of its services.
  const running = phaseOf(judged.vm) === 'running' && verdicts.length > 0
  const worst = running ? severest(verdicts, 'cannot-tell') : judged.verdict
  const bad = verdicts.filter((verdict) => severity(verdict) > severity('safe-to-ignore')).length
  const harmless = verdicts.filter((verdict) => verdict === 'safe-to-ignore').length
  const total = verdicts.length
  const summary = !running
    ? say(language, 'guide.services.summary-none')
    : bad > 0
      ? say(language, 'guide.services.summary', { bad, total })
      : harmless > 0
        ? say(language, 'guide.services.summary-harmless', { harmless, total })
        : say(language, 'guide.services.summary-ok', { total })
  const means = bad > 0 ? 'look' : harmless > 0 ? 'harmless' : 'ok'
  return {
    id: 'services',
    title: say(language, 'guide.title.services'),
    summary,
    verdict: worst,
    state: running ? 'done' : 'not-reached',
    lookedAt: say(language, 'guide.services.looked-at'),
    found: JUDGED_SERVICES.flatMap((id) =>
      found(
        say(language, `term.service.${id}`),
        serviceWord(judged, id, language),
        judged.vm.services[id].listed ? rawText(judged.vm.services[id].statusEvidence.value) : null,
      ),
    ),
    meaning: running ? say(language, `guide.services.means.${means}`) : say(language, 'guide.services.summary-none'),
    question: null,
  }
}

/** Windows of the host and its build: how new the versions are that it offers. */
function hostText({ os, build, revision }: Host): string | null {
  const number = buildText(build, revision)
  return os === null || number === null ? (os ?? number) : `${os} (${number})`
}

function versionsStep(judged: JudgedVm, language: Language, host: Host | null): GuideStep {
  const listed = JUDGED_SERVICES.map((id) => judged.vm.services[id]).filter(
    (service) => service.listed && service.enabled !== false,
  )
  const differing = listed.filter((service) => service.kind === 'mismatch')
  const incompatible = listed.filter((service) => service.kind === 'incompatible')
  const silent = listed.every(
    (service) =>
      !['ok', 'ok-no-application-data', 'ok-heartbeat-number', 'mismatch', 'incompatible'].includes(service.kind),
  )
  const running = phaseOf(judged.vm) === 'running'
  const verdicts = differing.flatMap(({ id }) => judged.serviceVerdicts[id as JudgedServiceId] ?? [])
  const worst = severest(verdicts, 'healthy')
  const means =
    incompatible.length > 0
      ? 'incompatible'
      : !running || silent
        ? 'unknown'
        : differing.length === 0
          ? 'none'
          : worst === 'safe-to-ignore'
            ? 'harmless'
            : 'look'
  const summary = {
    incompatible: say(language, 'guide.versions.summary-incompatible'),
    unknown: say(language, 'guide.versions.summary-unknown'),
    none: say(language, 'guide.versions.summary-none'),
    harmless: say(language, 'guide.versions.summary', { count: differing.length }),
    look: say(language, 'guide.versions.summary', { count: differing.length }),
  }[means]
  return {
    id: 'versions',
    title: say(language, 'guide.title.versions'),
    summary,
    verdict: means === 'incompatible' ? 'action-needed' : means === 'unknown' ? judged.verdict : worst,
    state: running ? 'done' : 'not-reached',
    lookedAt: say(language, 'guide.versions.looked-at'),
    found: [
      ...(host === null ? [] : found(say(language, 'guide.versions.label.host'), hostText(host))),
      ...(running ? listed : []).flatMap((service) => {
        const word =
          service.kind === 'mismatch'
            ? 'older'
            : service.kind === 'incompatible'
              ? 'none'
              : service.kind.startsWith('ok')
                ? 'same'
                : 'unknown'
        const pair = judged.vm.events.versions[service.id]
        const said = say(language, `guide.versions.${word}`)
        return found(
          say(language, `term.service.${service.id}`),
          pair === undefined
            ? said
            : say(language, 'guide.versions.pair', {
                word: said,
                negotiated: pair.negotiated,
                expected: pair.expected,
              }),
          rawText(service.statusEvidence.value),
        )
      }),
    ],
    meaning: say(language, `guide.versions.means.${means}`),
    question: null,
  }
}

function supportMeaning({ support, vm }: JudgedVm, language: Language): string {
  const { state, extendedUntil } = support
  if (state === 'supported' && vm.guest.os === 'windows') return say(language, 'guide.support.means.supported-windows')
  if (state === 'end-of-life' && extendedUntil !== null) {
    return say(language, 'guide.support.means.extended', { extended: extendedUntil })
  }
  return say(language, `guide.support.means.${state}`)
}

function supportStep(judged: JudgedVm, language: Language): GuideStep {
  const { support } = judged
  const state = say(language, `guide.support.state.${support.state}`)
  return {
    id: 'support',
    title: say(language, 'guide.title.support'),
    summary:
      support.state === 'supported' && support.until !== null
        ? say(language, 'guide.support.summary-until', { state, until: support.until })
        : state,
    verdict: support.state === 'supported' ? 'healthy' : support.state === 'unknown' ? 'not-running' : 'advice',
    state: 'done',
    lookedAt: say(language, 'guide.support.looked-at'),
    found: [
      ...found(say(language, 'guide.support.label.state'), state),
      ...found(say(language, 'guide.support.label.until'), support.until),
      ...found(say(language, 'guide.support.label.extended'), support.extendedUntil),
      ...found(say(language, 'guide.support.label.source'), support.source),
      ...found(say(language, 'guide.support.label.as-of'), support.asOf),
    ],
    meaning: supportMeaning(judged, language),
    question: null,
  }
}

/** Step 0: what the caller sees. It can be left unanswered, so it is never open. */
function symptomStep({ symptom, told }: JudgedVm, language: Language): GuideStep {
  const services = symptom?.symptom.services.map((id) => say(language, `term.service.${id}`)) ?? []
  const named = symptom !== null && symptom.symptom.isSpecific
  return {
    id: 'symptom',
    title: say(language, 'guide.title.symptom'),
    summary:
      symptom === null ? say(language, 'symptom.not-asked') : translate(language, symptomLabel(symptom.symptom.id)),
    verdict: null,
    state: 'done',
    lookedAt: say(language, 'symptom.looked-at'),
    found: named
      ? [
          ...found(
            say(language, 'symptom.label.services'),
            services.length === 0 ? say(language, 'symptom.no-service') : services.join(', '),
          ),
          ...found(say(language, 'symptom.label.bearing'), bearingText(symptom, language)),
        ]
      : [],
    meaning: symptom === null ? say(language, 'symptom.not-asked-means') : symptomMeaning(symptom.symptom.id, language),
    question: rendered(askSymptom, language, symptomOf(told['symptom'])?.id ?? null),
  }
}

/** The question that the result waits for; else the one that was answered, so that the answer can be changed. */
function questionOfResult({ findings, verdict, symptom, told }: JudgedVm): Question | null {
  const pending = findings.find((finding) => finding.verdict === verdict)?.question ?? null
  if (pending !== null && !SETTLED_BY_ANSWER.includes(pending.id)) return pending
  const answered = Object.keys(told).flatMap((id) =>
    isOtherTest(id, symptom?.symptom ?? null) ? [] : (toldQuestion(id) ?? []),
  )
  return answered[0] ?? null
}

function resultStep(judged: JudgedVm, language: Language, open: boolean): GuideStep {
  const question = questionOfResult(judged)
  return {
    id: 'result',
    title: say(language, 'guide.title.result'),
    summary: say(language, `verdict.${judged.verdict}`),
    verdict: judged.verdict,
    state: open ? 'open' : 'done',
    lookedAt: say(language, 'guide.result.looked-at'),
    found: judged.findings.flatMap((finding) =>
      found(say(language, `verdict.${finding.verdict}`), translate(language, finding.title), finding.code),
    ),
    meaning: judged.headline.map((sentence) => translate(language, sentence)).join(' '),
    // Who the guest is, is asked at the guest step; everything else here.
    question: question === null ? null : rendered(question, language, judged.told[question.id] ?? null),
  }
}

/**
 * The steps of the guided check of one VM, derived from what is known: an answer changes the facts, the diagnosis is run
 * again, and the steps follow. Nothing is scripted. `answer` is the person's answer so far to what runs in the VM, `host`
 * what it runs on, where that is to be told.
 */
export function planGuidedCheck(
  judged: JudgedVm,
  language: Language,
  answer?: GuestAnswer,
  host: Host | null = null,
): readonly GuideStep[] {
  // An answer that was given stays visible and can be changed, even where it has settled the question.
  const pending = questionOf(judged)
  const asked = pending ?? (answer === undefined ? null : answeredQuestion(answer))
  const answered = answeredAs(asked, answer)
  const open = pending !== null && answered === null
  return [
    symptomStep(judged, language),
    powerStep(judged, language),
    guestStep(judged, language, asked, answered, open),
    servicesStep(judged, language),
    versionsStep(judged, language, host),
    supportStep(judged, language),
    resultStep(judged, language, open),
  ]
}
