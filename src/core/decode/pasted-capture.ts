import { type Capture, CAPTURE_SCHEMA } from '../model/capture'
import type { Answers, DeviceEvent, Snapshot, VmEvents } from '../model/snapshot'
import { secondsOf } from './instant'
import { findingsOf, readingOf, type TextFindings } from './pasted/decode-pasted'
import type { PastedReading } from './pasted/reading'

/** A capture that holds nothing but a text: no rows and no ids are invented for it. `collectedAt` is the time of pasting. */
export function captureOfText(text: string, name: string | null, collectedAt: string): Capture {
  return {
    schema: CAPTURE_SCHEMA,
    collectedAt,
    complete: true,
    stopped: null,
    collector: null,
    target: { computerName: null, via: 'pasted' },
    host: {},
    asked: [],
    classes: {},
    events: [],
    access: null,
    problems: [],
    timings: {},
    pasted: { text, name },
    sha256: null,
  }
}

// One text is asked for its refusal, for the names of its VMs and for its verdicts, and again after every answer.
const findingsOfCapture = new WeakMap<NonNullable<Capture['pasted']>, TextFindings>()

/** The reading of a capture's pasted text; null for a capture of rows. The text is read once however often it is asked for. */
export function readPasted(capture: Capture, answers: Answers): PastedReading | null {
  const { pasted, collectedAt, worksheets } = capture
  if (pasted === null) return null
  let found = findingsOfCapture.get(pasted)
  if (found === undefined) {
    found = findingsOf(pasted.text)
    findingsOfCapture.set(pasted, found)
  }
  return readingOf(found, pasted.name, answers, collectedAt, worksheets)
}

/** What was said of each VM, so that ten thousand of them do not each go through all that was said. */
function byVm<Said extends { readonly vmId: string | null }>(all: readonly Said[]): (vmId: string) => readonly Said[] {
  const ofVm = new Map<string | null, Said[]>()
  for (const said of all) {
    const known = ofVm.get(said.vmId)
    if (known === undefined) ofVm.set(said.vmId, [said])
    else known.push(said)
  }
  return (vmId) => ofVm.get(vmId) ?? []
}

function eventsOf(
  versionsOfVm: PastedReading['versions'],
  signsOfVm: PastedReading['signs'],
  readAt: number,
): VmEvents {
  const versions: VmEvents['versions'] = Object.fromEntries(
    versionsOfVm.map(({ service, negotiated, expected, line }) => [
      service,
      { negotiated, expected, evidence: { source: `pasted text, line ${line}`, value: [negotiated, expected] } },
    ]),
  )
  const devices = signsOfVm.map((sign): DeviceEvent => ({
    loaded: sign.kind === 'version-differs',
    subject: sign.subject,
    device: sign.device,
    // A text does not say when; what somebody pastes now is about now.
    seconds: readAt,
    evidence: {
      source: `pasted text, line ${sign.line}`,
      value: [sign.event, sign.device, sign.server, sign.client].filter((value) => value !== null),
    },
    ...(sign.guessed ? { guessed: true } : {}),
    ...(sign.event === null ? { isStatus: true } : {}),
  }))
  return { versions, devices, startedAt: null, resumedAt: null }
}

function hintOf([first]: PastedReading['hints']): string | null {
  const hint = first?.guest
  return hint === undefined ? null : `${hint.family} ${hint.version ?? ''}`.trim()
}

/** A pasted text as a snapshot, with what its events and words say of versions and devices tied to each VM. */
export function snapshotOfText(reading: PastedReading): Snapshot {
  const readAt = secondsOf(reading.snapshot.collectedAt) ?? 0
  const [versionsOf, signsOf, hintsOf] = [byVm(reading.versions), byVm(reading.signs), byVm(reading.hints)]
  const vms = reading.snapshot.vms.map((vm) => ({
    ...vm,
    events: eventsOf(versionsOf(vm.id), signsOf(vm.id), readAt),
    guestHint: vm.guest.os === 'unknown' ? hintOf(hintsOf(vm.id)) : null,
  }))
  return { ...reading.snapshot, vms, pastedLines: reading.lines }
}
