import type enMeaning from '../i18n/en/meaning.json'
import { message } from '../i18n/translate'
import type { ArticleId } from '../knowledge/articles'
import type { MeaningDraft } from './draft'

type EventId = Exclude<keyof typeof enMeaning.event, 'subject'>

interface HostEvent {
  /** Log and provider. */
  readonly log: string
  readonly todo: keyof typeof enMeaning.todo
  readonly codes?: readonly string[]
  readonly articles?: readonly ArticleId[]
  readonly isUnconfirmed?: boolean
}

const WORKER = 'Microsoft-Windows-Hyper-V-Worker-Admin'
const VMMS = 'Microsoft-Windows-Hyper-V-VMMS-Admin'
const INTEGRATION = 'Microsoft-Windows-Hyper-V-Integration-Admin'

/** Events of a host that tell of its VMs, by id. Sources: Microsoft's event pages, KB 2956569, KB 972108; the others are seen in the field only. */
const EVENTS: Readonly<Record<EventId, HostEvent>> = {
  4010: {
    log: INTEGRATION,
    todo: 'by-guest',
    codes: ['IS-12', 'IS-13', 'IS-14', 'IS-15', 'IS-16'],
    articles: ['KB2956569'],
  },
  4096: { log: INTEGRATION, todo: 'nothing' },
  5: { log: 'System, storvsp', todo: 'device', codes: ['IS-83'] },
  6: { log: 'System, storvsp', todo: 'by-guest', codes: ['IS-84', 'IS-85', 'IS-86'], articles: ['KB2956569'] },
  26: { log: 'System, VMSMP', todo: 'device' },
  23012: { log: WORKER, todo: 'device', codes: ['IS-83'] },
  23014: {
    log: WORKER,
    todo: 'by-guest',
    codes: ['IS-84', 'IS-85', 'IS-86', 'IS-89'],
    articles: ['KB2956569'],
  },
  18500: { log: WORKER, todo: 'nothing', codes: ['IS-33'], isUnconfirmed: true },
  18502: { log: WORKER, todo: 'if-wanted', isUnconfirmed: true },
  18504: { log: WORKER, todo: 'if-wanted', isUnconfirmed: true },
  18508: { log: WORKER, todo: 'if-wanted', isUnconfirmed: true },
  18512: { log: WORKER, todo: 'check-again', isUnconfirmed: true },
  18514: { log: WORKER, todo: 'check-again', codes: ['IS-33'] },
  16050: { log: VMMS, todo: 'storage', isUnconfirmed: true },
  16060: { log: VMMS, todo: 'storage', isUnconfirmed: true },
  10102: { log: VMMS, todo: 'backup', isUnconfirmed: true },
  10103: { log: VMMS, todo: 'backup', isUnconfirmed: true },
  16300: { log: VMMS, todo: 'log', isUnconfirmed: true },
  16410: { log: VMMS, todo: 'log', isUnconfirmed: true },
}

function isEventId(id: string): id is `${EventId}` {
  return Object.hasOwn(EVENTS, id)
}

/** What an event's number means in the host's logs; null for an event that says nothing about integration services or VMs' state. */
export function eventMeaning(value: number): MeaningDraft | null {
  const id = String(value)
  if (!isEventId(id)) return null
  const { log, todo, codes = [], articles = [], isUnconfirmed = false } = EVENTS[id]
  return {
    kind: 'event',
    property: log,
    subject: message('meaning.event.subject', { log }),
    value: id,
    name: value === 4010 ? 'MSWVMIC_MINOR_VERSION_MISMATCH' : null,
    text: message(`meaning.event.${id}`),
    todo: message(`meaning.todo.${todo}`),
    codes,
    articles,
    isUnconfirmed,
  }
}
