import { type RecentHost, RecentHosts } from '../../core/model/recent-host'
import { readKeptFile } from '../files/kept-file'
import { replaceFile } from '../files/replace-file'
import { WriteQueue } from '../files/write-queue'

/** Unpinned ones beyond this are forgotten, the oldest first. */
const MOST = 30

/** What makes two entries the same. */
export type RecentKey = Pick<RecentHost, 'kind' | 'name'>

function isSame(one: RecentKey, other: RecentKey): boolean {
  return one.kind === other.kind && one.name.toLowerCase() === other.name.toLowerCase()
}

function parsed(text: string): readonly RecentHost[] | null {
  try {
    return RecentHosts.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Pinned first, then the newest. */
function inOrder(hosts: readonly RecentHost[]): readonly RecentHost[] {
  const sorted = hosts.toSorted(
    (one, other) => Number(other.isPinned) - Number(one.isPinned) || (one.checkedAt < other.checkedAt ? 1 : -1),
  )
  return sorted.filter((host, index) => host.isPinned || index < MOST)
}

/** The hosts and clusters that were checked last, kept in a file. A list that cannot be kept is no reason to stop: it holds until the program ends. */
export class RecentHostList {
  #hosts: readonly RecentHost[]
  readonly #writes = new WriteQueue()

  private constructor(
    private readonly path: string,
    hosts: readonly RecentHost[],
    private readonly mayWrite: boolean,
  ) {
    this.#hosts = hosts
  }

  /** Reads the list; a file that is none is set aside. */
  static async open(path: string): Promise<RecentHostList> {
    const reading = await readKeptFile(path, parsed)
    const mayWrite =
      reading.kind === 'read' || reading.kind === 'missing' || (reading.kind === 'broken' && reading.isAside)
    return new RecentHostList(path, reading.kind === 'read' ? reading.value : [], mayWrite)
  }

  get current(): readonly RecentHost[] {
    return this.#hosts
  }

  /** Adds a host, or renews the one of the same name, which stays pinned if it was. */
  async add(host: Omit<RecentHost, 'isPinned'>): Promise<void> {
    const isPinned = this.#hosts.some((one) => isSame(one, host) && one.isPinned)
    await this.#replace([{ ...host, isPinned }, ...this.#hosts.filter((one) => !isSame(one, host))])
  }

  /** Pins a host to the top, or no longer. */
  async pin(key: RecentKey, isPinned: boolean): Promise<void> {
    await this.#replace(this.#hosts.map((host) => (isSame(host, key) ? { ...host, isPinned } : host)))
  }

  async forget(key: RecentKey): Promise<void> {
    await this.#replace(this.#hosts.filter((host) => !isSame(host, key)))
  }

  async #replace(hosts: readonly RecentHost[]): Promise<void> {
    this.#hosts = inOrder(hosts)
    if (!this.mayWrite) return
    const text = `${JSON.stringify(this.#hosts, null, 2)}\n`
    await this.#writes.run(() => replaceFile(this.path, text))
  }
}
