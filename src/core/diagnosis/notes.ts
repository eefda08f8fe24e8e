import { message } from '../i18n/translate'
import { remember } from '../knowledge/remember'
import { isAtLeast } from '../knowledge/versions'
import type { Note, Support } from '../model/diagnosis'
import type { Snapshot, Vm } from '../model/snapshot'
import type { RuleContext } from './rule'
import { supportNote } from './support'
import { isUnknownToHost } from './unlisted'
import { phaseOf, servicesToJudge, servicesWith } from './vm-facts'

/** First kernel with the user-space file copy daemon, which negotiates itself; before it the kernel did, daemon or not. */
const FILE_COPY_IN_USER_SPACE = [6, 10] as const
/** First kernel that negotiated file copy without waiting for its daemon. */
const FILE_COPY_WITHOUT_DAEMON = [4, 2] as const

function isBefore(found: readonly [number, number], [major, minor]: readonly [number, number]): boolean {
  return found[0] < major || (found[0] === major && found[1] < minor)
}

/** Whether a kernel agreed on file copy by itself, whatever ran in the guest. */
const agreedWithoutDaemon = remember(
  (kernel: string) => kernel,
  (kernel) => {
    const match = /^(\d+)\.(\d+)/.exec(kernel)
    if (match === null) return false
    const found = [Number(match[1]), Number(match[2])] as const
    return isBefore(found, FILE_COPY_IN_USER_SPACE) && !isBefore(found, FILE_COPY_WITHOUT_DAEMON)
  },
)

/** What OK or a mismatch does not prove: a Linux kernel agrees on a version before anything uses it (drivers/hv). */
function notTested(vm: Vm): Note[] {
  const { os, kernel } = vm.guest
  if (os !== 'linux' && os !== 'unknown') return []
  const notes: Note[] = []
  const negotiated = servicesWith(vm, 'ok', 'ok-heartbeat-number', 'mismatch').map((service) => service.id)
  if (negotiated.includes('vss')) notes.push({ code: 'IS-92', text: message('note.backup-not-tested') })
  if (os !== 'linux') return notes
  if (negotiated.includes('timesync')) notes.push({ code: 'IS-93', text: message('note.clock-not-tested') })
  if (negotiated.includes('guest-service-interface') && agreedWithoutDaemon(kernel ?? '')) {
    notes.push({ code: 'IS-94', text: message('note.file-copy-not-tested') })
  }
  return notes
}

/** First kernel that offers every version of shutdown; from it on heartbeat and shutdown agree on the host's newest (hv_util.c). */
const AGREES_ON_THE_NEWEST = '5.6'

/** A difference where none is usual: harmless by KB 2956569 all the same, and worth a remark. */
function unusualDifference(vm: Vm): Note[] {
  const { os, kernel } = vm.guest
  if (os !== 'linux' || kernel === null) return []
  const services = servicesWith(vm, 'mismatch').filter(({ id }) => id === 'heartbeat' || id === 'shutdown')
  if (services.length === 0 || !isAtLeast(kernel, AGREES_ON_THE_NEWEST)) return []
  const list = services.map(({ id }) => message(`term.service.${id}`))
  return [{ code: 'IS-109', text: message('note.unusual-difference', { kernel, services: { list } }) }]
}

function aboutReading(vm: Vm, context: RuleContext): Note[] {
  const notes: Note[] = []
  if (vm.brokenItems !== undefined) {
    notes.push({ code: 'IS-106', text: message('note.broken-items', { n: vm.brokenItems }) })
  }
  for (const service of servicesToJudge(vm)) {
    // Almost every service.
    if (service.listed && service.enabled !== null && service.rows <= 1) continue
    const name = message(`term.service.${service.id}`)
    if (service.rows > 1) notes.push({ code: 'IS-95', text: message('note.doubled-rows', { service: name }) })
    if (service.listed && service.enabled === null) {
      notes.push({ code: 'IS-96', text: message('note.enabled-unknown', { service: name }) })
    }
    if (service.listed || service.enabled === false) continue
    if (isUnknownToHost(service, context.host)) {
      notes.push({ code: 'IS-97', text: message('note.not-on-host', { service: name }) })
    } else if (service.readState === 'read' && service.id !== 'heartbeat') {
      notes.push({ code: 'IS-90', text: message('note.not-listed', { service: name }) })
    }
  }
  return notes
}

