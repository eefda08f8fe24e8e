import type {
  CallName,
  GuidedCheck,
  MenuCommand,
  Overview,
  Progress,
  Reply,
  Request,
  SourceSummary,
  Value,
  VmRow,
} from '../../../src/core/ipc'
import type { ProblemText, Summary } from '../../../src/core/model/diagnosis'
import { JUDGED_SERVICES } from '../../../src/core/model/service'
import type { WindowBridge } from '../../../src/renderer/bridge'

type Answer<N extends CallName> = (
  request: Request<N>,
  callId: string,
) => Value<N> | ProblemText | Promise<Value<N> | ProblemText>
type Answers = { [N in CallName]?: Answer<N> }

/** A call that reached the bridge. */
export interface FakeCall {
  readonly name: CallName
  readonly callId: string
  readonly request: unknown
}

/** The bridge of tests: answers from a table, remembers what was asked, and can speak up like main. */
export interface FakeBridge extends WindowBridge {
  readonly calls: FakeCall[]
  readonly cancelled: string[]
  sendProgress(progress: Progress): void
  sendMenu(command: MenuCommand): void
  sendChanged(what: 'appearance' | 'sources' | 'history' | 'known'): void
}

function isProblem(value: unknown): value is ProblemText {
  return typeof value === 'object' && value !== null && 'step' in value && 'code' in value && 'message' in value
}

/** A bridge that answers each call by `answers`; a call without an answer rejects, as one without a handler would. */
export function fakeBridge(answers: Answers): FakeBridge {
  const progress = new Set<(progress: Progress) => void>()
  const menu = new Set<(command: MenuCommand) => void>()
  const changed = new Set<(what: 'appearance' | 'sources' | 'history' | 'known') => void>()
  const calls: FakeCall[] = []
  const cancelled: string[] = []
  const on = <T>(listeners: Set<T>, listener: T) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    calls,
    cancelled,
    async call<N extends CallName>(name: N, callId: string, request: Request<N>): Promise<Reply<N>> {
      calls.push({ name, callId, request })
      const answer = answers[name] as Answer<N> | undefined
      if (answer === undefined) throw new Error(`No handler for ${name}`)
      const value = await answer(request, callId)
      return isProblem(value) ? { ok: false, problem: value } : { ok: true, value }
    },
    cancel: (callId) => void cancelled.push(callId),
    onProgress: (listener) => on(progress, listener),
    onMenu: (listener) => on(menu, listener),
    onChanged: (listener) => on(changed, listener),
    pathOf: (file) => (file.name.startsWith('no-path') ? '' : `/captures/${file.name}`),
    sendProgress: (one) => progress.forEach((listener) => listener(one)),
    sendMenu: (command) => menu.forEach((listener) => listener(command)),
    sendChanged: (what) => changed.forEach((listener) => listener(what)),
  }
}

const NO_VM: Summary = {
  healthy: 0,
  'safe-to-ignore': 0,
  advice: 0,
  'cannot-tell': 0,
  'action-needed': 0,
  'not-running': 0,
}

/** A problem with recognisable words. */
export function someProblem(code = 'not-a-host'): ProblemText {
  return { code, class: null, message: `message of ${code}`, step: `step of ${code}` }
}

/** A row; the parts that a test is about are given. */
export function someRow(parts: Partial<VmRow> & Pick<VmRow, 'id'>): VmRow {
  return {
    name: parts.id,
    verdict: 'healthy',
    needsAction: parts.verdict === 'action-needed',
    title: 'title',
    guest: 'Ubuntu 22.04',
    guestKnown: true,
    state: 'running',
    addresses: [],
    services: JUDGED_SERVICES.map((service) => ({ service, verdict: 'healthy', enabled: true, word: 'OK' })),
    ...parts,
  }
}

/** A source whose counts are those of its rows. */
export function someSource(
  parts: Partial<SourceSummary> & Pick<SourceSummary, 'id'>,
  rows: readonly VmRow[] = [],
): SourceSummary {
  const summary = { ...NO_VM }
  for (const { verdict } of rows) summary[verdict] += 1
  return {
    kind: 'capture',
    name: parts.id,
    os: 'Windows Server 2022',
    checkedAt: '2026-11-23T08:46:37Z',
    summary,
    needsAction: rows.filter(({ needsAction }) => needsAction).length,
    problem: null,
    ...parts,
  }
}

/** An overview of a source with rows. */
export function someOverview(source: SourceSummary, rows: readonly VmRow[]): Overview {
  return {
    source,
    access: null,
    complete: true,
    queries: 16,
    queryMs: 812,
    rows,
    problems: [],
    notes: [],
    pasted: null,
    hasEarlier: false,
    changes: null,
  }
}

/** A guided check of seven steps, all done; the parts that a test is about are given. */
export function someGuide(sourceId: string, vmId: string, parts: Partial<GuidedCheck> = {}): GuidedCheck {
  const ids = ['symptom', 'power', 'guest', 'services', 'versions', 'support', 'result'] as const
  return {
    sourceId,
    worksheet: { texts: [], suggested: 'linux', seen: null },
    vm: {
      id: vmId,
      name: vmId,
      verdict: 'healthy',
      needsAction: false,
      headline: 'No fault found.',
      symptom: null,
      state: 'running',
      generation: 2,
      configurationVersion: '10.0',
      uptimeSeconds: 86_400,
      addresses: [],
      replica: false,
      guest: {
        family: 'ubuntu',
        os: 'linux',
        name: 'Ubuntu',
        version: '22.04',
        kernel: null,
        source: 'kvp',
        asOf: null,
      },
      services: [],
      support: { state: 'supported', until: null, extendedUntil: null, source: null, asOf: null },
      seenWorking: [],
      firstSeen: null,
      changedAt: null,
      tellCaller: 'Nothing is wrong.',
      findings: [],
      notes: [],
    },
    steps: ids.map((id) => ({
      id,
      title: id,
      summary: `summary of ${id}`,
      verdict: 'healthy',
      state: 'done',
      lookedAt: `looked at ${id}`,
      found: [{ label: 'label', value: 'value', raw: '[2]' }],
      meaning: `meaning of ${id}`,
      question: null,
    })),
    articles: [],
    recheck: null,
    kept: { note: '', ticket: '' },
    ...parts,
  }
}
