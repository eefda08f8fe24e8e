import { remember } from '../../knowledge/remember'
import { SERVICE_CLASSES, SERVICES, type ServiceId } from '../../model/service'

/** Letters that tell names apart at a glance. */
const STEM = 3
/** Texts that have nothing but their case to lose. */
const PLAIN = /^[A-Za-z0-9.-]*$/

/** A text in the one form that names and words are compared in: without case, spaces, quotes and kinds of dashes. */
export function keyOf(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'’‘‛`´“”„«»_]/g, '')
    .replace(/[‐‑‒–—―]/g, '-')
}

interface NamedService {
  readonly id: ServiceId
  readonly isConfirmed: boolean
}

type Names = Readonly<Partial<Record<ServiceId, readonly string[]>>>

/** Names seen in real output or Microsoft's own text. */
const CONFIRMED: readonly Names[] = [
  // English: cmdlets, Hyper-V Manager, settings page, guest services, monitors.
  {
    'guest-service-interface': ['Guest Service Interface', 'Guest services', 'GuestServiceInterface'],
    heartbeat: ['Heartbeat', 'Hyper-V Heartbeat Service', 'Hyper-V Heartbeat'],
    kvp: [
      'Key-Value Pair Exchange',
      'Key Value Pair Exchange',
      'KeyValuePairExchange',
      'Data Exchange',
      'Hyper-V Data Exchange Service',
      'Hyper-V Data Exchange',
      'KVP Exchange',
      'KVP',
    ],
    shutdown: [
      'Shutdown',
      'Operating system shutdown',
      'Hyper-V Guest Shutdown Service',
      'Guest Shutdown',
      'Hyper-V Shutdown',
    ],
    timesync: [
      'Time Synchronization',
      'Time Synchronisation',
      'TimeSync',
      'Time sync',
      'Hyper-V Time Synchronization Service',
      'Hyper-V Time Synchronization',
    ],
    vss: [
      'VSS',
      'Volume Shadow Copy',
      'VSS (Volume Shadow Copy Service)',
      'Backup (volume shadow copy)',
      'Backup (volume checkpoint)',
      'Backup (volume snapshot)',
      'Hyper-V Volume Shadow Copy Requestor',
    ],
    rdv: ['Remote Desktop Virtualization'],
  },
  {
    'guest-service-interface': ['Gastdienstschnittstelle'],
    heartbeat: ['Takt'],
    kvp: ['Austausch von Schlüsselwertepaaren'],
    shutdown: ['Herunterfahren'],
    timesync: ['Zeitsynchronisierung'],
  },
  {
    'guest-service-interface': ["Interface de services d'invité"],
    heartbeat: ['Pulsation'],
    kvp: ['Échange de paires clé-valeur'],
    shutdown: ['Arrêt'],
    timesync: ['Synchronisation date/heure'],
  },
  {
    'guest-service-interface': ['Интерфейс гостевой службы'],
    heartbeat: ['Пульс'],
    kvp: ['Обмен парами "ключ-значение"'],
    shutdown: ['Завершение работы'],
    timesync: ['Синхронизация времени'],
  },
  {
    'guest-service-interface': [
      'ゲスト サービス インターフェイス',
      '来宾服务接口',
      '客體服務介面',
      '게스트 서비스 인터페이스',
    ],
    heartbeat: ['ハートビート'],
    kvp: ['キー値ペア交換'],
  },
]

/** Classes name their service in running text too. */
const CLASS_NAMES: Names = Object.fromEntries(SERVICES.map((id) => [id, [SERVICE_CLASSES[id].component]]))

/** Names from weak sources: they identify a service only as a guess. */
const UNCONFIRMED: readonly Names[] = [
  {
    'guest-service-interface': ['게스트 서비스'],
    heartbeat: ['하트비트'],
    kvp: ['키-값 쌍 교환', '데이터 교환'],
    shutdown: ['종료', '운영 체제 종료'],
    timesync: ['시간 동기화'],
    vss: ['백업(볼륨 섀도 복사본)', '백업(볼륨 검사점)'],
  },
  { shutdown: ['シャットダウン'], timesync: ['時刻の同期', '時刻同期'] },
  { heartbeat: ['检测信号'], shutdown: ['关闭'], timesync: ['时间同步'], kvp: ['键值对交换'] },
  { heartbeat: ['活動訊號'], shutdown: ['關機'], timesync: ['時間同步處理'] },
  {
    'guest-service-interface': ['Interface de Serviço de Convidado'],
    heartbeat: ['Pulsação'],
    kvp: ['Troca de Pares Chave-Valor'],
    shutdown: ['Desligamento'],
    timesync: ['Sincronização de Horário'],
    vss: ['Serviço de Cópias de Sombra'],
  },
  {
    'guest-service-interface': ['Interfaz de servicio invitado', 'Interfaz de servicio de invitado'],
    heartbeat: ['Latido'],
    kvp: ['Intercambio de pares clave-valor', 'Intercambio de pares clave/valor'],
    shutdown: ['Apagar', 'Cierre', 'Apagado'],
    timesync: ['Sincronización de hora'],
  },
  {
    'guest-service-interface': ['Interfaccia servizio guest'],
    kvp: ['Scambio coppie chiave-valore'],
    shutdown: ['Arresto'],
    timesync: ['Sincronizzazione ora'],
  },
]

