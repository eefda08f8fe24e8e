import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallName, Progress, Reply, Request, Value } from '../../../../src/core/ipc'
import { aboutProgram } from '../../../../src/main/about'
import { AcceptedStore } from '../../../../src/main/accepted/accepted-store'
import { knownGuests } from '../../../../src/main/history/history-lookup'
import { windowHistory } from '../../../../src/main/history/window-history'
import type { Desk, Desktop } from '../../../../src/main/ipc/desk'
import { Dispatcher } from '../../../../src/main/ipc/dispatch'
import { createHandlers } from '../../../../src/main/ipc/handlers'
import type { PrintPdf } from '../../../../src/main/pdf/pdf-request'
import type { CheckOptions, CheckResult } from '../../../../src/main/powershell/collect'
import type { Probe } from '../../../../src/main/remote/probe'
import { RecentHostList } from '../../../../src/main/remote/recent-hosts'
import type { RemoteHosts } from '../../../../src/main/remote/remote-hosts'
import { SettingsStore } from '../../../../src/main/settings/settings-store'
import { CaseLog } from '../../../../src/main/sources/case-log'
import { SourceStore } from '../../../../src/main/sources/source-store'

/** Main without Electron: real sources, settings, captures and reports; dialogs and the desktop note what was asked. */
export interface TestDesk {
  readonly desk: Desk
  readonly folder: string
  /** What reached the desktop, as words. */
  readonly done: string[]
  readonly logged: unknown[]
  readonly dispatcher: Dispatcher
  /** A call as the window makes it; a refusal is an error here. */
  readonly call: <N extends CallName>(name: N, request: Request<N>) => Promise<Value<N>>
  /** The code of a refused call. */
  readonly refusal: <N extends CallName>(name: N, request: unknown) => Promise<string>
  readonly raw: (name: unknown, callId: unknown, request: unknown, progress?: Progress[]) => Promise<Reply<CallName>>
}

/** What the stand-ins of a test desk answer. */
export interface TestDeskOptions {
  readonly check?: (options: CheckOptions) => Promise<CheckResult>
  readonly chosen?: readonly string[] | null
  readonly today?: string
  readonly now?: () => string
  readonly chosenFolder?: string
  readonly saveTo?: (suggested: string) => string | null
  readonly openAddress?: () => Promise<void>
  readonly openFile?: () => string
  readonly printPdf?: PrintPdf
  readonly remote?: RemoteHosts
  readonly probe?: Probe
}

/** A desk in a folder of its own, which is removed after the test. */
export async function testDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const done: string[] = []
  const logged: unknown[] = []
  const desktop: Desktop = {
    chooseCaptures: async () => options.chosen ?? null,
    chooseAccepted: async () => options.chosen?.[0] ?? null,
    chooseNewFile: async (kind, suggested) => {
      done.push(`asked where to save a ${kind}`)
      return options.saveTo?.(suggested) ?? null
    },
    chooseFolder: async (current) => {
      done.push(`asked for a folder from ${current}`)
      return options.chosenFolder ?? null
    },
    openFile: async (path) => {
      done.push(`opened ${path}`)
      return options.openFile?.() ?? ''
    },
    showInFolder: (path) => done.push(`showed ${path}`),
    openAddress: async (url) => {
      done.push(`browsed ${url}`)
      await options.openAddress?.()
    },
    writeClipboard: (text, html) => done.push(`copied ${text}`, ...(html ? [`as HTML ${html}`] : [])),
    printPage: async (page) => {
      done.push(`printed ${page.length > 0 ? 'a page' : 'nothing'}`)
    },
    isDark: () => false,
  }
  const settings = await SettingsStore.open(join(folder, 'settings.json'))
  const history = windowHistory(folder, settings, () => done.push('told the window: history'), 0)
  const desk: Desk = {
    sources: new SourceStore((capture) => knownGuests(history.hosts, capture)),
    cases: new CaseLog(() => options.now?.() ?? '2026-11-24T08:00:00.000Z'),
    settings,
    accepted: await AcceptedStore.open(join(folder, 'accepted.json')),
    history,
    local: {
      check: (asked = {}) => options.check?.(asked) ?? Promise.reject(new Error('This test checks no computer.')),
      close: async () => undefined,
    },
    remote: options.remote ?? {
      check: () => Promise.reject(new Error('This test checks no host.')),
      cluster: () => Promise.reject(new Error('This test reads no cluster.')),
      close: async () => undefined,
    },
    recentHosts: await RecentHostList.open(join(folder, 'recent-hosts.json')),
    probe: options.probe ?? (() => Promise.reject(new Error('This test tries no way.'))),
    desktop,
    language: () => (settings.current.language === 'ko' ? 'ko' : 'en'),
    applySettings: () => done.push('applied settings'),
    notifyChanged: (what) => done.push(`told the window: ${what}`),
    today: () => options.today ?? '2026-11-24',
    version: '1.0.0',
    about: () => aboutProgram(join(folder, 'licences.json'), join(folder, 'logs')),
    logFolder: join(folder, 'logs'),
    computerName: 'MY-PC',
    defaultReportFolder: join(folder, 'reports'),
    mapFolder: join(folder, 'maps'),
    printPdf: options.printPdf ?? (async ({ page }) => Buffer.from(`%PDF ${page.length}`)),
    savedFiles: new Set(),
  }
  const dispatcher = new Dispatcher(createHandlers(desk), {
    language: desk.language,
    logFolder: join(folder, 'logs'),
    logError: (what, cause) => logged.push([what, cause]),
  })
  let count = 0
  const raw: TestDesk['raw'] = (name, callId, request, progress = []) =>
    dispatcher.answer(name, callId, request, (step) => progress.push(step))
  return {
    desk,
    folder,
    done,
    logged,
    dispatcher,
    raw,
    call: async <N extends CallName>(name: N, request: Request<N>) => {
      const reply = await raw(name, `call-${(count += 1)}`, request)
      if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`)
      return reply.value as Value<N>
    },
    refusal: async (name, request) => {
      const reply = await raw(name, `call-${(count += 1)}`, request)
      return reply.ok ? 'not refused' : reply.problem.code
    },
  }
}
