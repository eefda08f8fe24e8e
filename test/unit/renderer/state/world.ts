import type { AppInfo, GuidedCheck, PracticeCall, SourceSummary, VmRow } from '../../../../src/core/ipc'
import { Settings } from '../../../../src/core/model/settings'
import type { Notice } from '../../../../src/renderer/state/desk'
import { createSession } from '../../../../src/renderer/state/session'
import { fakeBridge, someGuide, someOverview, someProblem, someRow, someSource } from '../fake-bridge'

/** What main says of itself. */
export const info: AppInfo = {
  version: '1.0.0',
  knowledge: '2026-11-23',
  language: 'en',
  dark: false,
  settings: Settings.parse({}),
  reportFolder: '/home/me/Documents/Integration Doctor',
}

/** A host of three VMs: one that needs action, one with an open question, one that is well. */
export const rows: readonly VmRow[] = [
  someRow({ id: 'bad', verdict: 'action-needed' }),
  someRow({ id: 'open', verdict: 'cannot-tell' }),
  someRow({ id: 'fine' }),
]

/** A practice call about the VM with an open question. */
export const someCall: PracticeCall = {
  id: 'who-is-it',
  name: 'Nobody knows the system',
  caller: 'It shows a version message.',
  vm: { ...someGuide('practice', 'open').vm, verdict: 'cannot-tell' },
  steps: [
    { id: 'a', label: 'Find out' },
    { id: 'b', label: 'Guess' },
  ],
  rightStep: 'a',
  why: 'A guess settles nothing.',
}

/** Main as a small world: sources that can be read, guides, and what this computer answers. */
export function world(parts: { local?: () => Promise<SourceSummary> | SourceSummary } = {}) {
  const sources: SourceSummary[] = []
  const kept = (source: SourceSummary) => {
    sources.splice(0, sources.length, ...sources.filter(({ id }) => id !== source.id), source)
    return source
  }
  const local = parts.local
  const guides = new Map<string, GuidedCheck>()
  const notices: Notice[] = []
  const main = {
    shownRows: rows,
    guides,
    sources,
  }
  const bridge = fakeBridge({
    'app.info': () => info,
    'settings.choose-folder': () => ({ ...info, reportFolder: '/chosen' }),
    'settings.set': (change) => ({
      ...info,
      language: change.language === 'ko' ? 'ko' : 'en',
      dark: change.theme === 'dark',
    }),
    'source.list': () => [...sources],
    'source.check-local': async () => (local === undefined ? someProblem('not-a-host') : kept(await local())),
    'source.check-vm': ({ sourceId, vmId }) => {
      const source = sources.find(({ id }) => id === sourceId)
      if (source === undefined || vmId === 'vanished') return someProblem('vm-vanished')
      main.shownRows = main.shownRows.map((row) => (row.id === vmId ? { ...row, verdict: 'healthy' } : row))
      return source
    },
    'remote.check-vm': ({ password }) =>
      password === undefined ? someProblem('password-needed') : (sources[0] ?? someProblem('gone')),
    'source.open-sample': () => kept(someSource({ id: 'sample', kind: 'sample', name: 'HV01' }, main.shownRows)),
    'practice.list': () => [someCall],
    'practice.open': () => kept(someSource({ id: 'practice', kind: 'practice', name: 'HV-PRACTICE' }, main.shownRows)),
    'source.open-capture': ({ paths }) =>
      paths === undefined
        ? null
        : paths.map((path) =>
            kept(someSource({ id: path, problem: path.includes('broken') ? someProblem('cut-off') : null })),
          ),
    'source.paste': ({ text }) =>
      text.includes('poem')
        ? someProblem('pasted-nothing')
        : kept(someSource({ id: 'pasted', kind: 'pasted' }, main.shownRows)),
    'source.close': ({ sourceId }) => {
      sources.splice(0, sources.length, ...sources.filter(({ id }) => id !== sourceId))
      return [...sources]
    },
    'overview.get': ({ sourceId }) => {
      const source = sources.find(({ id }) => id === sourceId)
      return source === undefined ? someProblem('gone') : someOverview(source, main.shownRows)
    },
    'roll-up.get': () => sources.map((source) => ({ source, rows: main.shownRows })),
    'history.get': () => ({
      isOn: true,
      days: 90,
      limitMebibytes: 1024,
      bytes: 0,
      hosts: [],
      problems: [],
      writeProblem: null,
    }),
    'vm.find': () => ({ found: [], total: 0, searchedVms: 0, searchedSources: 0, searchedKept: 0 }),
    'guide.get': ({ sourceId, vmId }) => guides.get(vmId) ?? someGuide(sourceId, vmId),
    'guide.keep': () => null,
    'guide.answer': ({ sourceId, vmId, answer }) => {
      const guide = someGuide(sourceId, vmId)
      const answered = {
        ...guide,
        vm: { ...guide.vm, verdict: answer === null ? ('cannot-tell' as const) : ('safe-to-ignore' as const) },
      }
      guides.set(vmId, answered)
      main.shownRows = main.shownRows.map((row) => (row.id === vmId ? { ...row, verdict: answered.vm.verdict } : row))
      return answered
    },
    'report.save': () => ({ path: '/r/a.html', folder: '/r', name: 'a.html' }),
    'report.save-as': () => null,
    'clipboard.write': () => null,
    'report.copy': () => null,
  })
  const session = createSession(bridge, { notify: (notice) => notices.push(notice) })
  return { bridge, session, notices, main, state: () => session.store.get() }
}

/** The requests of one kind that reached main. */
export const askedFor = (bridge: ReturnType<typeof fakeBridge>, name: string) =>
  bridge.calls.filter((call) => call.name === name).map(({ request }) => request)