const DOCUMENTED_HEALTH = [5, 20, 25]
/** Seconds after a change of state within which statuses can be those of before. */
const JUST_CHANGED_SECONDS = 120
/** First configuration version of hosts of 2016; newer hosts stop taking older ones. */
const FIRST_VERSION_OF_2016 = 8
/** Words by which people mark a VM that is only copied from. A name proves nothing, so it is only a remark. */
const TEMPLATE = /\b(?:template|golden image|sysprep|vorlage)\b|템플릿|골든 이미지/i

function isOld(version: string | null): boolean {
  const major = /^(\d{1,4})\./.exec(version ?? '')?.[1]
  return major !== undefined && Number(major) < FIRST_VERSION_OF_2016
}

function aboutVm(vm: Vm, { host }: RuleContext): Note[] {
  const notes: Note[] = []
  const phase = phaseOf(vm)
  if (phase === 'not-running' && !vm.critical) {
    const isOdd = vm.healthState !== null && !DOCUMENTED_HEALTH.includes(vm.healthState)
    if (isOdd)
      notes.push({
        code: 'IS-100',
        text: message('note.health-of-stopped', { value: `HealthState ${vm.healthState}` }),
      })
    if (vm.conditionCode === 5) {
      notes.push({ code: 'IS-100', text: message('note.health-of-stopped', { value: 'OperationalStatus 5' }) })
    }
    if (TEMPLATE.test(vm.name) || TEMPLATE.test(vm.notes ?? '')) {
      notes.push({ code: 'IS-104', text: message('note.template') })
    }
  }
  if (isOld(vm.configurationVersion) && host.is2016OrLater === true) {
    notes.push({ code: 'IS-101', text: message('note.old-version', { version: vm.configurationVersion ?? '' }) })
  }
  const changed = vm.secondsSinceChange ?? null
  if (phase === 'running' && changed !== null && changed < JUST_CHANGED_SECONDS) {
    notes.push({ code: 'IS-102', text: message('note.just-changed', { seconds: changed }) })
  }
  if (vm.clustered === true) notes.push({ code: 'IS-103', text: message('note.clustered') })
  return notes
}

/** What the worksheet could not say. */
function worksheetNotes({ worksheet }: Vm): readonly Note[] {
  if (worksheet === undefined) return []
  const what = { list: worksheet.unread.map((part) => message(`worksheet.unread.${part}`)) }
  return [
    ...(worksheet.unread.length > 0 ? [{ code: 'IS-107', text: message('worksheet.note.unread', { what }) }] : []),
    ...(worksheet.isWhole ? [] : [{ code: 'IS-108', text: message('worksheet.note.broken') }]),
  ]
}

/** Remarks beside the verdict: support, what was not tested, what was odd in the reading. They never change it. */
export function notesFor(vm: Vm, support: Support, context: RuleContext, snapshot: Snapshot): readonly Note[] {
  const ended = supportNote(vm.guest, support, context.checkedAt)
  const notes: Note[] = ended === null ? [] : [{ code: 'IS-91', text: ended }]
  if (phaseOf(vm) === 'running') notes.push(...notTested(vm), ...unusualDifference(vm), ...aboutReading(vm, context))
  notes.push(...aboutVm(vm, context))
  if (vm.guest.source === 'answer') notes.push({ code: 'IS-98', text: message('note.guest-hint') })
  notes.push(...worksheetNotes(vm))
  if (!snapshot.complete || snapshot.stopped !== null) notes.push({ code: 'IS-99', text: message('note.broken-off') })
  return notes
}
