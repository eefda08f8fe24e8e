import { SERVICES, type ServiceId } from '../../model/service'
import type { Capture } from '../../model/capture'
import type { Worksheet } from '../../model/worksheet'
import { worksheetFor } from '../worksheet'
import type { Answers, Guest, GuestAnswer, Service, Vm, VmState } from '../../model/snapshot'
import { NO_EVENTS } from '../events'
import { decideGuest } from '../guest'
import type { ServiceSaying, VmDraft } from './drafts'

function evidenceSource(line: number): string {
  return line > 0 ? `pasted text, line ${line}` : 'pasted text'
}

function serviceOf(id: ServiceId, saying: ServiceSaying | undefined): Service {
  const line = saying?.line ?? 0
  const enabled = saying?.enabled ?? null
  return {
    id,
    readState: saying === undefined ? 'not-asked' : 'read',
    listed: saying !== undefined,
    enabled,
    enabledEvidence: enabled === null ? null : { source: evidenceSource(saying?.enabledLine ?? line), value: enabled },
    kind: saying?.status.kind ?? 'none',
    code: saying?.status.code ?? null,
    detailCode: saying?.status.detailCode ?? null,
    statusEvidence: { source: evidenceSource(line), value: saying?.raw ?? null },
    rows: saying === undefined ? 0 : 1,
    problemCode: null,
    ...(saying?.status.guessed === true ? { guessed: true as const } : {}),
  }
}

/**
 * The state: as the text gives it; else running where a service has a status, which those of a stopped VM have not. A
 * service that is switched off reads OK either way, so beside empty ones that are switched on it proves nothing.
 */
function stateOf(draft: VmDraft): VmState {
  if (draft.state !== null) return draft.state.state
  if (draft.runs) return 'running'
  const services = [...draft.services.values()]
  const withStatus = services.filter(({ status, ofThePast }) => status.kind !== 'none' && ofThePast !== true)
  const isAlive = withStatus.some(({ enabled }) => enabled !== false)
  const isAllOff = withStatus.length > 0 && services.every(({ enabled }) => enabled === false)
  return isAlive || isAllOff ? 'running' : 'unknown'
}

function guestOf(draft: VmDraft, answer: GuestAnswer | undefined, worksheet: Worksheet | undefined): Guest {
  const own = decideGuest(draft.items, answer, undefined, worksheet)
  if (own.os !== 'unknown' || draft.guest === null || answer !== undefined) return own
  const { text, line } = draft.guest
  const said = decideGuest(draft.items, draft.guest.answer)
  return { ...said, source: 'summary', evidence: { source: evidenceSource(line), value: text.slice(0, 256) } }
}

/** A VM from what the text says of it. Only what it mentions can be judged, and the VM says so. */
export function pastedVm(
  draft: VmDraft,
  id: string,
  name: string,
  answers: Answers,
  worksheets: Capture['worksheets'],
): Vm {
  const worksheet = worksheetFor(id, worksheets) ?? draft.worksheet ?? undefined
  const services = {} as Record<ServiceId, Service>
  for (const service of SERVICES) services[service] = serviceOf(service, draft.services.get(service))
  const state = stateOf(draft)
  return {
    id,
    name,
    state,
    stateEvidence: { source: evidenceSource(draft.stateLine), value: draft.state?.state ?? null },
    critical: draft.state?.critical === true || draft.healthState === 20 || draft.healthState === 25,
    healthState: draft.healthState,
    healthEvidence: { source: 'pasted text', value: draft.healthState },
    operationCode: null,
    uptimeSeconds: state === 'running' ? draft.uptimeSeconds : null,
    secondsSinceStart: state === 'running' ? draft.uptimeSeconds : null,
    events: NO_EVENTS,
    guestHint: null,
    generation: draft.generation,
    configurationVersion: draft.version,
    replica: draft.replica,
    notes: null,
    guest: guestOf(draft, answers[id], worksheet),
    services,
    ...(worksheet === undefined ? {} : { worksheet }),
    partial: true,
  }
}
