import { serviceNamed, servicesInText } from './service-names'

/** A part of a text in quotation marks, with what stands before it. */
export interface QuotedPart {
  readonly text: string
  readonly before: string
}

/** Words that a device's name holds, in the languages of Windows. */
const DEVICE =
  /microsoft|synthetic|vmbus|storvsc|netvsc|\bscsi\b|\badapt(?:er|ateur|ador)\b|\badattatore\b|\bcontr[oô]l+(?:er|eur|ador|adora)\b|netzwerk(?:karte|adapter)|carte réseau|scheda di rete|(?:tarjeta|placa) de red|сетев|адаптер|контроллер|어댑터|컨트롤러|アダプタ|コントローラ|适配器|網路卡|介面卡|控制器/iu
/** A word for device directly before the name. */
const AFTER_DEVICE =
  /(?:\bdevice|\bgerät|\bpériphérique|\bdispositivo|\bdispositivo de|устройств\p{L}{0,3}|장치|デバイス|设备|裝置)\s{0,3}[:：]?\s?$/iu
/** A word for being in a VM directly before its name. */
const AFTER_IN =
  /(?:\bin|\bauf|\ben|\bdans|\bem|\bsu|(?<!\p{L})в|\bvm|machine|maschine|computer|머신|컴퓨터|マシン|机|機器)\s?$/iu

/** Words that stand in a service's name beside what names it. */
const BESIDE_SERVICE =
  /hyper-v|\bmicrosoft\b|\bintegration\b|\bservices?\b|\bcomponents?\b|\brequestor\b|\bguest\b|\bdes gastbetriebssystems\b|\bdienst\b|통합|서비스|구성 ?요소|統合|サービス|集成|服务|整合|服務/giu
/** Names of services that no list of names has: the guest's own, and backup in other words. */
const OTHER_SERVICE = /^vmic[a-z]{2,20}$|^(?:hyper-v[- ])?takt(?:dienst)?$|\((?:volume|볼륨|ボリューム)[^()]{0,40}\)$/iu

/** Whether a quoted part is the name of an integration service and of nothing else. */
export function isServiceName(text: string): boolean {
  if (serviceNamed(text) !== null || OTHER_SERVICE.test(text)) return true
  const names = servicesInText(text)
  if (names.length === 0) return false
  let rest = ''
  let from = 0
  for (const name of names) {
    rest += text.slice(from, name.from)
    from = name.to
  }
  return !/[\p{L}\p{N}]/u.test((rest + text.slice(from)).replace(BESIDE_SERVICE, ''))
}

/** Whether a quoted part is called as devices are. */
export function isDeviceName(text: string): boolean {
  return DEVICE.test(text)
}

function isDevice({ text, before }: QuotedPart): boolean {
  return isDeviceName(text) || AFTER_DEVICE.test(before)
}

/**
 * Which quoted part of an event about a device names the device and which the VM, in any order and language. Without a
 * sign of either the first of two is the device, as in English, and one alone names the VM only where it can be its name.
 */
export function rolesOf(parts: readonly QuotedPart[]): { readonly device: string | null; readonly vm: string | null } {
  const device = parts.find(isDevice)
  const others = parts.filter((part) => !isDevice(part))
  const [first, second] = others
  if (device !== undefined) return { device: device.text, vm: first?.text ?? null }
  if (second !== undefined) return { device: first?.text ?? null, vm: second.text }
  if (first === undefined) return { device: null, vm: null }
  const isVm = !/\s/.test(first.text) || AFTER_IN.test(first.before)
  return isVm ? { device: null, vm: first.text } : { device: first.text, vm: null }
}
