import { describe, expect, test } from 'vitest'
import { eventIn } from '../../../../src/core/decode/pasted/event-texts'

/** A text of event 23014 in words of a language, and what it names. */
type DeviceText = readonly [text: string, device: string | null, vm: string | null]

const DEVICES: readonly DeviceText[] = [
  ["Device 'Microsoft VMBus Network Adapter' is loaded but differs.", 'Microsoft VMBus Network Adapter', null],
  ["Device 'Synthetic SCSI Controller' in 'web-01' differs.", 'Synthetic SCSI Controller', 'web-01'],
  ["In 'web-01' the device 'Synthetic SCSI Controller' differs.", 'Synthetic SCSI Controller', 'web-01'],
  ["Device 'Odd thing' in 'web-01' differs.", 'Odd thing', 'web-01'],
  ["Device 'Odd thing' differs.", 'Odd thing', null],
  ["'Odd thing' in 'web-01' differs.", 'Odd thing', 'web-01'],
  ["'Odd thing' differs.", 'Odd thing', null],
  ["Loaded in 'SQL Server prod' with another version.", null, 'SQL Server prod'],
  ["'web-01' has loaded another version.", null, 'web-01'],
  ["Das Gerät 'Netzwerkkarte' wurde geladen.", 'Netzwerkkarte', null],
  ["Das Gerät 'Netzwerkkarte' in 'web-01' wurde geladen.", 'Netzwerkkarte', 'web-01'],
  ["'web-01'의 장치 '네트워크 어댑터'가 로드되었지만 버전이 다릅니다.", '네트워크 어댑터', 'web-01'],
  ["장치 '네트워크 어댑터'가 로드되었지만 버전이 다릅니다.", '네트워크 어댑터', null],
  ['デバイス「ネットワーク アダプター」は読み込まれました。', 'ネットワーク アダプター', null],
  ['Le périphérique « Carte réseau » est chargé.', 'Carte réseau', null],
  ["El dispositivo 'Adaptador de red' en 'web-01' se cargó.", 'Adaptador de red', 'web-01'],
  ['Устройство «Сетевой адаптер» в «web-01» загружено.', 'Сетевой адаптер', 'web-01'],
]

test.each(DEVICES)('23014: %s', (text, device, vmName) => {
  expect(eventIn(text, 23014)).toMatchObject({ device, vmName })
})

test.each([
  ["A storage device in 'web-01' is loaded but has a different version from the server.", 'web-01'],
  ["Device 'Microsoft Storage Controller' is loaded but has a different version from the server. (storvsp)", null],
])('storvsp: %s', (text, vmName) => {
  expect(eventIn(text, 6)).toMatchObject({ id: 6, vmName })
})

describe('the name of a service is never that of its VM', () => {
  const VERSIONS = 'Framework version: (3.0) (3.0); message version: (1.0) (3.0)'

  test.each([
    ["'Heartbeat' / 'VSS'", 'heartbeat'],
    ["'Heartbeat integration service'", 'heartbeat'],
    ["'Hyper-V Heartbeat Service'", 'heartbeat'],
    ["'Hyper-V 하트비트 서비스'", 'heartbeat'],
    ["'시간 동기화 통합 서비스'", 'timesync'],
    ['「ハートビート サービス」', 'heartbeat'],
    ["'Herunterfahren des Gastbetriebssystems'", 'shutdown'],
    ["'Volume Shadow Copy Requestor'", 'vss'],
    ["'Taktdienst'", null],
    ["'vmicvss'", null],
    ["'Sauvegarde (volume snapshot)'", null],
  ])('%s', (name, service) => {
    expect(eventIn(`${name}: ${VERSIONS}`, 4010)).toMatchObject({ vmName: null, service })
    expect(eventIn(`${name} 'web-01': ${VERSIONS}`, 4010)).toMatchObject({ vmName: 'web-01', service })
  })

  test.each(['heartbeat-01', 'vss-backup', 'web-heartbeat', 'kvp server of mail'])('%s can be one', (name) => {
    expect(eventIn(`'${name}': ${VERSIONS}`, 4010)).toMatchObject({ vmName: name })
  })

  test('4096 names the service beside the VM', () => {
    const text = "'db01': The 'Heartbeat' integration service is either not enabled, not running or not initialized."
    expect(eventIn(text, null)).toMatchObject({ id: 4096, vmName: 'db01', service: 'heartbeat' })
  })
})
