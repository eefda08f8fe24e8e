import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { problemOfReading } from '../../core/decode/class-problem'
import { judge } from '../../core/diagnosis/judge'
import { isNext, withCheck } from '../../core/history/host-history'
import type { Capture } from '../../core/model/capture'
import type { HostHistory } from '../../core/model/history'
import type { Problem } from '../../core/model/problem'
import { type CaptureFileResult, readCaptureFile } from '../sources/capture-file'
import { hostFolders, historyFiles, hostOf, writeCheck, writeIndex } from './history-files'
import { filesToDrop, type HistoryLimits, oldestKept } from './history-limits'
import { type CheckRef, type Hosts, knownGuests } from './history-lookup'
import { damagedProblem, notKeptProblem, unreadableProblem } from './history-problems'
import { emptyHistory, type HostReading, readHost, rebuildHost } from './read-host'

/** What a history stands on. */
export interface HistoryOptions {
  /** Folder that holds a folder for each host. */
  readonly folder: string
  /** Whether checks are kept at the moment. What was kept before is read all the same. */
  readonly isOn: () => boolean
  readonly limits: () => HistoryLimits
  /** Program and knowledge that judge; where they are other ones, the kept checks are judged again. */
  readonly judgedBy: string
  readonly now: () => Date
  /** How long a check waits before it is written, in milliseconds, so that its result is shown first. */
  readonly delayMs: number
  /** A check was kept or could not be; or what is kept was read or deleted, so that what it knows is other than before. */
  readonly onChanged: (what: 'kept' | 'read') => void
}

/** Whether a check is one that is kept: rows of a host that says its name, read to the end. */
function isComplete(capture: Capture): boolean {
  const isOfHost = capture.pasted === null && capture.target.via !== 'sample' && hostOf(capture) !== null
  return isOfHost && capture.complete && capture.stopped === null
}

/**
 * The kept checks of all hosts: a capture for each, in a folder for each host, with an index beside them that can be made
 * from them again. One change is made after the other; a failed one is a problem and loses nothing.
 */
export class HistoryStore {
  readonly #hosts = new Map<string, HostHistory>()
  readonly #damaged = new Map<string, readonly string[]>()
  #unreadable: Problem[] = []
  #writeProblem: Problem | null = null
  #work: Promise<unknown> = Promise.resolve()
  readonly #waiting = new Set<() => void>()

  constructor(private readonly options: HistoryOptions) {}

  get folder(): string {
    return this.options.folder
  }

  /** The hosts with kept checks, by their ids. */
  get hosts(): Hosts {
    return this.#hosts
  }

