import type { ArticleId } from './articles'
import { message, say } from '../i18n/translate'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import { type Symptom, SYMPTOM_IDS, type SymptomId } from '../model/symptom'
import type { Language, TextRef } from '../model/text'

/** Which service each symptom hangs on: one function, one service (Microsoft's list of integration services). */
const SERVICES_OF: Readonly<Record<SymptomId, readonly JudgedServiceId[]>> = {
  'status-warning': JUDGED_SERVICES,
  'no-address': ['kvp'],
  'backup-fails': ['vss'],
  'clock-wrong': ['timesync'],
  'shutdown-fails': ['shutdown'],
  'file-copy-fails': ['guest-service-interface'],
  hangs: [],
  // In a cluster, a heartbeat that is missing can make it restart the VM.
  restarts: ['heartbeat'],
  desktop: [],
  'network-slow': [],
  'host-services': [],
  other: JUDGED_SERVICES,
  none: JUDGED_SERVICES,
}

/** Articles about a symptom itself, whatever is found. */
const ARTICLES_OF: Readonly<Partial<Record<SymptomId, readonly ArticleId[]>>> = {
  'status-warning': ['KB2956569', 'pages-that-say-update'],
  'no-address': ['no-ip-address', 'linux-vm-issues'],
  'backup-fails': ['backup-and-checkpoints'],
  'clock-wrong': ['linux-vm-issues'],
  restarts: ['input-and-restarts'],
  desktop: ['KB4090037'],
  'host-services': ['host-side-services'],
}

/** Whether an id names a symptom. */
export function isSymptomId(id: string | undefined): id is SymptomId {
  return SYMPTOM_IDS.some((known) => known === id)
}

/** The symptom with this id; null for anything else. */
export function symptomOf(id: string | undefined): Symptom | null {
  if (!isSymptomId(id)) return null
  return { id, services: SERVICES_OF[id], isSpecific: id !== 'other' && id !== 'none', articles: ARTICLES_OF[id] ?? [] }
}

/** What the caller sees, as a person picks it. */
export function symptomLabel(id: SymptomId): TextRef {
  return message(`symptom.of.${id}.label`)
}

/** Which services can be the cause, which cannot, and what to ask next. */
export function symptomMeaning(id: SymptomId, language: Language): string {
  return [
    say(language, `symptom.of.${id}.can`),
    say(language, `symptom.of.${id}.cannot`),
    say(language, `symptom.of.${id}.ask`),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