function tableOf(): ReadonlyMap<string, NamedService> {
  const table = new Map<string, NamedService>()
  for (const [lists, isConfirmed] of [
    [[...CONFIRMED, CLASS_NAMES], true],
    [UNCONFIRMED, false],
  ] as const) {
    for (const names of lists) {
      for (const id of SERVICES) {
        for (const name of names[id] ?? []) if (!table.has(keyOf(name))) table.set(keyOf(name), { id, isConfirmed })
      }
    }
  }
  return table
}

const BY_NAME = tableOf()

/** The service with this name, in any language we know; null for any other text. */
export function serviceNamed(name: string): NamedService | null {
  if (name.length > 80) return null
  return BY_NAME.get(keyOf(name)) ?? serviceCutOff(name)
}

const CUT = /(?:\.{2,3}|…)$/

/** A name that a narrow column cut: "Key-Value Pair E...". Only where the rest leaves no choice. */
function serviceCutOff(name: string): NamedService | null {
  const beginning = name.trim().replace(CUT, '')
  const stem = keyOf(beginning)
  if (beginning === name.trim() || stem.length < STEM) return null
  const fitting = new Map<ServiceId, NamedService>()
  for (const [key, service] of BY_NAME) if (key.startsWith(stem)) fitting.set(service.id, service)
  return fitting.size === 1 ? ([...fitting.values()][0] ?? null) : null
}

/** Order in which Hyper-V's cmdlets list the services: by class, so the same in every language. */
export const CMDLET_ORDER: readonly ServiceId[] = [
  'guest-service-interface',
  'heartbeat',
  'kvp',
  'shutdown',
  'timesync',
  'vss',
]

const BY_COMPONENT_ID = new Map(SERVICES.map((id) => [SERVICE_CLASSES[id].componentId, id]))
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** All GUIDs of a text in upper case, in order. */
export function guidsIn(text: string): readonly string[] {
  return (text.slice(0, 2000).match(GUID) ?? []).map((guid) => guid.toUpperCase())
}

/** The service whose component id a text holds (`DeviceID`, `InstanceID`, `Id`), or null. */
export function serviceOfGuids(text: string): ServiceId | null {
  for (const guid of guidsIn(text)) {
    const id = BY_COMPONENT_ID.get(guid)
    if (id !== undefined) return id
  }
  return null
}

/** First GUID of a text that is not a component's: the VM's. */
export function vmGuidIn(text: string): string | null {
  return guidsIn(text).find((guid) => !BY_COMPONENT_ID.has(guid)) ?? null
}

const BY_CLASS = new Map<string, ServiceId>(
  SERVICES.flatMap((id) => [
    [SERVICE_CLASSES[id].component.toLowerCase(), id],
    [SERVICE_CLASSES[id].setting.toLowerCase(), id],
  ]),
)

/** The service that a WMI class belongs to, or null. */
export function serviceOfClass(className: string): ServiceId | null {
  return BY_CLASS.get(className.trim().toLowerCase()) ?? null
}

/** A service's name inside a line. */
export interface NameInText extends NamedService {
  readonly from: number
  readonly to: number
}

function literal(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/"/g, '["“”«»]?')
    .replace(/[ _]/g, '[ _]')
}

/** Patterns of all names by their first letters, longest first: most words of a text need one look at this table. */
function patternsByStem(): ReadonlyMap<string, readonly RegExp[]> {
  const names = [...CONFIRMED, CLASS_NAMES, ...UNCONFIRMED].flatMap((list) => Object.values(list).flat())
  const table = new Map<string, RegExp[]>()
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length)) {
    const stem = name.toLowerCase().slice(0, STEM)
    const pattern = new RegExp(literal(name), 'y')
    table.set(stem, [...(table.get(stem) ?? []), pattern])
  }
  return table
}

const BY_STEM = patternsByStem()

/** Two letters as one small number, by which few others are the same. */
function pairOf(first: number, second: number): number {
  return (first << 14) ^ second
}

/** How names begin: no word that begins otherwise has to be taken out of its line. */
const PAIRS = new Set([...BY_STEM.keys()].map((stem) => pairOf(stem.charCodeAt(0), stem.charCodeAt(1))))

// A long text names the same services over and over.
const serviceOfName = remember(
  (name: string) => name,
  (name) => BY_NAME.get(keyOf(name)),
)

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code < 0x1100)
}

/** Scripts that write without spaces, so that a name can begin and end anywhere. */
function isEastAsian(code: number): boolean {
  return code >= 0x1100 && code <= 0xd7a3
}

function nameAt(lower: string, at: number): string | null {
  for (const pattern of BY_STEM.get(lower.slice(at, at + STEM)) ?? []) {
    pattern.lastIndex = at
    const name = pattern.exec(lower)?.[0]
    if (name !== undefined && !isWordCode(lower.charCodeAt(at + name.length))) return name
  }
  return null
}

/** Every service name in a line, at word boundaries, longest first where names overlap. */
export function servicesInText(text: string): readonly NameInText[] {
  const folded = text.toLowerCase()
  // A few letters change their length with their case; then the places would not fit.
  const lower = folded.length === text.length ? folded : text
  const found: NameInText[] = []
  let before = 32
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at)
    const canBegin = isEastAsian(code) || (isWordCode(code) && !isWordCode(before))
    const name = canBegin && PAIRS.has(pairOf(code, lower.charCodeAt(at + 1))) ? nameAt(lower, at) : null
    const service = name === null ? undefined : serviceOfName(name)
    before = code
    if (name === null || service === undefined) continue
    found.push({ ...service, from: at, to: at + name.length })
    at += name.length - 1
    before = lower.charCodeAt(at)
  }
  return found
}
