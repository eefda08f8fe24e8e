import { basename, dirname, join } from 'node:path'
import { fingerprintOf } from '../../core/diagnosis/accepted'
import { stateOfAcceptance } from '../../core/diagnosis/accepted-state'
import { generally, ruleOf } from '../../core/explain/rule-meanings'
import { message, translate } from '../../core/i18n/translate'
import type { AcceptedEntry, Handlers } from '../../core/ipc'
import { ACCEPTABLE_VERDICTS } from '../../core/model/verdict'
import type { AcceptedFinding } from '../../core/model/accepted'
import { acceptedText } from '../accepted/accepted-store'
import { readAcceptedFile } from '../cli/accepted-file'
import { savingProblem, writeNewFile } from '../files/new-file'
import { reportFolder } from './app-info'
import { type Desk, judgedSource } from './desk'
import type { Call } from './dispatch'
import { Refusal, refuse } from './refusal'
import { guidedCheck } from './vm-handlers'

type AcceptedHandlers = Pick<
  Handlers<Call>,
  'accepted.list' | 'accepted.add' | 'accepted.take-back' | 'accepted.export' | 'accepted.import'
>

const FILE_NAME = 'accepted.json'

function entryOf(accepted: AcceptedFinding, desk: Desk): AcceptedEntry {
  const hosts = desk.sources.list().flatMap((source) => desk.sources.judged(source) ?? [])
  const state = stateOfAcceptance(accepted, hosts, desk.today())
  const known = ruleOf(accepted.rule)
  const service = accepted.service === null ? null : message(`term.service.${accepted.service}`)
  const named = service === null ? {} : { service, services: service }
  return {
    vmId: accepted.vmId,
    vmName: ('vmName' in state ? state.vmName : null) ?? accepted.vmName ?? null,
    service: accepted.service,
    rule: accepted.rule,
    code: known?.code ?? null,
    title: known === undefined ? null : translate(desk.language(), generally(`finding.${known.rule}.title`, named)),
    reason: accepted.reason,
    person: accepted.person,
    ticket: accepted.ticket,
    until: accepted.until,
    state: state.kind,
    facts: state.kind === 'changed' ? state.facts : [],
  }
}

/** Handlers of the findings that somebody decided to live with. */
export function acceptedHandlers(desk: Desk): AcceptedHandlers {
  const list = (): readonly AcceptedEntry[] => desk.accepted.current.map((one) => entryOf(one, desk))
  return {
    'accepted.list': async () => list(),
    'accepted.add': async ({ sourceId, vmId, service, rule, reason, person, ticket, until }) => {
      const { source, judged } = judgedSource(desk, sourceId)
      const vm = judged.vms.find((one) => one.vm.id === vmId) ?? refuse('vm-gone')
      const finding = vm.findings.find((one) => one.rule === rule && one.service === service)
      if (finding === undefined || !ACCEPTABLE_VERDICTS.some((verdict) => verdict === finding.verdict)) {
        refuse('finding-gone')
      }
      const readOn = judged.snapshot.collectedAt.slice(0, 10)
      if (until !== null && (until < desk.today() || until < readOn)) refuse('accepted-until-past', { until })
      const { problem } = await desk.accepted.put([
        {
          vmId,
          vmName: vm.vm.name,
          service,
          rule,
          evidence: fingerprintOf(finding, vm, judged.snapshot),
          reason: reason.trim(),
          person: person.trim(),
          ticket: ticket?.trim() || null,
          until,
        },
      ])
      if (problem !== null) throw new Refusal(problem)
      return guidedCheck(desk, source, judged, vmId)
    },
    'accepted.take-back': async (key) => {
      const problem = await desk.accepted.takeBack(key)
      if (problem !== null) throw new Refusal(problem)
      return list()
    },
    'accepted.export': async () => {
      const suggested = join(reportFolder(desk), FILE_NAME)
      const chosen = await desk.desktop.chooseNewFile('accepted', suggested)
      if (chosen === null) return null
      const [folder, name] = [dirname(chosen), basename(chosen)]
      try {
        const path = await writeNewFile(folder, name, acceptedText(desk.accepted.current))
        desk.savedFiles.add(path)
        return { path, folder: dirname(path), name: basename(path) }
      } catch (cause) {
        throw new Refusal(savingProblem(cause, folder, name))
      }
    },
    'accepted.import': async () => {
      const path = await desk.desktop.chooseAccepted()
      if (path === null) return null
      const file = await readAcceptedFile(path)
      if (!file.ok) throw new Refusal({ ...file.problem, step: message('accepted.import-step') })
      const { added, problem } = await desk.accepted.put(file.accepted)
      if (problem !== null) throw new Refusal(problem)
      return { added, replaced: file.accepted.length - added, entries: list() }
    },
  }
}
