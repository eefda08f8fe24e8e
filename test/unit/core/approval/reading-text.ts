import type { PastedReading } from '../../../../src/core/decode/pasted/reading'
import { translate } from '../../../../src/core/i18n/translate'
import type { Guest, Service, Snapshot, Vm } from '../../../../src/core/model/snapshot'
import { KEYS } from './language-of-keys'

const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined'

/** The fields of an object that say something, as `name value`; everything a test forgets to name would not be approved. */
function fieldsOf(record: object): string {
  return Object.entries(record)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : json(value)}`)
    .join(', ')
}

function serviceLine({ id, ...rest }: Service): string {
  return `  ${id}: ${fieldsOf(rest)}`
}

function guestLine({ evidence, ...rest }: Guest): string {
  return `  guest: ${fieldsOf(rest)}${evidence === null ? '' : `; ${evidence.source} = ${json(evidence.value)}`}`
}

function vmLines({ id, name, guest, services, events, worksheet, ...rest }: Vm): string[] {
  return [
    `VM ${json(name)} ${id}`,
    `  ${fieldsOf(rest)}`,
    guestLine(guest),
    // Not asked for and not there: as of everything that a text does not mention.
    ...Object.values(services).flatMap((service) =>
      service.readState === 'not-asked' && service.enabled === null ? [] : serviceLine(service),
    ),
    ...Object.entries(events.versions).map(([service, pair]) => `  event of ${service}: ${fieldsOf(pair)}`),
    ...events.devices.map((device) => `  device: ${fieldsOf(device)}`),
    ...(events.startedAt === null && events.resumedAt === null
      ? []
      : [`  started at ${events.startedAt}, resumed at ${events.resumedAt}`]),
    ...(worksheet === undefined ? [] : [`  worksheet: ${fieldsOf({ ...worksheet, items: [...worksheet.items] })}`]),
  ]
}

/** A decoded host and its VMs as text, one fact a line, nothing left out that was read. */
export function snapshotText({ host, vms, pastedLines: _lines, ...rest }: Snapshot): string {
  return [fieldsOf(rest), `host: ${fieldsOf(host)}`, ...vms.flatMap(vmLines)].join('\n')
}

/** What was understood of a pasted text: each line's number, kind, `?` where it was guessed, and meaning; then what is known of each VM. */
export function readingText({ lines, refusal, hints, signs, versions, snapshot }: PastedReading): string {
  return [
    ...(refusal === null
      ? []
      : [`refused ${refusal.code}: ${translate(KEYS, refusal.message)}; ${translate(KEYS, refusal.step)}`]),
    ...lines.map(({ number, kind, guessed, meaning }) =>
      `${number} ${kind}${guessed ? '?' : ''} ${meaning === null ? '' : translate(KEYS, meaning)}`.trimEnd(),
    ),
    ...versions.map((version) => `versions: ${fieldsOf(version)}`),
    ...signs.map((sign) => `sign: ${fieldsOf(sign)}`),
    ...hints.map((hint) => `hint: ${fieldsOf(hint)}`),
    snapshotText(snapshot),
  ].join('\n')
}
