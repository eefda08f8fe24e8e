import { buildText } from '../../decode/host'
import { say } from '../../i18n/translate'
import type { GuideStep } from '../../ipc'
import type { JudgedVm } from '../../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../model/service'
import type { Host } from '../../model/snapshot'
import type { Language } from '../../model/text'
import { severest } from '../../model/verdict'
import { phaseOf, rawText } from '../vm-facts'
import { found } from './step-parts'

/** Windows of the host and its build: how new the versions are that it offers. */
function hostText({ os, build, revision }: Host): string | null {
  const number = buildText(build, revision)
  return os === null || number === null ? (os ?? number) : `${os} (${number})`
}

/** Where host and guest speak different versions. */
export function versionsStep(judged: JudgedVm, language: Language, host: Host | null): GuideStep {
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