  /** What is damaged or cannot be read. */
  get problems(): readonly Problem[] {
    const damaged = [...this.#damaged].flatMap(([id, files]) =>
      files.map((file) => damagedProblem(this.#hosts.get(id)?.host.name ?? id, file)),
    )
    return [...this.#unreadable, ...damaged]
  }

  /** Why the last check was not kept; null where it was. */
  get writeProblem(): Problem | null {
    return this.#writeProblem
  }

  /** Reads what is kept. Never rejects. */
  load(): Promise<void> {
    const { folder, judgedBy, now, onChanged } = this.options
    return this.#next(async () => {
      try {
        for (const id of await hostFolders(folder)) {
          await this.#read(id, () => readHost(join(folder, id), judgedBy, now()))
        }
        await this.#dropOld()
      } catch (cause) {
        this.#unreadable.push(unreadableProblem(cause, folder))
      }
      onChanged('read')
    })
  }

  /** Keeps a check, if it is one that is kept: later, and without being waited for. */
  keep(capture: Capture): void {
    if (!this.options.isOn() || !isComplete(capture)) return
    const waiting = new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(go)
        resolve()
      }
      const timer = setTimeout(go, this.options.delayMs)
      this.#waiting.add(go)
    })
    void this.#next(async () => {
      await waiting
      if (this.options.isOn()) await this.#write(capture)
    })
  }

  /** Writes at once what still waits. */
  async settle(): Promise<void> {
    for (const go of this.#waiting) go()
    await this.#work
  }

  /** Reads the capture of a kept check; null where there is none of that name. A damaged one is set aside. */
  async read({ hostId, file }: CheckRef): Promise<CaptureFileResult | null> {
    const isKnown = this.#hosts.get(hostId)?.checks.some((check) => check.file === file) === true
    if (!isKnown) return null
    const result = await readCaptureFile(join(this.options.folder, hostId, file))
    if (!result.ok) {
      await this.#next(() => this.#rebuild(hostId))
      this.options.onChanged('read')
    }
    return result
  }

  /** Deletes one check, all of a host, or all. Rejects with the system's error where a file cannot be deleted. */
  async remove({ hostId, file }: { readonly [K in keyof CheckRef]?: string | undefined }): Promise<void> {
    const { folder, onChanged } = this.options
    try {
      await this.#next(async () => {
        const folders = await hostFolders(folder)
        for (const id of folders.filter((one) => hostId === undefined || one === hostId)) {
          if (file === undefined) await this.#removeHost(id)
          else if (this.#hosts.get(id)?.checks.some((check) => check.file === file) === true) {
            await rm(join(folder, id, file), { force: true })
            await this.#rebuild(id)
          }
        }
      })
    } finally {
      onChanged('read')
    }
  }

  #next<Value>(change: () => Promise<Value>): Promise<Value> {
    const made = this.#work.then(change)
    this.#work = made.catch(() => undefined)
    return made
  }

  async #write(capture: Capture): Promise<void> {
    const host = hostOf(capture)
    const { folder, judgedBy, limits, now, onChanged } = this.options
    if (host === null || Date.parse(capture.collectedAt) < oldestKept(now(), limits())) return
    try {
      const judged = judge(capture, {}, {}, knownGuests(this.#hosts, capture))
      // A reading that shows nothing of its host is none.
      if (problemOfReading(judged.snapshot) !== null) return
      const written = await writeCheck(join(folder, host.id), capture)
      this.#writeProblem = null
      const history = this.#hosts.get(host.id) ?? emptyHistory(host, judgedBy)
      if (history.checks.some(({ file }) => file === written.file)) return
      if (isNext(history, capture.collectedAt)) await this.#put(host.id, withCheck(history, written, judged))
      else await this.#rebuild(host.id)
      await this.#dropOld()
    } catch (cause) {
      this.#writeProblem = notKeptProblem(cause, folder)
    }
    onChanged('kept')
  }

  /** Takes a host's history over and writes its index. Throws the system's error. */
  async #put(hostId: string, history: HostHistory): Promise<void> {
    this.#hosts.set(hostId, history)
    await writeIndex(join(this.options.folder, hostId), history)
  }

  async #rebuild(hostId: string): Promise<void> {
    const { folder, judgedBy, now } = this.options
    await this.#read(hostId, () => rebuildHost(join(folder, hostId), judgedBy, now()))
  }

  async #read(hostId: string, reading: () => Promise<HostReading>): Promise<void> {
    try {
      const { history, damaged } = await reading()
      if (history === null) this.#hosts.delete(hostId)
      else this.#hosts.set(hostId, history)
      this.#damaged.set(hostId, damaged)
    } catch (cause) {
      this.#unreadable.push(unreadableProblem(cause, join(this.options.folder, hostId)))
    }
  }

  async #removeHost(hostId: string): Promise<void> {
    await rm(join(this.options.folder, hostId), { recursive: true, force: true })
    this.#hosts.delete(hostId)
    this.#damaged.delete(hostId)
  }

  /** Deletes what is too old or too much. */
  async #dropOld(): Promise<void> {
    const { folder, now, limits } = this.options
    const files = []
    for (const hostId of await hostFolders(folder)) {
      for (const file of await historyFiles(join(folder, hostId), now())) files.push({ ...file, hostId })
    }
    const dropped = filesToDrop(files, now(), limits())
    for (const { hostId, file } of dropped) await rm(join(folder, hostId, file), { force: true })
    const oldest = oldestKept(now(), limits())
    for (const hostId of new Set(dropped.map((one) => one.hostId))) {
      const history = this.#hosts.get(hostId)
      if (history === undefined) continue
      const names = new Set(dropped.filter((one) => one.hostId === hostId).map(({ file }) => file))
      const checks = history.checks.filter(({ file }) => !names.has(file))
      // A VM that no kept check can know is forgotten too.
      const vms = Object.entries(history.vms).filter(([, { lastSeen }]) => Date.parse(lastSeen) >= oldest)
      if (checks.length === 0) await this.#removeHost(hostId)
      else await this.#put(hostId, { ...history, checks, vms: Object.fromEntries(vms) })
    }
  }
}
