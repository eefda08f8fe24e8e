import { keyOf, serviceNamed, serviceOfClass, guidsIn, serviceOfGuids } from '../decode/pasted/service-names'
import type enMeaning from '../i18n/en/meaning.json'
import { message } from '../i18n/translate'
import { SERVICE_NAMES } from '../knowledge/steps/windows-service'
import { JUDGED_SERVICES, SERVICE_CLASSES, type JudgedServiceId, type ServiceId } from '../model/service'
import type { TextParam } from '../model/text'
import type { MeaningDraft } from './draft'

/** Ids of the services' VMBus channels, as the guest sees them (Linux include/linux/hyperv.h). */
const CHANNELS: Readonly<Record<ServiceId, string>> = {
  heartbeat: '57164F39-9115-4E78-AB55-382F3BD5422D',
  kvp: 'A9A0F4E7-5A45-4D96-B827-8A841E8C03E6',
  shutdown: '0E0B6031-5213-4934-818B-38D90CED39DB',
  timesync: '9527E630-D0AE-497B-ADCE-E80AB0175CAF',
  vss: '35FA2E29-EA23-4236-96AE-3A6EBACBA440',
  'guest-service-interface': '34D14BE3-DEE4-41C8-9AE7-6B174977C192',
  rdv: '276AACF4-AC15-426C-98DD-7521AD3F01FE',
}
const BY_CHANNEL = new Map(Object.entries(CHANNELS).map(([id, guid]) => [guid, id as ServiceId]))

const KERNEL = 'hv_utils'
/** The part of each service in a Linux guest (drivers/hv, tools/hv). */
const LINUX_PARTS: Readonly<Record<JudgedServiceId, string>> = {
  heartbeat: KERNEL,
  shutdown: KERNEL,
  timesync: KERNEL,
  kvp: `${KERNEL}, hv_kvp_daemon`,
  vss: `${KERNEL}, hv_vss_daemon`,
  'guest-service-interface': `${KERNEL}, hv_fcopy_daemon (6.10: hv_fcopy_uio_daemon)`,
}

/** Names of those parts, as packages and units of the distributions call them. */
const PARTS: readonly (readonly [readonly JudgedServiceId[], readonly string[]])[] = [
  [['heartbeat', 'kvp', 'shutdown', 'timesync', 'vss'], [KERNEL]],
  [['kvp'], ['hv_kvp_daemon', 'hv-kvp-daemon', 'hypervkvpd', 'hv_kvpd', 'hv_kvp']],
  [['vss'], ['hv_vss_daemon', 'hv-vss-daemon', 'hypervvssd', 'hv_vss']],
  [
    ['guest-service-interface'],
    ['hv_fcopy_daemon', 'hv-fcopy-daemon', 'hypervfcopyd', 'hv_fcopy_uio_daemon', 'hv_fcopy'],
  ],
]

const WINDOWS_NAMES = new Map(JUDGED_SERVICES.map((id) => [keyOf(SERVICE_NAMES[id]), id]))

function serviceDraft(id: ServiceId, value: string, isUnconfirmed: boolean): MeaningDraft {
  const { component } = SERVICE_CLASSES[id]
  const service = message(`term.service.${id}`)
  const text =
    id === 'rdv'
      ? message('meaning.service.text-rdv', { service, class: component })
      : message('meaning.service.text', {
          service,
          lost: message(`term.lost.${id}`),
          class: component,
          windows: SERVICE_NAMES[id],
          linux: LINUX_PARTS[id],
        })
  return {
    kind: 'service',
    property: component,
    subject: message('meaning.service.subject'),
    value,
    name: id,
    text,
    todo: message('meaning.service.todo'),
    articles: ['manage-integration-services'],
    isUnconfirmed,
  }
}

function partDraft(kind: 'windows' | 'linux', name: string, services: readonly JudgedServiceId[]): MeaningDraft {
  const list: TextParam = { list: services.map((id) => message(`term.service.${id}`)) }
  return {
    kind: 'service',
    property: null,
    subject: message(`meaning.service.${kind}-subject`),
    value: name,
    name: services.join(', '),
    text: message(`meaning.service.${kind}-text`, { name, service: list }),
    todo: message(`meaning.service.${kind}-todo`),
  }
}

type ClassName = Exclude<keyof typeof enMeaning.class, 'subject' | 'todo'>
const CLASS_NAMES: readonly ClassName[] = [
  'Msvm_ComputerSystem',
  'Msvm_VirtualSystemSettingData',
  'Msvm_SummaryInformation',
  'Msvm_GuestNetworkAdapterConfiguration',
  'Msvm_SyntheticEthernetPort',
  'Msvm_VirtualSystemManagementService',
  'Win32_OperatingSystem',
  'Win32_ComputerSystem',
  'MSCluster_Node',
  'MSCluster_Resource',
]
const CLASSES = new Map(CLASS_NAMES.map((name) => [name.toLowerCase(), name]))

function classMeaning(text: string): MeaningDraft | null {
  const name = CLASSES.get(text.toLowerCase())
  if (name === undefined) return null
  return {
    kind: 'class',
    property: name,
    subject: message('meaning.class.subject'),
    value: name,
    name,
    text: message(`meaning.class.${name}`),
    todo: message('meaning.class.todo'),
  }
}

/** What a name or id means: a service in any language, its class, its component's or channel's id, its part in a guest, a class of Hyper-V. */
export function serviceMeanings(text: string): readonly MeaningDraft[] {
  const found: MeaningDraft[] = []
  const named = serviceNamed(text)
  const [guid] = guidsIn(text)
  const id =
    serviceOfClass(text) ??
    serviceOfGuids(text) ??
    (guid === undefined ? undefined : BY_CHANNEL.get(guid)) ??
    named?.id ??
    [...JUDGED_SERVICES, 'rdv' as const].find((candidate) => keyOf(candidate) === keyOf(text))
  if (id !== undefined) found.push(serviceDraft(id, text, named !== null && !named.isConfirmed))
  const ofClass = classMeaning(text)
  if (ofClass !== null) found.push(ofClass)
  const ofWindows = WINDOWS_NAMES.get(keyOf(text))
  if (ofWindows !== undefined) found.push(partDraft('windows', SERVICE_NAMES[ofWindows], [ofWindows]))
  for (const [services, names] of PARTS) {
    const bare = keyOf(text).replace(/\.service$/, '')
    const name = names.find((candidate) => keyOf(candidate) === bare)
    if (name !== undefined) found.push(partDraft('linux', name, services))
  }
  return found
}
